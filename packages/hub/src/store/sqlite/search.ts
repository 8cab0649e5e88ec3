import { sql } from 'kysely';
import type { SearchIndex } from '../backend.ts';

/** FTS5 over grams made by us: its own tokenizers find no two Chinese characters. Without text: the customer has that. */
export const sqliteSearch: SearchIndex = {
  async create(trx, columns) {
    await sql`
      create virtual table customer_search using fts5(
        grams, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0')`.execute(
      trx,
    );
    const mark = sql`insert into search_dirty select new.id
      where not exists (select 1 from search_dirty where customer_id = new.id)`;
    await sql`create trigger search_inserted after insert on customers_unified begin ${mark}; end`.execute(
      trx,
    );
    await sql`
      create trigger search_updated after update of ${sql.raw(columns.join(', '))} on customers_unified
      begin ${mark}; end`.execute(trx);
    await sql`
      create trigger search_deleted after delete on customers_unified begin
        insert into search_dirty select old.id
        where not exists (select 1 from search_dirty where customer_id = old.id);
      end`.execute(trx);
  },
  async put(trx, ids, rows) {
    for (const id of ids) await sql`delete from customer_search where rowid = ${id}`.execute(trx);
    for (const { id, grams } of rows) {
      if (grams.length === 0) continue;
      await sql`insert into customer_search (rowid, grams) values (${id}, ${grams.join(' ')})`.execute(trx);
    }
  },
  async find(db, terms, limit) {
    const query = terms.map(({ gram, isPrefix }) => `"${gram}"${isPrefix ? '*' : ''}`).join(' AND ');
    const { rows } = await sql<{ id: number }>`
      select rowid as id from customer_search where customer_search match ${query}
      order by rowid desc limit ${limit}`.execute(db);
    return rows.map((row) => Number(row.id));
  },
};
