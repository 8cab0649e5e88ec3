// How much of the raw speed of fetching and parsing every list page does a pull keep, the first time and with nothing changed?
//
// One run against one stand-in ERP; stand-in, raw reader and hub are processes of their own. "Raw" is undici with four
// requests in flight and JSON.parse of every page, once as the stand-in makes its rows and once as it has them cached.
// The detail pass is measured apart, on a list without phones. Pulls are started as the command is (`as-command.mjs`), not for
// the first time on this machine: a first start compiles every file, which takes some 15 MB more.
//   npm run bench -- [customers]          default 100000
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSim } from '@bangqiao/zhibang-sim';
import { Pool } from 'undici';

const PAGE = 500;
const IN_FLIGHT = 4;
const OWN = import.meta.filename;
const AS_COMMAND = join(import.meta.dirname, 'as-command.mjs');
const [role = 'all', ...args] = process.argv.slice(2);

if (role === 'stand-in') await standIn(Number(args[0]), args[1] === 'without-phones');
else if (role === 'raw') print(await raw(String(args[0]), Number(args[1])));
else if (role === 'pull') print(await pull(String(args[0]), String(args[1])));
else if (role === 'load') await import('./hub.ts');
else await all(Number(role === 'all' ? 100_000 : role));

async function all(customers: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-bench-'));
  try {
    const erp = await start(customers);
    const pages = Math.ceil(customers / PAGE);
    const cold = await child(OWN, 'raw', erp.url, String(pages));
    const warm = await child(OWN, 'raw', erp.url, String(pages));
    const file = join(folder, 'hub.db');
    await output(AS_COMMAND, 'load');
    const first = await child(AS_COMMAND, 'pull', erp.url, file);
    await child(AS_COMMAND, 'pull', erp.url, file);
    const again = await child(AS_COMMAND, 'pull', erp.url, file);
    erp.stop();
    line('raw, first walk', cold);
    line('raw, rows cached there', warm);
    line('first pull', first);
    line('nothing changed', again);
    console.log(
      `raw pages of ${PAGE} a second: ${Math.round(rate(cold) / PAGE)}, cached ${Math.round(rate(warm) / PAGE)} (bar 300)`,
    );
    console.log(`first pull / raw: ${share(first, cold)}, cached ${share(first, warm)} (bar 0.20)`);
    console.log(`nothing changed / raw: ${share(again, cold)}, cached ${share(again, warm)} (bar 0.60)`);
    console.log(`customers written with nothing changed: ${again.writes} (bar 0)`);
    console.log(`peak memory of the pulls: ${first.peakMb} MB, ${again.peakMb} MB (bar 250)`);
    await details(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function details(folder: string): Promise<void> {
  const erp = await start(5000, true);
  const done = await child(AS_COMMAND, 'pull', erp.url, join(folder, 'details.db'));
  erp.stop();
  line('with a detail for every row', done);
}

interface Measured {
  rows: number;
  seconds: number;
  calls: number;
  writes: number;
  peakMb: number;
}

function rate({ rows, seconds }: Measured): number {
  return rows / seconds;
}

function share(some: Measured, raw: Measured): string {
  return (rate(some) / rate(raw)).toFixed(2);
}

function line(what: string, measured: Measured): void {
  const { rows, calls, peakMb } = measured;
  const shown = Math.round(rate(measured)).toLocaleString('en').padStart(9);
  console.log(`${what.padEnd(28)} ${shown} rows/s   ${rows} rows, ${calls} calls, ${peakMb} MB`);
}

async function standIn(customers: number, withoutPhones: boolean): Promise<void> {
  const sim = createSim({
    customers,
    seed: 1,
    oddities: withoutPhones ? { missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'] } : {},
  });
  print({ url: await sim.listen() });
}

/** The raw limit: every page, four in flight, parsed and nothing else. */
async function raw(url: string, pages: number): Promise<Measured> {
  const pool = new Pool(url, { connections: IN_FLIGHT });
  const post = async (path: string, body: unknown) => {
    const answer = await pool.request({
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return JSON.parse(await answer.body.text());
  };
  const login = await post('/webapi/v3/ov1/login', {
    session: '',
    cmdkey: 'login',
    datas: [
      { id: 'user', val: 'txt:demo' },
      { id: 'password', val: 'txt:demo-pass' },
      { id: 'serialnum', val: 'txt:bench' },
      { id: 'rndcode', val: '' },
    ],
  });
  const session = login.header.session;
  let next = 1;
  let rows = 0;
  const started = performance.now();
  const lane = async () => {
    while (next <= pages) {
      const pageindex = next++;
      const datas = [
        { id: 'pagesize', val: String(PAGE) },
        { id: 'pageindex', val: String(pageindex) },
        { id: '_rpt_sort', val: 'ord' },
      ];
      const answer = await post('/webapi/v3/ov1/salesmanage/custom/list', {
        session,
        cmdkey: 'refresh',
        datas,
      });
      rows += answer.body.source.table.rows.length;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return { rows, seconds, calls: pages, writes: 0, peakMb: peak() };
}

async function pull(url: string, file: string): Promise<Measured> {
  const { openHubForBench } = await import('./hub.ts');
  const hub = await openHubForBench(url, file);
  const started = performance.now();
  const { pull: pulled } = await hub.run('pull', { trigger: 'cli' });
  const seconds = (performance.now() - started) / 1000;
  const peakMb = peak();
  const writes = pulled ? pulled.created + pulled.updated : 0;
  await hub.close();
  return { rows: pulled?.total ?? 0, seconds, calls: pulled?.calls ?? 0, writes, peakMb };
}

function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

async function child(starter: string, ...words: string[]): Promise<Measured> {
  return JSON.parse(await output(starter, ...words)) as Measured;
}

async function output(...words: string[]): Promise<string> {
  const process_ = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  for await (const chunk of process_.stdout) out += chunk;
  return out;
}

async function start(customers: number, withoutPhones = false): Promise<{ url: string; stop(): void }> {
  const words = ['stand-in', String(customers), withoutPhones ? 'without-phones' : 'plain'];
  const process_ = spawn(process.execPath, [OWN, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of process_.stdout) {
    return { url: JSON.parse(String(chunk)).url as string, stop: () => process_.kill() };
  }
  throw new Error('the stand-in ERP did not start');
}
