import { sql } from 'kysely';
import type { Executor, SearchIndex } from '../backend.ts';
import { anyMarked, takeMarked } from '../search-marks.ts';

/** FTS5 over grams made by us: its own tokenizers find no two Chinese characters. Without text: the customer has that. */
export const sqliteSearch: SearchIndex = {
  async create(trx, columns) {
    await sql`
      create virtual table customer_search using fts5(
        grams, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0')`.execute(
      trx,
    );
    // New customers are those above it: the only writer gives numbers in the order of its commits. To mark each of them by a
    // trigger costs a first pull a third of its writing. Who comes back under an old number is marked by `noteForSearch`.
    await sql`create table search_progress (up_to integer not null)`.execute(trx);
    await sql`insert into search_progress values (0)`.execute(trx);
    const mark = sql`insert into search_dirty select new.id
      where not exists (select 1 from search_dirty where customer_id = new.id)`;
    await sql`
      create trigger search_updated after update of ${sql.raw(columns.join(', '))} on customers_unified
      begin ${mark}; end`.execute(trx);
    await sql`
      create trigger search_deleted after delete on customers_unified begin
        insert into search_dirty select old.id
        where not exists (select 1 from search_dirty where customer_id = old.id);
      end`.execute(trx);
  },
  async isBehind(db) {
    return (await newcomers(db, 1)).length > 0 || (await anyMarked(db));
  },
  async takeNoted(trx, most) {
    const fresh = await newcomers(trx, most);
    const last = fresh.at(-1);
    if (last !== undefined) await sql`update search_progress set up_to = ${last}`.execute(trx);
    return [...fresh, ...(await takeMarked(trx, most - fresh.length))];
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

async function newcomers(db: Executor, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from customers_unified where id > (select up_to from search_progress)
    order by id limit ${most}`.execute(db);
  return rows.map((row) => Number(row.id));
}
