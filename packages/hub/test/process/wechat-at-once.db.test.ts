import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, onTestFinished, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { signBody } from '../../src/ingest/signature.ts';
import type { Store } from '../../src/store/index.ts';
import { openTestStore, testDatabase } from '../support/database.ts';
import { office, start } from './command.ts';

const SECRET = 'secret-of-the-tests';

/** A running service beside an ERP, its first round done and the next one far away; and a bridge that posts to it. */
async function service() {
  const sim = createSim({ customers: 30, seed: 8 });
  onTestFinished(() => sim.close());
  const database = await testDatabase();
  const { folder, config } = office(await sim.listen(), database);
  const file = parse(readFileSync(config, 'utf8'));
  Object.assign(file.erp_integration, { http: { port: 0 }, ingest: { secret: SECRET } });
  writeFileSync(config, stringify(file));
  const store = await openTestStore(database);
  const { child } = start(folder, ['start', '--lang', 'en']);
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
  await until(async () => (await endedRuns(store, 'start')) > 0);
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

async function endedRuns({ db }: Store, trigger: string): Promise<number> {
  const runs = await db.selectFrom('sync_runs').select('ended_at').where('trigger', '=', trigger).execute();
  return runs.filter((run) => run.ended_at !== null).length;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(25);
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
  const { sim, store, tell } = await service();
  const before = sim.customers().length;
  await tell(
    contact('wxid_verified', '嘉兴示例一号机电有限公司', '13800002001'),
    says('wxid_verified', '采购、购买、订购之后的交货期、发货、物流、安装、售后都由我们负责', 'out'),
    mark('wxid_verified', 'company_name_verified'),
    contact('wxid_asks', '嘉兴示例二号机电有限公司', '13800002002'),
    contact('wxid_orders', '嘉兴示例三号机电有限公司', '13800002003'),
  );
  await until(async () => (await endedRuns(store, 'change')) > 0);
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
