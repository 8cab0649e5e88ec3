import type { Customer } from '@bangqiao/core';
import type { Faults } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { cancelWrite, retryWrite } from '../../src/desk/writes.ts';
import { type Explanation, explainCustomer, explanationText } from '../../src/explain/index.ts';
import { planOnlyPassage } from '../../src/plan/passage.ts';
import { companies, company, type Engine, type EngineOptions, engine, troubledAt } from './support.ts';

const PERSON = { by: 'person', at: '2026-03-01T05:00:00.000Z' };
const LEVELS = { white: '重点客户', gray: '潜在客户', black: '暂不跟进' };
const IDS = { white: '203', gray: '201', black: '205' };
/** Quality 70. Without it a company of `company()` has 45. */
const GOOD: Partial<Customer> = { phone_verified: true, company_name_verified: true };

const push = (hub: Engine, more: object = {}) => hub.run('sync', { settings: { levels: LEVELS }, ...more });
const recordOf = async (hub: Engine, id: number) => hub.sim.customer((await hub.row(id)).erp_customer_id!)!;
const levelOf = async (hub: Engine, id: number) => (await recordOf(hub, id)).fields.level;
const levels = async (hub: Engine, id: number) =>
  (await hub.writes(id)).filter(({ kind }) => kind === 'level');
const callsOf = (hub: Engine) => hub.sim.stats.writes['v3.customer.edit'] ?? 0;

/** A hub whose v3 edits meet a fault, and only these. */
const troubled = (fault: Partial<Faults>, options?: EngineOptions) => troubledAt('editV3', fault, options);

test('a customer that the hub created gets the follow level of its score, and nothing else of the record moves', async () => {
  const hub = await engine({ oddities: { editKeepsAbsent: false } });
  const [good, other] = (await hub.bring([company(1, { ...GOOD, address: '示例路 1 号' }), company(2)])) as [
    number,
    number,
  ];
  await hub.run();
  const { level: _, ...before } = (await recordOf(hub, good)).fields;
  const [third] = (await hub.bring([company(3, { ...GOOD, address: '示例路 1 号' })])) as [number];
  await push(hub);
  expect(await levels(hub, good)).toEqual([]);
  expect(await levels(hub, other)).toEqual([]);
  const { level, ...fields } = (await recordOf(hub, third)).fields;
  expect(level).toBe(IDS.white);
  const own = ['name', 'khid', 'mobile', 'email', 'person_name', 'weixinAcc', 'date1', 'pym', 'sort1'];
  const same = (record: Record<string, string>) =>
    Object.entries(record)
      .filter(([id]) => !own.includes(id))
      .sort();
  expect(same(fields)).toEqual(same(before));
  // By its label the category comes back as the leaf alone: the same one.
  expect(fields.sort1?.split(',').at(-1)).toBe(before.sort1?.split(',').at(-1));
  expect(own.every((id) => fields[id])).toBe(true);
  expect(await hub.row(third)).toMatchObject({ erp_follow_level: '重点客户', erp_sync_status: 'synced' });
  expect(hub.sim.stats.writes['v3.customer.edit']).toBe(1);
});

test("a level changes with the score while it is the hub's own, and then there is quiet", async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await push(hub);
  expect(await levelOf(hub, id)).toBe(IDS.gray);
  await hub.edit(id, GOOD);
  await push(hub);
  expect(await levelOf(hub, id)).toBe(IDS.white);
  await hub.edit(id, { marked_as_invalid: true });
  await push(hub);
  expect(await levelOf(hub, id)).toBe(IDS.black);
  const calls = callsOf(hub);
  await push(hub);
  await push(hub);
  expect(callsOf(hub)).toBe(calls);
  expect((await levels(hub, id)).map(({ subject }) => subject)).toEqual(['潜在客户', '重点客户', '暂不跟进']);
});

test('a level that somebody set in the ERP stands', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1)])) as [number];
  await push(hub);
  hub.sim.edit((await hub.row(id)).erp_customer_id!, { level: '204' });
  await hub.edit(id, GOOD);
  await push(hub);
  await push(hub);
  expect(await levelOf(hub, id)).toBe('204');
  expect((await hub.row(id)).erp_follow_level).toBe('成交客户');
  expect(callsOf(hub)).toBe(0);
  expect((await levels(hub, id)).map(({ outcome }) => outcome)).toEqual(['level_set', 'unchanged']);
});

test("where the list does not tell the level, the step after the create is taken at the ERP's word, and nothing is written over what cannot be seen", async () => {
  const hub = await engine({ oddities: { missingColumns: ['level'] } });
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  await push(hub);
  expect(await levelOf(hub, id)).toBe(IDS.white);
  const said = explanationText((await explainCustomer(hub.store.db, `#${id}`)) as Explanation, 'zh');
  expect(said).toContain('写跟进程度 · 已确认 · 已写入');
  expect(said).toContain('列表里看不到跟进程度，无法核对');
  await hub.edit(id, { marked_as_invalid: true });
  await push(hub);
  await push(hub);
  expect(await levelOf(hub, id)).toBe(IDS.white);
  expect(callsOf(hub)).toBe(1);
});

test('a lost answer is settled by the list, and where that does not tell, by a person alone', async () => {
  const told = await troubled({ dropAfterSave: 1 });
  const [seen] = (await told.bring([company(1, GOOD)])) as [number];
  expect((await push(told)).exitCode).toBe(0);
  expect(await levels(told, seen)).toMatchObject([{ state: 'confirmed', outcome: 'level_set' }]);
  const blind = await troubled({ dropAfterSave: 1, limit: 1 }, { oddities: { missingColumns: ['level'] } });
  const [id] = (await blind.bring([company(1, GOOD)])) as [number];
  expect((await push(blind)).exitCode).toBe(1);
  const [write] = await levels(blind, id);
  expect(write).toMatchObject({ state: 'parked', error_code: 'level_in_doubt' });
  await push(blind);
  await blind.edit(id, { marked_as_invalid: true });
  await push(blind);
  expect(callsOf(blind)).toBe(1);
  const status = (await blind.row(id)).erp_sync_status;
  await cancelWrite(blind.store, write!.id, PERSON);
  expect((await blind.row(id)).erp_sync_status).toBe(status);
});

test('a yes that changed nothing is noticed, and sent again when a person says so', async () => {
  const hub = await troubled({ lieSuccess: 1, limit: 1 });
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  await push(hub);
  const [write] = await levels(hub, id);
  expect(write).toMatchObject({ state: 'parked', error_code: 'level_not_taken' });
  await retryWrite(hub.store, write!.id, PERSON);
  await push(hub);
  expect(await levelOf(hub, id)).toBe(IDS.white);
});

test('a label that the ERP does not know is refused in its words, once', async () => {
  const hub = await engine();
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  const settings = { levels: { ...LEVELS, white: '甲级' } };
  await hub.run('sync', { settings });
  await hub.run('sync', { settings });
  const [write] = await levels(hub, id);
  expect(write).toMatchObject({ state: 'parked' });
  expect(write?.error_message).toContain('甲级');
  expect(callsOf(hub)).toBe(1);
});

test('many levels that change at once stop at the breaker, and a plan shows them', async () => {
  const hub = await engine();
  const ids = await hub.bring(companies(30));
  await push(hub, { settings: { levels: LEVELS, breaker: { number: 100, share: 1, min_rows: 20 } } });
  const sent = callsOf(hub);
  for (const id of ids) await hub.edit(id, { marked_as_invalid: true });
  const { exitCode, asked } = await push(hub);
  expect(exitCode).toBe(3);
  expect(asked).toMatchObject({ code: 'breaker', rows: 30, totals: { byKind: { level: 30 } } });
  expect(callsOf(hub)).toBe(sent);
  const shown = await push(hub, { passage: planOnlyPassage(null) });
  expect(shown.asked?.totals.byField).toEqual({ erp_follow_level: 30 });
});
