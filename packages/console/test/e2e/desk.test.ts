import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRun, enterAsAdministrator, openBrowser, openPage, type RunningHub, startHub } from './support.ts';

/** Every key of the desk, and after each a look at the database or into the stand-in ERP. */
describe.skipIf(!canRun)('the desk in a real browser', () => {
  let hub: RunningHub;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  const HOURS_AGO = Date.now() - 2 * 3_600_000;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub({ BANGQIAO_SYNC_BREAKER_NUMBER: '25' }), openBrowser()]);
    page = await openPage(browser, faults);
    await enterAsAdministrator(page, hub);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const said = (who: string, text: string, minute = 0) => ({
    id: `${who}-${minute}`,
    type: 'message',
    at: new Date(HOURS_AGO + minute * 60_000).toISOString(),
    channel: 'wxauto',
    account: 'sales-1',
    wechat_id: who,
    direction: 'in',
    kind: 'text',
    text,
  });
  /** People with an order, who are let in by it. */
  const bring = async (lines: readonly string[]) => {
    const file = join(hub.folder, 'people.csv');
    writeFileSync(file, ['微信号,公司名称,姓名,手机,已下单', ...lines].join('\n'));
    await hub.command('import', file);
  };
  const sync = async () => {
    await page.goto(`${hub.url}/plans`);
    const [last] = hub.rows("select coalesce(max(id), 0) as id from sync_runs where kind = 'sync'");
    await page.getByRole('button', { name: '现在同步' }).click();
    const ended = `select count(*) from sync_runs where kind = 'sync' and ended_at is not null and id > ${last?.id}`;
    await expect.poll(() => Object.values(hub.rows(ended)[0] ?? {})).toEqual([1]);
  };
  /** Opens one kind at the desk, the item of this line. */
  const open = async (kind: string, line: string | RegExp) => {
    await page.goto(`${hub.url}/desk?kind=${kind}`);
    await page.getByRole('navigation', { name: '等您决定的事' }).getByText(line).first().click();
  };
  /** Decides with a key; the next page begins what was held back for a moment. */
  const decide = async (name: string | RegExp) => {
    await page.locator('.decisions').getByRole('button', { name }).click();
    await page.getByText(/已处理 .+：/).waitFor();
    await page.getByRole('link', { name: '总览' }).click();
  };
  const poll = (query: string) => expect.poll(() => hub.rows(query).map((row) => Object.values(row)[0]));

  test('two who may be one: merged, kept apart, and a merge parted again on the customer’s page', async () => {
    await hub.tell([
      said('wx_a1', '我们是杭州甲一示例泵业有限公司，电话13800000201'),
      said('wx_a2', '我们是宁波甲二示例阀门有限公司，电话13800000201'),
      said('wx_b1', '我们是苏州乙一示例轴承有限公司，电话13800000202'),
      said('wx_b2', '我们是无锡乙二示例电子有限公司，电话13800000202'),
    ]);
    await poll('select count(*) from identity_suggestions').toEqual([2]);
    await open('duplicate', /宁波甲二/);
    await page.getByRole('heading', { name: /甲一.*甲二.*可能是同一位/ }).waitFor();
    await decide('是同一位，合并');
    const of = (wechat: string) => `select state from identity_suggestions where customer_a =
      (select customer_id from messages where wechat_id = '${wechat}')`;
    await poll(of('wx_a1')).toEqual(['merged']);
    await poll("select count(distinct customer_id) from messages where wechat_id like 'wx_a_'").toEqual([1]);
    // What was decided is sent though the window is closed at once, and the way to the hub is busy just then.
    const other = await page.context().newPage();
    await other.goto(`${hub.url}/desk?kind=duplicate`);
    await other.getByRole('heading', { name: /乙一.*乙二.*可能是同一位/ }).waitFor();
    await other.locator('.decisions').getByRole('button', { name: '不是同一位' }).click();
    await other.getByText(/已处理 .+：/).waitFor();
    await other.evaluate(() => {
      for (let line = 0; line < 6; line += 1) new EventSource('/api/events');
    });
    await other.close();
    await poll(of('wx_b1')).toEqual(['apart']);
    const [kept] = hub.rows("select customer_id as id from messages where wechat_id = 'wx_a2'");
    await page.goto(`${hub.url}/customers/${kept?.id}`);
    await page.getByText('我们是宁波甲二示例阀门有限公司').waitFor();
    await page.getByRole('button', { name: /^拆分出/ }).click();
    await poll("select count(distinct customer_id) from messages where wechat_id like 'wx_a_'").toEqual([2]);
  });

  test('the time line shows messages beside everything else, one kind alone, and says where words went with time', async () => {
    const [row] = hub.rows("select customer_id as id from messages where wechat_id = 'wx_b1'");
    await page.goto(`${hub.url}/customers/${row?.id}`);
    const line = page.locator('.timeline > li');
    await page.getByRole('button', { name: '消息 1' }).click();
    // The line may be one entry of another kind until the press has taken effect.
    await expect
      .poll(() => line.allInnerTexts())
      .toEqual([expect.stringMatching(/我们是苏州乙一示例轴承有限公司.*13800000202/s)]);
    // As the retention leaves it (`retention.messages_days`).
    const database = new DatabaseSync(join(hub.folder, 'storage/customer_manager.db'), { timeout: 20_000 });
    database.exec("update messages set text = null, pruned = '{}' where wechat_id = 'wx_b1'");
    database.close();
    await page.reload();
    await page.getByRole('button', { name: '消息 1' }).click();
    await expect
      .poll(() => line.allInnerTexts())
      .toEqual([expect.stringContaining('原文已过保留期，删去了')]);
  });

  test('follow-ups in doubt: seen in the ERP, sent once more, left out', async () => {
    await hub.erp.set('faults', { dropBeforeSave: 1, on: ['write'] });
    const people = hub.rows(
      `select id, wechat_id, erp_customer_id as ord from customers_unified
       where erp_customer_id is not null and wechat_id like 'wx_demo_%' order by id limit 3`,
    );
    await hub.tell(
      people.map(({ wechat_id }) => said(String(wechat_id), '请问 DN50 的球阀有现货吗，要二十台')),
    );
    await poll("select count(*) from messages where wechat_id like 'wx_demo_%'").toEqual([3]);
    await sync();
    await poll("select count(*) from follow_ups where state = 'doubtful'").toEqual([3]);
    await hub.erp.set('faults', { dropBeforeSave: 0 });
    const stateOf = (at: number) => `select state from follow_ups where customer_id = ${people[at]?.id}`;
    const nameOf = (at: number) =>
      String(
        hub.rows(
          `select coalesce(company_name, real_name) as name from customers_unified where id = ${people[at]?.id}`,
        )[0]?.name,
      );
    for (const [at, key, state] of [
      [0, 'ERP 里已经有了', 'there'],
      [1, 'ERP 里没有，发送', 'planned'],
      [2, '不要了', 'cancelled'],
    ] as const) {
      await open('follow_up', nameOf(at));
      await page.getByText('没有收到回答').waitFor();
      await decide(key);
      await poll(stateOf(at)).toEqual([state]);
    }
    await sync();
    await poll(stateOf(1)).toEqual(['sent']);
    expect((await hub.erp.followUps()).map(({ ord }) => ord)).toEqual([people[1]?.ord]);
  });

  test('writes that are not done: one in doubt is told, one that lacks something is tried again, others are given up together', async () => {
    await hub.erp.set('faults', { dropBeforeSave: 1, on: ['write'] });
    await bring([
      'wx_p1,福州停一示例有限公司,,13800000211,是',
      'wx_p2,泉州停二示例有限公司,,13800000212,是',
      'wx_p3,莆田停三示例有限公司,,13800000213,是',
      'wx_d1,福州存疑示例有限公司,林存疑,13800000210,是',
    ]);
    const stateOf = (who: string) => `select state from write_journal where customer_id =
      (select id from customers_unified where wechat_id = '${who}') order by id desc limit 1`;
    await sync();
    await poll(stateOf('wx_p1')).toEqual(['parked']);
    await hub.erp.set('faults', { dropBeforeSave: 0 });
    await page.goto(hub.url);
    await page.getByRole('link', { name: '1 件存疑' }).click();
    const doubt = page.getByRole('row', { name: /福州存疑示例有限公司/ });
    await doubt.getByText('下次同步先回读核对').waitFor();
    await doubt.getByText('发了什么，走到哪一步').click();
    await doubt.getByText('138****0210').first().waitFor();
    expect(await doubt.innerText()).not.toContain('13800000210');
    await page.getByRole('button', { name: '等待重试 0' }).click();
    await page.getByText('没有等待重试的写入').waitFor();
    await page.getByRole('button', { name: '待人处理 3' }).click();
    const parked = page.getByRole('row', { name: /福州停一示例有限公司/ });
    const [next] = hub.rows("select next_step from write_journal where state = 'parked' limit 1");
    expect(await parked.innerText()).toContain(String(next?.next_step).split(' / ')[0]);
    await parked.getByRole('link', { name: '去决定' }).click();
    await page.getByRole('heading', { name: /福州停一示例有限公司/ }).waitFor();
    // A key that is held down decides one thing, not the whole row.
    for (let held = 0; held < 3; held += 1) await page.keyboard.down('1');
    await page.keyboard.up('1');
    await page.getByText(/已处理 福州停一示例有限公司：/).waitFor();
    expect(await page.getByRole('navigation', { name: '等您决定的事' }).getByRole('button').count()).toBe(2);
    await page.getByRole('link', { name: '总览' }).click();
    await poll(`select count(*) from journal_audit where note = 'a person asked for another try'`).toEqual([
      1,
    ]);
    await open('parked', '泉州停二示例有限公司');
    await page.getByLabel('另外 1 件同类的也这样处理').check();
    await page.locator('.decisions').getByRole('button', { name: '不写了' }).click();
    await page.getByText(/已处理 2 件/).waitFor();
    await page.getByRole('link', { name: '总览' }).click();
    await poll(stateOf('wx_p2')).toEqual(['cancelled']);
    await poll(stateOf('wx_p3')).toEqual(['cancelled']);
    expect((await hub.erp.customers()).some(({ fields }) => fields.name?.includes('停'))).toBe(false);
  });

  test('conflicts: the ERP’s value here, a typed value on both sides', async () => {
    const two = hub.rows(
      `select id, erp_customer_id as ord, company_name as name from customers_unified
       where erp_customer_id is not null and phone_verified and wechat_id like 'wx_demo_%' order by id limit 2`,
    );
    for (const [at, { ord }] of two.entries()) await hub.erp.edit(Number(ord), { mobile: `1390000022${at}` });
    await sync();
    await poll("select count(*) from conflicts where state = 'open'").toEqual([2]);
    const phoneOf = (at: number) => `select phone from customers_unified where id = ${two[at]?.id}`;
    await open('conflict', String(two[0]?.name));
    await decide('用 ERP 的');
    await poll(phoneOf(0)).toEqual(['13900000220']);
    await open('conflict', String(two[1]?.name));
    await page.locator('.decisions').getByRole('button', { name: '都不对，另填' }).click();
    await page.getByLabel('正确的值').fill('13900000229');
    await page.getByRole('main').getByRole('button', { name: '两边都改成它' }).click();
    await page.getByText(/已处理 .+：/).waitFor();
    await sync();
    await poll(phoneOf(1)).toEqual(['13900000229']);
    const inErp = await hub.erp.customers();
    expect(inErp.find(({ ord }) => ord === two[1]?.ord)?.fields.mobile).toBe('13900000229');
  });

  test('what a run only read is put back in the ERP too, for many customers after a second yes', async () => {
    const many = hub.rows(
      `select id, erp_customer_id as ord, email from customers_unified
       where erp_customer_id is not null and wechat_id is null and email is not null order by id limit 26`,
    );
    const changed = many.map((_one, at) => `changed${at}@example.com`);
    const before = many.map(({ email }) => email);
    const emailsHere = () =>
      hub
        .rows(`select email from customers_unified where id in (${many.map(({ id }) => id)}) order by id`)
        .map(({ email }) => email);
    const emailsInErp = async () => {
      const inErp = new Map((await hub.erp.customers()).map(({ ord, fields }) => [ord, fields.email]));
      return many.map(({ ord }) => inErp.get(Number(ord)));
    };
    for (const [at, { ord }] of many.entries())
      await hub.erp.edit(Number(ord), { email: String(changed[at]) });
    await sync();
    expect(emailsHere()).toEqual(changed);
    const [run] = hub.rows("select max(id) as id from sync_runs where kind = 'sync'");
    await page.goto(`${hub.url}/runs/${run?.id}`);
    await page.getByText('只从 ERP 读来 26 项改动').waitFor();
    await page.getByRole('button', { name: '看看撤销会改回什么' }).click();
    await page.getByText('会改回 26 项').waitFor();
    await page.getByRole('button', { name: '撤销这次同步' }).click();
    const yes = page.getByRole('button', { name: /^仍然撤销/ });
    await yes.waitFor();
    expect(await emailsInErp()).toEqual(changed);
    await yes.click();
    await page.getByText(/已改回 26 项，ERP 确认 26 位/).waitFor();
    expect(await emailsInErp()).toEqual(before);
    expect(emailsHere()).toEqual(before);
  });

  test('a plan that was stopped: nothing is written until it is carried out; refused, it writes nobody', async () => {
    const many = (letter: string) =>
      Array.from(
        { length: 26 },
        (_none, at) =>
          `wx_${letter}${at},,丙${letter}${at}示例,1380000${letter === 'x' ? 3 : 4}0${String(at).padStart(2, '0')},是`,
      );
    const inErp = async (letter: string) =>
      (await hub.erp.customers()).filter(({ fields }) => fields.name?.startsWith(`丙${letter}`)).length;
    await bring(many('x'));
    await sync();
    await open('plan', /要写入 ERP/);
    expect(await inErp('x')).toBe(0);
    await decide('都不写');
    await poll("select count(*) from write_journal where state = 'planned'").toEqual([0]);
    await page.goto(`${hub.url}/plans`);
    await page.getByText('已取消 26 次').waitFor();
    await page.getByRole('link', { name: /^26 次写入/ }).click();
    await page.getByText('没有还能写的了').waitFor();
    expect(await page.getByRole('button', { name: '执行这份计划' }).count()).toBe(0);
    await page.goto(hub.url);
    await page.getByRole('status').getByText('有 1 件事需要您处理').waitFor();
    await bring(many('y'));
    await sync();
    await page.goto(hub.url);
    await page.getByRole('link', { name: '去处理' }).click();
    await page.getByRole('heading', { name: /要写入 ERP 26 位/ }).waitFor();
    await decide('没问题，执行');
    await expect.poll(() => inErp('y')).toBe(26);
    expect(await inErp('x')).toBe(0);
  });

  test('many customers missing in the ERP: nobody counts as gone before a person says so, and then each is', async () => {
    const missing = hub.rows(
      `select erp_customer_id as ord from customers_unified
       where erp_customer_id is not null and wechat_id is null order by id limit 26`,
    );
    for (const { ord } of missing) await hub.erp.remove(Number(ord));
    const left = (await hub.erp.customers()).filter(({ place }) => place !== 'deleted').length;
    const gone = "select count(*) from customers_unified where erp_presence = 'gone'";
    await sync();
    await open('plan', /少了 26 位/);
    expect(hub.rows(gone).map((row) => Object.values(row)[0])).toEqual([0]);
    await decide('确实如此，继续同步');
    await expect.poll(() => hub.rows(gone).map((row) => Object.values(row)[0])).toEqual([26]);
    expect((await hub.erp.customers()).filter(({ place }) => place !== 'deleted').length).toBe(left);
    expect(faults).toEqual([]);
  });
});
