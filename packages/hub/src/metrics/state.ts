import { statfs } from 'node:fs/promises';
import type { Config } from '../config/index.ts';
import type { Identity } from '../erp/binding.ts';
import { callsTaken } from '../erp/shared-budget.ts';
import { OPEN_STATES } from '../journal/states.ts';
import type { Executor, Store } from '../store/index.ts';
import { placesOf } from './disk.ts';
import { type Family, gauge, type Sample } from './families.ts';

/** Runs that are looked through for the last good one of each kind. */
const RECENT_RUNS = 500;
/** Counting everybody costs tens of milliseconds at 1,000,000 customers. */
const CUSTOMERS_KEPT_MS = 60_000;

export interface StateSource {
  store: Store;
  config: Config;
  erp: Identity;
  clock(): Date;
}

/** What stands in the database now, whichever process put it there. */
export class StateReader {
  #customers: { until: number; samples: readonly Sample[] } = { until: 0, samples: [] };

  async families({ store, config, erp, clock }: StateSource): Promise<Family[]> {
    const { db } = store;
    const now = clock();
    return [
      gauge('bangqiao_customers', 'Customers, by where they are: erp or outside.', await this.#counted(db)),
      gauge('bangqiao_journal_writes', 'Open writes to the ERP, by kind and state.', await writes(db)),
      gauge(
        'bangqiao_events_waiting',
        'WeChat events by state: raw (not understood yet), waiting, parked.',
        await events(db),
      ),
      gauge('bangqiao_conflicts_open', 'Conflicts that a person has to decide.', await open(db, 'conflicts')),
      gauge(
        'bangqiao_suggestions_open',
        'Pairs of customers that may be one.',
        await open(db, 'identity_suggestions'),
      ),
      gauge(
        'bangqiao_last_success_timestamp_seconds',
        'When the last run without trouble ended, by kind.',
        await lastGood(db),
      ),
      gauge(
        'bangqiao_erp_login_locked',
        '1 while a refused password or a captcha keeps the service from logging in.',
        await locked(db, erp),
      ),
      gauge(
        'bangqiao_erp_calls_left',
        'Calls to the ERP left in this minute; absent without limits.calls_per_minute.',
        await callsLeft(store, config.limits.calls_per_minute, erp),
      ),
      gauge('bangqiao_alerts_open', 'Kinds of trouble that are now.', await alertsOpen(db)),
      gauge('bangqiao_database_bytes', 'Size of the database.', await store.backend.bytes(db)),
      gauge(
        'bangqiao_disk_free_bytes',
        'Free space where the database and the logs are.',
        await diskFree(config),
      ),
      gauge('bangqiao_scrape_timestamp_seconds', "The service's clock.", now.getTime() / 1000),
    ];
  }

  async #counted(db: Executor): Promise<readonly Sample[]> {
    if (performance.now() < this.#customers.until) return this.#customers.samples;
    const { all, linked } = await db
      .selectFrom('customers_unified')
      .select((select) => [
        select.fn.countAll<number>().as('all'),
        select.fn.count<number>('erp_customer_id').as('linked'),
      ])
      .executeTakeFirstOrThrow();
    const samples = [
      { labels: { place: 'erp' }, value: Number(linked) },
      { labels: { place: 'outside' }, value: Number(all) - Number(linked) },
    ];
    this.#customers = { until: performance.now() + CUSTOMERS_KEPT_MS, samples };
    return samples;
  }
}

async function writes(db: Executor): Promise<Sample[]> {
  const rows = await db
    .selectFrom('write_journal')
    .select((select) => ['kind', 'state', select.fn.countAll<number>().as('count')])
    .where('state', 'in', OPEN_STATES)
    .groupBy(['kind', 'state'])
    .execute();
  return rows.map(({ kind, state, count }) => ({ labels: { kind, state }, value: Number(count) }));
}

async function events(db: Executor): Promise<Sample[]> {
  const rows = await db
    .selectFrom('wechat_events')
    .select((select) => ['state', select.fn.countAll<number>().as('count')])
    .where((where) =>
      where.or([where('state', '=', 'raw'), where('state', '=', 'waiting'), where('state', '=', 'parked')]),
    )
    .groupBy('state')
    .execute();
  return (['raw', 'waiting', 'parked'] as const).map((state) => ({
    labels: { state },
    value: Number(rows.find((row) => row.state === state)?.count ?? 0),
  }));
}

async function open(db: Executor, table: 'conflicts' | 'identity_suggestions'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function alertsOpen(db: Executor): Promise<number> {
  return (await db.selectFrom('alerts').select('kind').where('over_at', 'is', null).execute()).length;
}

async function lastGood(db: Executor): Promise<Sample[]> {
  const rows = await db
    .selectFrom('sync_runs')
    .select(['kind', 'ended_at', 'error'])
    .orderBy('id', 'desc')
    .limit(RECENT_RUNS)
    .execute();
  const newest = new Map<string, number>();
  for (const { kind, ended_at, error } of rows) {
    if (ended_at === null || error !== null || newest.has(kind)) continue;
    newest.set(kind, Date.parse(ended_at) / 1000);
  }
  return [...newest].map(([kind, value]) => ({ labels: { kind }, value }));
}

async function locked(db: Executor, { base_url, account }: Identity): Promise<number> {
  const row = await db
    .selectFrom('refused_logins')
    .select('id')
    .where('base_url', '=', base_url)
    .where('account', '=', account)
    .limit(1)
    .executeTakeFirst();
  return row ? 1 : 0;
}

async function callsLeft(store: Store, cap: number, erp: Identity): Promise<Sample[]> {
  if (cap === 0) return [];
  return [{ labels: {}, value: Math.max(0, cap - (await callsTaken(store, erp))) }];
}

async function diskFree(config: Config): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const [place, path] of Object.entries(placesOf(config))) {
    const { bavail, bsize } = await statfs(path).catch(() => ({ bavail: Number.NaN, bsize: 1 }));
    if (!Number.isNaN(bavail)) samples.push({ labels: { place }, value: bavail * bsize });
  }
  return samples;
}
