import { DEFAULT_RULES, defaultRules, type Rule } from '@bangqiao/core';
import { describe, expect, test } from 'vitest';
import { type Activation, activateRules } from '../src/admit/activate.ts';
import { diffRules } from '../src/admit/rule-diff.ts';
import { readRuleSet } from '../src/admit/rule-rows.ts';
import { activeRules, compileOrThrow, rulesInForce } from '../src/admit/rule-store.ts';
import { tryRules } from '../src/admit/trial.ts';
import { insertCustomers } from '../src/customers/index.ts';
import type { Schema, Store } from '../src/store/index.ts';
import { companies, company, engine, named } from './engine/support.ts';
import { openTestStore, testDatabase, testStore } from './support/database.ts';

const AT = '2026-03-01T02:00:00.000Z';
const who = (by = 'person') => ({ by, at: AT, thresholds: {} });

/** The default rules, and one more before them. */
function withRule(rule_conditions: string, more: Partial<Rule> = {}): Rule[] {
  return [
    ...DEFAULT_RULES,
    {
      rule_name: 'own',
      rule_type: 'mandatory',
      rule_priority: 150,
      rule_conditions,
      rule_action: 'CREATE',
      confidence: 1,
      is_active: true,
      description: { zh: '自己的', en: 'our own' },
      ...more,
    },
  ];
}

async function activeVersions(store: Store): Promise<number[]> {
  const rows = await store.db
    .selectFrom('rule_sets')
    .select('version')
    .where('is_active', '=', true)
    .execute();
  return rows.map(({ version }) => version);
}

async function counts(store: Store, version: number, rule: string) {
  const set = await readRuleSet(store.db, version);
  const { match_count, success_count } = set!.rules.find(({ rule_name }) => rule_name === rule)!;
  return { match_count, success_count };
}

async function bring(store: Store, people: Parameters<typeof insertCustomers>[1]): Promise<void> {
  const context = { by: 'import', reason: 'import', source: 'wechat', runId: null, now: AT } as const;
  await store.transaction((trx) => insertCustomers(trx, people, context));
}

describe('which rules are in force', () => {
  test('a fresh database has the default rules, and new thresholds make a new version', async () => {
    const store = await testStore();
    expect(await rulesInForce(store.db, {})).toMatchObject({ version: 1, rules: DEFAULT_RULES });
    expect(await activeVersions(store)).toEqual([]);
    expect((await activeRules(store, {}, AT)).version).toBe(1);
    const changed = { low_quality_skip: { min_intent_score: 20 } };
    expect((await rulesInForce(store.db, changed)).version).toBe(2);
    expect((await activeRules(store, changed, AT)).version).toBe(2);
    expect((await activeRules(store, changed, AT)).version).toBe(2);
    expect(await activeVersions(store)).toEqual([2]);
  });

  test('a person’s rules stay whatever the configuration says, until its own version is put in force', async () => {
    const store = await testStore();
    await activeRules(store, {}, AT);
    const done = await activateRules(store, { rules: withRule('has_quote_request'), note: 'mine' }, who());
    expect(done).toEqual({ version: 2, previous: 1, isNew: true, unchanged: false, followsConfig: false });
    const changed = { low_quality_skip: { min_intent_score: 20 } };
    expect((await activeRules(store, changed, AT)).version).toBe(2);
    // The old version of the configuration's is a choice as well, and stays.
    await activateRules(store, { version: 1 }, { ...who(), thresholds: changed });
    expect((await activeRules(store, changed, AT)).version).toBe(1);
    await activateRules(store, { version: 1 }, who());
    expect((await activeRules(store, changed, AT)).version).toBe(3);
  });

  test('rules that say the same as a version are that version; who and when are kept', async () => {
    const store = await testStore();
    await activeRules(store, {}, AT);
    const rules = withRule('has_quote_request');
    await activateRules(store, { rules, note: 'mine' }, who('anna'));
    await activateRules(store, { version: 1 }, who('ben'));
    expect(await activateRules(store, { rules, note: 'again' }, who('carl'))).toMatchObject({
      version: 2,
      isNew: false,
    });
    expect(await activateRules(store, { rules, note: 'again' }, who('dora'))).toMatchObject({
      unchanged: true,
    });
    const rows = await store.db.selectFrom('rule_activations').selectAll().orderBy('id').execute();
    expect(rows.map(({ version, activated_by }) => [version, activated_by])).toEqual([
      [1, 'config'],
      [2, 'anna'],
      [1, 'ben'],
      [2, 'carl'],
    ]);
    expect(rows[1]).toMatchObject({ activated_at: AT, follows_config: false });
    expect(rows[2]).toMatchObject({ follows_config: true });
    expect(diffRules(rules, (await readRuleSet(store.db, 2))!.rules)).toEqual([]);
  });

  test('broken rules and versions that are not there leave the active set untouched', async () => {
    const store = await testStore();
    await activeRules(store, {}, AT);
    const broken = activateRules(store, { rules: withRule('fone != ""'), note: 'x' }, who());
    await expect(broken).rejects.toMatchObject({ code: 'rules_broken', exitCode: 2 });
    await expect(activateRules(store, { version: 7 }, who())).rejects.toMatchObject({
      code: 'rules_unknown',
    });
    const twice = [...DEFAULT_RULES, DEFAULT_RULES[0]!];
    await expect(activateRules(store, { rules: twice, note: 'x' }, who())).rejects.toMatchObject({
      code: 'rules_broken',
    });
    expect(await store.db.selectFrom('rule_sets').select(['version', 'is_active']).execute()).toEqual([
      { version: 1, is_active: true },
    ]);
    expect((await activeRules(store, {}, AT)).version).toBe(1);
  });

  test('a version whose rows somebody broke is not activated, and another one can be', async () => {
    const store = await testStore();
    await activeRules(store, {}, AT);
    await activateRules(store, { rules: withRule('has_order'), note: 'mine' }, who());
    await store.db
      .updateTable('erp_sync_rules')
      .set({ rule_conditions: 'fone != ""' })
      .where('rule_name', '=', 'own')
      .execute();
    await expect(activeRules(store, {}, AT)).rejects.toMatchObject({ code: 'rules_broken' });
    await activateRules(store, { version: 1 }, who());
    expect((await activeRules(store, {}, AT)).version).toBe(1);
    await expect(activateRules(store, { version: 2 }, who())).rejects.toMatchObject({ code: 'rules_broken' });
    expect(await activeVersions(store)).toEqual([1]);
  });

  test('many activations at once, in a fresh database too, leave exactly one set active', async () => {
    const address = await testDatabase();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openTestStore(address)));
    const first = await Promise.all(stores.map((store) => activeRules(store, {}, AT)));
    expect(first.map(({ version }) => version)).toEqual([1, 1, 1, 1]);
    const done = await Promise.all(
      stores.map((store, index): Promise<Activation> => {
        const rules = withRule(`message_count > ${index}.0`);
        return activateRules(store, { rules, note: `set ${index}` }, who(`person ${index}`));
      }),
    );
    expect(done.map(({ version }) => version).sort()).toEqual([2, 3, 4, 5]);
    const store = stores[0]!;
    const last = await store.db.selectFrom('rule_activations').selectAll().orderBy('id', 'desc').execute();
    expect(await activeVersions(store)).toEqual([last[0]?.version]);
    // The same rules at once are one version.
    const rules = withRule('email != ""');
    const same = await Promise.all(stores.map((one) => activateRules(one, { rules, note: 'same' }, who())));
    expect(same.map(({ version, isNew, unchanged }) => [version, isNew, unchanged]).sort()).toEqual([
      [6, false, true],
      [6, false, true],
      [6, false, true],
      [6, true, false],
    ]);
    expect(await activeVersions(store)).toEqual([6]);
  });
});

describe('a rule set on trial', () => {
  const compile = (rules: readonly Rule[]) => compileOrThrow(0, rules);
  const high = (min_quality_score: number) =>
    compile(defaultRules({ high_quality_sync: { min_quality_score } }));

  test('says who would come in, stay out or change the rule, and writes nothing', async () => {
    const store = await testStore();
    await bring(store, [
      company(1, { has_order: true }),
      company(2, { has_order: false, has_quote_request: true }),
      company(3, { has_order: false, message_count: 2 }),
      company(4, { erp_customer_id: 900 }),
    ]);
    const before = await store.db.selectFrom('customers_unified').selectAll().orderBy('id').execute();
    const rules = withRule('message_count < 5.0')
      .concat({
        ...DEFAULT_RULES[0]!,
        rule_name: 'no_quotes',
        rule_priority: 160,
        rule_conditions: 'has_quote_request',
      })
      .concat({ ...DEFAULT_RULES[1]!, rule_name: 'ordered', rule_priority: 120 });
    const sets = { active: compile(DEFAULT_RULES), candidate: compile(rules) };
    const trial = await tryRules(store.db, sets, { names: 5 });
    expect(trial).toMatchObject({
      considered: 3,
      same: 0,
      linked: 1,
      counts: { admitted: 1, dropped: 1, otherRule: 1 },
      names: {
        otherRule: [
          { id: 1, name: '杭州样本0001号科技有限公司', from: 'mandatory_has_order', to: 'ordered' },
        ],
        dropped: [{ id: 2, from: 'medium_phone_quote', to: 'no_quotes' }],
        admitted: [{ id: 3, from: 'low_engagement', to: 'own' }],
      },
    });
    expect(trial.byRule).toContainEqual({ rule: 'ordered', action: 'CREATE', active: 0, candidate: 1 });
    expect(await store.db.selectFrom('customers_unified').selectAll().orderBy('id').execute()).toEqual(
      before,
    );
    for (const table of [
      'decisions',
      'rule_sets',
      'erp_sync_rules',
      'erp_sync_logs',
      'write_journal',
    ] as const) {
      expect(await rowsIn(store, table), table).toBe(0);
    }
  });

  test('counts everybody over many pages and names only as many as asked', async () => {
    const store = await testStore();
    const people = Array.from({ length: 2345 }, (_, index) =>
      company(index + 1, { has_order: false, intent_score: 10 }),
    );
    await bring(store, people);
    const candidate = compile(withRule('company_name != ""'));
    const trial = await tryRules(store.db, { active: compile(DEFAULT_RULES), candidate }, { names: 3 });
    expect(trial.counts).toEqual({ admitted: 2345, dropped: 0, otherRule: 0 });
    expect(trial.names.admitted.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('a threshold takes in who stands exactly on it', async () => {
    const store = await testStore();
    await bring(store, [
      company(1, { has_order: false, intent_score: 30 }),
      company(2, { has_order: false, intent_score: 30 }),
    ]);
    await store.db
      .updateTable('customers_unified')
      .set({ data_quality_score: 70 })
      .where('id', '=', 1)
      .execute();
    await store.db
      .updateTable('customers_unified')
      .set({ data_quality_score: 69.9 })
      .where('id', '=', 2)
      .execute();
    const trial = await tryRules(store.db, { active: high(80), candidate: high(70) }, { names: 9 });
    expect(trial.names.admitted.map(({ id }) => id)).toEqual([1]);
    const held = await tryRules(
      store.db,
      { active: high(80), candidate: high(70) },
      { names: 9, floor: { min_quality_score: 70.1 } },
    );
    expect(held.counts).toEqual({ admitted: 0, dropped: 0, otherRule: 1 });
    expect(held.names.otherRule).toMatchObject([{ id: 1, to: 'floor' }]);
  });
});

describe('after an activation', () => {
  test('the next push looks again at everybody who is not in the ERP, and leaves linked customers alone', async () => {
    const { store, sim, run, bring: come, row } = await engine();
    const [linked, skipped, quoted] = (await come([
      company(1),
      company(2, { has_order: false }),
      company(3, { has_order: false, message_count: 3, intent_score: 10 }),
    ])) as [number, number, number];
    await run();
    expect(await row(linked)).toMatchObject({ erp_sync_status: 'synced' });
    expect(await row(skipped)).toMatchObject({ erp_sync_status: 'skipped' });
    expect(await row(quoted)).toMatchObject({ erp_sync_status: 'skipped', erp_sync_rule: 'low_intent' });
    const rules = withRule('message_count == 20.0').concat({
      ...DEFAULT_RULES[0]!,
      rule_name: 'nobody_with_order',
      rule_priority: 190,
      rule_conditions: 'has_order',
    });
    await activateRules(store, { rules, note: 'mine' }, who());
    const report = await run();
    expect(report.push).toMatchObject({ created: 1, skipped: 1 });
    expect(await row(skipped)).toMatchObject({ erp_sync_status: 'synced', erp_sync_rule: 'own' });
    expect(await row(linked)).toMatchObject({
      erp_sync_status: 'synced',
      erp_sync_rule: 'mandatory_has_order',
    });
    expect(named(sim, (await row(linked)).company_name)).toHaveLength(1);
    const decided = await store.db
      .selectFrom('decisions')
      .select(['rule_set_version', 'rule'])
      .where('customer_id', '=', quoted)
      .orderBy('id')
      .execute();
    expect(decided).toEqual([
      { rule_set_version: 1, rule: 'low_intent' },
      { rule_set_version: 2, rule: 'low_intent' },
    ]);
  });

  test('a create that waits is dropped where the new rules keep its customer out', async () => {
    const { store, run, bring: come, row, writes } = await engine();
    const [id] = (await come([
      company(1, { company_name: '杭州样本科技有限公司', phone: null, wechat_nickname: null }),
    ])) as [number];
    await run();
    expect((await writes(id)).map(({ state }) => state)).toEqual(['parked']);
    await activateRules(
      store,
      {
        rules: DEFAULT_RULES.map((rule) => ({ ...rule, is_active: rule.rule_action === 'SKIP' })),
        note: 'nobody',
      },
      who(),
    );
    await run();
    expect((await writes(id)).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await row(id)).toMatchObject({ erp_sync_status: 'skipped', erp_sync_rule: 'default' });
  });

  test('each rule counts whom it decided about once, and whom it brought in, for its own version', async () => {
    const { store, sim, run, bring: come } = await engine();
    await run('pull');
    // One is in the ERP already and is linked, two are created.
    const there = sim.customers().find(({ place, fields }) => place === 'plain' && fields.sort2 !== '2')!;
    const known = company(9, { company_name: String(there.fields.name) });
    await come([...companies(2), known, company(5, { has_order: false })]);
    const { push } = await run();
    expect(push).toMatchObject({ created: 2, linked: 1, skipped: 1 });
    expect(await counts(store, 1, 'mandatory_has_order')).toEqual({ match_count: 3, success_count: 3 });
    await activateRules(store, { rules: withRule('message_count < 5.0'), note: 'mine' }, who());
    await come([company(6)]);
    await run();
    expect(await counts(store, 2, 'mandatory_has_order')).toEqual({ match_count: 1, success_count: 1 });
    expect(await counts(store, 1, 'mandatory_has_order')).toEqual({ match_count: 3, success_count: 3 });
    // Back to the first version: who is still out is decided about again, and counts no second time.
    const decidedBefore = await rowsIn(store, 'decisions');
    const skippedBefore = await total(store, 1);
    await activateRules(store, { version: 1 }, who());
    await run();
    expect(await rowsIn(store, 'decisions')).toBe(decidedBefore + 1);
    expect(await total(store, 1)).toBe(skippedBefore);
  });

  test('a run under way keeps the rules that it began with', async () => {
    const { store, sim, run, bring: come, row } = await engine({ faults: { slowMs: 30 } });
    const [id] = (await come([company(1)])) as [number];
    const running = run();
    while ((await store.db.selectFrom('sync_runs').selectAll().execute()).length === 0) await pause();
    const nobody = DEFAULT_RULES.map((rule) => ({ ...rule, is_active: rule.rule_action === 'SKIP' }));
    await activateRules(store, { rules: nobody, note: 'nobody' }, who());
    expect(await store.db.selectFrom('decisions').selectAll().execute()).toEqual([]);
    await running;
    expect(await row(id)).toMatchObject({ erp_sync_status: 'synced', erp_sync_rule: 'mandatory_has_order' });
    const decided = await store.db
      .selectFrom('decisions')
      .select('rule_set_version')
      .where('customer_id', '=', id)
      .execute();
    expect(decided).toEqual([{ rule_set_version: 1 }]);
    expect(named(sim, company(1).company_name)).toHaveLength(1);
  });
});

async function rowsIn(store: Store, table: keyof Schema): Promise<number> {
  const { count } = await store.db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function total(store: Store, version: number): Promise<number> {
  const set = await readRuleSet(store.db, version);
  return set!.rules.reduce((sum, rule) => sum + rule.match_count, 0);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}
