import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadConfig } from '../src/config/index.ts';
import { type Job, Scheduler } from '../src/jobs/scheduler.ts';
import { followUpInterval } from '../src/jobs/service.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A job of every ten minutes that notes when it ran, in minutes; `isQuiet` tells whether it may. */
function job(isQuiet: () => boolean, ends: () => boolean = () => true) {
  const began = Date.now();
  const ran: number[] = [];
  const one: Job = {
    name: 'pull',
    interval: async () => (isQuiet() ? null : 600),
    work: async () => {
      ran.push(Math.round((Date.now() - began) / 60_000));
      return ends();
    },
  };
  return { ran, one, minute: () => (Date.now() - began) / 60_000 };
}

function scheduler(one: Job): Scheduler {
  return new Scheduler([one], pino({ level: 'silent' }));
}

test('a job runs after its interval, again and again, counted from its end', async () => {
  const { ran, one } = job(() => false);
  const schedule = scheduler(one);
  schedule.start();
  await vi.advanceTimersByTimeAsync(35 * 60_000);
  expect(ran).toEqual([10, 20, 30]);
  await schedule.stop();
});

test('a job that fell due in quiet hours runs as soon as they are over', async () => {
  const quiet = job(() => quiet.minute() >= 5 && quiet.minute() < 60);
  // It was armed before they began, and holds still itself.
  const work = async () => (quiet.minute() < 60 ? false : quiet.one.work());
  const schedule = scheduler({ ...quiet.one, work });
  schedule.start();
  await vi.advanceTimersByTimeAsync(75 * 60_000);
  expect(quiet.ran).toHaveLength(2);
  expect(quiet.ran[0]).toBeLessThanOrEqual(61);
  await schedule.stop();
});

test('a job that was broken off at the border of quiet hours goes on after them', async () => {
  const one = job(
    () => one.ran.length > 0 && one.minute() < 30,
    () => one.ran.length > 1,
  );
  const schedule = scheduler(one.one);
  schedule.start();
  await vi.advanceTimersByTimeAsync(35 * 60_000);
  expect(one.ran).toEqual([10, 30]);
  await schedule.stop();
});

test('what is switched off while it waits does not run any more; a shorter interval counts within a minute', async () => {
  const { ran, one, minute } = job(() => false);
  let interval: number | null = 600;
  const schedule = scheduler({ ...one, interval: async () => interval });
  schedule.start();
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  interval = null;
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(ran).toEqual([]);
  interval = 86_400;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect([ran, minute()]).toEqual([[], 30]);
  interval = 1800;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ran).toHaveLength(1);
  await schedule.stop();
});

test('what a job throws does not end the schedule', async () => {
  const { ran, one } = job(
    () => false,
    () => {
      throw new Error('the ERP is away');
    },
  );
  const schedule = scheduler(one);
  schedule.start(true);
  await vi.advanceTimersByTimeAsync(25 * 60_000);
  expect(ran).toEqual([0, 10, 20]);
  await schedule.stop();
});

test('where pushing is off no follow-up leaves by itself either: it is written to the ERP as well', () => {
  const loaded = loadConfig({ env: {}, cwd: join(tmpdir(), 'no-such-folder') });
  if (!loaded.ok) throw new Error('no configuration');
  expect(followUpInterval({ pushEnabled: true }, loaded.config)).toBe(3600);
  expect(followUpInterval({ pushEnabled: false }, loaded.config)).toBeNull();
});
