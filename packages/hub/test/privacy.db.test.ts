import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Customer, compileCondition } from '@bangqiao/core';
import pino from 'pino';
import { expect, test } from 'vitest';
import { requireCustomer, updateCustomer } from '../src/customers/index.ts';
import { searchCustomers } from '../src/customers/search.ts';
import { toldOf } from '../src/http/api/failure.ts';
import { mergeCustomers } from '../src/identity/merge.ts';
import { Intake } from '../src/ingest/intake.ts';
import { createLog } from '../src/log.ts';
import { erasePerson } from '../src/privacy/erase.ts';
import { clearNobodys } from '../src/privacy/erased-events.ts';
import { erasedAmong } from '../src/privacy/marks.ts';
import { personOf } from '../src/privacy/person.ts';
import { Words } from '../src/privacy/words.ts';
import { acquireLease, type Store, thisHolder } from '../src/store/index.ts';
import { retryParked } from '../src/understand/parked.ts';
import { understandAll } from '../src/understand/worker.ts';
import { beginDeed } from '../src/users/audit.ts';
import { refusal, startDesk } from './api-support.ts';
import { company, type Engine, engine } from './engine/support.ts';
import { SETTINGS } from './followup/talks.ts';
import { testConfig } from './support/config.ts';
import { typed, variablesOf } from './support/typed.ts';
import { message } from './wechat/support.ts';

const PHONE = '13800000077';
const OTHER_PHONE = '13800000078';
const NAME = '周示例甲';
const FIRM = '宁波示例密封件有限公司';
const WECHAT = 'wxid_erase_me_01';
const OTHER_WECHAT = 'wxid_erase_me_02';
const SAID = '我要二十台球阀，请报价';
const EVERYTHING = [PHONE, OTHER_PHONE, NAME, FIRM, WECHAT, OTHER_WECHAT, 'zhou.jia@example.com', SAID];

const PERSON = {
  by: 'test',
  reason: 'test',
  source: 'manual',
  runId: null,
  now: '2026-03-05T00:00:00.000Z',
} as const;

/** Every text of every table that holds one of `wanted`, as `table.column: what`. */
async function namedIn(store: Store, wanted: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of await store.backend.tableNames(store.db)) {
    if (table.startsWith('v_')) continue;
    for (const row of await store.db
      .selectFrom(table as 'audit')
      .selectAll()
      .execute())
      for (const [column, value] of Object.entries(row))
        for (const one of wanted) if (String(value).includes(one)) found.push(`${table}.${column}: ${one}`);
  }
  return [...new Set(found)];
}

/** Somebody with everything that a customer can have here, in the ERP as well; and somebody else beside. */
async function known(hub: Engine) {
  const { store } = hub;
  const clock = () => new Date('2026-03-02T01:00:00.000Z');
  const log = pino({ level: 'silent' });
  const intake = new Intake(store, clock);
  const lines = ['您好', `我叫${NAME}，${FIRM}`, `手机 ${PHONE}`, '邮箱 zhou.jia@example.com', SAID];
  const talk = (id: string, texts: readonly string[]) =>
    texts.map((text) => ({
      source: 'bridge' as const,
      event: message(id, text, { at: '2026-02-27T01:00:00.000Z' }),
    }));
  const head = { at: '2026-02-27T01:00:00.000Z', channel: 'wecom_archive', account: '' };
  const unread = { id: 'other:1', type: 'other', ...head } as const;
  await intake.take([
    ...talk(WECHAT, lines),
    ...talk('wxid_neighbour', ['您好', '多少钱']),
    { source: 'archive', event: unread, raw: JSON.stringify({ from: WECHAT, msgtype: 'agree' }) },
  ] as never);
  await understandAll({ store, clock, log });
  const [who] = await customersOf(store, WECHAT);
  const id = (who as Customer).id;
  await hub.edit(id, { real_name: NAME, has_order: true, phone: PHONE, company_name: FIRM });
  const [second] = await hub.bring([{ wechat_id: OTHER_WECHAT, phone: OTHER_PHONE, real_name: NAME }]);
  const [neighbour] = await hub.bring([company(9)]);
  await hub.run();
  await store.transaction(async (trx) => {
    const [a, b] = [await requireCustomer(trx, id), await requireCustomer(trx, second as number)];
    await mergeCustomers(trx, a, b, PERSON);
  });
  await store.transaction(async (trx) =>
    updateCustomer(trx, await requireCustomer(trx, id), { wechat_remark: `${NAME} 老客户` }, PERSON),
  );
  await hub.run('followups', { settings: { followUps: { ...SETTINGS, maxAgeDays: 0 } } });
  await hub.run();
  const config = await testConfig(hub.address);
  const picture = join(config.folder, 'storage', 'licences', `${id}-0123456789abcdef.jpg`);
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, 'a picture');
  mkdirSync(join(config.folder, 'storage', 'plans'), { recursive: true });
  writeFileSync(
    join(config.folder, 'storage', 'plans', '7.json'),
    JSON.stringify({ rows: [{ name: NAME }] }),
  );
  const writing = createLog({ level: 'info', file: config.logging.file, stderr: { write: () => true } });
  writing.info({ name: NAME, wechat: WECHAT }, `${FIRM} was saved`);
  writing.info('another line');
  const env = variablesOf(hub.address as never);
  const type = (...argv: string[]) => typed([...argv, '--json'], { cwd: config.folder, env });
  return { id, neighbour: neighbour as number, config, picture, writing, type };
}

function customersOf(store: Store, wechatId: string) {
  return store.db.selectFrom('customers_unified').selectAll().where('wechat_id', '=', wechatId).execute();
}

test('after an erasure no table, no log and no file names the person, and a pull brings nobody back', async () => {
  const hub = await engine({ customers: 15 });
  const { store } = hub;
  const { id, neighbour, config, picture, writing, type } = await known(hub);
  const ord = (await requireCustomer(store.db, id)).erp_customer_id as number;
  expect(ord).toBeGreaterThan(0);
  const before = await namedIn(store, EVERYTHING);
  for (const table of [
    'customers_unified',
    'messages',
    'wechat_events',
    'field_change_history',
    'erp_mirror',
  ])
    expect(before.some((place) => place.startsWith(table))).toBe(true);
  const others = await requireCustomer(store.db, neighbour);

  const asked = await type('erase', `#${id}`);
  expect([asked.exitCode, asked.json()]).toMatchObject([3, { error: { code: 'erase_not_confirmed' } }]);
  expect(await namedIn(store, EVERYTHING)).toEqual(before);
  const done = await type('erase', WECHAT, '--yes');
  expect(done.exitCode).toBe(0);
  expect(done.json()).toMatchObject({
    erased: { customer: id, messages: 5, events: 5, pictures: 1, plans: 1 },
    in_erp: { customer: { ord }, followUps: 1 },
  });

  expect(await namedIn(store, EVERYTHING)).toEqual([]);
  expect(await searchCustomers(store, '密封件', { byPhone: true })).toEqual([]);
  expect(existsSync(picture)).toBe(false);
  expect(existsSync(join(config.folder, 'storage', 'plans', '7.json'))).toBe(false);
  const log = () => readFileSync(config.logging.file, 'utf8');
  for (const one of EVERYTHING) expect(log()).not.toContain(one);
  writing.info('a line after it');
  const lines = log().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).msg).slice(1)).toEqual(['another line', 'a line after it']);

  const count = async () => (await store.db.selectFrom('customers_unified').select('id').execute()).length;
  const left = await count();
  // Also when the ERP's record changes, by every kind of pull.
  for (const kind of ['sync', 'pull', 'sync'] as const) {
    hub.sim.edit(ord, { intro: `changed ${kind}` });
    const { pull, push } = await hub.run(kind);
    expect(pull).toMatchObject({ complete: true, created: 0 });
    if (push) expect(push).toMatchObject({ created: 0, updated: 0 });
  }
  expect(await count()).toBe(left);
  expect(await namedIn(store, EVERYTHING)).toEqual([]);
  // The neighbour is who they were, and the audit says that somebody was erased, not who.
  expect(await requireCustomer(store.db, neighbour)).toMatchObject({
    phone: others.phone,
    real_name: others.real_name,
  });
  const audit = await store.db.selectFrom('audit').select(['action', 'subject', 'outcome']).execute();
  expect(audit).toContainEqual({ action: 'erase', subject: `#${id}`, outcome: 'done' });
});

test('an administrator erases a person by typing the number; anything else erases nothing, and the audit names nobody', async () => {
  const hub = await engine({ customers: 15 });
  const { store } = hub;
  const { id, config } = await known(hub);
  const ord = (await requireCustomer(store.db, id)).erp_customer_id as number;
  const desk = await startDesk({ store, config });
  const administrator = await desk.user('administrator');
  const manager = await desk.user('manager');
  const asked = { params: { id } };
  await manager.ask('views.save', { body: { name: '找人', query: { q: NAME } } });
  await manager.ask('views.save', { body: { name: '阀门', query: { q: '阀门' } } });
  const before = await namedIn(store, EVERYTHING);

  expect(await refusal(manager.ask('privacy.erase', { ...asked, body: { confirm: `#${id}` } }))).toBe(
    '403 not_allowed',
  );
  expect(await administrator.ask('privacy.show', asked)).toEqual({
    confirm: `#${id}`,
    messages: 5,
    merged: 1,
    in_erp: { customer: { ord, khid: expect.any(String) }, contact: null, followUps: 1 },
  });
  for (const confirm of ['', String(id), `#${id}0`])
    expect(await refusal(administrator.ask('privacy.erase', { ...asked, body: { confirm } }))).toBe(
      '422 erase_not_confirmed',
    );
  expect(await namedIn(store, EVERYTHING)).toEqual(before);

  const done = await administrator.ask('privacy.erase', { ...asked, body: { confirm: ` #${id} ` } });
  expect(done).toMatchObject({
    erased: { messages: 5, pictures: 1, plans: 1 },
    in_erp: { customer: { ord } },
  });
  expect(await namedIn(store, EVERYTHING)).toEqual([]);
  expect(await refusal(administrator.ask('privacy.show', asked))).toBe('404 not_there');
  expect((await manager.ask('views.list')).views.map(({ name }) => name)).toEqual(['阀门']);
  const audit = await store.db
    .selectFrom('audit')
    .select(['who', 'subject', 'outcome', 'code'])
    .where('action', '=', 'privacy.erase')
    .orderBy('id')
    .execute();
  const refused = {
    who: 'administrator',
    subject: String(id),
    outcome: 'refused',
    code: 'erase_not_confirmed',
  };
  expect(audit).toEqual([refused, refused, refused, { ...refused, outcome: 'done', code: null }]);
  const { pull } = await hub.run('pull');
  expect(pull).toMatchObject({ created: 0 });
});

test('while a sync runs an erasure from a screen is refused in words, and erases nothing', async () => {
  const hub = await engine({ customers: 5 });
  const [id] = (await hub.bring([company(1)])) as [number];
  const config = await testConfig(hub.address);
  const lease = await acquireLease(hub.store, 'sync', thisHolder('sync (test)'), { waitMs: 0 });
  const how = { by: 'test', at: PERSON.now, folder: config.folder, logFile: config.logging.file, waitMs: 0 };
  const [error] = await Promise.allSettled([erasePerson(hub.store, id, how)]);
  expect(error.status === 'rejected' && toldOf(error.reason)).toMatchObject({
    status: 409,
    isOurs: false,
    body: { error: { code: 'lease_held' } },
  });
  await lease.release();
  expect(await hub.row(id)).toMatchObject({ id });
});

test('a customer who is gone from the ERP is noticed though as many are there as before: one of them was erased here', async () => {
  const hub = await engine({ customers: 15 });
  await hub.run('pull');
  const [first, second] = await hub.store.db
    .selectFrom('erp_mirror')
    .select(['ord', 'customer_id'])
    .orderBy('ord')
    .execute();
  const config = await testConfig(hub.address);
  const env = variablesOf(hub.address as never);
  const said = await typed(['erase', `#${first?.customer_id}`, '--yes'], { cwd: config.folder, env });
  expect(said.out).not.toMatch(/[a-z]+_[a-z]+ \d/);
  expect(said.out).toMatch(/已删除（.*其他 \d+）/);
  hub.sim.remove(second?.ord as number);

  const { pull } = await hub.run('pull');

  expect(pull?.absent.gone).toBe(1);
});

test('an event that was erased is known when it comes again; the person who writes anew is somebody new', async () => {
  const hub = await engine({ customers: 5 });
  const { store } = hub;
  const clock = () => new Date('2026-03-02T01:00:00.000Z');
  const log = pino({ level: 'silent' });
  const intake = new Intake(store, clock);
  const event = message(WECHAT, `手机 ${PHONE}`);
  const take = async (one: object) => {
    const [receipt] = await intake.take([{ source: 'bridge', event: one as never }]);
    await understandAll({ store, clock, log });
    return receipt?.result;
  };
  expect(await take(event)).toBe('accepted');
  const config = await testConfig(hub.address);
  const where = { cwd: config.folder, env: variablesOf(hub.address as never) };
  expect((await typed(['erase', WECHAT, '--yes', '--json'], where)).exitCode).toBe(0);
  expect(await take(event)).toBe('duplicate');
  expect(await customersOf(store, WECHAT)).toEqual([]);
  expect(await take(message(WECHAT, '在吗'))).toBe('accepted');
  expect(await customersOf(store, WECHAT)).toMatchObject([{ phone: null, message_count: 1 }]);
});

const howOf = (config: { folder: string; logging: { file: string } }) => ({
  by: 'test',
  at: PERSON.now,
  folder: config.folder,
  logFile: config.logging.file,
});

test('an event whose own id tells the person is known as well when it comes again', async () => {
  const hub = await engine({ customers: 3 });
  const intake = new Intake(hub.store, () => new Date('2026-03-02T01:00:00.000Z'));
  const log = pino({ level: 'silent' });
  const event = { ...message(WECHAT, '在吗'), id: `bridge-${WECHAT}-1` };
  const neighbour = message('wxid_neighbour', '您好');
  await intake.take([
    { source: 'bridge', event },
    { source: 'bridge', event: neighbour },
  ] as never);
  await understandAll({ store: hub.store, clock: () => new Date('2026-03-02T01:00:00.000Z'), log });
  const [who] = await customersOf(hub.store, WECHAT);
  await erasePerson(hub.store, who?.id as number, howOf(await testConfig(hub.address)));
  expect(await namedIn(hub.store, [WECHAT])).toEqual([]);
  const again = await intake.take([
    { source: 'bridge', event },
    { source: 'bridge', event: neighbour },
    { source: 'bridge', event: message('wxid_neighbour', '在吗') },
  ] as never);
  expect(again.map(({ result }) => result)).toEqual(['duplicate', 'duplicate', 'accepted']);
});

test('what nobody understood yet of a person goes too, and is not understood later', async () => {
  const hub = await engine({ customers: 3 });
  const { store } = hub;
  const clock = () => new Date('2026-03-02T01:00:00.000Z');
  const intake = new Intake(store, clock);
  const [id] = (await hub.bring([{ wechat_id: WECHAT, phone: PHONE }])) as [number];
  await intake.take([
    { source: 'bridge', event: message(WECHAT, '第一句') },
    { source: 'bridge', event: message(WECHAT, '第二句') },
    { source: 'bridge', event: message('wxid_neighbour', '您好') },
  ] as never);
  const first = await store.db.selectFrom('wechat_events').select('id').orderBy('id').executeTakeFirst();
  await store.db
    .updateTable('wechat_events')
    .set({ state: 'parked' })
    .where('id', '=', first?.id as number)
    .execute();
  await erasePerson(store, id, howOf(await testConfig(hub.address)));
  expect(await namedIn(store, [WECHAT, PHONE])).toEqual([]);
  expect(await retryParked(store, null)).toBe(0);
  await understandAll({ store, clock, log: pino({ level: 'silent' }) });
  expect(await customersOf(store, WECHAT)).toEqual([]);
  expect(await customersOf(store, 'wxid_neighbour')).toHaveLength(1);
});

test('an erasure leaves what others sent and nobody understood yet, though it names the person or comes under an id alike', async () => {
  const hub = await engine({ customers: 3 });
  const { store } = hub;
  const clock = () => new Date('2026-03-02T01:00:00.000Z');
  const [id] = (await hub.bring([{ wechat_id: WECHAT, phone: PHONE }])) as [number];
  const said = { neighbour: `你们联系过 ${PHONE} 吗`, [`${WECHAT}1`]: '您好' };
  await new Intake(store, clock).take([
    { source: 'bridge', event: message(WECHAT, '我自己说的') },
    ...Object.entries(said).map(([who, text]) => ({ source: 'bridge', event: message(who, text) })),
  ] as never);
  await erasePerson(store, id, howOf(await testConfig(hub.address)));
  await understandAll({ store, clock, log: pino({ level: 'silent' }) });
  const kept = await store.db.selectFrom('messages').select(['wechat_id', 'text']).orderBy('id').execute();
  expect(kept).toEqual(Object.entries(said).map(([wechat_id, text]) => ({ wechat_id, text })));
});

test('what was said to a group by us loses the words that mean the person, understood or not, and nothing else', async () => {
  const hub = await engine({ customers: 3 });
  const { store } = hub;
  const clock = () => new Date('2026-03-02T01:00:00.000Z');
  const intake = new Intake(store, clock);
  const log = pino({ level: 'silent' });
  const [id] = (await hub.bring([{ wechat_id: WECHAT, phone: PHONE, real_name: NAME }])) as [number];
  const told = (text: string) => ({
    source: 'bridge',
    event: message(null as never, text, { room_id: 'room1', chat: '项目群', direction: 'out' }),
  });
  await intake.take([
    told(`请打 86${PHONE} 找${NAME}`),
    told(`单号 9${PHONE}，${WECHAT}1 也看一下`),
  ] as never);
  await understandAll({ store, clock, log });
  await intake.take([told(`还没读到的 ${WECHAT}`)] as never);
  await erasePerson(store, id, howOf(await testConfig(hub.address)));
  await understandAll({ store, clock, log });
  const kept = await store.db.selectFrom('messages').select('text').orderBy('id').execute();
  expect(kept.map(({ text }) => text)).toEqual([
    '请打 86*** 找***',
    `单号 9${PHONE}，${WECHAT}1 也看一下`,
    '还没读到的 ***',
  ]);
  expect(await namedIn(store, [`86${PHONE}`, `读到的 ${WECHAT}`])).toEqual([]);
});

test('a message that is understood while an erasure reads the events stays what it was', async () => {
  const hub = await engine({ customers: 3 });
  const { store } = hub;
  const clock = () => new Date('2026-03-02T01:00:00.000Z');
  const [id] = (await hub.bring([{ wechat_id: WECHAT, phone: PHONE }])) as [number];
  await new Intake(store, clock).take([{ source: 'bridge', event: message(WECHAT, '第一句') }] as never);
  const meanwhile: Store = {
    ...store,
    transaction: async (work, options) => {
      await understandAll({ store, clock, log: pino({ level: 'silent' }) });
      return store.transaction(work, options);
    },
  };
  const person = await personOf(store.db, await requireCustomer(store.db, id));
  expect(await clearNobodys(meanwhile, person, person.keys)).toBe(0);
  const [event] = await store.db.selectFrom('wechat_events').select(['state', 'customer_id']).execute();
  expect(event).toEqual({ state: 'understood', customer_id: id });
});

test('whom a sync took into the ERP while the erasure waited for it is passed over from now on too', async () => {
  const hub = await engine({ customers: 5 });
  const { store } = hub;
  const [id] = (await hub.bring([company(1)])) as [number];
  const config = await testConfig(hub.address);
  const lease = await acquireLease(store, 'sync', thisHolder('sync (test)'), { waitMs: 0 });
  const erasing = erasePerson(store, id, howOf(config));
  await store.db
    .updateTable('customers_unified')
    .set({ erp_customer_id: 4711 })
    .where('id', '=', id)
    .execute();
  await lease.release();
  expect(await erasing).toMatchObject({ remains: { customer: { ord: 4711 } } });
  expect(await erasedAmong(store.db, [4711])).toEqual(new Set([4711]));
});

test('an erasure that failed halfway is done by beginning it again', async () => {
  const hub = await engine({ customers: 3 });
  const [id] = (await hub.bring([{ wechat_id: WECHAT, phone: PHONE, real_name: NAME }])) as [number];
  const config = await testConfig(hub.address);
  const blocked = `${config.logging.file}.1`;
  mkdirSync(blocked, { recursive: true });
  await expect(erasePerson(hub.store, id, howOf(config))).rejects.toThrow('EISDIR');
  expect(await hub.row(id)).toMatchObject({ phone: PHONE });
  rmSync(blocked, { recursive: true });
  writeFileSync(blocked, `${PHONE}\n`);
  await erasePerson(hub.store, id, howOf(config));
  expect(readFileSync(blocked, 'utf8')).toBe(`${'*'.repeat(PHONE.length)}\n`);
  expect(await namedIn(hub.store, [WECHAT, PHONE, NAME])).toEqual([]);
});

test('a nickname that anybody may have, or a name that others have, is left in what is not the person’s', async () => {
  const hub = await engine({ customers: 3 });
  const { store } = hub;
  const [id] = (await hub.bring([
    { wechat_id: WECHAT, real_name: '王示', wechat_remark: '客户', wechat_nickname: '10086' },
    { wechat_id: 'wxid_neighbour', real_name: '王示例' },
  ])) as [number];
  const config = await testConfig(hub.address);
  const others = { who: 'boss', subject: '客户 王示例', after: { words: `客户 ${WECHAT}`, number: 1008612 } };
  const deed = { ...others, userId: null, via: 'cli', action: 'edit' } as const;
  await beginDeed(store.db, deed, PERSON.now);
  mkdirSync(dirname(config.logging.file), { recursive: true });
  writeFileSync(config.logging.file, `客户 10086 ${WECHAT}\n`);
  await erasePerson(store, id, howOf(config));
  const [kept] = await store.db.selectFrom('audit').selectAll().where('action', '=', 'edit').execute();
  expect(kept?.subject).toBe('客户 王示例');
  expect(JSON.parse(String(kept?.after))).toEqual({ words: '客户 ***', number: 1008612 });
  expect(readFileSync(config.logging.file, 'utf8')).toBe(`客户 10086 ${'*'.repeat(WECHAT.length)}\n`);
});

test('who became one with somebody who became one with the person goes along', async () => {
  const hub = await engine({ customers: 3 });
  const { store } = hub;
  const people = (await hub.bring([
    { wechat_id: WECHAT, phone: PHONE },
    { wechat_id: 'wxid_middle', real_name: NAME },
    { wechat_id: 'wxid_first_one', email: 'first@example.com' },
  ])) as [number, number, number];
  const merge = (kept: number, merged: number) =>
    store.transaction(async (trx) =>
      mergeCustomers(trx, await requireCustomer(trx, kept), await requireCustomer(trx, merged), PERSON),
    );
  await merge(people[1], people[2]);
  await merge(people[0], people[1]);
  const person = await personOf(store.db, await requireCustomer(store.db, people[0]));
  expect(person.ids).toEqual(people);
  expect(person.keys).toContain('first@example.com');
});

test('what is taken out of a JSON text leaves JSON', () => {
  const words = new Words(['13800000077', '他说"好"']);
  const text = JSON.stringify({ phone: 13800000077, list: ['a 13800000077', '他说"好"吗'], other: 138 });
  expect(JSON.parse(words.takenOutOf(text))).toEqual({ phone: '***', list: ['a ***', '***吗'], other: 138 });
  expect(words.takenOutOf('{"cut": "13800000077 an')).toBe('{"cut": "*** an');
  expect(words.takenOutOf(' {"a": 1} ')).toBe(' {"a": 1} ');
});

test('nobody is erased while a write of theirs is under way', async () => {
  const hub = await engine({ customers: 5 });
  const [id] = await hub.bring([company(1)]);
  await hub.run();
  await hub.store.db
    .updateTable('write_journal')
    .set({ state: 'in_doubt' })
    .where('customer_id', '=', id as number)
    .execute();
  const config = await testConfig(hub.address);
  const where = { cwd: config.folder, env: variablesOf(hub.address as never) };
  const said = await typed(['erase', `#${id}`, '--yes', '--json'], where);
  expect([said.exitCode, said.json()]).toMatchObject([2, { error: { code: 'erase_write_under_way' } }]);
  expect(await hub.row(id as number)).toMatchObject({ id });
});

test('an export has everything of one person, in a file for its owner alone', async () => {
  const hub = await engine({ customers: 15 });
  const { id, config, picture, type } = await known(hub);
  const { store } = hub;
  // Of the licence there is only what the customer had before.
  expect(await hub.row(id)).toMatchObject({ business_license_path: null });
  const [spoken] = await store.db.selectFrom('messages').select('id').where('customer_id', '=', id).execute();
  await store.db
    .insertInto('model_readings')
    .values({ message_id: spoken?.id as number, asked_at: PERSON.now, tries: 1, state: 'read', facts: 1 })
    .execute();
  const said = await type('export', `#${id}`, '--out', 'handed-over');
  const file = join(config.folder, 'handed-over', `customer-${id}.json`);
  expect([said.exitCode, said.json()]).toMatchObject([
    0,
    { files: [file, join(config.folder, 'handed-over', basename(picture))] },
  ]);
  expect(statSync(file).mode & 0o077).toBe(0);
  const document = JSON.parse(readFileSync(file, 'utf8'));
  expect(document.customer).toMatchObject({ id, phone: PHONE, wechat_id: WECHAT });
  expect(document.messages.map((one: { text: string }) => one.text)).toContain(SAID);
  expect(document.in_erp).toMatchObject({ followUps: 1 });
  for (const table of [
    'customer_facts',
    'field_change_history',
    'write_journal',
    'erp_mirror',
    'customer_merges',
    'customer_talks',
    'model_readings',
  ])
    expect(document[table].length).toBeGreaterThan(0);
  const text = JSON.stringify(document);
  for (const one of EVERYTHING) expect(text).toContain(one);
  expect(text).not.toContain('wxid_neighbour');
});

test('a rule can ask for consent, which an import brings', async () => {
  const hub = await engine({ customers: 3 });
  const config = await testConfig(hub.address);
  writeFileSync(
    join(config.folder, 'people.csv'),
    '微信号,公司名称,同意\nwx_yes_1,杭州甲示例有限公司,是\nwx_no_01,杭州乙示例有限公司,否\n',
  );
  const where = { cwd: config.folder, env: variablesOf(hub.address as never) };
  expect((await typed(['import', 'people.csv', '--json'], where)).exitCode).toBe(0);
  const rows = await hub.store.db
    .selectFrom('customers_unified')
    .select(['wechat_id', 'has_consent'])
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { wechat_id: 'wx_yes_1', has_consent: true },
    { wechat_id: 'wx_no_01', has_consent: false },
  ]);
  const asks = compileCondition('has_order && has_consent');
  if (!asks.ok) throw new Error(asks.error.message);
  expect(rows.map((row) => asks.evaluate({ has_order: true, has_consent: row.has_consent }))).toEqual([
    true,
    false,
  ]);
});
