import { expect, test } from 'vitest';
import { insertCustomer } from '../../src/customers/index.ts';
import { message, type Side, START, side } from './support.ts';

type Said = ReturnType<typeof message>;

let recalls = 0;

function recallOf({ id, channel, account, wechat_id }: Said) {
  recalls++;
  const at = new Date(START).toISOString();
  return { id: `r${recalls}`, type: 'recall', at, channel, account, wechat_id, message_id: id };
}

/** What a card or a mark tells of somebody, at a minute of the test's day. */
function told(wechatId: string, minute: number, more: object) {
  recalls++;
  const at = new Date(START - 3_600_000 + minute * 60_000).toISOString();
  return { id: `t${recalls}`, at, channel: 'bot', account: '', wechat_id: wechatId, ...more };
}

const ORDER = { type: 'mark', field: 'has_order', value: true };
const PHONE = '13800000041';
const OTHER = '13800000042';

async function keysOfKind(hub: Side, kind: string): Promise<number> {
  const rows = await hub.store.db
    .selectFrom('customer_keys')
    .select('value')
    .where('kind', '=', kind)
    .execute();
  return rows.length;
}

test('a flag that a mark or an import set stays when a message that says the same is recalled', async () => {
  const hub = await side();
  const context = {
    by: 'import',
    reason: 'import',
    source: 'manual',
    runId: null,
    now: new Date(START).toISOString(),
  } as const;
  await hub.store.transaction((trx) => insertCustomer(trx, { wechat_id: 'wx_i', has_order: true }, context));
  const said = ['wx_a', 'wx_b', 'wx_i', 'wx_d'].map((id) => message(id, '我已经下单了'));
  await hub.take([told('wx_a', 0, ORDER)]);
  await hub.take(said);
  await hub.take([told('wx_b', 59, ORDER)]);
  const flags = async () =>
    Object.fromEntries((await hub.customers()).map(({ wechat_id, has_order }) => [wechat_id, has_order]));
  expect(await flags()).toEqual({ wx_i: true, wx_a: true, wx_b: true, wx_d: true });
  await hub.take(said.map(recallOf));
  expect(await flags()).toEqual({ wx_i: true, wx_a: true, wx_b: true, wx_d: false });
});

test('a later contact that an import told of stays when an earlier message is recalled', async () => {
  const hub = await side();
  const [first, second] = [message('wx_later', '在吗'), message('wx_later', '报价多少')];
  await hub.take([first, second]);
  const later = {
    last_contact_time: new Date(START + 3_600_000).toISOString(),
    last_message_content: '电话里谈了',
  };
  await hub.store.db.updateTable('customers_unified').set(later).execute();

  await hub.take([recallOf(first)]);

  expect((await hub.customers())[0]).toMatchObject({ ...later, message_count: 1 });
});

test('words that were recalled do not stay beside a later contact that an import told without any', async () => {
  const hub = await side();
  const [first, second] = [message('wx_words', '在吗'), message('wx_words', '报价多少')];
  await hub.take([first, second]);
  const last_contact_time = new Date(START + 3_600_000).toISOString();
  await hub.store.db.updateTable('customers_unified').set({ last_contact_time }).execute();

  await hub.take([recallOf(second)]);

  expect((await hub.customers())[0]).toMatchObject({ last_contact_time, last_message_content: '在吗' });
});

test('a value that a card holds stays when a message that says it is recalled; one that covered it gives way to it', async () => {
  const hub = await side();
  const people = [
    { id: 'wx_a', phone: '13800000051', company_name: '杭州示例泵业有限公司' },
    { id: 'wx_b', phone: '13800000052', company_name: '宁波示例电机有限公司' },
    { id: 'wx_c', phone: '13800000053', company_name: '绍兴示例阀门有限公司' },
  ] as const;
  const [before, after, covered] = people;
  const card = ({ id, ...shown }: (typeof people)[number], minute: number) =>
    told(id, minute, { type: 'contact', ...shown });
  const said = [
    ...[before, after].map(({ id, phone, company_name }) =>
      message(id, `我的电话${phone}，我们公司是${company_name}`),
    ),
    message(covered.id, `我的电话${OTHER}`),
  ];
  await hub.take([card(before, 0), card(covered, 0)]);
  await hub.take(said);
  await hub.take([card(after, 59)]);
  const held = async () =>
    Object.fromEntries(
      (await hub.customers()).map(({ wechat_id, phone, company_name }) => [
        wechat_id,
        { phone, company_name },
      ]),
    );
  const cards = Object.fromEntries(people.map(({ id, ...shown }) => [id, shown]));
  expect(await held()).toEqual({ ...cards, wx_c: { ...cards.wx_c, phone: OTHER } });
  await hub.take(said.map(recallOf));
  expect(await held()).toEqual(cards);
});

test('a further phone that is recalled or taken back is no key: whoever has it comes in as somebody else', async () => {
  const hub = await side();
  await hub.take([message('wx_a', `我的电话${PHONE}`)]);
  await hub.store.db.updateTable('customers_unified').set({ phone_source: 'manual' }).execute();
  const further = message('wx_a', `我的手机号是${OTHER}`);
  await hub.take([further]);
  expect(await keysOfKind(hub, 'phone')).toBe(1);
  await hub.take([recallOf(further)]);
  expect(await keysOfKind(hub, 'phone')).toBe(0);
  const again = message('wx_a', `我的手机号是${OTHER}`);
  await hub.take([again, recallOf(again), message('wx_b', `我的电话${OTHER}`)]);
  expect((await hub.customers()).map(({ phone }) => phone)).toEqual([PHONE, OTHER]);
});

test('a further phone that a card holds as well stays a key when the message is recalled', async () => {
  const hub = await side();
  await hub.take([told('wx_a', 0, { type: 'contact', phone: PHONE, phones: [OTHER] })]);
  const further = message('wx_a', `我的手机号是${OTHER}`);
  await hub.take([further]);
  await hub.take([recallOf(further)]);
  expect(await keysOfKind(hub, 'phone')).toBe(1);
});

test('a phone of a card that the customer himself calls wrong goes', async () => {
  const hub = await side();
  await hub.take([
    message('wx_a', `我的电话${PHONE}`),
    told('wx_a', 0, { type: 'contact', phone: PHONE, phones: [OTHER] }),
  ]);
  expect(await hub.customers()).toMatchObject([{ phone: PHONE }]);
  await hub.take([message('wx_a', '刚才的号码写错了')]);
  expect((await hub.customers()).map(({ phone }) => phone)).not.toContain(PHONE);
});

test('recalls of equal ids wait each for the message of its own account', async () => {
  const hub = await side();
  const one = message('wx_a', '在吗');
  const other = { ...one, account: 'our_2' };
  await hub.take([recallOf(one), recallOf(other)]);
  await hub.take([one, other]);
  const messages = await hub.store.db.selectFrom('messages').select('recalled_at').execute();
  expect(messages.map(({ recalled_at }) => recalled_at !== null)).toEqual([true, true]);
});
