import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type HealthSource, STARTING, startServer } from '../src/http/index.ts';

const HEALTH: HealthSource = {
  health: async () => ({
    database: { ok: true },
    erp: null,
    lastRun: null,
    counts: { customers: 0, linked: 0, waiting: 0, parked: 0 },
  }),
};
const PAGE = { headers: { accept: 'text/html,*/*' } };

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-console-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function buildInto(folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>the console</title>');
  await writeFile(join(folder, 'assets', 'index-4fK2.js'), `//${'x'.repeat(5000)}`);
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
}

async function serve(consoleFolder: string, isConsoleBuilding = () => false): Promise<string> {
  const options = { consoleFolder, isConsoleBuilding };
  const server = await startServer(HEALTH, { host: '127.0.0.1', port: 0 }, options);
  onTestFinished(() => server.close());
  return server.url;
}

test('while the console is being built every address says so and asks again by itself, and then it is the console', async () => {
  const folder = await emptyFolder();
  let isBuilding = true;
  const url = await serve(folder, () => isBuilding);
  const read = async (path: string) => (await fetch(url + path, PAGE)).text();
  expect(await read('/?lang=en')).toContain('The console is being prepared');
  const deep = await read('/customers/12');
  expect(deep).toContain('控制台页面正在准备');
  expect(deep).toContain('http-equiv="refresh" content="2"');
  expect(deep).not.toContain('最近一次同步');
  await buildInto(folder);
  isBuilding = false;
  expect(await read('/')).toBe('<title>the console</title>');
  expect(await read('/customers/12')).toBe('<title>the console</title>');
});

test('where no console could be built the status page stays, and promises nothing', async () => {
  const url = await serve(await emptyFolder());
  const text = await (await fetch(`${url}/?lang=en`, PAGE)).text();
  expect(text).toContain('Bangqiao');
  expect(text).not.toContain('being prepared');
});

test('before the database is open the page says that it starts, not that the database is at fault', async () => {
  const source = {
    health: async () => ({ ...(await HEALTH.health()), database: { ok: false, problem: STARTING } }),
  };
  const server = await startServer(source, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const text = await (await fetch(`${server.url}/?lang=zh`, PAGE)).text();
  expect(text).toContain('邦桥正在启动');
  expect(text).not.toContain('没有应答');
});

test('an address inside the console is its page; unknown addresses of the API, the documents and files are not', async () => {
  const folder = await emptyFolder();
  await buildInto(folder);
  const url = await serve(folder);
  const deep = await fetch(`${url}/customers/12?q=a`, PAGE);
  expect([deep.status, await deep.text()]).toEqual([200, '<title>the console</title>']);
  expect(deep.headers.get('cache-control')).toBe('no-store');
  expect(deep.headers.get('content-security-policy')).toContain("default-src 'self'");
  for (const path of [
    '/api/nothing',
    '/docs/nothing',
    '/assets/nothing.js',
    '/assets/..%2fsecret.txt',
    '/secret.txt',
  ]) {
    const answer = await fetch(url + path, path === '/secret.txt' ? {} : PAGE);
    expect(answer.status, path).toBe(404);
  }
});

test('files come compressed and may be kept for ever, since their names change with their content', async () => {
  const folder = await emptyFolder();
  await buildInto(folder);
  const url = await serve(folder);
  const script = await fetch(`${url}/assets/index-4fK2.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(script.headers.get('content-encoding')).toBe('gzip');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await script.text()).length).toBe(5002);
  const plain = await fetch(`${url}/assets/index-4fK2.js`, { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), (await plain.text()).length]).toEqual([null, 5002]);
});
