import type { Customer } from '@bangqiao/core';
import type { Faults } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { cancelWrite, retryWrite } from '../../src/desk/writes.ts';
import { type Explanation, explainCustomer, explanationText } from '../../src/explain/index.ts';
import type { AssignSettings } from '../../src/push/sellers.ts';
import { company, type Engine, type EngineOptions, engine, troubledAt } from './support.ts';

const PERSON = { by: 'person', at: '2026-03-01T05:00:00.000Z' };
/** Quality 70 and 90. */
const GOOD: Partial<Customer> = { phone_verified: true, company_name_verified: true };
const BEST: Partial<Customer> = { ...GOOD, business_license_verified: true };

async function sellersOf(hub: Engine): Promise<[string, string, string]> {
  const [a, b, c] = (await hub.erp.client.options.users()).map(({ id }) => id);
  return [a!, b!, c!];
}

const push = (hub: Engine, assign: Partial<AssignSettings>) =>
  hub.run('sync', { settings: { assign: { sellers: [], strongest: [], capacity: null, ...assign } } });

const recordOf = async (hub: Engine, id: number) => hub.sim.customer((await hub.row(id)).erp_customer_id!);
const ownerOf = async (hub: Engine, id: number) => (await recordOf(hub, id))?.fields.cateid;

const lastWrite = async (hub: Engine, id: number) => (await hub.writes(id)).at(-1)!;

const callsOf = (hub: Engine) => hub.sim.stats.writes['customer.assign'] ?? 0;

/** A hub whose calls to assign meet a fault, and only these. */
const troubled = (fault: Partial<Faults>, options?: EngineOptions) => troubledAt('assign', fault, options);

test('a customer that the hub created is assigned by its score: the best to the strongest, the good to who has least, the rest open to all', async () => {
  const hub = await engine();
  const [strong, other] = await sellersOf(hub);
  const ids = await hub.bring([company(1, BEST), company(2, GOOD), company(3)]);
  const report = await push(hub, { strongest: [strong], sellers: [other] });
  expect(report.push).toMatchObject({ considered: 3, created: 3, updated: 0 });
  expect(await ownerOf(hub, ids[0]!)).toBe(strong);
  expect([strong, other]).toContain(await ownerOf(hub, ids[1]!));
  expect((await recordOf(hub, ids[2]!))?.flags).toContain('open');
  await push(hub, { strongest: [strong], sellers: [other] });
  expect(callsOf(hub)).toBe(3);
});

test('an ERP that gives out no list of its users is assigned to all the same', async () => {
  const hub = await engine();
  const [, , seller] = await sellersOf(hub);
  hub.sim.oddities.missingHandlers = ['gate_list', 'orgs/user/list'];
  const [id] = await hub.bring([company(1, GOOD)]);
  await push(hub, { sellers: [seller] });
  expect(await ownerOf(hub, id!)).toBe(seller);
});

test('many new customers are spread over the sellers, and a full one gets no more', async () => {
  const hub = await engine({ customers: 5 });
  const [a, b] = await sellersOf(hub);
  const ids = await hub.bring([1, 2, 3, 4, 5, 6, 7, 8].map((number) => company(number, GOOD)));
  const before = hub.sim.customers().filter(({ fields }) => fields.cateid === a).length;
  await push(hub, { sellers: [a, b], capacity: before + 3 });
  const owners = await Promise.all(ids.map((id) => ownerOf(hub, id)));
  expect(owners.filter((owner) => owner === a).length).toBeLessThanOrEqual(3);
  expect(owners).toContain(b);
});

test('nobody is assigned unless it is asked for, and never one who was in the ERP before', async () => {
  const hub = await engine();
  const [seller] = await sellersOf(hub);
  const [mine] = (await hub.bring([company(1, GOOD)])) as [number];
  await hub.run();
  const known = hub.sim.customers().find(({ fields, place }) => place === 'plain' && fields.mobile)!;
  const [theirs] = (await hub.bring([company(2, { ...GOOD, phone: known.fields.mobile! })])) as [number];
  await push(hub, { sellers: [seller] });
  expect((await hub.writes(mine)).map(({ kind }) => kind)).toEqual(['create']);
  expect((await hub.row(theirs)).erp_customer_id).toBe(known.ord);
  expect(callsOf(hub)).toBe(0);
});

test('an assignment whose answer was lost is settled by the seller that the list shows, and is not sent again', async () => {
  const hub = await troubled({ dropAfterSave: 1 });
  const [seller] = await sellersOf(hub);
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  const { exitCode } = await push(hub, { sellers: [seller] });
  expect(exitCode).toBe(0);
  expect(await lastWrite(hub, id)).toMatchObject({ kind: 'assign', state: 'confirmed', outcome: 'assigned' });
  expect(await ownerOf(hub, id)).toBe(seller);
  await push(hub, { sellers: [seller] });
  expect(callsOf(hub)).toBe(1);
});

test("a lost answer that the list cannot settle is a person's, who says that it is right or sends it again", async () => {
  const hub = await troubled({ dropBeforeSave: 1, limit: 2 });
  const [seller] = await sellersOf(hub);
  const ids = (await hub.bring([company(1, GOOD), company(2, GOOD)])) as [number, number];
  const report = await push(hub, { sellers: [seller] });
  expect(report).toMatchObject({ exitCode: 1, push: { created: 2, parked: 0 } });
  const one = await lastWrite(hub, ids[0]);
  const two = await lastWrite(hub, ids[1]);
  expect(one).toMatchObject({ kind: 'assign', state: 'parked', error_code: 'assign_in_doubt' });
  expect((await hub.row(ids[0])).erp_sync_status).toBe('synced');
  await push(hub, { sellers: [seller] });
  expect(await ownerOf(hub, ids[0])).not.toBe(seller);
  await retryWrite(hub.store, one.id, PERSON);
  await cancelWrite(hub.store, two.id, PERSON);
  await push(hub, { sellers: [seller] });
  expect(await ownerOf(hub, ids[0])).toBe(seller);
  expect(await ownerOf(hub, ids[1])).not.toBe(seller);
  expect((await hub.row(ids[1])).erp_sync_status).toBe('synced');
});

test("where the list shows no sellers a yes is taken at its word, and a lost answer is a person's", async () => {
  const blind = { oddities: { missingColumns: ['cateid'] } };
  const plain = await engine(blind);
  const [seller] = await sellersOf(plain);
  const [told] = (await plain.bring([company(1, GOOD)])) as [number];
  await push(plain, { sellers: [seller] });
  expect(await lastWrite(plain, told)).toMatchObject({ state: 'confirmed', outcome: 'assigned' });
  const lossy = await troubled({ dropAfterSave: 1 }, blind);
  const [lost] = (await lossy.bring([company(1, GOOD)])) as [number];
  await push(lossy, { sellers: [seller] });
  expect(await lastWrite(lossy, lost)).toMatchObject({ state: 'parked', error_code: 'assign_in_doubt' });
  await push(lossy, { sellers: [seller] });
  expect(callsOf(lossy)).toBe(1);
});

test('a process that dies with the call under way leaves a doubt, which the next run settles by reading', async () => {
  const hub = await engine();
  const [seller] = await sellersOf(hub);
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  const { customers } = hub.erp.client;
  const { assign } = customers;
  customers.assign = async (to) => {
    await assign(to);
    throw new Error('killed');
  };
  await push(hub, { sellers: [seller] });
  expect(await lastWrite(hub, id)).toMatchObject({ state: 'in_doubt', holder: null });
  await push(hub, { sellers: [seller] });
  expect(await lastWrite(hub, id)).toMatchObject({ state: 'confirmed', outcome: 'assigned' });
  expect(callsOf(hub)).toBe(1);
});

test('a yes that changed nothing is noticed', async () => {
  const hub = await troubled({ lieSuccess: 1 });
  const [seller] = await sellersOf(hub);
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  await push(hub, { sellers: [seller] });
  expect(await lastWrite(hub, id)).toMatchObject({ state: 'parked', error_code: 'assign_not_taken' });
});

test('sellers whom the ERP does not know get nothing, and no customer is opened to all instead', async () => {
  const hub = await engine();
  const [seller] = await sellersOf(hub);
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  await push(hub, { sellers: ['99999'] });
  expect(await lastWrite(hub, id)).toMatchObject({ state: 'waiting', error_code: 'unknown_sellers' });
  expect(callsOf(hub)).toBe(0);
  await push(hub, { sellers: ['99999', seller] });
  expect(await ownerOf(hub, id)).toBe(seller);
});

test("a refusal is told in the ERP's words and not repeated", async () => {
  const hub = await engine();
  const [seller] = await sellersOf(hub);
  const { customers } = hub.erp.client;
  const { assign } = customers;
  customers.assign = ({ ord }) => assign({ ord, users: ['no such user'] });
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  await push(hub, { sellers: [seller] });
  const write = await lastWrite(hub, id);
  expect(write).toMatchObject({ kind: 'assign', state: 'parked' });
  expect(write.error_message).toContain('指派用户不存在');
  await push(hub, { sellers: [seller] });
  expect(callsOf(hub)).toBe(1);
});

test('explain says to whom a customer was assigned, and an undo that this stays', async () => {
  const hub = await engine();
  const [seller] = await sellersOf(hub);
  const [id] = (await hub.bring([company(1, GOOD)])) as [number];
  const { runId } = await push(hub, { sellers: [seller] });
  const explanation = (await explainCustomer(hub.store.db, `#${id}`)) as Explanation;
  const said = explanationText(explanation, 'zh');
  expect(said).toMatch(/指派销售 · 已确认 · 已指派/);
  expect(said).toContain(`指派给 赵敏 (${seller})`);
  expect(said).not.toContain('内容已不保留');
  const { undo } = await hub.run('undo', { undo: { run: runId } });
  expect(undo?.not.map(({ why }) => why.zh).join('\n')).toContain('指派保留');
});
