import { type Health, type HealthSource, STARTING } from '../http/index.ts';
import type { Executor, Store } from '../store/index.ts';
import { figuresOf } from '../sync/figures.ts';
import type { RunReport } from '../sync/run.ts';

/** What the service knows of itself; filled in while it starts, so that health can be asked from the first moment. */
export class ServiceHealth implements HealthSource {
  #store: Store | null = null;
  #erp: Health['erp'] = null;

  opened(store: Store, kind: 'erp' | 'stand-in'): void {
    this.#store = store;
    this.#erp = { kind, reachable: null, checkedAt: null };
  }

  /** A run reached the ERP, or failed to. */
  erpAnswered(reachable: boolean, at: string): void {
    if (this.#erp) this.#erp = { ...this.#erp, reachable, checkedAt: at };
  }

  async health(): Promise<Health> {
    const store = this.#store;
    if (!store) return starting();
    return {
      database: { ok: true },
      erp: this.#erp,
      lastRun: await lastRun(store.db),
      counts: await counts(store.db),
    };
  }
}

function starting(): Health {
  return {
    database: { ok: false, problem: STARTING },
    erp: null,
    lastRun: null,
    counts: { customers: 0, linked: 0, waiting: 0, parked: 0 },
  };
}

async function lastRun(db: Executor): Promise<Health['lastRun']> {
  const row = await db.selectFrom('sync_runs').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!row) return null;
  const result =
    row.result === null ? null : (JSON.parse(row.result) as Pick<RunReport, 'pull' | 'push' | 'followUps'>);
  const figures = result ? figuresOf(result) : {};
  return {
    kind: row.kind,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    ok: row.ended_at === null ? null : row.error === null,
    error: row.error,
    pull: figures.pull ?? null,
    push: figures.push ?? null,
  };
}

async function counts(db: Executor): Promise<Health['counts']> {
  const customers = await db
    .selectFrom('customers_unified')
    .select((select) => [
      select.fn.countAll<number>().as('all'),
      select.fn.count<number>('erp_customer_id').as('linked'),
    ])
    .executeTakeFirstOrThrow();
  const writes = await db
    .selectFrom('write_journal')
    .select((select) => ['state', select.fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'parked'])
    .groupBy('state')
    .execute();
  const inState = (state: string) => Number(writes.find((row) => row.state === state)?.count ?? 0);
  return {
    customers: Number(customers.all),
    linked: Number(customers.linked),
    waiting: inState('waiting'),
    parked: inState('parked'),
  };
}
