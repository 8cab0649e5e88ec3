import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSim } from '@bangqiao/zhibang-sim';
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
  folder: string;
  /** Reads the hub's database, beside the running hub. */
  rows(query: string): Record<string, unknown>[];
  /** Another command in the same folder, as somebody types it. */
  command(...words: string[]): Promise<void>;
  /** A second stand-in ERP, as somebody's own. Ends with the hub. */
  anotherErp(...words: string[]): Promise<StandInErp>;
  /** WeChat tells what was said, as a bridge does. */
  tell(events: readonly object[]): Promise<void>;
  /** The stand-in ERP, looked at and changed behind the hub's back. */
  erp: StandInErp;
  stop(): Promise<void>;
}

interface StandInErp {
  url: string;
  edit(ord: number, fields: Record<string, string>): Promise<void>;
  /** Somebody deletes this customer there. */
  remove(ord: number): Promise<void>;
  set(what: 'faults' | 'oddities', values: object): Promise<void>;
  customers(): Promise<{ ord: number; place: string; fields: Record<string, string | undefined> }[]>;
  followUps(): Promise<{ ord: number; fields: Record<string, string | undefined> }[]>;
}

const SECRET = 'secret-of-the-e2e-tests';

/** The demo's stand-in finds its state of before, a sixth as large as it makes one itself: half the start is reading details. */
async function smallErp(folder: string): Promise<void> {
  mkdirSync(join(folder, 'storage'));
  const file = join(folder, 'storage', 'stand-in-erp.db');
  await createSim({ customers: 200, seed: 1, file, oddities: { wechatSource: true } }).close();
}

/** @param env settings beside those of an office, as `BANGQIAO_…` */
export async function startHub(env: Record<string, string> = {}): Promise<RunningHub> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-console-'));
  await smallErp(folder);
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const settings = { ...inherited, PORT: '0', BANGQIAO_INGEST_SECRET: SECRET, ...env };
  const run = (words: readonly string[]) =>
    spawn(process.execPath, [LAUNCHER, ...words], { cwd: folder, env: settings });
  const child = run(['start', '--lang', 'en']);
  const others: ChildProcess[] = [];
  const said = await untilSaid(
    child,
    [/The service runs/, /Bangqiao: /, /one-time code \w+/],
    join(folder, 'out'),
  );
  const match = (pattern: RegExp) => pattern.exec(said)?.[1] ?? '';
  const url = match(/Bangqiao: (\S+)/);
  return {
    url,
    setUpCode: match(/one-time code (\w+)/),
    folder,
    rows(query) {
      const database = new DatabaseSync(join(folder, 'storage/customer_manager.db'), { readOnly: true });
      try {
        return database.prepare(query).all();
      } finally {
        database.close();
      }
    },
    async command(...words) {
      const [code] = await once(run(words), 'exit');
      if (code !== 0) throw new Error(`bangqiao ${words.join(' ')} ended with ${code}`);
    },
    async anotherErp(...words) {
      const sim = run(['sim', '--port', '0', '--lang', 'en', ...words]);
      others.push(sim);
      const said = await untilSaid(sim, [/Stand-in ERP at (http\S+),/], folder);
      return standInAt(/Stand-in ERP at (http[^\s,]+)/.exec(said)?.[1] ?? '');
    },
    async tell(events) {
      const body = JSON.stringify(events);
      const at = String(Date.now());
      const sign = createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex');
      const headers = { 'x-bangqiao-timestamp': at, 'x-bangqiao-signature': `sha256=${sign}` };
      await post(`${url}/ingest/events`, body, headers);
    },
    erp: standInAt(match(/ERP: (http\S+)/)),
    async stop() {
      const ended = [child, ...others].map((one) => once(one, 'exit'));
      for (const one of [child, ...others]) one.kill('SIGTERM');
      await Promise.all(ended);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The orders of a stand-in ERP to its testers (`/__sim/…`). */
function standInAt(url: string): StandInErp {
  const read = async (what: string) => (await (await fetch(`${url}/__sim/${what}`)).json()) as never;
  return {
    url,
    edit: (ord, fields) => post(`${url}/__sim/edit`, JSON.stringify({ ord, fields })),
    remove: (ord) => post(`${url}/__sim/remove`, JSON.stringify({ ord })),
    set: (what, values) => post(`${url}/__sim/${what}`, JSON.stringify(values)),
    customers: () => read('customers'),
    followUps: () => read('followups'),
  };
}

async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The robots of a WeCom group, which takes what it is sent, and of a DingTalk group, which refuses. */
export interface Robots {
  /** Settings that name both. */
  env: Record<string, string>;
  /** What the WeCom group shows. */
  texts: string[];
  stop(): Promise<void>;
}

export async function startRobots(): Promise<Robots> {
  const texts: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const takes = request.url?.startsWith('/cgi-bin/webhook/send') === true;
      if (takes) texts.push((JSON.parse(body) as { text?: { content?: string } }).text?.content ?? body);
      const answer = takes ? { errcode: 0, errmsg: 'ok' } : { errcode: 300005, errmsg: 'token is not exist' };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      BANGQIAO_ALERTS_WECOM_URL: `${url}/cgi-bin/webhook/send?key=demo-key`,
      BANGQIAO_ALERTS_DINGTALK_URL: `${url}/robot/send?access_token=demo-token`,
    },
    texts,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
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
  return chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
  });
}

export const PASSWORD = 'correct horse battery';

/** A page of a Chinese reader; what goes wrong in the page itself is put into `faults`. */
export async function openPage(browser: Browser, faults: string[], width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (line) => {
    const isRefusal = line.text().startsWith('Failed to load resource');
    if (line.type() === 'error' && !isRefusal) faults.push(`${page.url()}: ${line.text()}`);
  });
  return page;
}

/** Makes the first administrator and signs the page in as him, without the pages that have tests of their own. */
export async function enterAsAdministrator(page: Page, hub: RunningHub, name = '王芳'): Promise<void> {
  await ask(page, hub, 'post', '/api/setup', { code: hub.setUpCode, name, password: PASSWORD });
}

/** A request of the page's own session. */
export async function ask(
  page: Page,
  hub: RunningHub,
  method: 'get' | 'post' | 'patch',
  path: string,
  data?: object,
): Promise<unknown> {
  const headers = { 'x-bangqiao': '1' };
  const answer = await page.request[method](hub.url + path, { headers, ...(data ? { data } : {}) });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}
