import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const SEARCHED = [
  'company_name',
  'real_name',
  'wechat_nickname',
  'wechat_remark',
  'erp_customer_code',
  'wechat_id',
  'email',
  'address',
  'pinyin',
  'credit_code',
  'extracted_product_interest',
];

/** Customers are found by any two characters of a name; who has to be taken into the index is marked by the database. */
export const search: Migration = {
  version: 7,
  name: 'search',
  async up(trx, { types: t, search: index }) {
    await sql`create table search_dirty (customer_id ${t.bigint} primary key)`.execute(trx);
    await index.create(trx, SEARCHED);
  },
};
