import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspect, isSerious } from './accessibility.ts';
import {
  canRun,
  openBrowser,
  openPage,
  PASSWORD,
  type Robots,
  type RunningHub,
  startHub,
  startRobots,
} from './support.ts';

const NINGBO = '宁波远航示例机械有限公司';
/** Pages that axe looks at here: one of each kind. */
const INSPECTED: ReadonlySet<string> = new Set(['/', '/customers/1', '/desk', '/journal', '/setup']);
const PHONE_IN_ERP = '13900000003';

/** One hub, one office, one day: each test goes on where the one before stopped. */
describe.skipIf(!canRun)('the console in a real browser', () => {
  let hub: RunningHub;
  let browser: Browser;
  let page: Page;
  let robots: Robots;
  const faults: string[] = [];

  beforeAll(async () => {
    robots = await startRobots();
    [hub, browser] = await Promise.all([startHub(robots.env), openBrowser()]);
    page = await openPage(browser, faults);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
    await robots?.stop();
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

  test('a blank while typing stays, and half a word of pinyin is not searched for', async () => {
    await page.goto(`${hub.url}/customers`);
    const box = page.getByLabel('搜索客户');
    await box.pressSequentially('示例 ');
    await page.waitForURL((url) => url.searchParams.get('q') === '示例');
    await box.pressSequentially('设备');
    expect(await box.inputValue()).toBe('示例 设备');
    await page.waitForURL((url) => url.searchParams.get('q') === '示例 设备');
    const searched: string[] = [];
    page.on('request', (request) => {
      searched.push(new URL(request.url()).searchParams.get('q') ?? '');
    });
    await box.fill('');
    const keys = await page.context().newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: 'chu', selectionStart: 3, selectionEnd: 3 });
    // Longer than the hand rests before a search.
    await page.waitForTimeout(500);
    await keys.send('Input.insertText', { text: '初识' });
    await page.waitForURL((url) => url.searchParams.get('q') === '初识');
    await keys.detach();
    expect(searched).not.toContain('chu');
    expect(await box.inputValue()).toBe('初识');
  });

  test('filters and search stand in the address, so a link opens the same list', async () => {
    await page.goto(`${hub.url}/customers`);
    await page.getByRole('button', { name: '还没进 ERP' }).click();
    await page.waitForURL(/in_erp=false/);
    const other = await page.context().newPage();
    await other.goto(page.url());
    const outside = hub.rows(
      'select count(*) as n from customers_unified where erp_customer_id is null and erp_contact_id is null',
    )[0]?.n;
    await other.getByText(`已显示 ${outside} 位`).waitFor();
    await other.close();
  });

  test('what is listed is kept as a view of one’s own, opens again, and is removed', async () => {
    await page.goto(`${hub.url}/customers`);
    await page.getByRole('button', { name: '还没进 ERP' }).click();
    await page.getByRole('combobox', { name: '阶段' }).selectOption('lead');
    await page.getByRole('button', { name: '把现在的条件存为我的视图' }).click();
    await page.getByLabel(/^视图名称/).fill('待补资料的线索');
    await page.getByRole('button', { name: '保存' }).click();
    const view = page.getByRole('button', { name: '待补资料的线索', exact: true });
    await view.waitFor();
    const kept = () => hub.rows('select name, query from saved_views');
    expect(kept()).toEqual([
      { name: '待补资料的线索', query: JSON.stringify({ stage: 'lead', in_erp: false }) },
    ]);
    await page.goto(`${hub.url}/customers`);
    await view.click();
    await page.waitForURL(/stage=lead/);
    const leads = hub.rows(
      "select count(*) as n from customers_unified where stage = 'lead' and erp_customer_id is null",
    )[0]?.n;
    await page.getByText(`已显示 ${leads} 位`).waitFor();
    await page.getByRole('combobox', { name: '排序' }).selectOption('quality');
    await page.getByRole('button', { name: '把现在的条件存为我的视图' }).click();
    await page.getByLabel(/^视图名称/).fill('待补资料的线索');
    await page.getByRole('button', { name: '替换同名视图' }).click();
    await expect.poll(kept).toEqual([
      {
        name: '待补资料的线索',
        query: JSON.stringify({ stage: 'lead', in_erp: false, sort: 'quality' }),
      },
    ]);
    await page.getByRole('button', { name: '删除视图「待补资料的线索」' }).click();
    await expect.poll(kept).toEqual([]);
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
    expect(hub.rows('select count(*) as n from sessions')).toEqual([{ n: 2 }]);
    expect(hub.rows('select last_login_at is not null as seen from users')).toEqual([{ seen: 1 }]);
  });

  test('the overview says how things stand, and its numbers open their lists', async () => {
    await page.goto(hub.url);
    await page.getByRole('status').getByText('一切正常').waitFor();
    const inErp = hub.rows(
      'select count(*) as n from customers_unified where erp_customer_id is not null or erp_contact_id is not null',
    )[0]?.n as number;
    await page.getByRole('link', { name: `${inErp.toLocaleString('zh-CN')} 位在 ERP` }).click();
    await page.waitForURL(/customers\?in_erp=true/);
    await page.goto(hub.url);
    await page.getByRole('link', { name: / 位今天准入/ }).click();
    await page.getByText('今天准入的').waitFor();
    const admitted = hub.rows(
      "select count(distinct customer_id) as n from decisions where action = 'CREATE'",
    );
    await page.getByText(`已显示 ${admitted[0]?.n} 位`).waitFor();
    await page.getByRole('heading', { name: '客户', level: 1 }).waitFor();
  });

  test('a changed rule is tried, kept and put in force, and nothing is live before that', async () => {
    await page.goto(`${hub.url}/rules`);
    await page
      .getByRole('row', { name: /意向太低/ })
      .getByRole('button', { name: '修改' })
      .click();
    await page.getByLabel('条件', { exact: true }).fill('intent_score < ');
    await page.getByText('有 1 处要改').waitFor();
    expect(await page.getByRole('button', { name: '1 试算' }).isDisabled()).toBe(true);
    await page.getByLabel('条件', { exact: true }).fill('intent_score < 20');
    await page.getByText('写法正确').waitFor();
    await page.getByRole('button', { name: '1 试算' }).click();
    await page.getByText('试算结果').waitFor();
    expect(hub.rows('select version from rule_sets')).toEqual([{ version: 1 }]);
    await page.getByText('上面写一句改了什么，就可以存').waitFor();
    await page.getByLabel('改了什么（给同事看）').fill('意向 20 分起');
    await page.getByRole('button', { name: '2 存为新版本' }).click();
    await page.getByRole('button', { name: '3 启用第 2 版' }).waitFor();
    expect(hub.rows('select version from rule_sets where is_active')).toEqual([{ version: 1 }]);
    await page.getByRole('button', { name: '3 启用第 2 版' }).click();
    await page.getByRole('heading', { name: '第 2 版，正在使用' }).waitFor();
    await page.getByText('第 2 版已启用；下次同步起按它判定，人数从那时起算。').waitFor();
    expect(hub.rows('select version from rule_sets where is_active')).toEqual([{ version: 2 }]);
    await page.getByRole('button', { name: '启用这一版' }).click();
    await page.getByRole('heading', { name: '第 1 版，正在使用' }).waitFor();
    expect(hub.rows('select version from rule_sets where is_active')).toEqual([{ version: 1 }]);
  });

  test('a new rule is right at once and comes after the mandatory ones; its trial says why it changes nobody', async () => {
    await page.goto(`${hub.url}/rules?edit=`);
    await page.getByRole('button', { name: '加一条规则' }).click();
    await page.getByText('写法正确').waitFor();
    expect(await page.getByLabel('优先级').inputValue()).toBe('99');
    await page.getByText('这条排第 6，在“被标记为重要的客户必须进 ERP”之后。').waitFor();
    await page.getByLabel('条件', { exact: true }).fill('message_count < 5.0');
    await page.getByLabel('优先级').fill('50');
    await page.getByText(/与“有手机号并且问过报价”、“有公司名并且上传了营业执照”同为这个数/).waitFor();
    await page.getByLabel('优先级').fill('-1');
    await page.getByText('这条排第 15').waitFor();
    await page.getByText('消息数 < 5', { exact: true }).waitFor();
    await page.getByText('写法正确').waitFor();
    await page.getByRole('button', { name: '1 试算' }).click();
    await page.getByText('这个改动现在不改变任何人。').waitFor();
    await page
      .getByText(/满足“消息数 < 5”的有 \d+ 位，但都先被排在前面的规则判定了：.*“交流太少”\d+ 位/)
      .waitFor();
    await page.getByRole('button', { name: '收起' }).click();
    const titles = await page.locator('.row strong').allInnerTexts();
    expect(titles.at(-1)).toBe('消息数 < 5');
  });

  test('a draft that was left is found again, and thrown away only after asking', async () => {
    await page.getByRole('link', { name: '总览' }).click();
    await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
    await page.goBack();
    await page.getByText('您有没存的改动，都在下面').waitFor();
    await page.getByText('消息数 < 5', { exact: true }).waitFor();
    await page.goto(`${hub.url}/rules`);
    await page.getByText('您有没存的改动（从第 1 版改起）').waitFor();
    await page.getByRole('button', { name: '接着改' }).click();
    await page.getByRole('button', { name: '放弃改动' }).click();
    await page.getByRole('button', { name: '不放弃' }).click();
    await page.getByText('您有没存的改动').waitFor();
    await page.getByRole('button', { name: '放弃改动' }).click();
    await page.getByRole('button', { name: '确定放弃' }).click();
    await page.getByRole('heading', { name: '第 1 版，正在使用' }).waitFor();
    expect(await page.getByText('您有没存的改动').count()).toBe(0);
  });

  test('a condition may be typed in Chinese; while it is wrong the other rules keep names and counts', async () => {
    await page.goto(`${hub.url}/rules?edit=low_intent`);
    const condition = page.getByLabel('条件', { exact: true });
    await condition.fill('意向分 < 5');
    await page.getByText('“意向分”要写成 intent_score').waitFor();
    await page.getByText(/^有手机号并且问过报价$/).waitFor();
    await page.getByText(/^有手机号，并且问过报价 · 已判定 \d+ 位$/).waitFor();
    await page.getByRole('button', { name: '改成 intent_score < 5' }).click();
    await page.getByText('写法正确').waitFor();
    await condition.fill('意向分小于 6');
    await page.getByText('“意向分”要写成 intent_score').waitFor();
    await condition.blur();
    await expect.poll(() => condition.inputValue()).toBe('intent_score < 6');
    await page.getByRole('button', { name: '放弃改动' }).click();
    await page.getByRole('button', { name: '确定放弃' }).click();
  });

  test('the counts of the rules, with whom none fits, add up to everybody who was decided about', async () => {
    const numbers = page.locator('td[data-name="判定"]');
    await page.getByRole('cell', { name: '以上规则都不满足' }).waitFor();
    const sum = (await numbers.allInnerTexts()).reduce((all, text) => all + Number.parseInt(text, 10), 0);
    const [decided] = hub.rows(
      'select count(*) as n from (select distinct customer_id, rule from decisions where rule_set_version = 1)',
    );
    expect(sum).toBe(decided?.n);
  });

  test('everybody who is listed is exported, in the order of an import file', async () => {
    await page.goto(`${hub.url}/customers?in_erp=false`);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出为 CSV' }).click();
    const lines = readFileSync(await (await coming).path(), 'utf8')
      .trim()
      .split('\r\n');
    const outside = hub.rows('select count(*) as n from customers_unified where erp_customer_id is null');
    expect(lines.length - 1).toBe(outside[0]?.n);
  });

  test('a call of the catalogue is looked at without asking the ERP, and tried on it', async () => {
    await page.goto(`${hub.url}/erp/catalogue?entry=customer.list`);
    const calls = () => hub.rows('select count(*) as n from erp_api_logs')[0]?.n as number;
    const before = calls();
    await page.getByRole('button', { name: '看看会发送什么' }).click();
    await page.getByText('"result": null').waitFor();
    expect(calls()).toBe(before);
    await page.getByRole('button', { name: '试一试' }).click();
    await page.getByText('"rows"').waitFor();
    await page.goto(`${hub.url}/erp`);
    await page
      .getByRole('cell', { name: /^获取客户列表/ })
      .first()
      .waitFor();
    expect(calls()).toBeGreaterThan(before);
  });

  test('a setting is changed for the next run, and the audit says by whom', async () => {
    await page.goto(`${hub.url}/settings`);
    await page.getByLabel('服务运行时，客户变化后立即推送').selectOption('false');
    const save = page.getByRole('button', { name: '保存' });
    const interval = page.locator('#erp_push_interval');
    await interval.fill('');
    expect([await interval.inputValue(), await save.isDisabled()]).toEqual(['', true]);
    await interval.fill('1200');
    await page.getByLabel('资料质量分下限').fill('');
    await save.click();
    await page.getByText('已保存，下次同步起生效').waitFor();
    expect(
      hub.rows(
        `select config_key as key, config_value as value from erp_sync_config where is_active
         and config_key in ('auto_sync_enabled', 'erp_push_interval', 'min_quality_score') order by config_key`,
      ),
    ).toEqual([
      { key: 'auto_sync_enabled', value: 'false' },
      { key: 'erp_push_interval', value: '1200' },
      { key: 'min_quality_score', value: null },
    ]);
    expect(hub.rows("select who, outcome from audit where action = 'settings.change'")).toEqual([
      { who: '王芳', outcome: 'done' },
    ]);
  });

  test('a test of the alerts arrives in the group, and a group that refused it is told with what to do', async () => {
    await page.goto(`${hub.url}/settings`);
    const card = page.getByRole('region', { name: '告警' });
    const before = robots.texts.length;
    await card.getByRole('button', { name: '发一条测试消息' }).click();
    await card.getByText('企业微信群').waitFor();
    const arrived = robots.texts.slice(before);
    expect(arrived).toEqual([expect.stringContaining('邦桥：测试消息')]);
    const [taken, refused] = await card.getByRole('listitem').allInnerTexts();
    expect(taken).toContain('已送到');
    expect(refused).toMatch(/^钉钉群 没有送到 .{10,}/);
    expect(hub.rows("select who, outcome from audit where action = 'alerts.test'")).toEqual([
      { who: '王芳', outcome: 'done' },
    ]);
  });

  test('a phone that the ERP changed too waits at the desk; Z takes a decision back, 2 sends the hub’s to the ERP', async () => {
    const [row] = hub.rows(
      `select id, erp_customer_id as ord, phone from customers_unified where company_name = '${NINGBO}'`,
    );
    await hub.erp.edit(Number(row?.ord), { mobile: PHONE_IN_ERP });
    await page.goto(`${hub.url}/plans`);
    await page.getByRole('button', { name: '只读取 ERP' }).dblclick();
    await page.getByText('做完了').waitFor();
    expect(hub.rows("select count(*) as n from audit where action = 'runs.start'")).toEqual([{ n: 1 }]);
    // As a hub that is just starting answers: the stream of what happens is opened anew after it.
    await page.route('**/api/events', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await page.goto(`${hub.url}/desk`);
    await page.getByRole('heading', { name: `${NINGBO} 手机号两边不一样` }).waitFor();
    const waiting = page.locator('a[href="/desk"] .count');
    await waiting.first().waitFor();
    await page.keyboard.press('1');
    await page.getByText(/已处理 .+：/).waitFor();
    expect(await waiting.count()).toBe(0);
    await page.keyboard.press('z');
    await page.getByText('已撤回').waitFor();
    await waiting.first().waitFor();
    expect(hub.rows('select state from conflicts')).toEqual([{ state: 'open' }]);
    await page.keyboard.press('2');
    await page.getByText('没有等您决定的事').waitFor();
    await page.getByRole('link', { name: '计划与同步' }).click();
    await expect
      .poll(() => hub.rows('select state, resolution from conflicts'))
      .toEqual([{ state: 'resolved', resolution: 'hub' }]);
    await page.getByRole('button', { name: '先做计划看看' }).click();
    await page.getByRole('link', { name: '看这份计划' }).first().click();
    await page.getByRole('cell', { name: new RegExp(`${PHONE_IN_ERP} → ${row?.phone}`) }).waitFor();
    expect(await phoneInErp(hub, Number(row?.ord))).toBe(PHONE_IN_ERP);
    await page.getByRole('button', { name: '执行这份计划' }).click();
    await page.getByText('做完了').waitFor();
    expect(await phoneInErp(hub, Number(row?.ord))).toBe(row?.phone);
  });

  test('what a run changed in the ERP is undone there, after a look at what it would put back', async () => {
    const [row] = hub.rows(
      `select erp_customer_id as ord from customers_unified where company_name = '${NINGBO}'`,
    );
    await page.getByRole('link', { name: '看这次同步' }).first().click();
    await page.getByRole('button', { name: '看看撤销会改回什么' }).click();
    await page.getByText('会改回 1 项').waitFor();
    await page.getByRole('button', { name: '撤销这次同步' }).click();
    await page.getByText(/已改回 1 项/).waitFor();
    expect(await phoneInErp(hub, Number(row?.ord))).toBe(PHONE_IN_ERP);
    await page.reload();
    await page.getByText(/已由 王芳 于 .+ 撤销/).waitFor();
    expect(await page.getByRole('button', { name: /撤销/ }).count()).toBe(0);
    expect(hub.rows("select count(*) as n from audit where action = 'runs.undo'")).toEqual([{ n: 1 }]);
  });

  test('a customer who asks for it is erased when the number is typed: here whole, in the ERP not at all', async () => {
    const [row] = hub.rows(
      `select id, erp_customer_id as ord from customers_unified where company_name = '${NINGBO}'`,
    );
    await page.goto(`${hub.url}/customers/${row?.id}`);
    await page.getByText('客户要求删除本人资料…').click();
    const erase = page.getByRole('button', { name: '全部删除' });
    const confirm = page.getByLabel(`输入 #${row?.id} 表示确定`);
    await confirm.fill(`#${row?.id}0`);
    expect(await erase.isDisabled()).toBe(true);
    await confirm.fill(`#${row?.id}`);
    await erase.click();
    await page.getByText('这位客户在邦桥里的资料已全部删除。').waitFor();
    for (const table of ['field_change_history', 'decisions', 'sync_base', 'customer_keys'])
      expect(hub.rows(`select count(*) as n from ${table} where customer_id = ${row?.id}`)).toEqual([
        { n: 0 },
      ]);
    expect(hub.rows(`select id from customers_unified where company_name = '${NINGBO}'`)).toEqual([]);
    expect(hub.rows("select subject, outcome from audit where action = 'privacy.erase'")).toEqual([
      { subject: String(row?.id), outcome: 'done' },
    ]);
    expect(await phoneInErp(hub, Number(row?.ord))).toBe(PHONE_IN_ERP);
  });

  test('a former value is put back here, and the next sync writes it to the ERP', async () => {
    const [row] = hub.rows(
      `select id, erp_customer_id as ord, address from customers_unified
       where erp_customer_id is not null and address is not null and company_name <> '${NINGBO}' limit 1`,
    );
    const inErp = async () => (await hub.erp.customers()).find(({ ord }) => ord === row?.ord)?.fields.address;
    await hub.erp.edit(Number(row?.ord), { address: '示例新路 99 号' });
    await page.goto(`${hub.url}/plans`);
    await page.getByRole('button', { name: '只读取 ERP' }).click();
    const address = () => hub.rows(`select address from customers_unified where id = ${row?.id}`)[0]?.address;
    await expect.poll(address).toBe('示例新路 99 号');
    await page.goto(`${hub.url}/customers/${row?.id}`);
    const field = page.getByRole('row', { name: /^地址/ });
    await field.getByText('以前的值').click();
    await field.getByRole('button', { name: '恢复这个值' }).first().dblclick();
    await expect.poll(address).toBe(row?.address);
    await field.getByRole('listitem').getByText('示例新路 99 号').waitFor();
    expect(address()).toBe(row?.address);
    expect(await inErp()).toBe('示例新路 99 号');
    await page.goto(`${hub.url}/plans`);
    await page.getByRole('button', { name: '现在同步' }).click();
    await expect.poll(inErp).toBe(row?.address);
  });

  test('every page opens without an error of its own, some looked at by axe, in the dark and in English too', {
    timeout: 60_000,
  }, async () => {
    await page.getByRole('button', { name: '深色界面' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    for (const path of [
      '/',
      '/customers',
      '/customers/1',
      '/desk',
      '/journal',
      '/rules',
      '/plans',
      '/erp',
      '/erp/catalogue',
      '/settings',
      '/setup',
      '/users',
      '/more',
    ]) {
      await page.goto(hub.url + path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
      // All pages, in every look, are `npm run accessibility`.
      if (!INSPECTED.has(path)) continue;
      const { flaws } = await inspect(page);
      expect(flaws.filter(isSerious)).toEqual([]);
    }
    expect(faults).toEqual([]);
  });
});

async function phoneInErp({ erp }: RunningHub, ord: number): Promise<string | undefined> {
  return (await erp.customers()).find((customer) => customer.ord === ord)?.fields.mobile;
}
