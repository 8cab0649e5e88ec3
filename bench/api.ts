// How fast are the lists of the API with 1,000,000 customers (p95 under 50 ms), and how long does the search index take?
//   node bench/api.ts [--customers 1000000] [--asks 60]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { createClient } from '@bangqiao/api';
import pino from 'pino';
import { loadConfig } from '../packages/hub/src/config/index.ts';
import { indexChanged } from '../packages/hub/src/customers/search.ts';
import { startServer, Tasks } from '../packages/hub/src/http/index.ts';
import { openStore } from '../packages/hub/src/store/index.ts';
import { addToken } from '../packages/hub/src/users/tokens.ts';
import { addUser } from '../packages/hub/src/users/users.ts';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '1000000' }, asks: { type: 'string', default: '60' } },
});
const [customers, asks] = [Number(values.customers), Number(values.asks)];
const folder = mkdtempSync(join(tmpdir(), 'bangqiao-bench-api-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'customer_manager.db');

await (await openStore({ file })).close();
fill(file);
const store = await openStore({ file });
const began = performance.now();
while ((await indexChanged(store, 1000)) > 0);
const indexed = performance.now() - began;

const loaded = loadConfig({ env: {}, cwd: folder });
if (!loaded.ok) throw new Error('no configuration');
const log = pino({ level: 'silent' });
const services = {
  store,
  hub: null,
  tasks: new Tasks(),
  config: loaded.config,
  env: {},
  log,
  clock: () => new Date(),
  setUpCode: null,
};
const health = { health: () => Promise.reject(new Error('not asked')) };
const server = await startServer(
  health,
  { host: '127.0.0.1', port: 0 },
  { api: { current: () => services } },
);
const at = new Date().toISOString();
const tokenFor = async (role: 'manager' | 'seller') => {
  const erp_user = { id: '7', name: '销售7' };
  const { id } = await addUser(store, { name: role, password: 'four-unrelated-words', role, erp_user }, at);
  const asked = { name: role, user_id: id, scopes: ['customers.read'] as const, expires_in_days: null };
  return createClient({ baseUrl: server.url, token: (await addToken(store, asked, new Date())).token });
};
const [manager, seller] = [await tokenFor('manager'), await tokenFor('seller')];

type Query = NonNullable<Parameters<typeof manager.ask<'customers.list'>>[1]>['query'];
const CASES: [string, typeof manager, () => Query][] = [
  ['newest change first', manager, () => ({})],
  ['by quality', manager, () => ({ sort: 'quality' })],
  ['by intent, leads', manager, () => ({ sort: 'intent', stage: 'lead' })],
  ['kept out of the ERP', manager, () => ({ status: 'skipped' })],
  ['asked for a quote', manager, () => ({ quote: 'true', sort: 'id' })],
  ['two Chinese characters, rare', manager, () => ({ q: `甪${'甲乙丙丁'[draw(4)]}` })],
  ['two Chinese characters, everybody', manager, () => ({ q: '公司' })],
  ['a whole phone', manager, () => ({ q: phone(draw(customers)) })],
  ['part of a customer number', manager, () => ({ q: `K${String(draw(customers)).padStart(8, '0')}` })],
  ["a seller's own, newest change first", seller, () => ({})],
  ["a seller's own, by quality", seller, () => ({ sort: 'quality' })],
  ["a seller's own, by intent", seller, () => ({ sort: 'intent' })],
  ["a seller's own, by number", seller, () => ({ sort: 'id' })],
  ["a seller's own, good ones, newest change first", seller, () => ({ quality_from: 95 })],
];
const rows = [];
for (const [name, client, query] of CASES) {
  const times: number[] = [];
  let cursor: string | null = null;
  for (let ask = 0; ask < asks; ask += 1) {
    const start = performance.now();
    const page: { next: string | null } = await client.ask('customers.list', {
      query: { ...query(), ...(cursor !== null && name === 'by quality' ? { cursor } : {}) },
    });
    times.push(performance.now() - start);
    cursor = page.next;
  }
  times.sort((a, b) => a - b);
  const of = (share: number) => Number(times[Math.floor(times.length * share)]?.toFixed(1));
  rows.push({ list: name, p50_ms: of(0.5), p95_ms: of(0.95) });
}
console.table(rows);
console.log({
  customers,
  index_s: Math.round(indexed / 1000),
  indexed_per_s: Math.round(customers / (indexed / 1000)),
  database_mb: Math.round(statSync(file).size / 1e6),
});
await server.close();
await store.close();

function draw(below: number): number {
  return Math.floor(Math.random() * below);
}

function phone(at: number): string {
  return `138${String(at).padStart(8, '0')}`;
}

/** Straight into the file: what is measured is reading. One in a hundred is in WeChat only. */
function fill(path: string): void {
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode=wal; pragma synchronous=off; begin');
  const customer =
    db.prepare(`insert into customers_unified (erp_customer_id, erp_customer_code, company_name,
    real_name, phone, address, stage, erp_sync_status, data_quality_score, intent_score, has_quote_request,
    created_at, updated_at, erp_owner) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const mirror =
    db.prepare(`insert into erp_mirror (ord, customer_id, record, presence, first_seen_at, changed_at)
    values (?, ?, '{}', 'present', ?, ?)`);
  const key = db.prepare(`insert into customer_keys (kind, value, customer_id) values (?, ?, ?)`);
  const signs = '示例阀门机电建材五金贸易科技实业轴承电缆化工纺织食品包装印刷物流'.split('');
  const word = () => `${signs[draw(signs.length)]}${signs[draw(signs.length)]}${signs[draw(signs.length)]}`;
  for (let at = 1; at <= customers; at += 1) {
    const isLead = at % 100 === 0;
    const time = new Date(1_760_000_000_000 + at * 1000).toISOString();
    const rare = at % 50_000 === 0 ? `甪${'甲乙丙丁'[draw(4)]}` : '';
    const id = Number(
      customer.run(
        isLead ? null : at,
        isLead ? null : `K${String(at).padStart(8, '0')}`,
        `深圳市${rare}${word()}示例有限公司`,
        `示${signs[draw(signs.length)]}`,
        phone(at),
        `示例路 ${at} 号`,
        isLead ? 'lead' : 'customer',
        isLead ? (at % 200 === 0 ? 'skipped' : 'pending') : 'synced',
        draw(101),
        isLead ? draw(101) : 0,
        isLead && at % 300 === 0 ? 1 : 0,
        time,
        time,
        isLead ? null : String(at % 100),
      ).lastInsertRowid,
    );
    if (!isLead) mirror.run(at, id, time, time);
    key.run('khid', `K${String(at).padStart(8, '0')}`, id);
  }
  db.exec('commit');
  db.close();
}
