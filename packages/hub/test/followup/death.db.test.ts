import { hostname } from 'node:os';
import pino from 'pino';
import { expect, test } from 'vitest';
import { Mortal } from '../../../../torture/crash.ts';
import { syncFollowUps } from '../../src/followup/follow-ups.ts';
import { listFollowUps } from '../../src/followup/read.ts';
import type { RunContext } from '../../src/sync/context.ts';
import { SILENT } from '../../src/sync/context.ts';
import { type Engine, engine, listed, RUN_SETTINGS } from '../engine/support.ts';
import { SETTINGS, say } from './talks.ts';

/** A process that dies: its claims are a dead one's. */
function contextOf(hub: Engine, life: number, mortal?: Mortal): RunContext {
  return {
    store: mortal ? mortal.store(hub.store) : hub.store,
    erp: mortal ? mortal.erp(hub.erp) : hub.erp,
    turn: { isWanted: async () => false, breathe: async () => true, mustHold: async () => {}, isOver: false },
    log: pino({ level: 'silent' }),
    settings: { ...RUN_SETTINGS, concurrency: 1, followUps: SETTINGS },
    clock: () => new Date('2026-03-01T04:00:00.000Z'),
    random: () => 0.5,
    runId: life,
    by: 'test',
    holder: JSON.stringify({ label: 'mortal', host: hostname(), pid: process.pid, started: `life ${life}` }),
    byHand: true,
    progress: SILENT,
  };
}

const DAYS = ['2026-02-27T02:00:00.000Z', '2026-02-28T02:00:00.000Z'];

/** So many customers, with a conversation on each day. */
async function world(customers: number, days: readonly string[]): Promise<Engine> {
  const hub = await engine({ customers: 10 });
  await hub.run('pull');
  const people = await Promise.all(
    listed(hub.sim)
      .slice(0, customers)
      .map(({ ord }) => hub.rowOf(ord)),
  );
  await say(
    hub.store,
    people.flatMap((customer) =>
      days.map((at) => ({
        customer,
        at,
        lines: [['c', `请报价，第 ${customer.id} 号客户 ${at.slice(8, 10)} 日要球阀`] as const],
      })),
    ),
  );
  return hub;
}

test('dead at any step of it, a follow-up is sent once, or in doubt and not sent again', async () => {
  const hub = await world(2, DAYS);
  let deaths = 0;
  let afterEffect = 0;
  // One world for all deaths: each life goes one step further than the last, until one comes through.
  for (let steps = 1; ; steps += 1) {
    const mortal = new Mortal(steps);
    const done = await syncFollowUps(contextOf(hub, steps, mortal), SETTINGS, true).then(
      () => true,
      () => false,
    );
    if (mortal.dead) deaths += 1;
    if (mortal.afterEffect) afterEffect += 1;
    if (done && !mortal.dead) break;
  }
  const { planned } = await syncFollowUps(contextOf(hub, 1000), SETTINGS, true);
  expect(planned).toBe(0);
  const all = await listFollowUps(hub.store.db, { all: true });
  const texts = hub.sim.followUps().map(({ ord, fields }) => `${ord} ${fields.intro}`);
  expect(new Set(texts).size).toBe(texts.length);
  expect(all.map(({ standing }) => standing).every((one) => one === 'sent' || one === 'doubtful')).toBe(true);
  expect(all).toHaveLength(4);
  for (const one of all.filter(({ standing }) => standing === 'sent'))
    expect(texts).toContain(`${one.ord} ${one.text}`);
  expect(deaths).toBeGreaterThan(4);
  expect(afterEffect).toBeGreaterThan(0);
});

test('dead at each step in a world of its own: what the ERP has is never sent again', async () => {
  const seen = new Set<string>();
  for (let steps = 1; ; steps += 1) {
    const hub = await world(1, DAYS.slice(1));
    const mortal = new Mortal(steps);
    await syncFollowUps(contextOf(hub, 1, mortal), SETTINGS, true).catch(() => {});
    await syncFollowUps(contextOf(hub, 2), SETTINGS, true);
    const all = await listFollowUps(hub.store.db, { all: true });
    const texts = hub.sim.followUps().map(({ ord, fields }) => `${ord} ${fields.intro}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(all).toHaveLength(1);
    for (const { standing } of all) seen.add(standing);
    if (all[0]?.standing === 'sent') expect(texts).toHaveLength(1);
    if (!mortal.dead) break;
  }
  expect([...seen].sort()).toEqual(['doubtful', 'sent']);
});
