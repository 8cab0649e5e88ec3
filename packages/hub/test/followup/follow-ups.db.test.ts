import type { Customer } from '@bangqiao/core';
import { expect, test } from 'vitest';
import { explainCustomer } from '../../src/explain/index.ts';
import { answerFollowUp } from '../../src/followup/answer.ts';
import { listFollowUps } from '../../src/followup/read.ts';
import type { FollowUpSettings } from '../../src/followup/settings.ts';
import { mergeByPerson } from '../../src/identity/merge.ts';
import { unmergeCustomer } from '../../src/identity/unmerge.ts';
import { readStatus } from '../../src/status/index.ts';
import type { RunReport } from '../../src/sync/run.ts';
import { between, refusal } from '../engine/between.ts';
import { company, type Engine, engine, listed } from '../engine/support.ts';
import { type Line, recall, SETTINGS, say } from './talks.ts';

const PERSON = { by: 'person', at: '2026-03-01T05:00:00.000Z' };
const SAYS = { by: 'person', reason: 'by a person', source: 'manual', runId: null, now: PERSON.at } as const;
const QUOTE: Line[] = [
  ['s', '您好，请问需要什么'],
  ['c', '请报个价，DN50 的球阀要二十台'],
  ['s', '好的，明天下午三点给您打电话可以吗'],
  ['c', '可以的'],
];
const GREETING: Line[] = [
  ['c', '在吗'],
  ['s', '你好'],
];
/** Before the engine's clock begins. */
const MORNING = '2026-02-28T01:00:00.000Z';

async function linked(options: Parameters<typeof engine>[0] = {}): Promise<{ hub: Engine; who: Customer }> {
  const hub = await engine({ customers: 20, erp: { timeoutMs: 400, maxAttempts: 2 }, ...options });
  await hub.run('pull');
  return { hub, who: await hub.rowOf(listed(hub.sim)[0]!.ord) };
}

function round(hub: Engine, settings: Partial<FollowUpSettings> = {}, byHand = true): Promise<RunReport> {
  return hub.run('followups', { byHand, settings: { followUps: { ...SETTINGS, ...settings } } });
}

function inErp(hub: Engine): { ord: number; lead?: string; intro?: string; plantype?: string }[] {
  return hub.sim.followUps().map(({ ord, fields }) => ({ ord, ...fields }));
}

test('a conversation of a linked customer becomes one follow-up, with its text, its kind and the date that was agreed', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [
    { customer: who, at: MORNING, lines: QUOTE },
    { customer: who, at: '2026-02-28T02:00:00.000Z', lines: GREETING },
  ]);
  const { followUps, exitCode } = await round(hub);
  expect(followUps).toMatchObject({ planned: 1, sent: 1, doubtful: 0, waiting: 0, parked: 0, held: 0 });
  expect(exitCode).toBe(0);
  const [written, ...more] = inErp(hub);
  expect(more).toEqual([]);
  expect(written).toMatchObject({ ord: who.erp_customer_id, sort: '481' });
  expect(written?.intro).toContain('球阀');
  const again = await round(hub);
  expect(again.followUps).toMatchObject({ planned: 0, sent: 0 });
  expect(inErp(hub)).toHaveLength(1);
});

test('a tenant with kinds of its own gets them by name; one that gives out no list gets the usual ids', async () => {
  const { hub, who } = await linked({ oddities: { ownFollowUpKinds: true } });
  const visit: Line[] = [
    ['c', '明天下午你们上门来看一下设备吧'],
    ['s', '好的，明天下午到'],
  ];
  const chat: Line[] = [['c', '微信里说就行，型号是 DN50 的球阀']];
  await say(hub.store, [
    { customer: who, at: MORNING, lines: QUOTE },
    { customer: who, at: '2026-02-28T02:30:00.000Z', lines: visit },
    { customer: who, at: '2026-02-28T04:30:00.000Z', lines: chat },
  ]);
  const { followUps } = await round(hub);
  expect(followUps).toMatchObject({ sent: 3, parked: 0, waiting: 0 });
  expect(hub.sim.followUps().map(({ fields }) => fields.sort)).toEqual(['1201', '1203', '1204']);
  const plain = await linked({ oddities: { missingHandlers: ['source'] } });
  await say(plain.hub.store, [{ customer: plain.who, at: MORNING, lines: QUOTE }]);
  expect((await round(plain.hub)).followUps).toMatchObject({ sent: 1 });
  expect(inErp(plain.hub)).toMatchObject([{ sort: '481' }]);
});

test('a date that is still to come makes a schedule in the ERP', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: '2026-03-01T01:00:00.000Z', lines: QUOTE }]);
  await round(hub);
  expect(inErp(hub)[0]).toMatchObject({
    plantype: '1',
    '@ret_0': '2026-03-02 15:00:00',
    '@ret_1': '2026-03-02 16:00:00',
    '@remind': '0',
  });
});

test('a conversation that still goes on is left alone, and what comes late joins it', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: '2026-03-01T02:00:00.000Z', lines: QUOTE }]);
  expect((await round(hub)).followUps).toMatchObject({ planned: 0, sent: 0 });
  hub.wait(40 * 60_000);
  await round(hub);
  await say(hub.store, [
    { customer: who, at: '2026-03-01T02:10:00.000Z', lines: [['c', '另外还要十台 DN80 的闸阀']] },
  ]);
  hub.wait(40 * 60_000);
  await round(hub);
  expect(inErp(hub)).toHaveLength(1);
  const talks = await hub.store.db.selectFrom('conversations').select('message_count').execute();
  expect(talks).toEqual([{ message_count: 5 }]);
});

test('what came last and lies between two talks makes one of them, however much was read in between', async () => {
  const { hub, who } = await linked();
  const another = await hub.rowOf(listed(hub.sim)[1]!.ord);
  const long = Array.from({ length: 1200 }, (_, line): Line => ['c', `第 ${line} 句`]);
  await say(hub.store, [
    { customer: who, at: '2026-02-28T02:00:00.000Z', lines: QUOTE },
    { customer: who, at: '2026-02-28T02:50:00.000Z', lines: GREETING },
    { customer: another, at: '2026-02-27T00:00:00.000Z', lines: long },
    { customer: who, at: '2026-02-28T02:25:00.000Z', lines: GREETING },
  ]);
  await round(hub);
  const talks = await hub.store.db
    .selectFrom('conversations')
    .select(['customer_id', 'message_count'])
    .orderBy('message_count')
    .execute();
  expect(talks).toEqual([
    { customer_id: who.id, message_count: 8 },
    { customer_id: another.id, message_count: 1200 },
  ]);
});

test('nobody outside the ERP gets a follow-up; once she is in it, her conversations follow', async () => {
  const { hub } = await linked();
  const [id] = await hub.bring([company(7, { has_order: false, marked_as_invalid: false, intent_score: 0 })]);
  await say(hub.store, [{ customer: await hub.row(id!), at: MORNING, lines: QUOTE }]);
  expect((await round(hub)).followUps).toMatchObject({ planned: 0, sent: 0 });
  await hub.edit(id!, { has_order: true });
  await hub.run('sync', { settings: { followUps: SETTINGS } });
  const { followUps } = await round(hub);
  expect(followUps?.sent).toBe(1);
  expect(inErp(hub).map(({ ord }) => ord)).toEqual([(await hub.row(id!)).erp_customer_id]);
});

test('of a contact person the follow-up stands at the company, with the person as contact', async () => {
  const { hub } = await linked();
  const [first] = await hub.bring([company(1, { real_name: '周示例' })]);
  await hub.run();
  const [second] = await hub.bring([
    company(2, { company_name: company(1).company_name ?? '', real_name: '同事示例' }),
  ]);
  await hub.run();
  const colleague = await hub.row(second!);
  await say(hub.store, [{ customer: colleague, at: MORNING, lines: QUOTE }]);
  await round(hub);
  expect(inErp(hub)).toMatchObject([
    { ord: (await hub.row(first!)).erp_customer_id, lead: String(colleague.erp_contact_id) },
  ]);
});

test('an answer that is lost puts the follow-up in doubt, and nothing but a person moves it from there', async () => {
  const { hub, who } = await linked({ faults: { dropAfterSave: 1 } });
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  const { followUps, exitCode, push } = await round(hub);
  expect(followUps).toMatchObject({ sent: 0, doubtful: 1 });
  expect({ exitCode, push }).toEqual({ exitCode: 1, push: null });
  hub.sim.faults.dropAfterSave = 0;
  await round(hub);
  await hub.run('sync', { settings: { followUps: SETTINGS } });
  expect(inErp(hub)).toHaveLength(1);
  const [doubtful] = await listFollowUps(hub.store.db);
  expect(doubtful?.standing).toBe('doubtful');
  expect((await readStatus(hub.store.db, new Date())).follow_ups.doubtful).toBe(1);
  const explained = await explainCustomer(hub.store.db, `#${who.id}`);
  expect(explained).toMatchObject({ follow_ups: [{ standing: 'doubtful' }] });
  expect((await answerFollowUp(hub.store, doubtful!.id, 'there', PERSON)).standing).toBe('there');
  await round(hub);
  expect(inErp(hub)).toHaveLength(1);
});

test('a follow-up that the ERP stored and answered with its own trouble leaves exactly once', async () => {
  const { hub, who } = await linked();
  const passage = await between(hub.url);
  const behind: Engine = { ...hub, ...(await hub.another({ baseUrl: passage.url })) };
  passage.change = ({ path }) => (/reply\?/i.test(path) ? refusal('保存超时，请稍后再试') : undefined);
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);

  expect((await round(behind)).followUps).toMatchObject({ sent: 0, waiting: 0, doubtful: 1 });
  hub.wait(24 * 60 * 60_000);
  await round(behind);

  expect(inErp(hub)).toHaveLength(1);
  const [doubtful] = await listFollowUps(hub.store.db);
  expect(doubtful).toMatchObject({ standing: 'doubtful' });
  expect(doubtful?.why).toContain('保存超时');
});

test('a person who does not find it says send, and it is sent once more', async () => {
  const { hub, who } = await linked({ faults: { dropBeforeSave: 1 } });
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  await round(hub);
  hub.sim.faults.dropBeforeSave = 0;
  const [doubtful] = await listFollowUps(hub.store.db, { standing: 'doubtful' });
  await answerFollowUp(hub.store, doubtful!.id, 'send', PERSON);
  await round(hub);
  expect(inErp(hub)).toHaveLength(1);
  expect(await listFollowUps(hub.store.db)).toEqual([]);
  await expect(answerFollowUp(hub.store, doubtful!.id, 'send', PERSON)).rejects.toMatchObject({
    code: 'follow_up_not_open',
  });
});

test('a plain refusal is tried again and then parked; one that is skipped is never sent', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  const wrong = { template: '' };
  for (const standing of ['waiting', 'waiting', 'parked']) {
    await round(hub, wrong);
    expect((await listFollowUps(hub.store.db)).map((one) => one.standing)).toEqual([standing]);
  }
  const [parked] = await listFollowUps(hub.store.db);
  expect(parked?.why).toContain('跟进内容不能为空');
  await answerFollowUp(hub.store, parked!.id, 'skip', PERSON);
  await round(hub);
  expect(inErp(hub)).toEqual([]);
});

test('a template replaces the text only by the operator’s choice', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  await round(hub, { template: '120' });
  expect(inErp(hub).map(({ intro }) => intro)).toEqual(['正在考虑中']);
});

test('without auto_sync, and of old conversations, each waits for a person', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: '2025-06-01T02:00:00.000Z', lines: QUOTE }]);
  expect((await round(hub)).followUps).toMatchObject({ planned: 1, sent: 0, held: 1 });
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  expect((await round(hub, { autoSync: false })).followUps).toMatchObject({ planned: 1, sent: 0, held: 2 });
  const held = await listFollowUps(hub.store.db, { standing: 'held' });
  await answerFollowUp(hub.store, held[0]!.id, 'send', PERSON);
  expect((await round(hub)).followUps).toMatchObject({ sent: 1, held: 1 });
});

test('what is recalled before it is sent is not in it, and a conversation with too little left becomes none', async () => {
  const { hub, who } = await linked();
  const ids = await say(hub.store, [
    { customer: who, at: MORNING, lines: [...QUOTE, ['c', '我们老板叫示例小王，别写进去']] },
    { customer: who, at: '2026-02-28T05:00:00.000Z', lines: [['c', '请把合同发给我看一下吧']] },
  ]);
  await round(hub, { autoSync: false });
  await recall(hub.store, ids.slice(-2), '2026-03-01T02:30:00.000Z');
  await round(hub, { autoSync: false });
  const [left, ...others] = await listFollowUps(hub.store.db);
  expect(others).toEqual([]);
  expect(left?.text).not.toContain('老板');
  await answerFollowUp(hub.store, left!.id, 'send', PERSON);
  await round(hub);
  expect(inErp(hub).map(({ intro }) => intro)).toEqual([left?.text]);
});

test('a conversation whose follow-up was given up for a recall becomes one when enough comes late', async () => {
  const { hub, who } = await linked();
  const talk = (at: string, text: string) => ({ customer: who, at, lines: [['c', text]] as Line[] });
  const ids = await say(hub.store, [talk(MORNING, '请把合同发给我看一下吧')]);
  await round(hub, { autoSync: false });
  await recall(hub.store, ids, '2026-03-01T02:30:00.000Z');
  await round(hub, { autoSync: false });
  expect(await listFollowUps(hub.store.db)).toEqual([]);
  await say(hub.store, [talk('2026-02-28T01:05:00.000Z', '请报个价，DN50 的球阀要二十台')]);
  expect((await round(hub)).followUps).toMatchObject({ planned: 1, sent: 1 });
  expect(inErp(hub).map(({ intro }) => intro)).toEqual([expect.stringContaining('球阀')]);
});

test('a record that is another customer by now gets nothing, and a person is told', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  hub.sim.edit(who.erp_customer_id!, {
    name: '别家示例公司',
    khid: 'KH999999',
    mobile: '13800009999',
    weixinAcc: 'someone-else',
  });
  const { followUps, exitCode } = await round(hub);
  expect({ parked: followUps?.parked, exitCode }).toEqual({ parked: 1, exitCode: 1 });
  expect(inErp(hub)).toEqual([]);
  expect((await listFollowUps(hub.store.db))[0]).toMatchObject({
    standing: 'parked',
    code: 'another_customer',
  });
  expect((await hub.row(who.id)).erp_sync_status).toBe(who.erp_sync_status);
});

test('a conversation that a merge moves goes to the customer it belongs to now', async () => {
  const { hub, who } = await linked();
  const other = await hub.rowOf(listed(hub.sim)[1]!.ord);
  const ids = await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  await round(hub, { autoSync: false });
  await hub.store.db.updateTable('messages').set({ customer_id: other.id }).where('id', 'in', ids).execute();
  await round(hub);
  expect(inErp(hub).map(({ ord }) => ord)).toEqual([other.erp_customer_id]);
  expect(await listFollowUps(hub.store.db)).toEqual([]);
});

test('an ERP that is away leaves them waiting; a scheduled round waits for the time, and each run keeps its own figures', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  hub.sim.faults.dropRead = 1;
  const away = await round(hub);
  expect(away.followUps).toMatchObject({ planned: 1, sent: 0, doubtful: 0, waiting: 1 });
  hub.sim.faults.dropRead = 0;
  const report = await hub.run('sync', { settings: { followUps: SETTINGS } });
  expect(report.followUps).toBeNull();
  expect((await round(hub, {}, false)).followUps).toMatchObject({ planned: 0, sent: 1, waiting: 0 });
});

/** Somebody of WeChat who became one with a customer of the ERP, and whose conversation was planned as that one's. */
async function plannedAsOne() {
  const { hub, who } = await linked();
  const [id] = (await hub.bring([company(7)])) as [number];
  await say(hub.store, [{ customer: await hub.row(id), at: MORNING, lines: QUOTE }]);
  await round(hub);
  await hub.store.transaction((trx) => mergeByPerson(trx, who.id, id, SAYS));
  await round(hub, { autoSync: false });
  const [held] = await listFollowUps(hub.store.db);
  expect(held).toMatchObject({ customer_id: who.id, standing: 'held' });
  await answerFollowUp(hub.store, held!.id, 'send', PERSON);
  return { hub, who, id };
}

const part = (hub: Engine, id: number) =>
  hub.store.transaction((trx) => unmergeCustomer(trx, id, SAYS), { durable: true });

test('planned while two were one, a follow-up goes to nobody but the one whose conversation it is once they are two again', async () => {
  const { hub, id } = await plannedAsOne();
  await part(hub, id);
  const { followUps } = await round(hub);
  expect(followUps).toMatchObject({ sent: 0, parked: 0, waiting: 0, held: 0 });
  expect(inErp(hub)).toEqual([]);
  expect(await listFollowUps(hub.store.db)).toEqual([]);
  await hub.run('push');
  await round(hub);
  expect(inErp(hub).map(({ ord }) => ord)).toEqual([(await hub.row(id)).erp_customer_id]);
  await round(hub);
  expect(inErp(hub)).toHaveLength(1);
});

test('a customer marked as invalid gets no follow-up, planned before or not; without the mark it is planned anew', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  await round(hub, { autoSync: false });
  await answerFollowUp(hub.store, (await listFollowUps(hub.store.db))[0]!.id, 'send', PERSON);
  await hub.edit(who.id, { marked_as_invalid: true });
  const { followUps } = await round(hub);
  expect(followUps).toMatchObject({ planned: 0, sent: 0, waiting: 0, held: 0 });
  expect(inErp(hub)).toEqual([]);
  expect(await listFollowUps(hub.store.db)).toEqual([]);
  await hub.edit(who.id, { marked_as_invalid: false });
  await round(hub);
  expect(inErp(hub).map(({ ord }) => ord)).toEqual([who.erp_customer_id]);
});

test('parted, or marked as invalid, while the record is read: nothing leaves', async () => {
  const { hub, who, id } = await plannedAsOne();
  const other = await hub.rowOf(listed(hub.sim)[1]!.ord);
  await say(hub.store, [{ customer: other, at: MORNING, lines: QUOTE }]);
  const read = hub.erp.client.customers.get;
  hub.erp.client.customers.get = async (ord) => {
    if (ord === who.erp_customer_id) await part(hub, id);
    if (ord === other.erp_customer_id) await hub.edit(other.id, { marked_as_invalid: true });
    return read(ord);
  };
  const { followUps } = await round(hub);
  expect(followUps).toMatchObject({ planned: 1, sent: 0, doubtful: 0 });
  expect(inErp(hub)).toEqual([]);
});

test('a follow-up that was on its way from another machine is in doubt once that one has lost its turn', async () => {
  const { hub, who } = await linked();
  await say(hub.store, [{ customer: who, at: MORNING, lines: QUOTE }]);
  await round(hub, { autoSync: false });
  const holder = JSON.stringify({ label: 'service', host: 'another-machine', pid: 1, started: 'then' });
  await hub.store.db
    .updateTable('write_journal')
    .set({ state: 'sent', saves: 1, holder, passed_at: PERSON.at })
    .where('kind', '=', 'follow_up')
    .execute();
  expect((await round(hub)).followUps).toMatchObject({ doubtful: 1, sent: 0 });
  expect(inErp(hub)).toEqual([]);
});
