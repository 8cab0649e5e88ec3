import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Browser, chromium, type Page } from 'playwright-core';

const LAUNCHER = join(import.meta.dirname, '../../../hub/bin/bangqiao.mjs');
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const browserPath = BROWSERS.find((path) => existsSync(path));

/** Without a browser only on a developer's own machine: in CI its absence fails. */
export const canRun = browserPath !== undefined || process.env.CI !== undefined;

/** `npm start` as an office has it: a real process with the stand-in ERP and the example people, in a folder of its own. */
export interface RunningHub {
  url: string;
  setUpCode: string;
  /** Reads the hub's database, beside the running hub. */
  rows(query: string): Record<string, unknown>[];
  /** As somebody at the ERP would. */
  editInErp(ord: number, fields: Record<string, string>): Promise<void>;
  phoneInErp(ord: number): Promise<string | undefined>;
  stop(): Promise<void>;
}

export async function startHub(): Promise<RunningHub> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-console-'));
  const { DATABASE_URL: _ours, ...env } = process.env;
  const child = spawn(process.execPath, [LAUNCHER, 'start', '--lang', 'en'], {
    cwd: folder,
    env: { ...env, PORT: '0' },
  });
  const said = await untilSaid(
    child,
    [/The service runs/, /Bangqiao: /, /one-time code \w+/],
    join(folder, 'out'),
  );
  const match = (pattern: RegExp) => pattern.exec(said)?.[1] ?? '';
  const erp = match(/ERP: (http\S+)/);
  return {
    url: match(/Bangqiao: (\S+)/),
    setUpCode: match(/one-time code (\w+)/),
    rows(query) {
      const database = new DatabaseSync(join(folder, 'storage/customer_manager.db'), { readOnly: true });
      try {
        return database.prepare(query).all();
      } finally {
        database.close();
      }
    },
    async editInErp(ord, fields) {
      const answer = await fetch(`${erp}/__sim/edit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ord, fields }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async phoneInErp(ord) {
      const customers = (await (await fetch(`${erp}/__sim/customers`)).json()) as SimCustomer[];
      return customers.find((customer) => customer.ord === ord)?.fields.mobile;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface SimCustomer {
  ord: number;
  fields: { mobile?: string };
}

function untilSaid(child: ChildProcess, wanted: readonly RegExp[], where: string): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (wanted.every((pattern) => pattern.test(said))) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the hub in ${where} ended with ${code}:\n${said}`)));
  });
}

export function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no browser: apt-get install chromium');
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
}

/** A page of a Chinese reader; what goes wrong in the page itself is put into `faults`. */
export async function openPage(browser: Browser, faults: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (line) => {
    const isRefusal = line.text().startsWith('Failed to load resource');
    if (line.type() === 'error' && !isRefusal) faults.push(`${page.url()}: ${line.text()}`);
  });
  return page;
}
