import { expect, test } from 'vitest';
import { ownBudget } from '../src/call-budget.ts';
import { Pace } from '../src/pace.ts';
import { testClient } from './support/client.ts';
import { bill, isLogin, loggedIn, rawErp, refused } from './support/raw-erp.ts';

/** A clock that moves only when somebody sleeps. */
function fakeTime() {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { clock: () => now, sleep, now: () => now };
}

function pace(options: { concurrency?: number; callsPerMinute?: number } = {}) {
  const time = fakeTime();
  const { concurrency = 4, callsPerMinute = 0 } = options;
  const budget = ownBudget(callsPerMinute, time.clock);
  return { time, pace: new Pace({ concurrency, budget, backoffMs: 100, longestPauseMs: 30_000, ...time }) };
}

test('at most so many calls are under way, first come, first served', async () => {
  const { pace: gate } = pace({ concurrency: 2 });
  const order: number[] = [];
  const enter = (n: number) => gate.enter().then(() => order.push(n));
  const all = [1, 2, 3, 4].map(enter);
  await Promise.all(all.slice(0, 2));
  expect(gate.state()).toMatchObject({ inFlight: 2, waiting: 2 });
  gate.leave();
  gate.leave();
  await Promise.all(all);
  expect(order).toEqual([1, 2, 3, 4]);
});

test('at most so many calls begin in any minute', async () => {
  const { pace: gate, time } = pace({ concurrency: 100, callsPerMinute: 10 });
  const starts: number[] = [];
  for (let i = 0; i < 35; i++) {
    await gate.enter();
    starts.push(time.now());
    gate.leave();
  }
  for (const start of starts)
    expect(starts.filter((each) => each > start - 60_000 && each <= start).length).toBeLessThanOrEqual(10);
  expect(time.now()).toBe(180_000);
});

test('trouble halves the calls under way down to one, then puts a growing gap between them', async () => {
  const { pace: gate } = pace({ concurrency: 8 });
  const limits = Array.from({ length: 6 }, () => {
    gate.trouble();
    const { limit, gapMs } = gate.state();
    return [limit, gapMs];
  });
  expect(limits).toEqual([
    [4, 0],
    [2, 0],
    [1, 0],
    [1, 100],
    [1, 200],
    [1, 400],
  ]);
  for (let i = 0; i < 100; i++) gate.trouble();
  expect(gate.state().gapMs).toBe(30_000);
});

test('good answers give back the gap first, then one call after the other', () => {
  const { pace: gate } = pace({ concurrency: 3 });
  for (let i = 0; i < 3; i++) gate.trouble();
  expect(gate.state()).toMatchObject({ limit: 1, gapMs: 200 });
  for (let i = 0; i < 2; i++) gate.good();
  expect(gate.state()).toMatchObject({ limit: 1, gapMs: 0 });
  for (let i = 0; i < 4; i++) gate.good();
  expect(gate.state().limit).toBe(2);
  for (let i = 0; i < 100; i++) gate.good();
  expect(gate.state().limit).toBe(3);
});

test('calls keep the gap between them', async () => {
  const { pace: gate, time } = pace({ concurrency: 1 });
  gate.trouble();
  await gate.enter();
  gate.leave();
  await gate.enter();
  expect(time.now()).toBe(100);
});

test('whoever gives up waiting frees the place for the next', async () => {
  const { pace: gate } = pace({ concurrency: 1 });
  await gate.enter();
  const abort = new AbortController();
  const given = gate.enter(abort.signal);
  const next = gate.enter();
  abort.abort();
  await expect(given).rejects.toThrow();
  gate.leave();
  await next;
  expect(gate.state()).toMatchObject({ inFlight: 1, waiting: 0 });
});

test('the server never sees more calls at once than allowed, and fewer once it times out', async () => {
  let underWay = 0;
  let most = 0;
  let slow = false;
  const { baseUrl } = await rawErp(async (seen) => {
    if (isLogin(seen)) return loggedIn();
    if (slow) return { status: 500, body: '' };
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay--;
    return bill(5, { name: '甲' });
  });
  const { client } = testClient(baseUrl, { concurrency: 3 });
  await Promise.all(Array.from({ length: 12 }, () => client.customers.get(5)));
  expect(most).toBe(3);
  slow = true;
  await expect(client.customers.get(5)).rejects.toMatchObject({ code: 'server_error' });
  expect(client.stats()).toMatchObject({ limit: 1 });
});

test('an ERP that asks in words for fewer calls gets fewer', async () => {
  let words = '操作过于频繁，请30秒后再试';
  const { baseUrl } = await rawErp((seen) => (isLogin(seen) ? loggedIn() : refused(words)));
  const { client } = testClient(baseUrl, { concurrency: 8 });
  await expect(client.options.options('ly')).rejects.toMatchObject({ code: 'server_error' });
  expect(client.stats().limit).toBeLessThan(8);
  words = '系统异常';
  const third = testClient(baseUrl, { concurrency: 8 }).client;
  await expect(third.options.options('ly')).rejects.toMatchObject({ code: 'server_error' });
  expect(third.stats().limit).toBe(8);
  words = '单据不存在';
  const other = testClient(baseUrl, { concurrency: 8 }).client;
  await expect(other.options.options('ly')).rejects.toMatchObject({ code: 'not_found' });
  expect(other.stats().limit).toBe(8);
});
