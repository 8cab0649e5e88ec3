import type { WechatEvent } from '@bangqiao/wechat';
import { Pool } from 'undici';
import { signBody } from '../../packages/hub/src/ingest/signature.ts';
import { type Spent, timed } from './measured.ts';

export const SECRET = 'secret-of-the-bench';
const SENDERS = 50;

async function post(pool: Pool, event: WechatEvent): Promise<void> {
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

/** One event a request, as fast as 50 connections can; the senders are of this process too. */
export async function asFastAsTheyCan(url: string, events: readonly WechatEvent[]): Promise<Spent> {
  const pool = new Pool(url, { connections: SENDERS });
  let next = 0;
  const sender = async () => {
    while (next < events.length) await post(pool, events[next++]!);
  };
  const spent = await timed(() => Promise.all(Array.from({ length: SENDERS }, sender)));
  await pool.close();
  return spent;
}

/** One event every `every` ms; the milliseconds from sending it until `done`, which is asked before, or until its answer. */
export async function atPace(
  url: string,
  events: readonly WechatEvent[],
  every: number,
  done?: (event: WechatEvent) => Promise<number>,
): Promise<number[]> {
  const pool = new Pool(url, { connections: SENDERS });
  const took: number[] = [];
  const sent: Promise<void>[] = [];
  const from = performance.now();
  for (const [n, event] of events.entries()) {
    const due = from + n * every - performance.now();
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
    const began = performance.now();
    const ended = done?.(event);
    sent.push(
      post(pool, event).then(async () => void took.push(((await ended) ?? performance.now()) - began)),
    );
  }
  await Promise.all(sent);
  await pool.close();
  return took;
}
