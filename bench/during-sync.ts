// Does the list of customers stay fast while a sync of 20,000 customers runs (200 requests/s: p99 under 80 ms, no error), and
// what do those requests cost the sync?
//
// Stand-in, service (API and sync in one process, as `npm start` has them) and autocannon are processes of their own. Each round
// has a fresh database: a first sync, then one with nothing changed, in turns with the load and without it. Latencies count from when a
// request was due, not from when it was sent.
//   node bench/during-sync.ts [--customers 20000] [--rounds 5] [--rate 200]
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createSim } from '@bangqiao/zhibang-sim';
import autocannon from 'autocannon';
import pino from 'pino';
import { loadConfig } from '../packages/hub/src/config/index.ts';
import { keepIndex } from '../packages/hub/src/customers/search.ts';
import { startServer, Tasks } from '../packages/hub/src/http/index.ts';
import { addToken } from '../packages/hub/src/users/tokens.ts';
import { addUser } from '../packages/hub/src/users/users.ts';
import { openHubForBench } from './hub.ts';

const BAR_MS = 80;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    customers: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    rate: { type: 'string', default: '200' },
  },
});
const [role, ...words] = positionals;
if (role === 'stand-in') say({ url: await createSim({ customers: Number(words[0]), seed: 1 }).listen() });
else if (role === 'service') await service(String(words[0]), String(words[1]));
else await all();

async function all(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-bench-during-'));
  const erp = child('stand-in', values.customers);
  try {
    const { url } = (await erp.heard()) as { url: string };
    const rows = [];
    for (let round = 1; round <= Number(values.rounds); round += 1)
      for (const isLoaded of [false, true]) {
        const file = join(folder, `${round}-${isLoaded}.db`);
        rows.push(...(await oneRound(url, file, isLoaded)).map((row) => ({ round, ...row })));
      }
    console.table(rows);
    sum(rows);
  } finally {
    erp.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Row = Awaited<ReturnType<typeof oneRound>>[number];

async function oneRound(erp: string, file: string, isLoaded: boolean) {
  const hub = child('service', erp, file);
  try {
    const { url, token } = (await hub.heard()) as { url: string; token: string };
    const rows = [];
    for (const sync of ['first', 'nothing changed']) {
      // The compiler's first look at the code is no sync's doing.
      await load(url, token, 2).ended;
      const shooting = isLoaded ? load(url, token, null) : null;
      hub.tell('sync');
      const { seconds } = (await hub.heard()) as { seconds: number };
      const shot = await shooting?.stop();
      rows.push({ sync, loaded: isLoaded, sync_s: Number(seconds.toFixed(2)), ...shot });
    }
    return rows;
  } finally {
    hub.end();
  }
}

/** So many requests a second at the list, for some seconds or until it is stopped. */
function load(url: string, token: string, seconds: number | null) {
  const options = {
    url: `${url}/api/customers?limit=50`,
    headers: { authorization: `Bearer ${token}` },
    overallRate: Number(values.rate),
    connections: 10,
    duration: seconds ?? 3600,
  };
  const { promise: ended, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const running = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
  return {
    ended,
    async stop() {
      (running as unknown as { stop(): void }).stop();
      const { latency, errors, timeouts, non2xx, requests } = await ended;
      return {
        requests: requests.total,
        p50_ms: latency.p50,
        p99_ms: latency.p99,
        most_ms: latency.max,
        errors: errors + timeouts + non2xx,
      };
    },
  };
}

function sum(rows: readonly Row[]): void {
  for (const sync of ['first', 'nothing changed']) {
    const [plain, loaded] = [false, true].map((isLoaded) =>
      middle(rows.filter((row) => row.sync === sync && row.loaded === isLoaded).map((row) => row.sync_s)),
    );
    console.log(`sync, ${sync}: ${plain} s alone, ${loaded} s under the load (medians)`);
  }
  const shot = rows.filter((row) => row.loaded);
  const worst = Math.max(...shot.map((row) => row.p99_ms ?? 0));
  const errors = shot.reduce((count, row) => count + (row.errors ?? 0), 0);
  console.log(`worst p99 ${worst} ms (bar ${BAR_MS}), errors ${errors} (bar 0)`);
  if (worst >= BAR_MS || errors > 0) process.exitCode = 1;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** A service with its API; each line that it hears is one sync. */
async function service(erp: string, file: string): Promise<void> {
  enableCompileCache();
  const hub = await openHubForBench(erp, file);
  const loaded = loadConfig({ env: {}, cwd: `${file}.folder` });
  if (!loaded.ok) throw new Error('no configuration');
  const { store } = hub;
  const [log, clock] = [pino({ level: 'silent' }), () => new Date()];
  const services = {
    store,
    hub,
    tasks: new Tasks(),
    config: loaded.config,
    env: {},
    log,
    clock,
    setUpCode: null,
  };
  const health = { health: () => Promise.reject(new Error('not asked')) };
  const where = { host: '127.0.0.1', port: 0 };
  const server = await startServer(health, where, { api: { current: () => services } });
  keepIndex(store);
  const user = { name: 'bench', password: 'four-unrelated-words', role: 'manager', erp_user: null } as const;
  const { id } = await addUser(store, user, clock().toISOString());
  const asked = { name: 'bench', user_id: id, scopes: ['customers.read'] as const, expires_in_days: null };
  say({ url: server.url, token: (await addToken(store, asked, clock())).token });
  for await (const _sync of createInterface(process.stdin)) {
    const began = performance.now();
    await hub.run('sync', { trigger: 'cli' });
    say({ seconds: (performance.now() - began) / 1000 });
  }
}

function say(words: object): void {
  process.stdout.write(`${JSON.stringify(words)}\n`);
}

function child(...args: string[]) {
  const process_: ChildProcess = spawn(process.execPath, [import.meta.filename, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(process_.stdout as NonNullable<typeof process_.stdout>)[
    Symbol.asyncIterator
  ]();
  return {
    async heard(): Promise<unknown> {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${args[0]} ended`);
      return JSON.parse(value as string);
    },
    tell: (word: string) => process_.stdin?.write(`${word}\n`),
    end: () => process_.kill(),
  };
}
