/**
 * How many messages a second does the hub take in from WeChat and understand, how many single events over HTTP, how soon is an
 * event decided about, and how long does placing somebody take among a million customers?
 *
 *   node bench/ingest.ts [--messages 20000] [--people 1000] [--http 10000] [--paced 2000] [--contacts 100000] [--storm 50000]
 *
 * Each part runs on a fresh SQLite file; a figure of 0 leaves it out. Times are of this process and its writer thread.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileRuleSet, DEFAULT_RULES, decide } from '@bangqiao/core';
import { createCallbackDoor, type WechatEvent } from '@bangqiao/wechat';
import { createWecomSim } from '@bangqiao/wechat/sim';
import { Pool } from 'undici';
import { insertCustomers } from '../packages/hub/src/customers/index.ts';
import { type IngestPorts, startServer } from '../packages/hub/src/http/index.ts';
import { type Arrival, Intake } from '../packages/hub/src/ingest/intake.ts';
import { signBody } from '../packages/hub/src/ingest/signature.ts';
import { openStore, type Store } from '../packages/hub/src/store/index.ts';
import { understandAll } from '../packages/hub/src/understand/worker.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '20000' },
    people: { type: 'string', default: '1000' },
    http: { type: 'string', default: '10000' },
    paced: { type: 'string', default: '2000' },
    contacts: { type: 'string', default: '100000' },
    storm: { type: 'string', default: '50000' },
  },
});
const SECRET = 'secret-of-the-bench';
const START = Date.parse('2026-02-01T00:00:00Z');
const clock = () => new Date();
const log = {
  error: (seen: object, text: string) => {
    throw new Error(text, { cause: seen });
  },
  warn: () => {},
};

/** Mean length and words of ordinary talk: one message in fifty tells a phone, one in forty asks a price. */
const WORDS = [
  '在吗',
  '好的，我看看再回复您',
  '参数发我一下，谢谢',
  '我们这边主要做食品包装机械，想了解一下你们的设备能不能用',
  '明天下午三点可以吗',
  '收到',
  '上次那批货质量不错，这次还是要一样的规格，数量大概两百台',
  '嗯嗯',
];

function talk(count: number, people: number): WechatEvent[] {
  return Array.from({ length: count }, (_, n) => {
    const person = (n * 7919) % people;
    const phone = `1380${String(person).padStart(7, '0')}`;
    const text =
      n % 50 === 0 ? `我的电话是${phone}` : n % 40 === 0 ? '这个多少钱？' : WORDS[n % WORDS.length]!;
    return {
      id: `b${n}`,
      type: 'message',
      at: new Date(START + n * 5000).toISOString(),
      channel: 'bench',
      account: 'our_1',
      wechat_id: `wx_bench_${person}`,
      nickname: `客户${person}`,
      direction: n % 3 === 0 ? 'out' : 'in',
      kind: 'text',
      text,
    };
  });
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-bench-ingest-'));
  const store = await openStore({ file: join(folder, 'bench.db') });
  try {
    return await work(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Wall and processor seconds of a piece of work. */
async function timed(work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const from = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
}

const rate = (count: number, { wall, cpu }: { wall: number; cpu: number }) =>
  `${Math.round(count / wall)}/s (${Math.round(count / cpu)} per second of processor time)`;

/** Kept in batches of 200 and understood: identity, facts, intent, counts. */
async function batches(count: number, people: number): Promise<void> {
  await withStore(async (store) => {
    const intake = new Intake(store, clock);
    const events = talk(count, people);
    const keeping = await timed(async () => {
      for (let from = 0; from < count; from += 200)
        await intake.take(
          events.slice(from, from + 200).map((event): Arrival => ({ source: 'bridge', event })),
        );
    });
    const understanding = await timed(() => understandAll({ store, clock, log }));
    const both = { wall: keeping.wall + understanding.wall, cpu: keeping.cpu + understanding.cpu };
    console.log(`messages of ${people} people in batches of 200: ${rate(count, both)}`);
    console.log(`  kept ${rate(count, keeping)}, understood ${rate(count, understanding)}`);
  });
}

async function serving<T>(
  store: Store,
  ports: Partial<IngestPorts>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const own = { secret: SECRET, door: null, licences: () => null, intake: () => null, clock, log, ...ports };
  const down = { health: () => Promise.reject(new Error('not asked')) };
  const server = await startServer(down, { host: '127.0.0.1', port: 0 }, { ingest: own });
  try {
    return await work(server.url);
  } finally {
    await server.close();
    void store;
  }
}

async function post(pool: Pool, event: object): Promise<void> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': 'application/json',
    'x-bangqiao-timestamp': timestamp,
    'x-bangqiao-signature': signBody(SECRET, timestamp, body),
  };
  const answer = await pool.request({ path: '/ingest/events', method: 'POST', body, headers });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`);
}

/** One event a request, 50 connections; the clients are of this process too. */
async function overHttp(count: number): Promise<void> {
  await withStore(async (store) => {
    const intake = new Intake(store, clock);
    await serving(store, { intake: () => intake }, async (url) => {
      const pool = new Pool(url, { connections: 50 });
      const events = talk(count, 1000);
      let next = 0;
      const client = async () => {
        while (next < events.length) await post(pool, events[next++]!);
      };
      const spent = await timed(() => Promise.all(Array.from({ length: 50 }, client)));
      console.log(`single events over HTTP, kept durably, senders included: ${rate(count, spent)}`);
      await pool.close();
    });
  });
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** 200 events a second over HTTP; from the request until its customer stands changed and a rule has decided. */
async function paced(count: number): Promise<void> {
  const compiled = compileRuleSet({ version: 1, rules: [...DEFAULT_RULES] });
  if (!compiled.ok) throw new Error('the default rules do not compile');
  await withStore(async (store) => {
    let wake = () => {};
    const intake = new Intake(store, clock, () => wake());
    const waiting = new Map<string, (at: number) => void>();
    let running = true;
    const answer = async () => {
      const rows = await store.db
        .selectFrom('wechat_events')
        .innerJoin('customers_unified', 'customers_unified.id', 'wechat_events.customer_id')
        .selectAll('customers_unified')
        .select('event_id')
        .where('event_id', 'in', [...waiting.keys()])
        .where('state', '=', 'understood')
        .execute();
      for (const { event_id, ...customer } of rows) {
        decide(compiled.ruleSet, customer as never);
        waiting.get(event_id)?.(performance.now());
        waiting.delete(event_id);
      }
    };
    const worker = (async () => {
      while (running) {
        const done = await understandAll({ store, clock, log });
        if (done > 0) await answer();
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
            setTimeout(resolve, 20);
          });
      }
    })();
    await serving(store, { intake: () => intake }, async (url) => {
      const pool = new Pool(url, { connections: 50 });
      const took: number[] = [];
      const sent: Promise<void>[] = [];
      const from = performance.now();
      for (const [n, event] of talk(count, 300).entries()) {
        const due = from + n * 5 - performance.now();
        if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
        const began = performance.now();
        const decided = new Promise<number>((resolve) => waiting.set(event.id, resolve));
        sent.push(post(pool, event).then(async () => void took.push((await decided) - began)));
      }
      await Promise.all(sent);
      running = false;
      await worker;
      took.sort((a, b) => a - b);
      const [half, most] = [percentile(took, 0.5), percentile(took, 0.99)].map((ms) => ms.toFixed(0));
      console.log(`event to decision at 200 events/s: median ${half} ms, p99 ${most} ms`);
      await pool.close();
    });
  });
}

/** Many customers, each with WeChat id, phone and company; then newcomers with a phone that somebody has. */
async function placing(contacts: number): Promise<void> {
  await withStore(async (store) => {
    const now = clock().toISOString();
    const context = { by: 'bench', reason: 'bench', source: 'wechat', runId: null, now } as const;
    const customer = (n: number) => ({
      wechat_id: `wx_many_${n}`,
      phone: `139${String(n).padStart(8, '0')}`,
      company_name: `示例${n}号机械有限公司`,
    });
    const building = await timed(async () => {
      for (let from = 0; from < contacts; from += 2000) {
        const people = Array.from({ length: Math.min(2000, contacts - from) }, (_, n) => customer(from + n));
        await store.transaction((trx) => insertCustomers(trx, people, context));
      }
    });
    const memory = Math.round(process.memoryUsage.rss() / 1e6);
    console.log(`identity over ${contacts} contacts: built in ${building.wall.toFixed(1)} s, ${memory} MB`);
    const intake = new Intake(store, clock);
    const took: number[] = [];
    for (let n = 0; n < 200; n++) {
      const known = `139${String((n * 7919) % contacts).padStart(8, '0')}`;
      const [event] = talk(1, 1);
      const one = { ...event!, id: `new${n}`, wechat_id: `wx_new_${n}`, text: `我的电话是${known}` };
      await intake.take([{ source: 'bridge', event: one as WechatEvent }]);
      const from = performance.now();
      await understandAll({ store, clock, log });
      took.push(performance.now() - from);
    }
    took.sort((a, b) => a - b);
    const [half, most] = [percentile(took, 0.5), percentile(took, 0.95)].map((ms) => ms.toFixed(1));
    console.log(
      `  a newcomer recognised by phone and merged, alone in its transaction: median ${half} ms, p95 ${most} ms`,
    );
  });
}

/** Callbacks of the stand-in WeCom, some twice, late, many in one second: exactly the distinct events are kept. */
async function storm(events: number): Promise<void> {
  await withStore(async (store) => {
    const sim = createWecomSim({ seed: 3, members: 2, faults: { callbackTwice: 0.3, callbackLate: 0.3 } });
    const { token, encodingAesKey, corpId } = sim;
    const door = createCallbackDoor({ token, encodingAesKey, receivers: [corpId] });
    const intake = new Intake(store, clock);
    await sim.listen();
    await serving(store, { door, intake: () => intake }, async (url) => {
      sim.callbackUrl = `${url}/ingest/wecom`;
      const spent = await timed(async () => {
        for (let n = 0; n < events; n++) {
          sim.people.add('member1', sim.people.customer({ name: `客户${n}` }).externalUserid);
          if (n % 500 === 499) await sim.settled();
        }
        await sim.settled();
      });
      const { n } = await store.db
        .selectFrom('wechat_events')
        .select((select) => select.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      const { deliveries, accepted, givenUp } = sim.stats;
      console.log(
        `storm: ${events} events in ${deliveries} deliveries (${accepted} accepted, ${givenUp} given up) left ${n}; ${rate(deliveries, spent)}`,
      );
      if (Number(n) !== events) process.exitCode = 1;
    });
    await sim.close();
  });
}

const size = (name: keyof typeof values) => Number(values[name]);
if (size('messages') > 0) await batches(size('messages'), size('people'));
if (size('http') > 0) await overHttp(size('http'));
if (size('paced') > 0) await paced(size('paced'));
if (size('contacts') > 0) await placing(size('contacts'));
if (size('storm') > 0) await storm(size('storm'));
