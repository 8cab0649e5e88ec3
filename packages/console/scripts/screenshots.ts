import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/**
 * `npm run screenshots -- http://127.0.0.1:8787 NAME PASSWORD [FOLDER] [PAGE…]`: every page of a running hub in Chinese and
 * English, 1440 and 390 px wide, light, and the overview dark too; into /tmp/bangqiao-screenshots unless told.
 */
const [
  hub = 'http://127.0.0.1:8787',
  name = '',
  password = '',
  folder = '/tmp/bangqiao-screenshots',
  ...only
] = process.argv.slice(2);

const PAGES: Readonly<Record<string, string>> = {
  overview: '/',
  customers: '/customers',
  outside: '/customers?view=outside',
  customer: '/customers/1',
  desk: '/desk',
  rules: '/rules',
  plans: '/plans',
  erp: '/erp',
  catalogue: '/erp/catalogue',
  settings: '/settings',
  setup: '/setup',
  users: '/users',
  more: '/more',
};
const WIDTHS = [1440, 390];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
mkdirSync(folder, { recursive: true });
try {
  for (const language of ['zh', 'en']) {
    for (const width of WIDTHS) await shoot(language, width);
  }
} finally {
  await browser.close();
}

async function shoot(language: string, width: number): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  await context.addInitScript((chosen) => localStorage.setItem('bangqiao.language', chosen), language);
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${page.url()}: ${error.message}\n`));
  await page.goto(hub);
  await page.waitForSelector('h1');
  if (only.length === 0) await keep(page, `login-${language}-${width}`);
  await page.request.post(`${hub}/api/session`, {
    data: { name, password },
    headers: { 'x-bangqiao': '1', origin: hub },
  });
  for (const [title, path] of Object.entries(PAGES)) {
    if (only.length > 0 && !only.includes(title)) continue;
    await page.goto(hub + path);
    await page.waitForSelector('h1');
    await page.waitForLoadState('networkidle');
    await keep(page, `${title}-${language}-${width}`);
  }
  await context.close();
}

async function keep(page: Page, title: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${title}.png`), fullPage: true });
}
