import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSim } from '@bangqiao/zhibang-sim';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { insertCustomers } from '../src/customers/index.ts';
import { refusedLogins } from '../src/erp/refused-logins.ts';
import { startServer, Tasks } from '../src/http/index.ts';
import { Metrics } from '../src/metrics/metrics.ts';
import type { Store } from '../src/store/index.ts';
import { configuredTarget, openHub } from '../src/sync/hub.ts';
import { addToken } from '../src/users/tokens.ts';
import { addUser } from '../src/users/users.ts';
import { PASSWORD } from './api-support.ts';
import { company } from './engine/support.ts';
import { testConfig } from './support/config.ts';
import { testDatabase } from './support/database.ts';

const BOARD = resolve(import.meta.dirname, '../../../deploy/grafana/bangqiao.json');

/** A hub as the service has it, beside a stand-in ERP, with its page of figures. */
async function watched() {
  const sim = createSim({ customers: 30, seed: 3 });
  const base_url = await sim.listen();
  onTestFinished(() => sim.close());
  const config = await testConfig(await testDatabase(), {
    BANGQIAO_BASE_URL: base_url,
    BANGQIAO_AUTH_USERNAME: 'demo',
    BANGQIAO_AUTH_PASSWORD: 'demo-pass',
    BANGQIAO_LIMITS_CALLS_PER_MINUTE: '5000',
  });
  const metrics = new Metrics();
  const log = pino({ level: 'silent' });
  const target = configuredTarget(config);
  const hub = await openHub({ config, log, label: 'service', target, onCall: metrics.counts.called });
  onTestFinished(() => hub.close());
  const { store } = hub;
  const clock = () => new Date();
  const services = { store, hub, tasks: new Tasks(), config, env: {}, log, clock, setUpCode: null };
  const health = { health: async () => Promise.reject(new Error('not asked')) };
  const where = { host: '127.0.0.1', port: 0 };
  const server = await startServer(health, where, { api: { current: () => services }, metrics });
  onTestFinished(async () => {
    await server.close();
    metrics.stop();
  });
  metrics.reads({ store, config, erp: hub.erp.identity, clock });
  const page = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}/metrics`, { headers });
    return { status: answer.status, text: await answer.text() };
  };
  return { store, metrics, erp: hub.erp.identity, run: metrics.counts.counting(hub.run), page };
}

/** `name{labels}` → value, as any reader of the format takes it. */
function samples(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, series = '', value = ''] = /^(\S+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      return [series, Number(value)];
    }),
  );
}

test('a run shows in the figures: what was read, what was written, which calls it took', async () => {
  const { store, run, page } = await watched();
  const context = {
    by: 'test',
    reason: 'test',
    source: 'wechat',
    runId: null,
    now: new Date().toISOString(),
  };
  await store.transaction((trx) => insertCustomers(trx, [company(1), company(2)], context as never));
  const { pull, push } = await run('sync', { trigger: 'cli' });
  const { status, text } = await page();
  expect(status).toBe(200);
  const seen = samples(text);
  expect(seen.get('bangqiao_up')).toBe(1);
  expect(seen.get('bangqiao_runs_total{kind="sync",outcome="done"}')).toBe(1);
  expect(seen.get('bangqiao_pulled_total{outcome="created"}')).toBe(pull?.created);
  expect([seen.get('bangqiao_pushed_total{outcome="created"}'), push?.created]).toEqual([2, 2]);
  expect(seen.get('bangqiao_customers{place="erp"}')).toBe((pull?.created ?? 0) + 2);
  expect(seen.get('bangqiao_customers{place="outside"}')).toBe(0);
  const calls = await store.db.selectFrom('erp_api_logs').select('id').execute();
  const counted = [...seen].filter(([series]) => series.startsWith('bangqiao_erp_calls_total{'));
  expect(counted.reduce((sum, [, value]) => sum + value, 0)).toBe(calls.length);
  expect(seen.get('bangqiao_erp_calls_left')).toBeLessThan(5000);
  expect(seen.get('bangqiao_database_bytes')).toBeGreaterThan(100_000);
  expect(seen.get('bangqiao_disk_free_bytes{place="database"}')).toBeGreaterThan(0);
  expect(seen.get('bangqiao_erp_login_locked')).toBe(0);
});

/** A write that waits for a person. */
async function park(store: Store): Promise<void> {
  const at = new Date().toISOString();
  await store.db
    .insertInto('write_journal')
    .values({
      customer_id: 1,
      kind: 'create',
      state: 'parked',
      field_names: '[]',
      reason: 'test',
      created_at: at,
      updated_at: at,
    } as never)
    .execute();
}

test('a refused login and a write that waits for a person show at once', async () => {
  const { store, erp, page } = await watched();
  await park(store);
  const { base_url, account } = erp;
  await refusedLogins(store, { kind: 'erp', base_url, account }).add({
    credential: 'sealed',
    captcha: false,
    message: 'no',
    at: Date.now(),
  });
  const seen = samples((await page()).text);
  expect(seen.get('bangqiao_journal_writes{kind="create",state="parked"}')).toBe(1);
  expect(seen.get('bangqiao_erp_login_locked')).toBe(1);
});

test('a name of a customer in a label is impossible, quotes are escaped, and a flood of labels stays bounded', async () => {
  const { metrics, page } = await watched();
  for (let number = 0; number < 1000; number++)
    metrics.counts.called({ endpoint: `/made-up/"${number}"?phone=1`, ok: false, status: null, ms: 1 });
  const calls = [...samples((await page()).text)].filter(([series]) =>
    series.startsWith('bangqiao_erp_calls_total{'),
  );
  expect(calls.length).toBeLessThanOrEqual(301);
  expect(calls.find(([series]) => series.includes('address="other"'))?.[1]).toBe(700);
  expect(calls[0]?.[0]).toBe('bangqiao_erp_calls_total{address="/made-up/\\"0\\"",outcome="unanswered"}');
});

test('from elsewhere the page needs a token of its scope', async () => {
  const { store, page } = await watched();
  const now = new Date();
  const user = await addUser(
    store,
    { name: 'root', password: PASSWORD, role: 'administrator', erp_user: null },
    now.toISOString(),
  );
  const tokenFor = async (scope: 'metrics.read' | 'customers.read') => {
    const wanted = { name: scope, user_id: user.id, scopes: [scope], expires_in_days: null };
    return (await addToken(store, wanted, now)).token;
  };
  const elsewhere = { 'x-forwarded-for': '203.0.113.7' };
  const asked = async (authorization?: string) =>
    (await page({ ...elsewhere, ...(authorization === undefined ? {} : { authorization }) })).status;
  expect(await asked()).toBe(401);
  expect(await asked('Bearer bq_nobody')).toBe(401);
  expect(await asked(`Bearer ${await tokenFor('customers.read')}`)).toBe(403);
  expect(await asked(`Bearer ${await tokenFor('metrics.read')}`)).toBe(200);
  expect((await page()).status).toBe(200);
});

test('without a database the page still says so, and what the process knows', async () => {
  const { metrics, page } = await watched();
  metrics.reads(null);
  const seen = samples((await page()).text);
  expect(seen.get('bangqiao_up')).toBe(0);
  expect(seen.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
});

test('every query of the Grafana board asks for figures and labels that are there', async () => {
  const { store, run, page } = await watched();
  await run('sync', { trigger: 'cli' });
  await park(store);
  const { text } = await page();
  const labels = new Map<string, Set<string>>();
  for (const [, name = ''] of text.matchAll(/^# TYPE (\w+) \w+$/gm)) labels.set(name, new Set());
  for (const series of samples(text).keys()) {
    const [, name = '', given = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(series) ?? [];
    const known = labels.get(name) ?? new Set();
    for (const [, label = ''] of given.matchAll(/(\w+)="/g)) known.add(label);
    labels.set(name, known);
  }
  const board = JSON.parse(readFileSync(BOARD, 'utf8')) as { panels: { targets: { expr: string }[] }[] };
  const queries = board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  expect(queries.length).toBeGreaterThan(20);
  const unknown = queries.flatMap((expr) => {
    const asked = [...expr.matchAll(/\b(?:bangqiao|process|nodejs)_\w+/g)].map(([name]) => name);
    const wanted = asked.filter((name) => !labels.has(name)).map((name) => `${name} in ${expr}`);
    const by = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/));
    const matched = [...expr.matchAll(/[{,](\w+)(?:=~|!=|=)/g)].map(([, label = '']) => label);
    const known = new Set(['job', ...asked.flatMap((name) => [...(labels.get(name) ?? [])])]);
    return [
      ...wanted,
      ...[...by, ...matched].filter((label) => !known.has(label)).map((label) => `label ${label} in ${expr}`),
    ];
  });
  expect(unknown).toEqual([]);
});
