import { expect, test, vi } from 'vitest';
import { failureOf } from '../src/failure.ts';
import {
  acquireLease,
  type Holder,
  type Lease,
  type Store,
  StoreError,
  thisHolder,
} from '../src/store/index.ts';
import { openTestStore, testDatabase, testStore } from './support/database.ts';
import { startHelper } from './support/process.ts';

const HELPER = new URL('support/store-helper.ts', import.meta.url);

const ME = thisHolder('test');
const ELSEWHERE: Holder = { label: 'worker', host: 'elsewhere.example.com', pid: 1, started: '1' };

async function hold(store: Store, holder: Holder, expiresInMs: number): Promise<void> {
  const now = Date.now();
  await store.db
    .insertInto('leases')
    .values({
      name: 'sync',
      holder: JSON.stringify(holder),
      acquired_at: new Date(now - 70_000).toISOString(),
      renewed_at: new Date(now - 70_000).toISOString(),
      expires_at: new Date(now + expiresInMs).toISOString(),
    })
    .execute();
}

const ask = (store: Store, waitMs = 0, onWait?: (holder: Holder) => void) =>
  acquireLease(store, 'sync', ME, { waitMs, onWait });

test('of many that ask at once exactly one gets the lease', async () => {
  const address = await testDatabase();
  const stores = [await openTestStore(address), await openTestStore(address)];
  const attempts = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => ask(stores[index % 2]!)));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const attempt of attempts) {
    if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'lease_held' });
  }
});

test('a released lease can be taken again, and leases of other names are free', async () => {
  const store = await testStore();
  const lease = await ask(store);
  await (await acquireLease(store, 'other', ME, { waitMs: 0 })).release();
  await lease.release();
  const again = await ask(store);
  await lease.release();
  expect(again.lost).toBe(false);
  await expect(ask(store)).rejects.toMatchObject({ code: 'lease_held' });
});

test('whoever waits is told once for whom, and gets the lease when that process gives it back', async () => {
  const address = await testDatabase();
  const store = await openTestStore(address);
  const helper = startHelper(HELPER, JSON.stringify(address), 'lease');
  expect(await helper.line()).toBe('leased');
  const waitedFor: Holder[] = [];
  const lease = await ask(store, 30_000, (holder) => {
    waitedFor.push(holder);
    setTimeout(() => helper.say('give it back'), 600);
  });
  expect(lease.lost).toBe(false);
  expect(waitedFor).toMatchObject([{ label: 'helper', pid: helper.pid }]);
});

test('the lease of a killed process is free at once', async () => {
  const address = await testDatabase();
  const store = await openTestStore(address);
  const helper = startHelper(HELPER, JSON.stringify(address), 'lease');
  expect(await helper.line()).toBe('leased');
  await expect(ask(store)).rejects.toMatchObject({ code: 'lease_held' });
  await helper.kill();
  expect((await ask(store)).lost).toBe(false);
});

test('the lease of a process that only has the number of a running one is free', async () => {
  const store = await testStore();
  await hold(store, { ...ME, started: 'long ago' }, 60_000);
  expect((await ask(store)).lost).toBe(false);
});

test('a running process of this machine keeps its lease however late it is', async () => {
  const store = await testStore();
  await hold(store, ME, -10_000);
  await expect(ask(store)).rejects.toMatchObject({ code: 'lease_held' });
});

test('the lease of another machine is free when it has expired, not before', async () => {
  const store = await testStore();
  await hold(store, ELSEWHERE, 30_000);
  await expect(ask(store)).rejects.toThrow(/worker/);
  await store.db
    .updateTable('leases')
    .set({ expires_at: new Date(Date.now() - 1).toISOString() })
    .execute();
  expect((await ask(store)).lost).toBe(false);
});

function withFakeBeat(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
}

async function beat(lease: Lease, done: () => boolean | Promise<boolean>): Promise<void> {
  vi.advanceTimersByTime(10_000);
  await vi.waitUntil(done, { timeout: 20_000 });
  expect(lease.name).toBe('sync');
}

test('a lease is renewed while it is held', async () => {
  const store = await testStore();
  withFakeBeat();
  const lease = await ask(store);
  const times = () =>
    store.db
      .selectFrom('leases')
      .select(['acquired_at', 'renewed_at', 'expires_at'])
      .executeTakeFirstOrThrow();
  const before = await times();
  await beat(lease, async () => (await times()).renewed_at > before.renewed_at);
  const after = await times();
  expect(after.acquired_at).toBe(before.acquired_at);
  expect(Date.parse(after.expires_at) - Date.parse(after.renewed_at)).toBe(60_000);
  expect(lease.lost).toBe(false);
  vi.useRealTimers();
});

test('a lease that somebody else took is lost at the next beat', async () => {
  const store = await testStore();
  withFakeBeat();
  const lease = await ask(store);
  await store.db
    .updateTable('leases')
    .set({ holder: JSON.stringify(ELSEWHERE) })
    .execute();
  await beat(lease, () => lease.lost);
  await lease.release();
  expect(await store.db.selectFrom('leases').select('holder').execute()).toHaveLength(1);
  vi.useRealTimers();
});

test('a process that stood still for a minute keeps a lease that nobody took, and has lost one that somebody did', async () => {
  const store = await testStore();
  vi.useFakeTimers({ toFake: ['performance'] });
  const lease = await ask(store);
  vi.advanceTimersByTime(61_000);
  expect(lease.lost).toBe(true);
  expect(await lease.holds()).toBe(true);
  expect(lease.lost).toBe(false);
  await store.db
    .updateTable('leases')
    .set({ holder: JSON.stringify(ELSEWHERE) })
    .execute();
  vi.advanceTimersByTime(61_000);
  expect(await lease.holds()).toBe(false);
  vi.useRealTimers();
});

test('a lease that could not be renewed for a minute is lost', async () => {
  const address = await testDatabase();
  const store = await openTestStore(address);
  withFakeBeat();
  const lease = await ask(store);
  await store.close();
  vi.advanceTimersByTime(59_000);
  expect(lease.lost).toBe(false);
  vi.advanceTimersByTime(2_000);
  expect(lease.lost).toBe(true);
  vi.useRealTimers();
});

test('a turn that another holds or took is a run that failed, not a fault of the configuration', () => {
  const exitCodes = (['lease_held', 'lease_lost', 'foreign_database'] as const).map(
    (code) => failureOf(new StoreError(code)).exitCode,
  );
  expect(exitCodes).toEqual([1, 1, 2]);
});
