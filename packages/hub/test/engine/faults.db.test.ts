import type { Faults } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { keysOfCreate, lockKeys, unlockKeys } from '../../src/push/locks.ts';
import type { RunContext } from '../../src/sync/context.ts';
import { companies, company, dump, type Engine, engine, listed, named, partsAddUp } from './support.ts';

const PEOPLE = 8;

/** Impatient, so that a stalled answer costs the suite little. */
const IMPATIENT = { timeoutMs: 400, maxAttempts: 2 };

async function struckHub(faults: Partial<Faults>): Promise<{ hub: Engine; ids: number[] }> {
  const hub = await engine({ customers: 30, erp: IMPATIENT });
  const ids = await hub.bring(companies(PEOPLE));
  await hub.run('pull');
  Object.assign(hub.sim.faults, faults);
  return { hub, ids };
}

/** All saves of each row in each run, by the journal's own audit. */
async function savesPerRun(hub: Engine): Promise<number[]> {
  const rows = await hub.store.db
    .selectFrom('journal_audit')
    .innerJoin('write_journal', 'write_journal.id', 'journal_audit.journal_id')
    .select(['journal_audit.journal_id', 'journal_audit.note', 'journal_audit.id'])
    .orderBy('journal_audit.id')
    .execute();
  const counts: number[] = [];
  const now = new Map<number, number>();
  for (const { journal_id, note } of rows) {
    if (/^(claimed|taken over)/.test(note)) now.set(journal_id, 0);
    if (!/^save \d+ leaves|^update of .* leaves/.test(note)) continue;
    now.set(journal_id, (now.get(journal_id) ?? 0) + 1);
    counts.push(now.get(journal_id)!);
  }
  return counts;
}

/** Heals the ERP, runs until nothing is left to do (three rounds at most), and looks for twins and gaps. */
async function healAndCheck(hub: Engine, ids: readonly number[]): Promise<void> {
  Object.assign(hub.sim.faults, { ...none() });
  for (let round = 0; round < 3; round += 1) {
    expect(partsAddUp(await hub.run())).toBe(true);
    if (
      (
        await hub.store.db
          .selectFrom('customers_unified')
          .select('id')
          .where('local_dirty', '=', true)
          .execute()
      ).length === 0
    )
      break;
  }
  for (const id of ids) {
    const open = (await hub.writes(id)).filter(({ state }) => !['confirmed', 'cancelled'].includes(state));
    expect(open).toEqual([]);
  }
  const ours = listed(hub.sim).filter(({ fields }) => fields.name?.startsWith('杭州样本'));
  expect(ours.map(({ fields }) => fields.name).sort()).toEqual(
    companies(PEOPLE).map(({ company_name }) => company_name),
  );
  for (const [ord, times] of Object.entries(hub.sim.stats.creates)) expect([ord, times]).toEqual([ord, 1]);
  for (const id of ids) {
    const row = await hub.row(id);
    const theirs = hub.sim.customer(row.erp_customer_id!)!;
    expect(theirs.fields).toMatchObject({ name: row.company_name, khid: row.erp_customer_code });
    await keptOrKnown(hub, id, theirs.fields);
  }
  expect(Math.max(...(await savesPerRun(hub)))).toBeLessThanOrEqual(3);
  const rows = await hub.store.db.selectFrom('customers_unified').select('id').execute();
  expect(rows).toHaveLength(listed(hub.sim).length);
  const { erp_mirror: _mirror, ...before } = await dump(hub.store);
  hub.sim.resetStats();
  await hub.run();
  expect(hub.sim.stats.writes).toEqual({});
  // The mirror may note that the list shows the new ones now.
  const { erp_mirror: _later, ...after } = await dump(hub.store);
  expect(after).toEqual(before);
}

/** What was sent stands in the ERP; or it came back empty twice, and the base says so. */
async function keptOrKnown(hub: Engine, id: number, theirs: Record<string, string>): Promise<void> {
  const row = await hub.row(id);
  const { fields } = await hub.store.db
    .selectFrom('sync_base')
    .select('fields')
    .where('customer_id', '=', id)
    .executeTakeFirstOrThrow();
  const base = JSON.parse(String(fields)) as Record<string, [string | null, string | null]>;
  const sent = { phone: theirs.mobile, email: theirs.email, wechat_id: theirs.weixinAcc } as const;
  for (const [field, value] of Object.entries(sent)) {
    const ours = row[field as keyof typeof sent];
    if (value !== ours) expect([value, base[field]]).toEqual(['', [ours, '']]);
  }
}

function none(): Partial<Faults> {
  const names = [
    'dropBeforeSave',
    'dropAfterSave',
    'stallAfterSave',
    'lieSuccess',
    'silentFieldLoss',
    'dropRead',
    'error500',
    'emptyBody',
    'htmlPage',
    'controlChars',
    'tokenDeath',
    'tokenDeathEvery',
    'shiftRows',
    'clampPage',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, 0]));
}

test.each<[string, Partial<Faults>]>([
  ['the connection drops before half of the saves', { dropBeforeSave: 0.5 }],
  ['the connection drops before every save, eight times', { dropBeforeSave: 1, limit: 8 }],
  ['the connection drops after half of the saves', { dropAfterSave: 0.5 }],
  ['the connection drops after every save', { dropAfterSave: 1 }],
  ['no answer comes to saves that were stored', { stallAfterSave: 1, limit: 4 }],
  ['half of the saves say success and store nothing', { lieSuccess: 0.5 }],
  ['every save says success and stores nothing', { lieSuccess: 1 }],
  ['the server fails at a fifth of the calls', { error500: 0.2 }],
  ['every save meets an internal error', { error500: 1, on: ['write'] }],
  ['a third of the answers are empty', { emptyBody: 0.3 }],
  ['a third of the answers are web pages', { htmlPage: 0.3 }],
  ['every save answers with a web page', { htmlPage: 1, on: ['write'] }],
  ['tokens die at every seventeenth call', { tokenDeathEvery: 17 }],
  ['tokens die at every fortieth call', { tokenDeathEvery: 40 }],
  ['half of the saves lose a field', { silentFieldLoss: 0.5 }],
  ['saves lose a field and their answer', { silentFieldLoss: 0.5, dropAfterSave: 0.5 }],
  ['a fifth of the reads break', { dropRead: 0.2 }],
  ['control characters stand in every answer', { controlChars: 1 }],
  [
    'everything goes wrong a little',
    { dropAfterSave: 0.15, lieSuccess: 0.15, error500: 0.1, emptyBody: 0.1, tokenDeathEvery: 40 },
  ],
])(
  'when %s, nobody is in the ERP twice or missing once it is well again',
  async (_what, faults) => {
    const { hub, ids } = await struckHub(faults);
    // A pull may end in trouble; what counts is what is there afterwards.
    await hub.run('push').catch(() => undefined);
    await hub.run('sync').catch(() => undefined);
    await healAndCheck(hub, ids);
  },
  120_000,
);

test('a lost answer is settled by reading the own ord before anything else', async () => {
  const { hub, ids } = await struckHub({ dropAfterSave: 1 });
  const { push } = await hub.run('push');
  expect(push).toMatchObject({ created: PEOPLE, inDoubt: 0 });
  const [write] = await hub.writes(ids[0]!);
  const steps = await hub.store.db
    .selectFrom('journal_audit')
    .select(['from_state', 'to_state'])
    .where('journal_id', '=', write!.id)
    .orderBy('id')
    .execute();
  expect(steps.map(({ to_state }) => to_state)).toEqual([
    'planned',
    'claimed',
    'allocated',
    'sent',
    'in_doubt',
    'confirmed',
  ]);
  expect(hub.sim.stats.writes['customer.save']).toBe(PEOPLE);
});

test('what is in doubt is looked for under its own ord by the next run, before anything is saved again', async () => {
  const { hub, ids } = await struckHub({ dropAfterSave: 1 });
  // The save is stored, and then the ERP does not tell what it holds.
  const watch = setInterval(() => {
    if (hub.sim.stats.stored['customer.save']) Object.assign(hub.sim.faults, { dropRead: 1 });
  }, 1);
  onTestFinished(() => clearInterval(watch));
  const first = await hub.run('push');
  clearInterval(watch);
  expect(first.push!.inDoubt + first.push!.waiting + first.push!.created).toBe(PEOPLE);
  Object.assign(hub.sim.faults, { ...none() });
  const saved = hub.sim.stats.stored['customer.save']!;
  const second = await hub.run('push');
  expect(second.push!.created).toBe(PEOPLE - first.push!.created);
  expect(hub.sim.stats.stored['customer.save']).toBe(PEOPLE);
  expect(saved).toBeGreaterThan(0);
  await healAndCheck(hub, ids);
});

test('a write that another process left in doubt is settled while that process still lives', async () => {
  const { hub, ids } = await struckHub({ lieSuccess: 1 });
  const service = { label: 'service', host: 'another-machine', pid: 1, started: 'then' };
  const first = await hub.run('push', { self: service });
  expect(first.push).toMatchObject({ inDoubt: PEOPLE });
  Object.assign(hub.sim.faults, { ...none() });
  const second = await hub.run('push');
  expect(second.push).toMatchObject({ created: PEOPLE });
  await healAndCheck(hub, ids);
});

test('what a machine that is gone left under way is gone on with, and the keys that it locked are free', async () => {
  const { hub, ids } = await struckHub({ lieSuccess: 1 });
  const gone = { label: 'service', host: 'another-machine', pid: 1, started: 'then' };
  await hub.run('push', { self: gone });
  Object.assign(hub.sim.faults, { ...none() });
  const holder = JSON.stringify(gone);
  const left = (state: 'sent' | 'allocated', customers: readonly number[]) =>
    hub.store.db
      .updateTable('write_journal')
      .set({ state, holder })
      .where('customer_id', 'in', customers)
      .execute();
  await left('sent', ids.slice(1));
  await left('allocated', ids.slice(0, 1));
  const [last] = (await hub.bring([company(50)])) as [number];
  const locks = keysOfCreate(await hub.row(last)).map((key) => ({ ...key, holder, journal_id: 999 }));
  await hub.store.db
    .insertInto('key_locks')
    .values(locks.map((lock) => ({ ...lock, acquired_at: '2026-03-01T02:00:00.000Z' })))
    .execute();

  const { push } = await hub.run('push');

  expect(push).toMatchObject({ created: PEOPLE + 1, waiting: 0, inDoubt: 0 });
  for (const { fields } of listed(hub.sim)) expect(named(hub.sim, fields.name)).toHaveLength(1);
});

test('a refused password stops the run at once, leaves the rows waiting, and is not tried again', async () => {
  const hub = await engine();
  const ids = await hub.bring(companies(5));
  await hub.run('pull');
  const wrong = await hub.another({ password: 'not-the-password' });
  hub.sim.killTokens();
  hub.sim.resetStats();
  const first = await wrong.run('push');
  expect(first.stopped?.code).toBe('login_refused');
  expect(first.exitCode).toBe(1);
  expect(first.push).toMatchObject({ considered: 5, waiting: 5, parked: 0, failed: 0 });
  expect(hub.sim.stats.badCredentials).toBe(1);
  const second = await wrong.run('push');
  expect(second.stopped?.code).toBe('login_known_bad');
  expect(second.push).toMatchObject({ waiting: 5 });
  await expect(wrong.run('sync')).rejects.toMatchObject({ code: 'login_known_bad' });
  expect(hub.sim.stats.badCredentials).toBe(1);
  for (const id of ids) expect((await hub.writes(id))[0]?.state).not.toBe('parked');
});

test('the ERP away stops the push at once, and the rows go in when it is back', async () => {
  const { hub, ids } = await struckHub({});
  await hub.sim.close();
  const { push, stopped } = await hub.run('push');
  expect(push).toMatchObject({ considered: PEOPLE, waiting: PEOPLE, parked: 0, failed: 0 });
  expect(stopped?.code).toMatch(/unreachable|refused_connection/);
  for (const id of ids) expect((await hub.row(id)).erp_sync_status).toBe('pending');
});

test('a save that never arrived is made again also where the list shows every absence only at its end, row by row', async () => {
  const oddities = { ignoreFilters: ['*'], noSearchKey: true, noPage: true, maxPageSize: 1 };
  const hub = await engine({ oddities, faults: { dropBeforeSave: 1, limit: 1 } });
  await hub.bring([company(1)]);
  expect((await hub.run('push', { settings: { waiveMirror: true } })).push).toMatchObject({
    created: 1,
    inDoubt: 0,
  });
  expect(named(hub.sim, company(1).company_name)).toHaveLength(1);
});

test('a create whose saves never arrived is taken back when its customer is marked invalid meanwhile', async () => {
  const hub = await engine({ customers: 30 });
  const [id] = (await hub.bring([company(1)])) as [number];
  await hub.run('pull');
  hub.sim.faults.dropBeforeSave = 1;
  expect((await hub.run('push')).push).toMatchObject({ inDoubt: 1 });
  hub.sim.faults.dropBeforeSave = 0;
  await hub.edit(id, { marked_as_invalid: true });
  expect((await hub.run()).push).toMatchObject({ created: 0, skipped: 1, inDoubt: 0 });
  expect(named(hub.sim, company(1).company_name)).toEqual([]);
  expect((await hub.writes(id)).map(({ state }) => state)).toEqual(['cancelled']);
  await hub.edit(id, { marked_as_invalid: false });
  expect((await hub.run()).push).toMatchObject({ created: 1 });
});

test('category lists that cannot be read make creates wait, not need a person', async () => {
  const hub = await engine({ erp: IMPATIENT });
  await hub.bring(companies(2));
  hub.sim.faults.emptyBody = 1;
  const first = await hub.run('push');
  expect(first.push).toMatchObject({ parked: 0, failed: 0, created: 0 });
  expect(first.exitCode).toBe(1);
  hub.sim.faults.emptyBody = 0;
  const second = await hub.run();
  expect(second.push).toMatchObject({ created: 2 });
});

test('a run that lost its turn does not free the keys that whoever goes on has locked', async () => {
  const hub = await engine();
  const keys = [{ kind: 'phone', value: 'hashed' }] as const;
  const [late, winner] = ['late', 'winner'].map((holder) => ({
    store: hub.store,
    holder,
    clock: () => new Date(),
  })) as unknown as [RunContext, RunContext];
  const locked = () => hub.store.db.selectFrom('key_locks').select('holder').execute();
  await lockKeys(late, keys, 7);
  await lockKeys(winner, keys, 7);
  await unlockKeys(late, 7);
  expect(await locked()).toEqual([{ holder: 'winner' }]);
  await unlockKeys(winner, 7);
  expect(await locked()).toEqual([]);
});
