import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEEDS } from '@bangqiao/api';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../src/config/index.ts';
import { CustomerMoved, requireCustomer, updateCustomer } from '../src/customers/index.ts';
import { onceMore } from '../src/desk/once-more.ts';
import { toldOf } from '../src/http/api/failure.ts';
import { forEach } from '../src/http/api/many.ts';
import { importFile } from '../src/ingest/index.ts';
import { type Desk, leaveOpen, refusal, startDesk } from './api-support.ts';
import { ended, startWork } from './api-work.ts';
import { PEOPLE } from './explain-world.ts';

test('a person syncs, looks at the overview, plans, applies and undoes, all over the API', async () => {
  const desk = await startWork();
  await importFile(desk.store, PEOPLE, { by: 'import', now: () => new Date() });
  const manager = await desk.user('manager');
  const pull = await manager.ask('runs.start', { body: { kind: 'pull' } });
  expect(await ended(manager, pull.task)).toMatchObject({ state: 'done', kind: 'pull', by: 'manager' });
  const made = await ended(manager, (await manager.ask('plans.make')).task);
  expect(made).toMatchObject({ state: 'done', problem: null });
  const planId = made.plan_id as number;
  const plan = await manager.ask('plans.show', { params: { id: planId } });
  expect(plan.rows).toBe(20);
  expect(plan.items[0]?.fields.length).toBeGreaterThan(2);
  const standing = { open: 20, written: 0, cancelled: 0, parked: 0 };
  expect((await manager.ask('plans.list')).plans).toMatchObject([{ id: planId, standing }]);
  const before = desk.sim.customers().length;
  const apply = await manager.ask('plans.apply', { params: { id: planId }, body: {} });
  expect(await ended(manager, apply.task)).toMatchObject({
    state: 'done',
    result: { push: { created: 20 } },
  });
  expect(desk.sim.customers().length).toBe(before + 20);
  const done = await manager.ask('plans.show', { params: { id: planId } });
  expect(done.standing).toEqual({ ...standing, open: 0, written: 20 });
  const overview = await manager.ask('overview.show');
  expect(overview).toMatchObject({ headline: { zh: '一切正常' }, today: { created: 20 } });
  // Read as lists and again by detail, decided about in the plan and in the push: each customer once.
  const known = await desk.store.db.selectFrom('customers_unified').select('id').execute();
  expect(overview.today.pulled).toBeLessThanOrEqual(known.length);
  expect(overview.today).toMatchObject({ decided: 25, admitted: 20 });
  expect(overview.runs[0]?.sentence.zh).toContain('新建 20');
  for (const deed of DEEDS) {
    const { items, next } = await manager.ask('customers.list', { query: { today: deed, limit: 100 } });
    expect([deed, items.length, next]).toEqual([deed, overview.today[deed], null]);
  }
  const charts = await manager.ask('overview.charts');
  expect(charts.decided).toMatchObject([{ admitted: 20, kept_out: 5 }]);
  expect(charts.entered.reduce((sum, { count }) => sum + count, 0)).toBe(20);
  const { items } = await manager.ask('runs.list');
  expect(items.map(({ kind }) => kind)).toEqual(['sync', 'sync', 'pull']);
  const shown = await manager.ask('runs.undo', { params: { id: items[0]!.id }, body: {} });
  expect(await ended(manager, shown.task)).toMatchObject({ kind: 'undo_look', state: 'done' });
  expect(await refusal(manager.ask('plans.show', { params: { id: 999 } }))).toBe('404 plan_unreadable');
  const calls = await manager.ask('erp.calls', { query: { limit: 5 } });
  expect(calls.items.length).toBe(5);
  const every = await manager.ask('erp.calls', { query: { limit: 200 } });
  expect(every.items.filter(({ name }) => name === null)).toEqual([]);
  const access = await manager.ask('erp.access');
  expect(access.last_hour.calls).toBeGreaterThan(20);
  expect(JSON.stringify([calls, access])).not.toContain('demo-pass');
});

test('an undo that is only looked at is none; one that is done is told with who did it, and offers nothing more', async () => {
  const desk = await startWork(3);
  const lin = await desk.user('manager');
  await ended(lin, (await lin.ask('runs.start', { body: { kind: 'pull' } })).task);
  const row = await desk.store.db
    .selectFrom('customers_unified')
    .select('id')
    .where('address', 'is not', null)
    .executeTakeFirstOrThrow();
  const before = {
    by: 'manager',
    source: 'manual',
    reason: '改址',
    runId: null,
    now: '2026-11-26T01:00:00Z',
  } as const;
  const customer = await requireCustomer(desk.store.db, row.id);
  await desk.store.transaction((trx) => updateCustomer(trx, customer, { address: '新址 1 号' }, before));
  const pushed = await ended(lin, (await lin.ask('runs.start', { body: { kind: 'push' } })).task);
  const params = { id: pushed.run_id as number };
  expect(await lin.ask('runs.show', { params })).toMatchObject({
    undone: null,
    changes: [{ after: '新址 1 号' }],
  });

  const look = await ended(lin, (await lin.ask('runs.undo', { params, body: {} })).task);
  expect(look).toMatchObject({ kind: 'undo_look', result: { undo: { putBack: 1, dryRun: true } } });
  expect((await lin.ask('runs.show', { params })).undone).toBeNull();
  const audit = (await (await desk.user('administrator')).ask('audit.list')).items;
  expect(audit.filter(({ action }) => action === 'runs.undo')).toEqual([]);

  const undo = await ended(lin, (await lin.ask('runs.undo', { params, body: { dry_run: false } })).task);
  expect(undo).toMatchObject({ kind: 'undo', result: { undo: { putBack: 1, confirmed: 1 } } });
  const undone = { by: 'manager', run_id: undo.run_id, left: 0 };
  expect((await lin.ask('runs.show', { params })).undone).toMatchObject(undone);
  const { items } = await lin.ask('runs.list');
  const { zh, en } = items[0]!.sentence;
  expect(zh).toMatch(/撤销 \d{4}-.* 的同步（manager），用时 .* 秒：改回 1 项；ERP 确认 1 位/);
  expect(en).toMatch(/undo of the run of \d{4}-.* \(manager\), .* s: 1 values put back/);
  expect(items[1]?.sentence.zh).toMatch(/会改回什么，只看不写（manager），用时 .*：可以改回 1 项/);
  expect(items.map(({ undone: was }) => was?.by ?? null)).toEqual([null, null, 'manager', null]);
  const history = await desk.store.db
    .selectFrom('field_change_history')
    .selectAll()
    .orderBy('id', 'desc')
    .execute();
  expect(history[0]).toMatchObject({ change_reason: `undo of run ${params.id}`, changed_by: 'manager' });

  const again = await lin.ask('runs.undo', { params: { id: undo.run_id! }, body: { dry_run: false } });
  await ended(lin, again.task);
  expect((await lin.ask('runs.show', { params })).undone).toBeNull();
});

test('the journal lists, shows, retries and cancels; many at once tell each what became of it', async () => {
  const desk = await startWork(3);
  await importFile(desk.store, PEOPLE, { by: 'import', now: () => new Date() });
  const manager = await desk.user('manager');
  await ended(manager, (await manager.ask('runs.start', { body: { kind: 'pull' } })).task);
  await ended(manager, (await manager.ask('plans.make')).task);
  const { items, next } = await manager.ask('journal.list', { query: { limit: 7, state: 'planned' } });
  expect(items.length).toBe(7);
  expect(next).not.toBeNull();
  const rest = await manager.ask('journal.list', { query: { limit: 200, state: 'planned', cursor: next! } });
  expect(new Set([...items, ...rest.items].map(({ id }) => id)).size).toBe(20);
  const [first] = items;
  const { steps } = await manager.ask('journal.show', { params: { id: first!.id } });
  expect(steps.map(({ to }) => to)).toEqual(['planned']);
  const done = await manager.ask('journal.cancel', { body: { ids: [first!.id, 999_999] } });
  expect(done.done).toEqual([first!.id]);
  expect(done.refused).toMatchObject([{ id: 999_999, code: 'not_there' }]);
  const again = await manager.ask('journal.retry', { body: { ids: [first!.id] } });
  expect(again.refused).toMatchObject([{ code: 'write_not_open' }]);
});

test('what did not go through at once is listed by how it stands, with what comes next, as the overview counts it', async () => {
  const desk = await startWork(3);
  await importFile(desk.store, PEOPLE, { by: 'import', now: () => new Date() });
  const manager = await desk.user('manager');
  await ended(manager, (await manager.ask('runs.start', { body: { kind: 'pull' } })).task);
  await ended(manager, (await manager.ask('plans.make')).task);
  const { items } = await manager.ask('journal.list', { query: { limit: 5 } });
  const [waiting, sent, doubt, parked, told] = items.map(({ id }) => id);
  const fields = { erp: { name: '甲示例', mobile: '13800000001' }, hub: {}, version: 1 };
  for (const [id, change] of [
    [waiting, { state: 'waiting', retry_at: '2026-11-26T02:00:00.000Z' }],
    [sent, { state: 'sent', saves: 1, fields: JSON.stringify(fields) }],
    [doubt, { state: 'in_doubt', kind: 'assign' }],
    [parked, { state: 'parked', kind: 'level', next_step: '请看 / look' }],
    [told, { state: 'parked', kind: 'follow_up' }],
  ] as const)
    await desk.store.db.updateTable('write_journal').set(change).where('id', '=', id!).execute();
  const { writes, for_people, headline } = await manager.ask('overview.show');
  const listed = async (pile: keyof typeof writes) =>
    (await manager.ask('journal.list', { query: { pile } })).items;
  for (const [pile, ids] of [
    ['waiting', [waiting]],
    ['in_doubt', [sent, doubt]],
    ['parked', [parked]],
  ] as const) {
    expect((await listed(pile)).map(({ id }) => id)).toEqual(ids);
    expect(writes[pile].count).toBe(ids.length);
  }
  const [first, second] = await listed('in_doubt');
  expect([first?.next?.zh, second?.next?.zh]).toEqual([
    expect.stringContaining('回读核对'),
    expect.stringContaining('不会自动再发'),
  ]);
  expect((await listed('parked'))[0]?.next).toEqual({ zh: '请看', en: 'look' });
  expect([for_people.parked, headline.zh]).toEqual([1, '有 1 件事需要您处理']);
  const shown = await manager.ask('journal.show', { params: { id: sent! } });
  expect(shown.fields.map(({ sent: value }) => value)).toEqual(['甲示例', '138****0001']);
  const reader = await desk.user('read_only');
  expect((await reader.ask('overview.show')).headline.zh).toBe('有 1 件事等同事处理');
});

test('conflicts are settled many at once, a seller’s only by the seller they belong to', async () => {
  const desk = await startWork(3);
  const manager = await desk.user('manager');
  await ended(manager, (await manager.ask('runs.start', { body: { kind: 'pull' } })).task);
  const mirror = await desk.store.db.selectFrom('erp_mirror').selectAll().orderBy('ord').execute();
  for (const { customer_id } of mirror) {
    await desk.store.db
      .insertInto('conflicts')
      .values({
        customer_id,
        field: 'address',
        hub_value: '这里的地址',
        erp_value: 'ERP 的地址',
        base_hub: null,
        base_erp: null,
        evidence: '{}',
        state: 'open',
        created_at: new Date().toISOString(),
        resolved_at: null,
        resolution: null,
        resolved_by: null,
        loser: null,
      })
      .execute();
  }
  await desk.store.db
    .updateTable('customers_unified')
    .set({ erp_owner: '7' })
    .where('id', '=', mirror[0]!.customer_id)
    .execute();
  const seller = await desk.user('seller', { erp: '7' });
  const all = (await manager.ask('conflicts.list')).items;
  const own = (await seller.ask('conflicts.list')).items;
  expect(own.map(({ customer_id }) => customer_id)).toEqual([mirror[0]!.customer_id]);
  const body = { ids: all.map(({ id }) => id), answer: { take: 'erp' as const } };
  const bySeller = await seller.ask('conflicts.resolve', { body });
  expect(bySeller.done).toEqual(own.map(({ id }) => id));
  expect(bySeller.refused.every(({ code }) => code === 'not_there')).toBe(true);
  const byManager = await manager.ask('conflicts.resolve', { body });
  expect(byManager.done.length).toBe(all.length - 1);
  expect(byManager.refused).toMatchObject([{ code: 'conflict_settled' }]);
  const administrator = await desk.user('administrator');
  const deeds = (await administrator.ask('audit.list', { query: { action: 'conflicts.resolve' } })).items;
  expect(deeds[0]?.about?.zh).toMatch(/^\S.+/);
  expect(deeds[0]?.about?.zh).toContain(mirror.length > 3 ? `等 ${mirror.length} 位` : '、');
  expect((await manager.ask('conflicts.list')).items).toEqual([]);
});

test('a conflict whose customer something else writes at this very moment is settled all the same', async () => {
  const desk = await startDesk();
  const at = new Date().toISOString();
  await desk.store.db
    .insertInto('customers_unified')
    .values({ wechat_id: 'wx_1', address: '这里的地址', created_at: at, updated_at: at })
    .execute();
  await leaveOpen(desk.store);
  const manager = await desk.user('manager');
  const [conflict] = (await manager.ask('conflicts.list')).items;
  const [written, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const other = desk.store.transaction(async (trx) => {
    await trx
      .updateTable('customers_unified')
      .set((row) => ({ version: row('version', '+', 1) }))
      .execute();
    written.resolve();
    await goOn.promise;
  });
  await written.promise;
  const body = { ids: [conflict!.id], answer: { take: 'erp' as const } };
  const asked = manager.ask('conflicts.resolve', { body });
  await untilSomebodyWaits(desk.store);
  goOn.resolve();
  await other;
  expect(await asked).toMatchObject({ done: [conflict!.id], refused: [] });
});

/** On SQLite whoever writes second has read nothing yet. */
async function untilSomebodyWaits({ db, dialect }: Desk['store']): Promise<void> {
  if (dialect === 'sqlite') return;
  const waiting = sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting.execute(db)).rows[0]?.count === 0) await new Promise((go) => setTimeout(go, 5));
}

test('what moves twice under a person’s hand is refused with its reason, and the others of many are done', async () => {
  const moves = (id: number) => (id === 2 ? Promise.reject(new CustomerMoved(2, 1)) : Promise.resolve());
  const { done, refused } = await forEach([1, 2, 3], (id) => onceMore(() => moves(id)));
  expect(done).toEqual([1, 3]);
  expect(refused).toMatchObject([{ id: 2, code: 'customer_moved' }]);
  const told = await onceMore(() => moves(2)).catch(toldOf);
  expect(told).toMatchObject({ status: 409, isOurs: false });
});

test('rules are read in words, checked with the place of a fault, tried, kept, put in force and taken back', async () => {
  const desk = await startWork(3);
  await importFile(desk.store, PEOPLE, { by: 'import', now: () => new Date() });
  const manager = await desk.user('manager');
  await ended(manager, (await manager.ask('runs.start', { body: { kind: 'pull' } })).task);
  const { rules, version } = await manager.ask('rules.show');
  expect([rules.length, version]).toEqual([14, 1]);
  expect(rules[0]?.words.zh).toContain('不准入');
  const draft = rules.map(({ words: _w, asks: _a, match_count: _m, success_count: _s, ...rule }) => rule);
  const wrong = draft.map((rule, at) => (at === 3 ? { ...rule, rule_conditions: 'phone &&' } : rule));
  const check = await manager.ask('rules.check', { body: { rules: wrong } });
  expect(check.faults).toMatchObject([{ rule: draft[3]?.rule_name }]);
  expect(check.rules.length).toBe(13);
  expect(await refusal(manager.ask('rules.save', { body: { rules: wrong, note: 'x' } }))).toBe(
    '422 rules_broken',
  );
  const strict = draft.map((rule) => ({ ...rule, is_active: rule.rule_action === 'SKIP' }));
  const trial = await manager.ask('rules.test', { body: { rules: strict } });
  expect(trial.counts.dropped).toBe(20);
  expect(trial.names.dropped[0]?.name).not.toBe('');
  const saved = await manager.ask('rules.save', { body: { rules: strict, note: '先停一停' } });
  expect((await manager.ask('rules.show')).version).toBe(1);
  await manager.ask('rules.activate', { params: { version: saved.version } });
  expect((await manager.ask('rules.show')).version).toBe(saved.version);
  const back = await manager.ask('rules.activate', { params: { version: 1 } });
  expect(back).toMatchObject({ version: 1, previous: saved.version });
  const administrator = await desk.user('administrator');
  const deeds = (await administrator.ask('audit.list', { query: { action: 'rules.activate' } })).items;
  expect(deeds.map(({ about }) => about?.zh)).toEqual(['第 1 版', `第 ${saved.version} 版`]);
  const { versions } = await manager.ask('rules.versions');
  expect(versions.map(({ note, created_by }) => [note, created_by])[0]).toEqual(['先停一停', 'manager']);
  expect(await refusal(manager.ask('rules.activate', { params: { version: 77 } }))).toBe('404 rules_unknown');
});

test('a rule is written in Chinese, is called by what it asks for, and a trial says why it changes nobody', async () => {
  const desk = await startWork(3);
  await importFile(desk.store, PEOPLE, { by: 'import', now: () => new Date() });
  const manager = await desk.user('manager');
  const draft = (await manager.ask('rules.show')).rules.map(
    ({ words: _w, asks: _a, match_count: _m, success_count: _s, ...rule }) => rule,
  );
  const added = (rule_conditions: string) => {
    const rule = { ...draft[8]!, rule_name: 'ours', rule_priority: 40, rule_conditions };
    return { body: { rules: [...draft, { ...rule, description: { zh: '', en: '' } }] } };
  };
  const { faults } = await manager.ask('rules.check', added('有手机号，并且问过报价'));
  expect(faults).toMatchObject([
    {
      rule: 'ours',
      problem: { zh: '“有手机号”要写成 phone != ""' },
      meant: 'phone != "" && has_quote_request',
    },
  ]);
  const { rules } = await manager.ask('rules.check', added(faults[0]?.meant ?? ''));
  expect(rules.at(-1)?.description.zh).toBe('有手机号，并且问过报价');
  const { counts, reach } = await manager.ask('rules.test', added(faults[0]?.meant ?? ''));
  expect(counts).toEqual({ admitted: 0, dropped: 0, otherRule: 0 });
  const [ours] = reach;
  expect(ours).toMatchObject({ rule: 'ours' });
  expect(ours?.before[0]).toEqual({ rule: 'medium_phone_quote', count: 2 });
  expect(ours?.holds).toBeGreaterThan(0);
  expect(ours?.before.reduce((sum, { count }) => sum + count, 0)).toBe(ours?.holds);
  const nobody = await manager.ask('rules.test', added('intent_score > 1000.0'));
  expect(nobody.reach).toEqual([{ rule: 'ours', holds: 0, before: [] }]);
});

test('whom no rule fitted is counted beside the rules, so that all add up', async () => {
  const desk = await startWork(3);
  await importFile(desk.store, PEOPLE, { by: 'import', now: () => new Date() });
  const manager = await desk.user('manager');
  const draft = (await manager.ask('rules.show')).rules.map(
    ({ words: _w, asks: _a, match_count: _m, success_count: _s, ...rule }) => rule,
  );
  const rules = draft.filter(({ rule_name }) => rule_name === 'medium_phone_quote');
  const { version } = await manager.ask('rules.save', { body: { rules, note: 'x' } });
  await manager.ask('rules.activate', { params: { version } });
  await ended(manager, (await manager.ask('runs.start', { body: { kind: 'push' } })).task);
  const [only] = (await manager.ask('rules.show')).rules;
  const { default: none, floor } = await manager.ask('rules.unruled', { query: { version } });
  const everybody = await desk.store.db.selectFrom('decisions').select('customer_id').distinct().execute();
  expect(none).toBeGreaterThan(0);
  expect([(only?.match_count ?? 0) + none, floor]).toEqual([everybody.length, 0]);
  expect(await manager.ask('rules.unruled', { query: { version: version + 9 } })).toEqual({
    default: 0,
    floor: 0,
  });
});

test('settings change what the file leaves open; the catalogue is read and tried, writing only on a word', async () => {
  const desk = await startWork(3);
  const administrator = await desk.user('administrator');
  await administrator.ask('settings.change', { body: { erp_pull_interval: 900, auto_sync_enabled: false } });
  const { live, file } = await administrator.ask('settings.show');
  expect(live.find(({ key }) => key === 'erp_pull_interval')).toMatchObject({ value: 900, fixed: false });
  expect(file.find(({ key }) => key === 'auth.password')?.value).toBeNull();
  const [row] = (await administrator.ask('audit.list', { query: { action: 'settings.change' } })).items;
  expect(row).toMatchObject({ before: { erp_pull_interval: '3600' }, after: { erp_pull_interval: 900 } });
  const { entries } = await administrator.ask('catalogue.list', { query: { q: '客户' } });
  expect(entries.length).toBeGreaterThan(3);
  const entry = await administrator.ask('catalogue.show', { params: { entry: 'customer.list' } });
  expect(entry).toMatchObject({ call: 'customer.list', writes: false });
  const read = await administrator.ask('catalogue.try', { params: { entry: 'customer.list' }, body: {} });
  expect(JSON.stringify(read.result)).toContain('ord');
  expect(JSON.stringify(read.result)).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
  const remove = { params: { entry: 'bom.delete' }, body: { params: { ord: 1 } } };
  expect(['409 write_not_confirmed', '502 invalid_request']).toContain(
    await refusal(administrator.ask('catalogue.try', remove)),
  );
  const scores = { min_quality_score: null, min_intent_score: null };
  await administrator.ask('settings.change', { body: scores });
  const unset = (await administrator.ask('settings.show')).live.filter(({ key }) => key in scores);
  expect(unset.map(({ value }) => value)).toEqual([null, null]);
  const users = await administrator.ask('erp.users');
  expect(users.users.length).toBeGreaterThan(0);
});

test('a connection is tried once with a wrong password and never again, and written down once it works', async () => {
  const desk = await startWork(3);
  const administrator = await desk.user('administrator');
  const base_url = desk.services.hub!.erp.identity.base_url;
  const body = { base_url, username: 'demo', password: 'wrong-one' };
  const wrong = await administrator.ask('settings.test', { body });
  expect(wrong).toMatchObject({ ok: false });
  const logins = () => desk.store.db.selectFrom('refused_logins').selectAll().execute();
  expect((await logins()).length).toBe(1);
  const again = await administrator.ask('settings.test', { body });
  expect(again.checks.find(({ id }) => id === 'login')?.state).toBe('bad');
  expect((await logins()).length).toBe(1);
  expect(await refusal(administrator.ask('settings.connect', { body }))).toBe('422 not_connected');
  const right = { ...body, password: 'demo-pass' };
  const { file } = await administrator.ask('settings.connect', { body: right });
  const loaded = loadConfig({ file, env: {} });
  expect(loaded).toMatchObject({
    ok: true,
    config: { erp: { base_url, username: 'demo', password: 'demo-pass' } },
  });
  const kept = JSON.stringify(await desk.store.db.selectFrom('audit').selectAll().execute());
  expect(kept).not.toMatch(/wrong-one|demo-pass/);
});

test('an ERP is joined only where its configuration will be used and it is not written to at once; else nothing is changed', async () => {
  const desk = await startWork(3);
  const administrator = await desk.user('administrator');
  const { config, store, hub } = desk.services;
  const body = { base_url: hub!.erp.identity.base_url, username: 'demo', password: 'demo-pass' };
  await store.db.deleteFrom('erp_binding').execute();
  const file = join(config.folder, 'config.yaml');
  const password = join(config.folder, 'storage', 'erp_password');
  const live = async () =>
    (await administrator.ask('settings.show')).live.find(({ key }) => key === 'erp_push_enabled');
  const joined = async (yaml: string) => {
    writeFileSync(file, yaml);
    const said = await refusal(administrator.ask('settings.connect', { body }));
    const isKept =
      readFileSync(file, 'utf8') === yaml && !existsSync(password) && (await live())?.value === true;
    return [said, isKept ? 'nothing changed' : 'changed'];
  };
  const refused = async (yaml: string) => {
    const [said, kept] = await joined(yaml);
    expect([yaml, kept]).toEqual([yaml, 'nothing changed']);
    return said;
  };
  expect(await refused('erp_integration:\n  http: {port: 99999}\n')).toBe('422 configuration');
  expect(await refused('erp_integration: [\n')).toBe('422 configuration');
  expect(await refused('- a list\n')).toBe('422 configuration');
  for (const yaml of [
    'login: &login {auto_login: true}\nerp_integration:\n  auth: *login\n',
    'all: &all {auth: {auto_login: true}}\nerp_integration: *all\n',
  ]) {
    expect(await refused(yaml)).toBe('422 configuration');
    const told = await administrator.ask('settings.connect', { body }).catch(String);
    expect(told).toContain('1 problem');
    expect(told).toContain('a YAML alias');
  }
  expect(await refused('erp_integration:\n  erp_push: {enabled: true}\n')).toBe('422 setting_fixed');
  Object.assign(desk.services, { env: { BANGQIAO_AUTH_USERNAME: 'other' } });
  expect(await refused('')).toBe('422 setting_fixed');
  Object.assign(desk.services, { env: {} });
  for (const yaml of ['erp_integration:\n', 'erp_integration:\n  auth:\n  # kept\n', '# kept\n']) {
    rmSync(password, { force: true });
    await administrator.ask('settings.change', { body: { erp_push_enabled: true } });
    expect(await joined(yaml)).toEqual(['not refused', 'changed']);
    expect(loadConfig({ file, env: {} })).toMatchObject({
      ok: true,
      config: { erp: { password: 'demo-pass' } },
    });
    expect(readFileSync(file, 'utf8').includes('# kept')).toBe(yaml.includes('# kept'));
    expect((await live())?.value).toBe(false);
  }
});

test('what happens is told as it happens, and not to whom is signed out', async () => {
  const desk = await startWork(3);
  const manager = await desk.user('manager');
  const { token } = await tokenFor(desk);
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${desk.url}/api/events`, { signal: stop.signal, headers });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const first = (await reader.read()).value ?? '';
  expect(first).toMatch(/^event: pulse\ndata: \{.*"last_run":null/);
  await ended(manager, (await manager.ask('runs.start', { body: { kind: 'pull' } })).task);
  let told = '';
  while (!/"ended_at":"/.test(told)) told += (await reader.read()).value ?? '';
  expect(told).toContain('"kind":"pull"');
});

async function tokenFor(desk: Desk): Promise<{ token: string }> {
  const root = await desk.user('administrator', { name: 'root' });
  const [user] = (await root.ask('users.list')).users.filter(({ name }) => name === 'root');
  const body = { name: 'events', user_id: user!.id, scopes: ['overview.read' as const] };
  return root.ask('tokens.add', { body });
}
