import { expect, test } from 'vitest';
import { signBody } from '../../src/ingest/signature.ts';
import { endedRuns, service, until } from './service.ts';

const SECRET = 'secret-of-the-tests';

/** Its first round done; and a bridge that posts to it. */
async function serviceWithBridge() {
  const { sim, store, child } = await service({ ingest: { secret: SECRET } });
  const url = await new Promise<string>((resolve) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const found = /Bangqiao: (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
  await until(async () => (await endedRuns(store, 'start')).length > 0);
  return { sim, store, tell: (...events: object[]) => post(url, events) };
}

async function post(url: string, events: object[]): Promise<void> {
  const body = JSON.stringify(events);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'x-bangqiao-timestamp': timestamp,
    'x-bangqiao-signature': signBody(SECRET, timestamp, body),
  };
  const answer = await fetch(`${url}/ingest/events`, { method: 'POST', body, headers });
  expect(await answer.json()).toMatchObject({ accepted: events.length, refused: 0 });
}

let numbers = 0;

function event(wechatId: string, rest: object) {
  numbers++;
  const head = { id: `e${numbers}`, at: new Date().toISOString(), channel: 'bot', account: 'our_1' };
  return { ...head, wechat_id: wechatId, ...rest };
}

const contact = (who: string, company: string, phone: string) =>
  event(who, { type: 'contact', nickname: '小陈', company_name: company, phone });
const says = (who: string, text: string, direction = 'in') =>
  event(who, { type: 'message', direction, kind: 'text', text });
const mark = (who: string, field: string) => event(who, { type: 'mark', field, value: true });

test('a phone verified, a price asked, an order marked: each is decided at once, and the customer stands in the ERP', async () => {
  const { sim, store, tell } = await serviceWithBridge();
  const before = sim.customers().length;
  await tell(
    contact('wxid_verified', '嘉兴示例一号机电有限公司', '13800002001'),
    says('wxid_verified', '采购、购买、订购之后的交货期、发货、物流、安装、售后都由我们负责', 'out'),
    mark('wxid_verified', 'company_name_verified'),
    contact('wxid_asks', '嘉兴示例二号机电有限公司', '13800002002'),
    contact('wxid_orders', '嘉兴示例三号机电有限公司', '13800002003'),
  );
  await until(async () => (await endedRuns(store, 'change')).length > 0);
  expect(sim.customers()).toHaveLength(before);

  await tell(
    mark('wxid_verified', 'phone_verified'),
    says('wxid_asks', '你们这款设备多少钱一台？'),
    mark('wxid_orders', 'has_order'),
  );
  const linked = () =>
    store.db
      .selectFrom('customers_unified')
      .select(['wechat_id', 'phone', 'erp_customer_id', 'erp_sync_rule'])
      .where('wechat_id', 'in', ['wxid_verified', 'wxid_asks', 'wxid_orders'])
      .where('erp_customer_id', 'is not', null)
      .orderBy('id')
      .execute();
  await until(async () => (await linked()).length === 3);
  expect(await linked()).toMatchObject([
    { wechat_id: 'wxid_verified', erp_sync_rule: 'high_quality_verified' },
    { wechat_id: 'wxid_asks', erp_sync_rule: 'medium_phone_quote' },
    { wechat_id: 'wxid_orders', erp_sync_rule: 'mandatory_has_order' },
  ]);
  const there = new Map(sim.customers().map((customer) => [customer.ord, customer]));
  expect(there.size).toBe(before + 3);
  for (const { erp_customer_id, phone } of await linked())
    expect(there.get(erp_customer_id!)).toMatchObject({ fields: { mobile: phone } });
}, 120_000);
