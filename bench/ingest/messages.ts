import { join } from 'node:path';
import { compileRuleSet, DEFAULT_RULES, decide } from '@bangqiao/core';
import type { WechatEvent } from '@bangqiao/wechat';
import { startServer } from '../../packages/hub/src/http/index.ts';
import { type Arrival, Intake } from '../../packages/hub/src/ingest/intake.ts';
import { LookOut } from '../../packages/hub/src/jobs/look-out.ts';
import { openStore, type Store } from '../../packages/hub/src/store/index.ts';
import { understandAll } from '../../packages/hub/src/understand/worker.ts';
import { clock, inFolder, log, rate, ratio, type Spent, spread, sum, timed } from './measured.ts';
import { bareServer, rawWriting, rowsOf } from './raw.ts';
import { asFastAsTheyCan, atPace, SECRET } from './senders.ts';
import { EACH, talk } from './talk.ts';

const BATCH = 200;
/** Measured at each size: the last of its messages in batches, then so many single ones. */
const MEASURED = 10_000;
const SINGLE = 5_000;
const PACED = 2_000;
/** Milliseconds between two events: 200 a second. */
const PACE = 5;

/** Messages in batches, single events over HTTP, and from event to decision, in one hub that grows. */
export async function messages(sizes: readonly number[]): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, 'bench.db');
    const store = await openStore({ file });
    let sent = 0;
    const next = (count: number): WechatEvent[] => {
      sent += count;
      return talk(sent - count, sent);
    };
    for (const size of sizes) {
      while (sent < size - MEASURED) await inBatches(store, next(Math.min(50_000, size - MEASURED - sent)));
      const ours = await inBatches(store, next(MEASURED));
      const raw = await rawWriting(file, rowsOf(file, ['wechat_events', 'messages'], MEASURED), BATCH);
      console.log(`with ${size} messages of ${size / EACH} people:`);
      console.log(
        `  kept and understood in batches of ${BATCH}: ${rate(MEASURED, ours)}, ${ratio(ours, raw)}`,
      );
      await single(store, next);
    }
    await store.close();
  });
}

async function inBatches(store: Store, events: readonly WechatEvent[]): Promise<Spent> {
  const intake = new Intake(store, clock);
  const keeping = await timed(async () => {
    for (let from = 0; from < events.length; from += BATCH)
      await intake.take(
        events.slice(from, from + BATCH).map((event): Arrival => ({ source: 'bridge', event })),
      );
  });
  return sum(keeping, await timed(() => understandAll({ store, clock, log })));
}

async function single(store: Store, next: (count: number) => WechatEvent[]): Promise<void> {
  const fast = next(SINGLE);
  const slow = next(PACED);
  const ours = await served(store, false, (url) => asFastAsTheyCan(url, fast));
  await understandAll({ store, clock, log });
  const raw = await bareServer((url) => asFastAsTheyCan(url, fast));
  console.log(`  single events over HTTP, kept durably: ${rate(SINGLE, ours)}, ${ratio(ours, raw)}`);
  const took = await served(store, true, (url, decided) => atPace(url, slow, PACE, decided));
  const bare = await bareServer((url) => atPace(url, slow, PACE));
  console.log(
    `  event to decision at 200 events/s: ${spread(took)}; a bare server's answer: ${spread(bare)}`,
  );
}

/** The hub's door and, where wanted, what understands and decides behind it, woken as in the service. */
async function served<T>(
  store: Store,
  understands: boolean,
  work: (url: string, decided: (event: WechatEvent) => Promise<number>) => Promise<T>,
): Promise<T> {
  const waiting = new Map<string, (at: number) => void>();
  const failed = (error: unknown) => {
    throw error;
  };
  const understanding = new LookOut(async () => {
    const onBatch = () => void deciding.wake();
    await understandAll({ store, clock, log, onBatch });
    return 1000;
  }, failed);
  const deciding = new LookOut(async () => {
    await decideAbout(store, waiting);
    return 1000;
  }, failed);
  const intake = new Intake(store, clock, () => understanding.wake());
  const ports = { secret: SECRET, door: null, licences: () => null, intake: () => intake, clock, log };
  const down = { health: () => Promise.reject(new Error('not asked')) };
  const server = await startServer(down, { host: '127.0.0.1', port: 0 }, { ingest: ports });
  if (understands) for (const one of [understanding, deciding]) one.start();
  try {
    return await work(server.url, (event) => new Promise((done) => waiting.set(event.id, done)));
  } finally {
    await Promise.all([understanding.stop(), deciding.stop()]);
    await server.close();
  }
}

const compiled = compileRuleSet({ version: 1, rules: [...DEFAULT_RULES] });
if (!compiled.ok) throw new Error('the default rules do not compile');
const { ruleSet } = compiled;

/** Whoever's events are understood is decided about by the rules. */
async function decideAbout(store: Store, waiting: Map<string, (at: number) => void>): Promise<void> {
  if (waiting.size === 0) return;
  const rows = await store.db
    .selectFrom('wechat_events')
    .innerJoin('customers_unified', 'customers_unified.id', 'wechat_events.customer_id')
    .selectAll('customers_unified')
    .select('event_id')
    .where('event_id', 'in', [...waiting.keys()])
    .where('state', '=', 'understood')
    .execute();
  for (const { event_id, ...customer } of rows) {
    decide(ruleSet, customer as never);
    waiting.get(event_id)?.(performance.now());
    waiting.delete(event_id);
  }
}
