import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRun, enterAsAdministrator, openBrowser, openPage, type RunningHub, startHub } from './support.ts';

const ACCOUNT = 'bridge';
const ERP_PASSWORD = 'own-erp-password';

/** From the first page to the company's own ERP, by the assistant alone: nobody starts anything anew. */
describe.skipIf(!canRun)('the setup assistant in a real browser', () => {
  let hub: RunningHub;
  let browser: Browser;
  let page: Page;
  let own: Awaited<ReturnType<RunningHub['anotherErp']>>;
  const faults: string[] = [];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub(), openBrowser()]);
    own = await hub.anotherErp(
      ...['--customers', '40', '--seed', '7', '--username', ACCOUNT, '--password', ERP_PASSWORD],
      ...['--oddity', 'missingColumns=mobile,weixinAcc,email', '--oddity', 'columnsShuffled'],
      ...['--oddity', 'optionsOnlyTree', '--oddity', 'upperCaseKeys', '--oddity', 'labelCells=all'],
    );
    page = await openPage(browser, faults);
    await enterAsAdministrator(page, hub);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const fill = async (password: string) => {
    await page.getByLabel('ERP 地址').fill(own.url);
    await page.getByLabel('ERP 账号').fill(ACCOUNT);
    await page.getByLabel('ERP 密码').fill(password);
    await page.getByRole('button', { name: '测试连接' }).click();
  };
  const customers = () => hub.rows('select count(*) as n from customers_unified')[0]?.n;

  test('a wrong password is told in words, and what was typed is not joined', async () => {
    await page.goto(`${hub.url}/setup`);
    await fill('not-the-password');
    await page.locator('li.bad').first().waitFor();
    expect(await page.getByRole('button', { name: '连接这套 ERP' }).isDisabled()).toBe(true);
    expect(readdirSync(hub.folder)).not.toContain('config.yaml');
  });

  test('each check is shown, the hub changes over by itself, and the password lies in a file of the owner’s alone', async () => {
    await fill(ERP_PASSWORD);
    await page.getByText(/登录成功/).waitFor();
    await page.getByText(/客户列表可以读：共 \d+ 位/).waitFor();
    await page.getByRole('button', { name: '连接这套 ERP' }).click();
    await page.getByText(`已连接 ${own.url}，账号 ${ACCOUNT}。`).waitFor({ timeout: 20_000 });
    const listed = (await own.customers()).filter(({ place }) => place === 'plain').length;
    await expect.poll(customers).toBe(listed);
    const file = join(hub.folder, 'storage/erp_password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(hub.folder, 'config.yaml'), 'utf8')).not.toContain(ERP_PASSWORD);
    expect(hub.rows('select kind, base_url, account from erp_binding')).toEqual([
      { kind: 'erp', base_url: own.url, account: ACCOUNT },
    ]);
    expect(hub.rows('select name from users')).toEqual([{ name: '王芳' }]);
  });

  test('the options of this ERP are read and mapped, and nothing is written before somebody begins', async () => {
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText(/选项已读到：.*新客户的分类/).waitFor();
    const people = join(import.meta.dirname, '../../../../examples/people.csv');
    await hub.command('import', people);
    await page.getByRole('button', { name: /微信来源/ }).click();
    await page.getByText(/现在有 25 位来自微信/).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('link', { name: '看看规则' }).waitFor();
    expect((await own.customers()).length).toBe(40);
    expect(hub.rows('select * from write_journal')).toEqual([]);
  });

  test('the first plan is looked at, and 开始 writes it and switches syncing on', async () => {
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '列出第一份计划' }).click();
    await page.getByText('在 ERP 新建客户：20 位').waitFor({ timeout: 20_000 });
    expect((await own.customers()).length).toBe(40);
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByText('自动同步已打开，设置完成。').waitFor({ timeout: 20_000 });
    expect((await own.customers()).length).toBe(60);
    expect(
      hub.rows(
        `select config_value as value from erp_sync_config
         where config_key in ('erp_push_enabled', 'auto_sync_enabled') and is_active`,
      ),
    ).toEqual([{ value: 'true' }, { value: 'true' }]);
    expect(faults).toEqual([]);
  });
});
