import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inEachLook, open, PAGES } from './pages.ts';

/**
 * `npm run screenshots -- http://127.0.0.1:8787 NAME PASSWORD [FOLDER] [PAGE…]`: every page of a running hub in Chinese and
 * English, 1440 and 390 px wide; into /tmp/bangqiao-screenshots unless told.
 */
const [
  hub = 'http://127.0.0.1:8787',
  name = '',
  password = '',
  folder = '/tmp/bangqiao-screenshots',
  ...only
] = process.argv.slice(2);

const LOOKS = (['zh', 'en'] as const).flatMap((language) =>
  [1440, 390].map((width) => ({ language, width, dark: false })),
);

mkdirSync(folder, { recursive: true });
await inEachLook(
  { hub, name, password },
  LOOKS,
  async (page, { language, width }) => {
    page.on('pageerror', (error) => process.stderr.write(`${page.url()}: ${error.message}\n`));
    for (const [title, path] of Object.entries(PAGES)) {
      if (only.length > 0 && !only.includes(title)) continue;
      await open(page, hub + path);
      await keep(page, `${title}-${language}-${width}`);
    }
  },
  async (page, { language, width }) => {
    if (only.length === 0) await keep(page, `login-${language}-${width}`);
  },
);

async function keep(page: Page, title: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${title}.png`), fullPage: true });
}
