import { Readable } from 'node:stream';
import type { Pulse } from '@bangqiao/api';
import { openQuestion } from '../../plan/waiting.ts';
import { countForPeople, countForSeller, readUnderWay } from '../../status/index.ts';
import type { Executor, Store } from '../../store/index.ts';
import { identify } from './actor.ts';
import type { Context } from './handler.ts';
import { Limiter } from './limiter.ts';
import { ownersFor } from './own.ts';

/** Between two looks at the database; all listeners share one look. */
const LOOK_MS = 1000;
/** A line that keeps proxies from closing a quiet stream, and tells us of a listener that is gone. */
const KEEP_ALIVE_MS = 20_000;
/** Whether the listener is still signed in is asked so often. */
const TRUST_MS = 15_000;

/** What is happening now, by whatever process: told once at the beginning, then when it changes. */
export function eventStream(context: Context): Readable {
  context.reply.header('x-accel-buffering', 'no');
  return Readable.from(events(context), { objectMode: false });
}

async function* events(context: Context): AsyncGenerator<string> {
  const { store, clock, request } = context;
  const owners = ownersFor(context, 'overview.read');
  const guesses = new Limiter(1);
  let [told, spoke, trusted] = ['', 0, Date.now()];
  const gone = new AbortController();
  request.raw.on('close', () => gone.abort());
  for (; !gone.signal.aborted; await pause(LOOK_MS, gone.signal)) {
    if (Date.now() - trusted > TRUST_MS) {
      if ((await identify(request, context, guesses).catch(() => null)) === null) return;
      trusted = Date.now();
    }
    const all = await pulseOf(store);
    const pulse = owners === undefined ? all : { ...all, for_people: await countForSeller(store.db, owners) };
    const text = JSON.stringify(pulse);
    if (text !== told) {
      yield `event: pulse\ndata: ${JSON.stringify({ at: clock().toISOString(), ...pulse })}\n\n`;
      [told, spoke] = [text, Date.now()];
    } else if (Date.now() - spoke > KEEP_ALIVE_MS) {
      yield ': still here\n\n';
      spoke = Date.now();
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}

const looks = new WeakMap<Store, { at: number; pulse: Promise<Omit<Pulse, 'at'>> }>();

function pulseOf(store: Store): Promise<Omit<Pulse, 'at'>> {
  const last = looks.get(store);
  if (last && Date.now() - last.at < LOOK_MS / 2) return last.pulse;
  const pulse = look(store.db);
  looks.set(store, { at: Date.now(), pulse });
  return pulse;
}

async function look(db: Executor): Promise<Omit<Pulse, 'at'>> {
  const underWay = await readUnderWay(db);
  const run = await db
    .selectFrom('sync_runs')
    .select(['id', 'kind', 'ended_at'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const states = await db
    .selectFrom('write_journal')
    .select(['state', (select) => select.fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'in_doubt', 'sent'])
    .groupBy('state')
    .execute();
  const of = (state: string) => Number(states.find((row) => row.state === state)?.count ?? 0);
  return {
    under_way: underWay === null ? null : { label: underWay.label, since: underWay.since },
    last_run: run ?? null,
    in_doubt: of('in_doubt') + of('sent'),
    waiting: of('waiting'),
    for_people: await countForPeople(db, await openQuestion(db)),
  };
}
