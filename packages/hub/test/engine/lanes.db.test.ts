import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { companies, company, type Engine, engine, listed, named, partsAddUp } from './support.ts';

/** An ERP in which everything takes a while, read in many small steps. */
const SLOW = { pageSize: 2, concurrency: 1 };

async function slowHub(): Promise<Engine> {
  const hub = await engine({ erp: { concurrency: 1 } });
  await hub.run('pull');
  hub.sim.faults.slowMs = 60;
  return hub;
}

/** Until the ERP has got so many more of these calls. */
async function untilCalls({ sim }: Engine, kind: string, more: number): Promise<void> {
  const before = sim.stats.calls[kind] ?? 0;
  while ((sim.stats.calls[kind] ?? 0) < before + more) await sleep(5);
}

test('a push of one customer goes before a pull under way, which then sees every row', async () => {
  const hub = await slowHub();
  const [id] = await hub.bring([company(1)]);
  const other = await hub.another();
  let pullEnded = false;
  const pull = hub.run('pull', { settings: SLOW }).finally(() => {
    pullEnded = true;
  });
  await untilCalls(hub, 'customer.list', 2);
  const waitedFor: string[] = [];

  const push = await other.run('push', {
    only: [id as number],
    waitMs: 60_000,
    onWait: ({ label }) => waitedFor.push(label),
  });

  expect(pullEnded).toBe(false);
  expect(push.push).toMatchObject({ considered: 1, created: 1 });
  expect(waitedFor).toEqual(['sync (test)']);
  const report = await pull;
  expect(report.pull).toMatchObject({ complete: true, failed: 0 });
  expect(report.pull?.total).toBe(listed(hub.sim).length);
  expect(partsAddUp(report)).toBe(true);
});

test('what a run that went first wrote is not taken back by a page that was read before', async () => {
  const hub = await engine({ customers: 30, erp: { concurrency: 2 } });
  await hub.run('pull');
  const last = listed(hub.sim).at(-1)?.ord as number;
  const { id } = await hub.rowOf(last);
  await hub.edit(id, { email: 'later@example.com' });
  const other = await hub.another();
  // The second and third page are read at a time: when the second is taken, somebody in a hurry waits, and the third is in.
  hub.sim.faults.slowMs = 600;
  const pull = hub.run('pull', { settings: { pageSize: 10, concurrency: 2 } });
  await untilCalls(hub, 'customer.list', 2);
  const push = other.run('push', { only: [id], waitMs: 60_000 });
  await sleep(700);
  hub.sim.faults.slowMs = 0;

  await Promise.all([push, pull]);

  const changes = await hub.store.db
    .selectFrom('field_change_history')
    .select('new_value')
    .where('customer_id', '=', id)
    .where('field_name', '=', 'email')
    .execute();
  expect(changes).toEqual([{ new_value: 'later@example.com' }]);
  expect(hub.sim.customer(last)?.fields.email).toBe('later@example.com');
});

test('a push of one customer goes before a push of many, and nobody is created twice', async () => {
  const hub = await slowHub();
  const ids = await hub.bring(companies(12));
  const other = await hub.another();
  const many = hub.run('push', { settings: SLOW });
  await untilCalls(hub, 'customer.save', 1);

  const one = await other.run('push', { only: [ids.at(-1) as number], waitMs: 60_000 });

  expect(one.push).toMatchObject({ considered: 1, created: 1 });
  const report = await many;
  expect((report.push?.created ?? 0) + 1).toBe(12);
  for (const { company_name } of companies(12)) expect(named(hub.sim, company_name)).toHaveLength(1);
});

test('a run about some customers leaves the others alone, and reads the ones that are in the ERP', async () => {
  const hub = await engine();
  const ids = await hub.bring(companies(3));
  await hub.run('pull');
  const ord = listed(hub.sim)[0]?.ord as number;
  const { id } = await hub.rowOf(ord);
  hub.sim.edit(ord, { address: '宁波市样本路 5 号' });

  const report = await hub.run('sync', { only: [id, ids[1] as number] });

  expect(report.pull).toMatchObject({ total: 1, updated: 1 });
  expect(report.push).toMatchObject({ considered: 1, created: 1 });
  expect((await hub.row(id)).address).toBe('宁波市样本路 5 号');
  expect(await hub.writes(ids[0] as number)).toEqual([]);
});

test('a pull that is told to end stops at the border of a page, and the next one goes on from there', async () => {
  const hub = await slowHub();

  const first = await hub.run('sync', { byHand: false, settings: SLOW, endsNow: () => true });

  expect(first).toMatchObject({ brokenOff: true, exitCode: 0, push: null });
  expect(partsAddUp(first)).toBe(true);
  const sweep = () =>
    hub.store.db.selectFrom('sweeps').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  const open = await sweep();
  expect(open).toMatchObject({ state: 'running' });
  hub.sim.faults.slowMs = 0;
  const second = await hub.run('pull', { byHand: false, settings: SLOW });
  expect(second).toMatchObject({ brokenOff: false, pull: { complete: true } });
  expect(second.pull?.total).toBe(listed(hub.sim).length);
  expect(await sweep()).toMatchObject({ id: open.id, state: 'complete' });
});

test('a push that is told to end leaves the rest planned, and the next one writes it', async () => {
  const hub = await slowHub();
  await hub.bring(companies(12));

  const first = await hub.run('push', { byHand: false, settings: SLOW, endsNow: () => true });

  expect(first).toMatchObject({ brokenOff: true, exitCode: 0 });
  expect(first.push?.created).toBeLessThan(12);
  expect(partsAddUp(first)).toBe(true);
  hub.sim.faults.slowMs = 0;
  const second = await hub.run('push', { byHand: false });
  expect((first.push?.created ?? 0) + (second.push?.created ?? 0)).toBe(12);
  for (const { company_name } of companies(12)) expect(named(hub.sim, company_name)).toHaveLength(1);
});

test.each<[string, 'allocate' | 'list', 'push' | 'pull']>([
  ['sends nothing more to the ERP', 'allocate', 'push'],
  ['takes nothing more over', 'list', 'pull'],
])(
  'a run that stood still until another machine took its turn %s, and the next one goes on',
  async (_what, at, kind) => {
    const hub = await engine();
    const ids = await hub.bring(companies(2));
    if (kind === 'push') await hub.run('pull');
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const holder = JSON.stringify({ label: 'worker', host: 'another-machine', pid: 1, started: 'then' });
    const { customers } = hub.erp.client;
    const usual = { ...customers };
    const standStill = async () => {
      vi.advanceTimersByTime(61_000);
      await hub.store.db.updateTable('leases').set({ holder }).where('name', '=', 'sync').execute();
    };
    if (at === 'allocate')
      customers.allocate = async (...asked) => {
        const fresh = await usual.allocate(...asked);
        await standStill();
        return fresh;
      };
    else
      customers.get = async (ord) => {
        await standStill();
        return usual.get(ord);
      };

    await expect(hub.run(kind)).rejects.toMatchObject({ code: 'lease_lost' });

    expect(hub.sim.stats.writes).toEqual({});
    expect(await hub.store.db.selectFrom('erp_mirror').select('ord').execute()).toHaveLength(
      kind === 'push' ? listed(hub.sim).length : 0,
    );
    Object.assign(customers, usual);
    await hub.store.db.deleteFrom('leases').execute();
    expect((await hub.run()).push).toMatchObject({ created: ids.length, waiting: 0 });
  },
);

test('a run that lost its turn while it read details writes nothing more', async () => {
  const hub = await engine({ customers: 20, oddities: { missingColumns: ['mobile'] } });
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { customers } = hub.erp.client;
  const { get } = customers;
  const mirror = () =>
    hub.store.db
      .selectFrom('erp_mirror')
      .select(['ord', 'detail_at', 'needs_detail'])
      .orderBy('ord')
      .execute();
  let before: Awaited<ReturnType<typeof mirror>> = [];
  customers.get = async (ord) => {
    const rows = await mirror();
    // Of the details that are read before the rows are taken over none is meant.
    if (rows.length > 0 && before.length === 0) {
      before = rows;
      vi.advanceTimersByTime(61_000);
      const holder = JSON.stringify({ label: 'worker', host: 'another-machine', pid: 1, started: 'then' });
      await hub.store.db.updateTable('leases').set({ holder }).where('name', '=', 'sync').execute();
    }
    return get(ord);
  };

  await expect(hub.run('pull', { settings: { concurrency: 1 } })).rejects.toMatchObject({
    code: 'lease_lost',
  });

  expect(before.some(({ needs_detail }) => needs_detail === 'phone')).toBe(true);
  expect(await mirror()).toEqual(before);
});
