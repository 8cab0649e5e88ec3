import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  canRun,
  enterAsAdministrator,
  openBrowser,
  openPage,
  PASSWORD,
  type RunningHub,
  startHub,
} from './support.ts';

const PAGES = [
  '/',
  '/customers',
  '/customers/1',
  '/desk',
  '/journal',
  '/rules',
  '/plans',
  '/erp',
  '/settings',
  '/setup',
  '/users',
];
const EVERYWHERE = ['总览', '客户', '规则'];
/** What each role is offered, and a page that it is refused, typed as an address. */
const ROLES = [
  { role: 'manager', name: '周主管', offers: ['待处理', '计划与同步', 'ERP', '设置'], refused: '/users' },
  { role: 'seller', name: '李销售', offers: ['待处理'], refused: '/plans' },
  { role: 'read_only', name: '看客', offers: ['计划与同步', 'ERP'], refused: '/settings' },
] as const;
const ALL = ['总览', '客户', '待处理', '规则', '计划与同步', 'ERP', '设置', '用户'];
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Who may do what, on what screen, and what happens when the session or the network is gone. */
describe.skipIf(!canRun)('people and their browsers', () => {
  let hub: RunningHub;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub(), openBrowser()]);
    page = await openPage(browser, faults);
    await enterAsAdministrator(page, hub);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const said = (who: string, company: string) => ({
    id: who,
    type: 'message',
    at: new Date(Date.now() - 3_600_000).toISOString(),
    channel: 'wxauto',
    account: 'sales-1',
    wechat_id: who,
    direction: 'in',
    kind: 'text',
    text: `我们是${company}，电话13800000251`,
  });
  const signIn = async (at: Page, name: string) => {
    await at.getByLabel('用户名').fill(name);
    await at.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await at.getByRole('button', { name: '登录' }).click();
  };

  test('a seller is added and tied to a user of the ERP by the ERP’s own list', async () => {
    const [owner] = hub.rows(
      'select erp_owner as owner from customers_unified where erp_owner is not null group by erp_owner order by count(*) desc limit 1',
    );
    await page.goto(`${hub.url}/users`);
    await page.getByLabel('用户名', { exact: true }).fill('李销售');
    await page.getByLabel('初始密码').fill(PASSWORD);
    const list = page.locator('form').getByLabel('ERP 里是谁');
    const name = (await list.locator('option').allInnerTexts()).find((text) => text === owner?.owner);
    await list.selectOption(name === undefined ? { value: String(owner?.owner) } : { label: name });
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await expect
      .poll(() => hub.rows("select role from users where name = '李销售' and erp_user_id is not null"))
      .toEqual([{ role: 'seller' }]);
    for (const { role, name: who } of ROLES.filter((one) => one.role !== 'seller'))
      await ask(page, hub, 'post', '/api/users', { name: who, password: PASSWORD, role });
    await page.reload();
    const row = page.getByRole('row', { name: /看客/ });
    await row.getByRole('button', { name: '停用' }).click();
    await expect
      .poll(() => hub.rows("select disabled from users where name = '看客'"))
      .toEqual([{ disabled: 1 }]);
    await row.getByRole('button', { name: '恢复' }).click();
    await expect
      .poll(() => hub.rows("select disabled from users where name = '看客'"))
      .toEqual([{ disabled: 0 }]);
  });

  test('a user is given another role, seller and password; a token is revoked', async () => {
    const user = (await ask(page, hub, 'post', '/api/users', {
      name: '小新',
      password: PASSWORD,
      role: 'manager',
    })) as { id: number };
    await ask(page, hub, 'post', '/api/tokens', {
      name: '报表',
      user_id: user.id,
      scopes: ['customers.read'],
    });
    await page.goto(`${hub.url}/users`);
    const of = (columns: string) => hub.rows(`select ${columns} from users where name = '小新'`)[0];
    const before = of('password');
    const row = page.getByRole('row', { name: /小新/ });
    await row.getByLabel('角色').selectOption('seller');
    await expect.poll(() => of('role')).toEqual({ role: 'seller' });
    await row.getByLabel('ERP 里是谁').selectOption({ index: 1 });
    await expect.poll(() => of('erp_user_id is null as free')).toEqual({ free: 0 });
    await row.getByText('重设密码').click();
    const field = row.getByLabel('新密码');
    await field.fill('passwordpassword');
    await row.getByRole('button', { name: '保存' }).click();
    await row.locator('form + [role=alert]').getByText('这个密码太容易猜到').waitFor();
    expect([await field.inputValue(), of('password')]).toEqual(['passwordpassword', before]);
    await field.fill(`${PASSWORD} anew`);
    await row.getByRole('button', { name: '保存' }).click();
    await row.getByText('新密码已生效').waitFor();
    expect(await field.inputValue()).toBe('');
    expect(of('password')).not.toEqual(before);
    await page.getByRole('button', { name: '吊销' }).click();
    await expect
      .poll(() => hub.rows("select revoked_at is null as works from api_tokens where name = '报表'"))
      .toEqual([{ works: 0 }]);
  });

  test('one’s own password is changed, and leaving ends the session', async () => {
    const own = await openPage(browser, faults);
    await own.goto(hub.url);
    await own.getByLabel('用户名').fill('小新');
    await own.getByLabel('密码', { exact: true }).fill(`${PASSWORD} anew`);
    await own.getByRole('button', { name: '登录' }).click();
    await own.getByRole('navigation', { name: '主导航' }).waitFor();
    const of = () => hub.rows("select password from users where name = '小新'")[0];
    const sessions = () =>
      hub.rows(
        "select count(*) as n from sessions where user_id = (select id from users where name = '小新')",
      );
    const before = of();
    await own.goto(`${hub.url}/more`);
    await own.getByLabel('现在的密码').fill(`${PASSWORD} anew`);
    await own.getByLabel('新密码').fill(`${PASSWORD} again`);
    await own.getByRole('button', { name: '修改密码' }).click();
    await own.getByText('密码已修改。').waitFor();
    expect(of()).not.toEqual(before);
    expect(sessions()).toEqual([{ n: 1 }]);
    await own
      .getByRole('button', { name: /退出登录/ })
      .first()
      .click();
    await own.getByLabel('用户名').waitFor();
    expect(sessions()).toEqual([{ n: 0 }]);
    await own.context().close();
  });

  test.each(ROLES)(
    '$role is offered what the role may do, sees what it may see, and is refused the rest in words',
    async ({ role, name, offers, refused }) => {
      const own = await openPage(browser, faults);
      await own.goto(hub.url);
      await signIn(own, name);
      const places = own.getByRole('navigation', { name: '主导航' });
      await places.getByRole('link', { name: '客户' }).waitFor();
      for (const place of ALL) {
        const isOffered = [...EVERYWHERE, ...offers].includes(place);
        expect(`${place} ${await places.getByRole('link', { name: place }).count()}`).toBe(
          `${place} ${isOffered ? 1 : 0}`,
        );
      }
      await own.goto(hub.url + refused);
      await own.getByText('您的角色没有这个权限。').first().waitFor();
      const [seen] = hub.rows(
        'select id, phone from customers_unified where phone is not null and erp_customer_id is not null limit 1',
      );
      const mine = hub.rows(
        `select count(*) as n from customers_unified where erp_owner in (select erp_user_id from users where name = '${name}'
       union select erp_user_name from users where name = '${name}')`,
      )[0]?.n as number;
      await own.goto(`${hub.url}/customers`);
      await own.locator('table.table tbody tr').first().waitFor();
      const list = await own.getByRole('main').innerText();
      if (role === 'seller') {
        expect(mine).toBeGreaterThan(0);
        await own.goto(hub.url);
        await own.getByRole('link', { name: new RegExp(`^${mine} 位在 ERP`) }).waitFor();
        const names =
          hub.rows(`select company_name as name from customers_unified where company_name is not null
        and erp_owner not in (select erp_user_id from users where name = '${name}' union
        select erp_user_name from users where name = '${name}') limit 50`);
        for (const { name: other } of names) expect(list).not.toContain(String(other));
      } else {
        await own.goto(`${hub.url}/desk`);
        const isOpen = role === 'manager';
        await own.getByText(isOpen ? '没有等您决定的事' : '您的角色只看不决定').waitFor();
        if (!isOpen) {
          await hub.tell([said('wx_r1', '苏州甲示例阀门有限公司'), said('wx_r2', '无锡乙示例泵业有限公司')]);
          const waits = () => hub.rows('select count(*) as n from identity_suggestions');
          await expect.poll(waits).toEqual([{ n: 1 }]);
          await own.goto(hub.url);
          await own.getByText('有 1 件事等同事处理').waitFor();
          expect(await own.locator('a[href^="/desk"]').count()).toBe(0);
        }
        await own.goto(`${hub.url}/customers/${seen?.id}`);
        await own.getByRole('heading', { level: 1 }).waitFor();
        expect(PHONE.test(await own.getByRole('main').innerText())).toBe(role === 'manager');
      }
      await own.context().close();
    },
  );

  test('a session that expires while somebody works asks for the login, and the work goes on where it was', async () => {
    await page.goto(`${hub.url}/settings`);
    await page.getByLabel('服务运行时，客户变化后立即推送').selectOption('false');
    const database = new DatabaseSync(join(hub.folder, 'storage/customer_manager.db'), { timeout: 20_000 });
    database.exec(
      "update sessions set seen_at = '2020-01-01T00:00:00.000Z', created_at = '2020-01-01T00:00:00.000Z'",
    );
    database.close();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(hub.rows("select * from audit where action = 'settings.change' and outcome = 'done'")).toEqual([]);
    await signIn(page, '王芳');
    await page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
  });

  test('the network gone: the page says so and keeps what it shows; back again, it goes on by itself', {
    timeout: 60_000,
  }, async () => {
    await page.goto(`${hub.url}/plans`);
    await page.getByRole('button', { name: '先做计划看看' }).waitFor();
    const runs = () => hub.rows('select count(*) as n from sync_runs')[0]?.n;
    const before = runs();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '先做计划看看' }).click();
    await page.getByText('邦桥没有应答').waitFor();
    await page.getByRole('heading', { name: '历次同步' }).waitFor();
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByText('连接不上邦桥服务。').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '设置', level: 1 }).waitFor({ timeout: 20_000 });
    await page.getByText('连接不上邦桥服务。').waitFor({ state: 'detached', timeout: 20_000 });
    expect(runs()).toBe(before);
  });

  test('on a phone of 390 px nothing stands beside the screen', async () => {
    const phone = await openPage(browser, faults, 390);
    await phone.goto(hub.url);
    await signIn(phone, '王芳');
    await phone.getByRole('navigation', { name: '主导航' }).waitFor();
    for (const path of PAGES) {
      await phone.goto(hub.url + path);
      await phone.getByRole('heading', { level: 1 }).first().waitFor();
      const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
      expect(`${path} ${wide}`).toBe(`${path} 390`);
    }
    await phone.context().close();
    expect(faults).toEqual([]);
  });
});
