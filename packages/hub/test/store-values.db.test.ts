import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testStore } from './support/database.ts';

const AT = '2026-01-02T03:04:05.670Z';
const CUSTOMER = { created_at: AT, updated_at: AT };

test('a customer is read with the very values that were written', async () => {
  const { db } = await testStore();
  const written = {
    ...CUSTOMER,
    erp_customer_id: 9_007_199_254_740_991,
    company_name: '深圳市甲乙科技有限公司 "A" \'B\' 😀',
    phone: '13800000001',
    phone_verified: true,
    has_order: false,
    intent_score: 66.5,
    quality_issues: '["phone",  {"b": 1, "a": null}]',
    last_contact_time: '2025-12-31T16:00:00.000Z',
  };
  const returned = await db
    .insertInto('customers_unified')
    .values(written)
    .returningAll()
    .executeTakeFirstOrThrow();
  const read = await db.selectFrom('customers_unified').selectAll().executeTakeFirstOrThrow();
  expect(returned).toStrictEqual(read);
  expect(read).toMatchObject(written);
  expect(read).toMatchObject({ id: 1, version: 1, stage: 'contact', local_dirty: false, wechat_id: null });
});

test('a flag is a boolean through a view and an alias as well', async () => {
  const { db } = await testStore();
  await db
    .insertInto('customers_unified')
    .values({ ...CUSTOMER, has_order: true })
    .execute();
  const row = await db
    .selectFrom('v_pending_sync_customers')
    .select(['has_order as ordered', 'has_payment', 'sync_priority'])
    .executeTakeFirstOrThrow();
  expect(row).toStrictEqual({ ordered: true, has_payment: false, sync_priority: 'mandatory' });
});

test('a flag filters by true and false', async () => {
  const { db } = await testStore();
  await db
    .insertInto('customers_unified')
    .values([
      { ...CUSTOMER, local_dirty: true },
      { ...CUSTOMER, local_dirty: false },
    ])
    .execute();
  const dirty = await db
    .selectFrom('customers_unified')
    .select('id')
    .where('local_dirty', '=', true)
    .execute();
  expect(dirty).toStrictEqual([{ id: 1 }]);
});

test('counts, sums and means are numbers', async () => {
  const { db } = await testStore();
  await db
    .insertInto('customers_unified')
    .values([
      { ...CUSTOMER, message_count: 3 },
      { ...CUSTOMER, message_count: 4 },
    ])
    .execute();
  const row = await db
    .selectFrom('customers_unified')
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      e.fn.sum<number>('message_count').as('sum'),
      e.fn.avg<number>('message_count').as('mean'),
      e.fn.max('updated_at').as('last'),
    ])
    .executeTakeFirstOrThrow();
  expect(row).toStrictEqual({ count: 2, sum: 7, mean: 3.5, last: AT });
});

test('an update says how many rows it changed', async () => {
  const { db } = await testStore();
  await db.insertInto('customers_unified').values([CUSTOMER, CUSTOMER]).execute();
  const result = await db
    .updateTable('customers_unified')
    .set({ version: 2 })
    .where('id', '=', 2)
    .executeTakeFirst();
  expect(result.numUpdatedRows).toBe(1n);
});

test('times compare and sort as times', async () => {
  const { db } = await testStore();
  const rows = ['2026-01-02T03:04:05.678Z', '2025-12-31T23:59:59.999Z'].map((updated_at) => ({
    ...CUSTOMER,
    updated_at,
  }));
  await db.insertInto('customers_unified').values(rows).execute();
  const later = await db
    .selectFrom('customers_unified')
    .select('updated_at')
    .where('updated_at', '>', '2026-01-01T00:00:00.000Z')
    .execute();
  expect(later).toStrictEqual([{ updated_at: '2026-01-02T03:04:05.678Z' }]);
});

test('an empty WeChat id is refused: no value is null', async () => {
  const { db } = await testStore();
  await expect(
    db
      .insertInto('customers_unified')
      .values({ ...CUSTOMER, wechat_id: '' })
      .execute(),
  ).rejects.toThrow();
});

test('the statistics count by the day in China', async () => {
  const { db } = await testStore();
  const log = { sync_direction: 'erp_to_local', sync_type: 'pull', sync_result: 'success' } as const;
  await db
    .insertInto('erp_sync_logs')
    .values([
      { ...log, synced_at: '2026-01-01T15:59:59.999Z', sync_duration_ms: 10 },
      { ...log, synced_at: '2026-01-01T16:00:00.000Z', sync_duration_ms: 20 },
      { ...log, synced_at: '2026-01-02T15:00:00.000Z', sync_duration_ms: 21 },
    ])
    .execute();
  const days = await db.selectFrom('v_sync_statistics').selectAll().orderBy('sync_date').execute();
  const rest = { sync_direction: 'erp_to_local', sync_result: 'success' };
  expect(days).toStrictEqual([
    { sync_date: '2026-01-01', ...rest, count: 1, avg_duration_ms: 10 },
    { sync_date: '2026-01-02', ...rest, count: 2, avg_duration_ms: 20.5 },
  ]);
});

test('customers that wait come best first, those marked invalid not at all', async () => {
  const { db } = await testStore();
  const rows = [
    { data_quality_score: 10 },
    { data_quality_score: 55, erp_customer_id: 7, local_dirty: true },
    { data_quality_score: 85, erp_sync_status: 'failed' as const },
    { data_quality_score: 5, marked_as_important: true },
    { data_quality_score: 99, marked_as_invalid: true },
    { data_quality_score: 99, erp_sync_status: 'synced' as const },
    { data_quality_score: 60, erp_customer_id: 8, erp_presence: 'gone' as const, local_dirty: true },
  ];
  for (const row of rows)
    await db
      .insertInto('customers_unified')
      .values({ ...CUSTOMER, ...row })
      .execute();
  const waiting = await db
    .selectFrom('v_pending_sync_customers')
    .select(['id', 'sync_priority', 'recommended_action'])
    .execute();
  expect(waiting.map((row) => [row.id, row.sync_priority, row.recommended_action])).toEqual([
    [4, 'mandatory', 'CREATE'],
    [3, 'high_quality', 'CREATE'],
    [7, 'medium_quality', 'SKIP'],
    [2, 'medium_quality', 'UPDATE'],
    [1, 'low_quality', 'CREATE'],
  ]);
});

test('an expression can be computed by the database', async () => {
  const { db } = await testStore();
  const { rows } = await sql<{ n: number }>`select 1 + 1 as n`.execute(db);
  expect(rows).toStrictEqual([{ n: 2 }]);
});
