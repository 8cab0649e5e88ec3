import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRun, openBrowser, openPage, type RunningHub, startHub } from './support.ts';

const PASSWORD = 'correct horse battery';

/** One hub, one office, one day: each test goes on where the one before stopped. */
describe.skipIf(!canRun)('the console in a real browser', () => {
  let hub: RunningHub;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub(), openBrowser()]);
    page = await openPage(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  test('the first visit makes the administrator, with the code that the window shows', async () => {
    await page.goto(`${hub.url}/customers`);
    await page.getByLabel('一次性代码').fill('WRONGCODE1');
    await page.getByLabel('用户名').fill('王芳');
    await page.getByLabel('设置密码').fill(PASSWORD);
    await page.getByRole('button', { name: '建立管理员并进入' }).click();
    await page.getByRole('alert').waitFor();
    expect(hub.rows('select * from users')).toEqual([]);
    await page.getByLabel('一次性代码').fill(hub.setUpCode);
    await page.getByRole('button', { name: '建立管理员并进入' }).click();
    await page.getByRole('heading', { name: '客户', level: 1 }).waitFor();
    expect(hub.rows('select name, role from users')).toEqual([{ name: '王芳', role: 'administrator' }]);
  });

  test('two characters find a customer, and the page says why she is not in the ERP and what to ask', async () => {
    await page.goto(`${hub.url}/customers`);
    await page.getByLabel('搜索客户').fill('初识');
    await page.getByRole('link', { name: '沈阳初识示例设备有限公司' }).click();
    await page.getByRole('heading', { name: '沈阳初识示例设备有限公司', level: 1 }).waitFor();
    const why = page.getByRole('region', { name: '现在怎样，为什么' });
    const [decision] = hub.rows(
      "select reason_zh, saw from decisions where rule = 'low_engagement' order by id desc limit 1",
    );
    await why.getByText('规则看到了什么').click();
    expect(await why.innerText()).toContain('low_engagement');
    expect(await why.innerText()).toContain(String(decision?.reason_zh).split('：').at(-1)?.slice(0, 4));
    await why.getByRole('button', { name: '复制' }).click();
    await why.getByRole('button', { name: '已复制' }).waitFor();
  });

  test('filters and search stand in the address, so a link opens the same list', async () => {
    await page.goto(`${hub.url}/customers`);
    await page.getByRole('button', { name: '还没进 ERP' }).click();
    await page.waitForURL(/view=outside/);
    const other = await page.context().newPage();
    await other.goto(page.url());
    const outside = hub.rows(
      'select count(*) as n from customers_unified where erp_customer_id is null and erp_contact_id is null',
    )[0]?.n;
    await other.getByText(`已显示 ${outside} 位`).waitFor();
    await other.close();
  });

  test('the session over, the same address asks for the login and goes on where it was', async () => {
    await page.goto(`${hub.url}/customers/1`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    await page.context().clearCookies();
    await page.reload();
    await page.getByLabel('用户名').fill('王芳');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  });
});
