import { expect, test } from 'vitest';
import { bulkInsert, changedBy, mustChange } from '../src/store/index.ts';
import { testStore } from './support/database.ts';

const AT = '2026-01-02T03:04:05.678Z';

test('many rows arrive complete and in order', async () => {
  const store = await testStore();
  const rows = Array.from({ length: 2_345 }, (_, index) => ({
    ord: index + 1,
    customer_id: index + 1,
    record: JSON.stringify({ name: `公司${index}` }),
    first_seen_at: AT,
    changed_at: AT,
    needs_detail: index % 2 === 0 ? ('phone' as const) : null,
  }));
  await store.transaction((trx) => bulkInsert(trx, 'erp_mirror', rows));
  const read = await store.db
    .selectFrom('erp_mirror')
    .select(['ord', 'customer_id', 'record', 'first_seen_at', 'changed_at', 'needs_detail'])
    .orderBy('ord')
    .execute();
  expect(read).toStrictEqual(rows);
});

test('columns that a row leaves out get their defaults, whatever its neighbours hold', async () => {
  const store = await testStore();
  const base = { created_at: AT, updated_at: AT };
  await store.transaction((trx) =>
    bulkInsert(trx, 'customers_unified', [
      { ...base, local_dirty: true },
      base,
      { ...base, version: 7 },
      { ...base, local_dirty: undefined, message_count: 3 },
      { ...base, local_dirty: true, phone_verified: false },
    ]),
  );
  const read = await store.db
    .selectFrom('customers_unified')
    .select(['local_dirty', 'version', 'message_count'])
    .orderBy('id')
    .execute();
  expect(read.map((row) => [row.local_dirty, row.version, row.message_count])).toEqual([
    [true, 1, 0],
    [false, 1, 0],
    [false, 7, 0],
    [false, 1, 3],
    [true, 1, 0],
  ]);
});

test('no rows are no statement', async () => {
  const store = await testStore();
  await store.transaction((trx) => bulkInsert(trx, 'leases', []));
  expect(await store.db.selectFrom('leases').selectAll().execute()).toEqual([]);
});

test('nothing stays of a bulk insert that fails half way', async () => {
  const store = await testStore();
  const rows = Array.from({ length: 500 }, (_, index) => ({ ord: index, sweep_id: 1, missed_at: AT }));
  const work = store.transaction((trx) => bulkInsert(trx, 'sweep_missed', [...rows, rows[0]!]));
  await expect(work).rejects.toThrow(/unique/i);
  expect(await store.db.selectFrom('sweep_missed').selectAll().execute()).toEqual([]);
});

test('what fails after its statement was handed over takes the whole transaction back, and the next one is free of it', async () => {
  const store = await testStore();
  const row = { ord: 1, sweep_id: 1, missed_at: AT };
  const work = store.transaction(async (trx) => {
    await trx.insertInto('bangqiao_meta').values({ key: 'before', value: '1' }).execute();
    await bulkInsert(trx, 'sweep_missed', [row, row]);
    await trx.insertInto('bangqiao_meta').values({ key: 'after', value: '1' }).execute();
  });
  await expect(work).rejects.toThrow(/unique/i);
  await store.transaction((trx) => bulkInsert(trx, 'sweep_missed', [row]));
  expect(await store.db.selectFrom('sweep_missed').select('ord').execute()).toEqual([{ ord: 1 }]);
  const left = await store.db
    .selectFrom('bangqiao_meta')
    .select('key')
    .where('key', 'in', ['before', 'after'])
    .execute();
  expect(left).toEqual([]);
});

test('statements in one go say how many rows they changed, and read their own transaction', async () => {
  const store = await testStore();
  await store.transaction(async (trx) => {
    const rows = [1, 2, 3].map((ord) => ({ ord, sweep_id: 1, missed_at: AT }));
    await bulkInsert(trx, 'sweep_missed', rows);
    const away = (ord: number) => trx.deleteFrom('sweep_missed').where('ord', '>=', ord).compile();
    expect(await changedBy(trx, [away(3), away(2), away(2)])).toBe(2);
    expect(await trx.selectFrom('sweep_missed').select('ord').execute()).toEqual([{ ord: 1 }]);
  });
});

test('rows that must change and do not take the whole transaction back', async () => {
  const store = await testStore();
  const change = (ords: readonly number[]) =>
    store.transaction(async (trx) => {
      await bulkInsert(trx, 'sweep_missed', [{ ord: 9, sweep_id: 1, missed_at: AT }]);
      const away = ords.map((ord) => trx.deleteFrom('sweep_missed').where('ord', '=', ord).compile());
      await mustChange(trx, away, { change: ords.length, refuse: () => new Error('one moved') });
      await bulkInsert(trx, 'sweep_missed', [{ ord: 8, sweep_id: 1, missed_at: AT }]);
    });
  const there = () => store.db.selectFrom('sweep_missed').select('ord').orderBy('ord').execute();
  await expect(change([9, 7])).rejects.toThrow('one moved');
  expect(await there()).toEqual([]);
  await change([9]);
  expect(await there()).toEqual([{ ord: 8 }]);
});

test('a customer, a kind and a subject have one open write at most', async () => {
  const { db } = await testStore();
  const write = {
    customer_id: 1,
    kind: 'create',
    field_names: '[]',
    reason: 'test',
    created_at: AT,
    updated_at: AT,
  };
  await db
    .insertInto('write_journal')
    .values({ ...write, state: 'confirmed' })
    .execute();
  await db
    .insertInto('write_journal')
    .values({ ...write, state: 'parked' })
    .execute();
  await db
    .insertInto('write_journal')
    .values({ ...write, state: 'planned', subject: 'follow-up 1' })
    .execute();
  await expect(
    db
      .insertInto('write_journal')
      .values({ ...write, state: 'planned' })
      .execute(),
  ).rejects.toThrow(/unique/i);
});
