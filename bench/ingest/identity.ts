import { join } from 'node:path';
import type { WechatEvent } from '@bangqiao/wechat';
import { insertCustomers } from '../../packages/hub/src/customers/index.ts';
import { Intake } from '../../packages/hub/src/ingest/intake.ts';
import { openStore, type Store } from '../../packages/hub/src/store/index.ts';
import { understandAll } from '../../packages/hub/src/understand/worker.ts';
import { clock, inFolder, log, ratio, type Spent, spread, sum, timed } from './measured.ts';
import { rawWriting, rowsOf } from './raw.ts';

const CHUNK = 2000;
const NEWCOMERS = 200;
/** The raw limit is measured on so many of them at most, and reckoned for all. */
const RAW = 10_000;

/** Nobody has a phone from here on. */
const UNKNOWN = 50_000_000;
const phoneOf = (n: number) => `139${String(n).padStart(8, '0')}`;

function contact(n: number) {
  return {
    wechat_id: `wx_many_${n}`,
    phone: phoneOf(n),
    company_name: `示例${n}号机械有限公司`,
  };
}

/** Contacts with WeChat id, phone and company come in with all their keys; at each size newcomers tell a phone that somebody has. */
export async function identity(sizes: readonly number[]): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, 'bench.db');
    const store = await openStore({ file });
    let spent: Spent = { wall: 0, cpu: 0 };
    let there = 0;
    for (const size of sizes) {
      spent = sum(spent, await timed(() => build(store, there, size)));
      there = size;
      const count = Math.min(RAW, size);
      const tables = rowsOf(file, ['customers_unified', 'customer_keys', 'field_change_history'], count);
      const one = await rawWriting(file, tables, CHUNK);
      const raw = { wall: (one.wall * size) / count, cpu: (one.cpu * size) / count };
      const memory = Math.round(process.resourceUsage().maxRSS / 1000);
      console.log(
        `identity over ${size} contacts: built in ${spent.wall.toFixed(1)} s (${spent.cpu.toFixed(1)} of processor), ${memory} MB at most, ${ratio(spent, raw)}`,
      );
      const stranger = await place(store, `new${size}`, (n) => phoneOf(UNKNOWN + size + n));
      const known = await place(store, `known${size}`, (n) => phoneOf((n * 7919) % size));
      console.log(
        `  a newcomer, understood and placed alone: ${spread(stranger)}; merged by phone: ${spread(known)}`,
      );
    }
    await store.close();
  });
}

async function build(store: Store, from: number, to: number): Promise<void> {
  const now = clock().toISOString();
  const context = { by: 'bench', reason: 'bench', source: 'wechat', runId: null, now } as const;
  for (let at = from; at < to; at += CHUNK) {
    const people = Array.from({ length: Math.min(CHUNK, to - at) }, (_, n) => contact(at + n));
    await store.transaction((trx) => insertCustomers(trx, people, context));
  }
}

/** Newcomers tell their phones one after another, each alone in its transaction; the milliseconds of each. */
async function place(store: Store, name: string, phone: (n: number) => string): Promise<number[]> {
  const intake = new Intake(store, clock);
  const took: number[] = [];
  for (let n = 0; n < NEWCOMERS; n++) {
    const event: WechatEvent = {
      id: `${name}_${n}`,
      type: 'message',
      at: clock().toISOString(),
      channel: 'bench',
      account: 'our_1',
      wechat_id: `wx_${name}_${n}`,
      direction: 'in',
      kind: 'text',
      text: `我的电话是${phone(n)}`,
    };
    await intake.take([{ source: 'bridge', event }]);
    const from = performance.now();
    await understandAll({ store, clock, log });
    took.push(performance.now() - from);
  }
  return took;
}
