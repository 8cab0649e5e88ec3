import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Customer } from '@bangqiao/core';
import { createSim, type Faults, type Sim, type SimCustomer, type SimOptions } from '@bangqiao/zhibang-sim';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { activeRules } from '../../src/admit/rule-store.ts';
import { countMessages } from '../../src/customers/count-messages.ts';
import { insertCustomers, requireCustomer, updateCustomer } from '../../src/customers/index.ts';
import { type ErpAccess, type ErpSettings, openErp } from '../../src/erp/access.ts';
import { toWrite, type Write } from '../../src/journal/journal.ts';
import { breakerPassage, type Passage } from '../../src/plan/passage.ts';
import { type Holder, type Schema, type Store, thisHolder } from '../../src/store/index.ts';
import { type RunContext, type RunSettings, SILENT } from '../../src/sync/context.ts';
import { type RunKind, type RunReport, type RunRequest, run } from '../../src/sync/run.ts';
import { type DatabaseAddress, openTestStore, testDatabase } from '../support/database.ts';

/** What one run is given beyond the usual. */
interface Running {
  settings?: Partial<RunSettings>;
  /** Default true: as if a person had typed the command. */
  byHand?: boolean;
  signal?: AbortSignal;
  self?: Holder;
  onWait?: (holder: Holder) => void;
  waitMs?: number;
  passage?: Passage;
  /** Only these customers, before any other run. */
  only?: readonly number[];
  trigger?: RunRequest['trigger'];
  /** Only the newest customers are read. */
  light?: boolean;
  /** Ends the run at the next border. */
  endsNow?: () => boolean;
  /** Kind `undo`: which run. */
  undo?: { run: number; yes?: boolean };
  /** What conversations become is part of the run; default: of kind `followups` only. */
  followUps?: boolean;
}

/** A hub on one database with one way to the ERP, as one process has it. */
interface Hub {
  store: Store;
  erp: ErpAccess;
  run(kind?: RunKind, running?: Running): Promise<RunReport>;
}

/** A hub, a stand-in ERP over HTTP, and a clock of their own that only runs and edits move. */
export interface Engine extends Hub {
  sim: Sim;
  url: string;
  /** Where its database is. */
  address: DatabaseAddress;
  /** Another hub with the same ERP, on the same database unless another is named. */
  another(settings?: Partial<ErpSettings>, database?: DatabaseAddress): Promise<Hub>;
  /** WeChat people come in; their numbers in the hub. */
  bring(people: readonly Partial<Customer>[]): Promise<number[]>;
  /** A person edits a customer in the hub. */
  edit(id: number, changes: Partial<Customer>): Promise<Customer>;
  /** A customer says one thing more in WeChat, and nothing that matters. */
  talk(id: number): Promise<void>;
  row(id: number): Promise<Customer>;
  /** The hub's row of an ERP customer. */
  rowOf(ord: number): Promise<Customer>;
  /** All writes of a customer, oldest first. */
  writes(id: number): Promise<Write[]>;
  /** Lets time pass. */
  wait(ms: number): void;
}

export interface EngineOptions extends SimOptions {
  /** Of the connection to the ERP. */
  erp?: Partial<ErpSettings>;
}

const START = Date.parse('2026-03-01T02:00:00.000Z');
const MINUTE = 60_000;

/** Everything is closed and deleted when the test ends. */
export async function engine({ erp: erpSettings, ...options }: EngineOptions = {}): Promise<Engine> {
  const sim = createSim({ customers: 60, seed: 1, ...options });
  const url = await sim.listen();
  onTestFinished(() => sim.close());
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-engine-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const address = await testDatabase();
  let time = START;
  const wait = (ms: number) => {
    time += ms;
  };
  const clock = () => {
    wait(1);
    return new Date(time);
  };
  const settings: ErpSettings = {
    baseUrl: url,
    username: 'demo',
    password: 'demo-pass',
    kind: 'stand-in',
    sessionFile: join(folder, 'session'),
    concurrency: 4,
    callsPerMinute: 0,
    timeoutMs: 5000,
    maxAttempts: 3,
    backoffMs: 5,
    by: 'test',
    ...erpSettings,
  };
  const first = await openHub(address, settings, clock, wait);
  const { store } = first;
  return {
    ...first,
    sim,
    url,
    address,
    another: (other = {}, database = address) => openHub(database, { ...settings, ...other }, clock, wait),
    async bring(people) {
      wait(MINUTE);
      const now = clock().toISOString();
      const context = { by: 'import', reason: 'import', source: 'wechat', runId: null, now } as const;
      const rows = await store.transaction((trx) => insertCustomers(trx, people, context));
      return rows.map((row) => row.id);
    },
    async edit(id, changes) {
      wait(MINUTE);
      const now = clock().toISOString();
      const context = { by: 'person', reason: 'edited', source: 'manual', runId: null, now } as const;
      return await store.transaction(async (trx) =>
        updateCustomer(trx, await requireCustomer(trx, id), changes, context),
      );
    },
    async talk(id) {
      wait(MINUTE);
      const now = clock().toISOString();
      await store.transaction(async (trx) => {
        const before = await requireCustomer(trx, id);
        const said = { message_count: before.message_count + 1, last_message_content: '你好' };
        await countMessages(trx, [{ before, counted: { ...before, ...said } }], now);
      });
    },
    row: (id) => requireCustomer(store.db, id),
    rowOf: async (ord) =>
      (await store.db
        .selectFrom('customers_unified')
        .selectAll()
        .where('erp_customer_id', '=', ord)
        .executeTakeFirstOrThrow()) as Customer,
    writes: async (id) => {
      const rows = await store.db
        .selectFrom('write_journal')
        .selectAll()
        .where('customer_id', '=', id)
        .orderBy('id')
        .execute();
      return rows.map(toWrite);
    },
    wait,
  };
}

async function openHub(
  address: DatabaseAddress,
  erpSettings: ErpSettings,
  clock: () => Date,
  wait: (ms: number) => void,
): Promise<Hub> {
  const store = await openTestStore(address);
  const erp = await openErp(store, erpSettings);
  onTestFinished(() => erp.close());
  return {
    store,
    erp,
    run: (kind = 'sync', running = {}) => {
      wait(MINUTE);
      const plansFolder = dirname(erpSettings.sessionFile);
      return oneRun(store, erp, kind, { ...running, settings: { plansFolder, ...running.settings } }, clock);
    },
  };
}

export const RUN_SETTINGS: RunSettings = {
  pageSize: 50,
  concurrency: 4,
  completeBudget: 5000,
  retryInterval: 60,
  defaultCategory: null,
  sourceLabels: ['微信咨询', '网站注册'],
  waiveMirror: false,
  plansFolder: '',
  callsPerMinute: 0,
  acceptedGone: new Set<number>(),
  breaker: { number: 100, share: 0.3, min_rows: 20 },
};

/** One run on a store and an ERP that are open, as `Engine.run` makes it. */
export async function oneRun(
  store: Store,
  erp: ErpAccess,
  kind: RunKind,
  running: Running,
  clock: () => Date,
): Promise<RunReport> {
  const { passage = breakerPassage(null) } = running;
  const { self = thisHolder('sync (test)'), onWait = () => {}, waitMs = 0, byHand = true, signal } = running;
  const rules = await activeRules(store, {}, clock().toISOString());
  const undo = running.undo === undefined ? {} : { undo: { dryRun: false, yes: false, ...running.undo } };
  const request = {
    ...undo,
    kind,
    trigger: running.trigger ?? 'cli',
    lane: running.only ? 'urgent' : 'usual',
    self,
    ...(running.endsNow ? { endsNow: running.endsNow } : {}),
    light: running.light ?? false,
    admission: async () => ({ rules, floor: undefined }),
    waitMs,
    onWait,
    passage,
    followUps: running.followUps ?? kind === 'followups',
  } as const;
  const context = (runId: number, turn: RunContext['turn']): RunContext => ({
    store,
    turn,
    ...(running.only ? { only: new Set(running.only) } : {}),
    erp,
    log: pino({ level: process.env.ENGINE_LOG ?? 'silent' }),
    runId,
    by: self.label,
    holder: JSON.stringify(self),
    byHand,
    progress: SILENT,
    clock,
    random: Math.random,
    settings: { ...RUN_SETTINGS, ...running.settings },
    ...(signal ? { signal } : {}),
  });
  return await run(store, request, context);
}

/** An engine whose calls to this endpoint meet a fault, and only these. */
export async function troubledAt(
  call: 'assign' | 'editV3',
  fault: Partial<Faults>,
  options: EngineOptions = {},
): Promise<Engine> {
  const hub = await engine({ erp: { timeoutMs: 400, maxAttempts: 2 }, ...options });
  const customers: Record<typeof call, (what: never) => Promise<unknown>> = hub.erp.client.customers;
  const usual = Object.fromEntries(Object.keys(fault).map((name) => [name, 0]));
  const real = customers[call];
  let before: Promise<unknown> = Promise.resolve();
  // One after another: the end of one would take the fault from the next.
  customers[call] = (what) => {
    const mine = before.then(() => {
      Object.assign(hub.sim.faults, fault);
      return real(what).finally(() => Object.assign(hub.sim.faults, usual));
    });
    before = mine.catch(() => {});
    return mine;
  };
  return hub;
}

/** Something happens once, just before the first transaction that a file of `src/` asks for; whether it has happened. */
export function justBefore(hub: Hub, file: string, deed: () => Promise<unknown>): () => boolean {
  const { transaction } = hub.store;
  let happened = false;
  hub.store.transaction = async (work, options) => {
    if (!happened && new Error('where').stack?.includes(`/src/${file}:`)) {
      happened = true;
      hub.store.transaction = transaction;
      await deed();
    }
    return transaction(work, options);
  };
  return () => happened;
}

/** Companies with an order: the rules let every one of them in. */
export function companies(count: number, offset = 0): Partial<Customer>[] {
  return Array.from({ length: count }, (_, index) => company(index + 1 + offset));
}

export function company(number: number, more: Partial<Customer> = {}): Partial<Customer> {
  const padded = String(number).padStart(4, '0');
  return {
    wechat_id: `wxid_engine_${padded}`,
    wechat_nickname: `客户${padded}`,
    company_name: `杭州样本${padded}号科技有限公司`,
    phone: `1380000${padded}`,
    email: `sample${padded}@example.com`,
    has_order: true,
    intent_score: 50,
    message_count: 20,
    ...more,
  };
}

/** Customers of the ERP, whatever their place but deleted, with this name. */
export function named(sim: Sim, name: string | null | undefined): SimCustomer[] {
  return sim.customers().filter(({ place, fields }) => place !== 'deleted' && fields.name === name);
}

/** Seeded customers that the plain list shows. */
export function listed(sim: Sim): SimCustomer[] {
  return sim.customers().filter(({ place }) => place === 'plain');
}

const QUIET_TABLES = {
  customers_unified: 'id',
  field_change_history: 'id',
  sync_base: 'customer_id',
  erp_mirror: 'ord',
} as const satisfies Partial<Record<keyof Schema, string>>;

/** The rows that a run without news must leave as they are. */
export async function dump(store: Store): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const [table, key] of Object.entries(QUIET_TABLES)) {
    tables[table] = (
      await store.db
        .selectFrom(table as 'erp_mirror')
        .selectAll()
        .orderBy(key as 'ord')
        .execute()
    ).map((row) => ({ ...row }));
  }
  return tables;
}

/** The parts of both halves add up, so that each customer counts once. */
export function partsAddUp({ pull, push }: RunReport): boolean {
  const pulled = pull ? pull.created + pull.updated + pull.unchanged + pull.failed === pull.total : true;
  if (!push) return pulled;
  const { created, linked, updated, skipped, failed, waiting, parked, inDoubt } = push;
  return (
    pulled && created + linked + updated + skipped + failed + waiting + parked + inDoubt === push.considered
  );
}
