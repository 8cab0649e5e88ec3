import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Executor, Store } from '../src/store/index.ts';
import { openTestStore, testDatabase, testStore } from './support/database.ts';
import { startHelper } from './support/process.ts';

const HELPER = new URL('support/store-helper.ts', import.meta.url);

async function write(trx: Executor, key: string, value: string): Promise<void> {
  await trx.insertInto('bangqiao_meta').values({ key, value }).execute();
}

async function read({ db }: Pick<Store, 'db'>, key: string): Promise<string | undefined> {
  return (await db.selectFrom('bangqiao_meta').select('value').where('key', '=', key).executeTakeFirst())
    ?.value;
}

test('a transaction returns what its work returns, and its writes stay', async () => {
  const store = await testStore();
  expect(await store.transaction(async (trx) => write(trx, 'a', '1').then(() => 'done'))).toBe('done');
  expect(await read(store, 'a')).toBe('1');
});

test.each([true, false])(
  'nothing stays of a transaction whose work throws (durable: %s)',
  async (durable) => {
    const store = await testStore();
    const work = async (trx: Executor) => {
      await write(trx, 'a', '1');
      throw new Error('no');
    };
    await expect(store.transaction(work, { durable })).rejects.toThrow('no');
    expect(await read(store, 'a')).toBeUndefined();
  },
);

test('using the store inside its own transaction is refused instead of hanging', async () => {
  const store = await testStore();
  await expect(store.transaction(() => read(store, 'a'))).rejects.toMatchObject({ code: 'nested_use' });
  await expect(store.transaction(() => store.transaction(async () => {}))).rejects.toMatchObject({
    code: 'nested_use',
  });
  expect(await read(store, 'a')).toBeUndefined();
});

test('what a transaction started may use the store once the transaction has ended', async () => {
  const store = await testStore();
  const gate = Promise.withResolvers<void>();
  let later: Promise<string | undefined> | undefined;
  await store.transaction(async (trx) => {
    await write(trx, 'a', '1');
    later = gate.promise.then(() => read(store, 'a'));
  });
  gate.resolve();
  expect(await later).toBe('1');
});

const DURABILITY: Record<Store['dialect'], { ask: RawBuilder<object>; durable: unknown; plain: unknown }> = {
  sqlite: { ask: sql`pragma synchronous`, durable: { synchronous: 2 }, plain: { synchronous: 1 } },
  postgres: {
    ask: sql`show synchronous_commit`,
    durable: { synchronous_commit: 'on' },
    plain: { synchronous_commit: 'on' },
  },
};

test('a durable transaction, and only it, is committed to the disk itself', async () => {
  const store = await testStore();
  const { ask, durable, plain } = DURABILITY[store.dialect];
  const answer = async (trx: Executor) => (await ask.execute(trx)).rows[0];
  expect(await store.transaction(answer)).toEqual(plain);
  expect(await store.transaction(answer, { durable: true })).toEqual(durable);
  await expect(
    store.transaction(
      async () => {
        throw new Error('no');
      },
      { durable: true },
    ),
  ).rejects.toThrow('no');
  expect(await store.transaction(answer)).toEqual(plain);
});

test('transactions asked for at once run to their end one by one, each seeing the last', async () => {
  const store = await testStore();
  await write(store.db, 'n', '0');
  const addOne = () =>
    store.transaction(async (trx) => {
      const row = await trx
        .selectFrom('bangqiao_meta')
        .select('value')
        .where('key', '=', 'n')
        .$if(store.dialect === 'postgres', (query) => query.forUpdate())
        .executeTakeFirstOrThrow();
      const value = String(Number(row.value) + 1);
      await trx.updateTable('bangqiao_meta').set({ value }).where('key', '=', 'n').execute();
    });
  await Promise.all(Array.from({ length: 20 }, addOne));
  expect(await read(store, 'n')).toBe('20');
});

test.each([true, false])(
  'a write waits for a transaction of another process without stopping this one (in a transaction: %s)',
  async (inTransaction) => {
    const address = await testDatabase();
    const store = await openTestStore(address);
    const helper = startHelper(HELPER, JSON.stringify(address), 'hold');
    expect(await helper.line()).toBe('holding');
    const write = async (db: Executor) => {
      await db
        .insertInto('bangqiao_meta')
        .values({ key: 'who', value: 'me' })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ value: sql`bangqiao_meta.value || ', then me'` }),
        )
        .execute();
    };
    const mine = inTransaction ? store.transaction(write) : write(store.db);
    // Were this process stopped by the wait, it could not say this, and the wait would run into its time-out.
    setTimeout(() => helper.say('go on'), 200);
    await mine;
    expect(await read(store, 'who')).toBe('helper, then me');
  },
);

test('reading does not wait for a transaction of another process, and sees nothing of it yet', async () => {
  const address = await testDatabase();
  const store = await openTestStore(address);
  const helper = startHelper(HELPER, JSON.stringify(address), 'hold');
  expect(await helper.line()).toBe('holding');
  expect(await read(store, 'who')).toBeUndefined();
  helper.say('go on');
  expect(await helper.line()).toBe('committed');
  expect(await read(store, 'who')).toBe('helper');
});

test('two stores of one process wait for each other', async () => {
  const address = await testDatabase();
  const [one, two] = [await openTestStore(address), await openTestStore(address)];
  const gate = Promise.withResolvers<void>();
  const first = one.transaction(async (trx) => {
    await write(trx, 'a', '1');
    await gate.promise;
  });
  const second = two.transaction((trx) => write(trx, 'b', '2'));
  setTimeout(gate.resolve, 100);
  await Promise.all([first, second]);
  expect([await read(one, 'b'), await read(two, 'a')]).toEqual(['2', '1']);
});
