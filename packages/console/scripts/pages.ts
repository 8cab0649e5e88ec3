import { chromium, type Page } from 'playwright-core';

/** Every page, by a short name. */
export const PAGES: Readonly<Record<string, string>> = {
  overview: '/',
  customers: '/customers',
  outside: '/customers?in_erp=false',
  customer: '/customers/1',
  desk: '/desk',
  journal: '/journal',
  rules: '/rules',
  plans: '/plans',
  erp: '/erp',
  catalogue: '/erp/catalogue',
  settings: '/settings',
  setup: '/setup',
  users: '/users',
  more: '/more',
};

interface Entrance {
  hub: string;
  name: string;
  password: string;
}

/** One way to look: language, width in px, light or dark. */
export interface Look {
  language: 'zh' | 'en';
  width: number;
  dark: boolean;
}

/**
 * Opens a browser signed in at a running hub, once for each look.
 * @param before with the page of the entrance, before anybody is signed in
 */
export async function inEachLook(
  { hub, name, password }: Entrance,
  looks: readonly Look[],
  work: (page: Page, look: Look) => Promise<void>,
  before: (page: Page, look: Look) => Promise<void> = async () => {},
): Promise<void> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    for (const look of looks) {
      const { language, width, dark } = look;
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: 'zh-CN',
        colorScheme: dark ? 'dark' : 'light',
      });
      await context.addInitScript((chosen) => localStorage.setItem('bangqiao.language', chosen), language);
      const page = await context.newPage();
      await page.goto(hub);
      await page.waitForSelector('h1');
      await before(page, look);
      await page.request.post(`${hub}/api/session`, {
        data: { name, password },
        headers: { 'x-bangqiao': '1', origin: hub },
      });
      await work(page, look);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

/** Opens a page and waits until what it reads is there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('h1');
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => {});
}
