import { sql } from 'kysely';
import type { SearchIndex } from '../backend.ts';
import { anyMarked, takeMarked } from '../search-marks.ts';

/** The grams as lexemes, made by us: the text parsers split Chinese by locale, or not at all. */
export const postgresSearch: SearchIndex = {
  async create(trx, columns) {
    await sql`create table customer_search (customer_id bigint primary key, grams tsvector not null)`.execute(
      trx,
    );
    await sql`create index customer_search_grams on customer_search using gin (grams)`.execute(trx);
    await sql`
      create function mark_for_search() returns trigger language plpgsql as $$
      begin
        insert into search_dirty values (coalesce(new.id, old.id)) on conflict do nothing;
        return null;
      end $$`.execute(trx);
    await sql`
      create trigger search_changed after insert or delete or update of ${sql.raw(columns.join(', '))}
      on customers_unified for each row execute function mark_for_search()`.execute(trx);
    await sql`insert into search_dirty select id from customers_unified`.execute(trx);
  },
  isBehind: anyMarked,
  takeNoted: takeMarked,
  async put(trx, ids, rows) {
    const gone = JSON.stringify(ids);
    await sql`
      delete from customer_search
      where customer_id in (select value::bigint from json_array_elements_text(${gone}::json))`.execute(trx);
    if (rows.length === 0) return;
    await sql`
      insert into customer_search (customer_id, grams)
      select (one->>'id')::bigint, array_to_tsvector(array(select json_array_elements_text(one->'grams')))
      from json_array_elements(${JSON.stringify(rows)}::json) one`.execute(trx);
  },
  async find(db, terms, limit) {
    const query = terms.map(({ gram, isPrefix }) => `'${gram}'${isPrefix ? ':*' : ''}`).join(' & ');
    const { rows } = await sql<{ id: number }>`
      select customer_id as id from customer_search where grams @@ ${query}::tsquery
      order by customer_id desc limit ${limit}`.execute(db);
    return rows.map((row) => Number(row.id));
  },
};
