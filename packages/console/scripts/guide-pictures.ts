import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import {
  enterAsAdministrator,
  openBrowser,
  openPage,
  PASSWORD,
  type RunningHub,
  startHub,
} from '../test/e2e/support.ts';

/** `npm run guide-pictures`: the pictures of the guides, taken afresh from a hub with the demo data. */
const FOLDER = join(import.meta.dirname, '../../../docs/guides/images');
const WIDTH = 1200;
const ADMINISTRATOR = '王芳';

const hub = await startHub({ BANGQIAO_ERP_PUSH_AUTO_SYNC: 'false' });
const browser = await openBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  await prepare(hub);
  for (const language of ['zh', 'en'] as const) await shoot(browser, language);
} finally {
  await browser.close();
  await hub.stop();
}

/** Two people who may be one, and people whom a plan would write. */
async function prepare({ folder, command, tell }: RunningHub): Promise<void> {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const said = (id: string, nickname: string, text: string) => ({
    ...{ id, type: 'message', at, channel: 'wxauto', account: 'sales-1', wechat_id: `wx_${id}`, nickname },
    ...{ direction: 'in', kind: 'text', text },
  });
  await tell([
    said('wang', '王经理', '我是宁波示例阀门有限公司的，电话13800000901，球阀多少钱'),
    said('li', '李工', '我们公司是绍兴示例泵业有限公司，我电话13800000901'),
  ]);
  const rows = Array.from(
    { length: 12 },
    (_, at) =>
      `wx_plan_${at},杭州示例${'甲乙丙丁戊己庚辛壬癸子丑'[at]}机电有限公司,客户${at},138000008${10 + at},1`,
  );
  const file = join(folder, 'people.csv');
  writeFileSync(file, ['微信号,公司名称,姓名,手机,已下单', ...rows].join('\n'));
  await command('import', file);
}

/** Whose page says why it is not in the ERP, and which plan is to be seen. */
function places(): Record<string, string> {
  const [outside] = hub.rows(
    `select id from customers_unified where erp_sync_status = 'skipped' and not marked_as_invalid
     order by data_quality_score desc limit 1`,
  );
  return {
    overview: '/',
    customer: `/customers/${outside?.id}`,
    desk: '/desk',
    rules: '/rules',
    plans: '/plans',
    setup: '/setup',
  };
}

async function shoot(from: Browser, language: 'zh' | 'en'): Promise<void> {
  const faults: string[] = [];
  const page = await openPage(from, faults, WIDTH);
  await page.addInitScript((chosen) => localStorage.setItem('bangqiao.language', chosen), language);
  if (language === 'zh') {
    await enterAsAdministrator(page, hub, ADMINISTRATOR);
    await page.goto(`${hub.url}/plans`);
    await page.getByRole('button', { name: '先做计划看看' }).click();
    await page.getByText('看这份计划').first().waitFor();
  } else {
    await page.request.post(`${hub.url}/api/session`, {
      data: { name: ADMINISTRATOR, password: PASSWORD },
      headers: { 'x-bangqiao': '1' },
    });
  }
  for (const [name, path] of Object.entries(places())) {
    await page.goto(hub.url + path);
    await page.waitForSelector('h1');
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(FOLDER, `${name}.${language}.png`) });
  }
  await page.context().close();
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
