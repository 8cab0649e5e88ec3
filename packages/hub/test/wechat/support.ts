import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Customer } from '@bangqiao/core';
import type { WechatEvent } from '@bangqiao/wechat';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type IngestPorts, startServer } from '../../src/http/index.ts';
import { type Arrival, Intake } from '../../src/ingest/intake.ts';
import { signBody } from '../../src/ingest/signature.ts';
import type { Store } from '../../src/store/index.ts';
import { understandAll } from '../../src/understand/worker.ts';
import { testStore } from '../support/database.ts';

export const SECRET = 'secret-of-the-tests';
export const START = Date.parse('2026-03-02T01:00:00.000Z');

/** A hub's WeChat side over real HTTP, with a clock that only the test moves. */
export interface Side {
  store: Store;
  intake: Intake;
  url: string;
  ports: IngestPorts;
  /** Lets time pass. */
  wait(ms: number): void;
  /** Posts signed JSON; the answer. */
  post(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; json: Json }>;
  /** Takes events in and understands everything that waits. */
  take(events: readonly object[], source?: Arrival['source']): Promise<void>;
  understand(): Promise<number>;
  customers(): Promise<Customer[]>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at by the tests
type Json = any;

export async function side(changes: Partial<IngestPorts> = {}): Promise<Side> {
  const store = await testStore();
  let now = START;
  const clock = () => new Date(now);
  const intake = new Intake(store, clock);
  const log = pino({ level: process.env.ENGINE_LOG ?? 'silent' });
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-side-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const licences = () => ({ store, folder, verify: true, reader: null });
  const ports = { secret: SECRET, door: null, intake: () => intake, licences, clock, log, ...changes };
  const down = { health: async () => Promise.reject(new Error('not asked')) };
  const server = await startServer(down, { host: '127.0.0.1', port: 0 }, { ingest: ports });
  onTestFinished(() => server.close());
  const understand = () => understandAll({ store, clock, log });
  return {
    store,
    intake,
    ports,
    url: server.url,
    wait: (ms) => {
      now += ms;
    },
    understand,
    post: (path, body, headers) => post(`${server.url}${path}`, body, clock, headers),
    take: async (events, source = 'bridge') => {
      await intake.take(events.map((event) => ({ source, event: event as WechatEvent })));
      await understand();
    },
    customers: async () =>
      (await store.db.selectFrom('customers_unified').selectAll().orderBy('id').execute()) as Customer[],
  };
}

async function post(url: string, body: unknown, clock: () => Date, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor(clock().getTime() / 1000));
  const signed = {
    'content-type': 'application/json',
    'x-bangqiao-timestamp': timestamp,
    'x-bangqiao-signature': signBody(SECRET, timestamp, text),
  };
  const answer = await fetch(url, { method: 'POST', body: text, headers: { ...signed, ...headers } });
  const said = await answer.text();
  return { status: answer.status, json: said === '' ? null : JSON.parse(said) };
}

let numbers = 0;

/** A message as a bridge tells it; minutes count from the start of the test's day. */
export function message(wechatId: string, text: string, more: Record<string, unknown> = {}) {
  numbers++;
  return {
    id: `m${numbers}`,
    type: 'message',
    at: new Date(START - 3_600_000 + numbers * 1000).toISOString(),
    channel: 'wxauto',
    account: 'our_1',
    wechat_id: wechatId,
    direction: 'in',
    kind: 'text',
    text,
    ...more,
  };
}
