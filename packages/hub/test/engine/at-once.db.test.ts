import { expect, test } from 'vitest';
import { activeRules } from '../../src/admit/rule-store.ts';
import { requestPush } from '../../src/customers/index.ts';
import { sweepRules } from '../../src/jobs/rule-sweep.ts';
import { atOncePassage } from '../../src/plan/passage.ts';
import { oldestRequests } from '../../src/push/requests.ts';
import { companies, company, type Engine, engine, listed } from './support.ts';

const requests = ({ store }: Engine) => oldestRequests(store.db, 1000);

/** The run that a service makes for them. */
function atOnce(hub: Engine, only: readonly number[]) {
  return hub.run('push', { only, trigger: 'change', byHand: false, passage: atOncePassage() });
}

async function sweep(hub: Engine, limit = 50): Promise<number[]> {
  const at = new Date(Date.parse('2026-03-01T12:00:00.000Z'));
  const rules = await activeRules(hub.store, {}, at.toISOString());
  await sweepRules(hub.store, { rules, floor: undefined }, limit, at.toISOString());
  return requests(hub);
}

test('whoever comes in or changes here is asked for in the same transaction; what the ERP changed is not', async () => {
  const hub = await engine();
  await hub.run('pull');
  expect(await requests(hub)).toEqual([]);
  const ids = await hub.bring(companies(2));
  expect(await requests(hub)).toEqual(ids);
  await hub.run('push');
  expect(await requests(hub)).toEqual([]);

  const [linked] = ids as [number, number];
  await hub.edit(linked, { address: '杭州市样本路 1 号' });
  await hub.edit(linked, { address: '杭州市样本路 2 号' });
  expect(await requests(hub)).toEqual([linked]);
  const broken = hub.store.transaction(async (trx) => {
    await requestPush(trx, [ids[1] as number], 'test', '2026-03-01T02:00:00.000Z');
    throw new Error('not committed');
  });
  await expect(broken).rejects.toThrow('not committed');
  expect(await requests(hub)).toEqual([linked]);
});

test('a run about one customer answers its request only, and a change during the run is asked for anew', async () => {
  const hub = await engine();
  await hub.run('pull');
  const [first, second] = (await hub.bring(companies(2))) as [number, number];
  hub.sim.faults.slowMs = 40;
  const running = atOnce(hub, [first]);
  while (!hub.sim.stats.calls['customer.save']) await new Promise((resolve) => setTimeout(resolve, 5));
  await hub.edit(first, { address: '杭州市样本路 3 号' });

  const report = await running;

  expect(report.push).toMatchObject({ considered: 1 });
  expect(await hub.writes(second)).toEqual([]);
  expect(new Set(await requests(hub))).toEqual(new Set([first, second]));
});

test('a customer that no rule lets in is decided at once, and asked for no more', async () => {
  const hub = await engine();
  await hub.run('pull');
  const [id] = (await hub.bring([{ wechat_id: 'wx_nobody', wechat_nickname: '路人' }])) as [number];

  const report = await atOnce(hub, [id]);

  expect(report.push).toMatchObject({ considered: 1, skipped: 1, calls: 0 });
  expect((await hub.row(id)).erp_sync_status).toBe('skipped');
  expect(await requests(hub)).toEqual([]);
});

test('what is pushed at once within an hour counts together; the rest waits for the scheduled push, which asks', async () => {
  const breaker = { number: 5, share: 0.3, min_rows: 20 };
  const hub = await engine();
  await hub.run('pull');
  const ids = await hub.bring(companies(12));
  const one = (only: readonly number[]) =>
    hub.run('push', {
      only,
      trigger: 'change',
      byHand: false,
      passage: atOncePassage(),
      settings: { breaker },
    });

  expect((await one(ids.slice(0, 4))).push?.created).toBe(4);
  const second = await one(ids.slice(4, 8));
  expect(second).toMatchObject({ exitCode: 0, asked: null, push: { created: 0, waiting: 4 } });
  expect((await one(ids.slice(8, 9))).push?.created).toBe(1);
  expect((await one(ids.slice(9))).push?.created).toBe(0);
  expect(await requests(hub)).toEqual([]);

  const scheduled = await hub.run('push', { byHand: false, settings: { breaker } });
  expect(scheduled).toMatchObject({ exitCode: 3, asked: { code: 'breaker', rows: 7 } });
  hub.wait(3_600_000);
  expect((await one(ids.slice(9))).push?.created).toBe(3);
});

test('a sweep of the rules finds whom a rule lets in now, in batches, and not whom a person keeps out', async () => {
  const hub = await engine();
  await hub.run('pull');
  const ids = await hub.bring([...companies(3), { wechat_id: 'wx_nobody', wechat_nickname: '路人' }]);
  await hub.store.db.deleteFrom('push_requests').execute();

  expect(await sweep(hub, 2)).toHaveLength(2);
  expect(await sweep(hub)).toEqual(ids.slice(0, 3));
  await hub.run('push', { only: await requests(hub) });
  expect(await sweep(hub)).toEqual([]);
});

test('a sweep of the rules takes up what waits once its time has come', async () => {
  const hub = await engine();
  await hub.run('pull');
  const [id] = (await hub.bring([company(1)])) as [number];
  hub.sim.faults.error500 = 1;
  await atOnce(hub, [id]);
  expect((await hub.writes(id))[0]).toMatchObject({ state: 'waiting' });
  hub.sim.faults.error500 = 0;
  const later = (await hub.writes(id))[0]?.retry_at as string;
  const rules = await activeRules(hub.store, {}, later);
  const found = (at: string) => sweepRules(hub.store, { rules, floor: undefined }, 50, at);

  expect(await found(new Date(Date.parse(later) - 1).toISOString())).toBe(0);
  expect(await found(later)).toBe(1);
  hub.wait(3_600_000);
  expect((await atOnce(hub, await requests(hub))).push?.created).toBe(1);
});

test('a run about more customers than a statement may have parameters plans for them', async () => {
  const hub = await engine({ customers: 3 });
  await hub.run('pull');
  const { id } = await hub.rowOf(listed(hub.sim)[0]!.ord);
  await hub.edit(id, { address: '杭州市样本路 1 号' });
  const only = Array.from({ length: 70_000 }, (_, index) => index + 1);
  expect((await hub.run('sync', { only })).push).toMatchObject({ updated: 1 });
});
