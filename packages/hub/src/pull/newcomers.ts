import { type Base, columnsOf, type ErpRecord, type OptionBook, SYNC_FIELDS } from '@bangqiao/core';
import { type CompiledQuery, sql } from 'kysely';
import {
  ERP_CUSTOMER_WIDTH,
  type ErpPatch,
  insertErpCustomers,
  numberOfOrd,
  pushErpKeys,
  putErpCustomer,
  takenWechatIds,
  WHOLE_CUSTOMER,
} from '../customers/index.ts';
import { type Executor, eachOf, rowsQueries, runInOneGo } from '../store/index.ts';
import { bothHold, type MergeContext, PROVISIONAL, readRecord } from './absorb.ts';
import type { DetailWant } from './columns.ts';
import { eachRow } from './each-row.ts';

// What first sight of ERP customers writes: a customer with its keys and one history row, its mirror row, one line of the
// log, and a base where it cannot be the mirror (docs/decisions/0005). A first pull is made of this, so it is made for
// speed: all values are worked out before the transaction and go to the database in one go, rows know their customer by
// its `ord`, and what is the same for all is written by SQL.

/** An ERP customer that the mirror does not hold yet. */
export interface Newcomer {
  ord: number;
  record: ErpRecord;
  fingerprint: string | null;
  want: DetailWant | null;
  /** When `record` is a whole detail. */
  detailAt: string | null;
  /** The seller as the list shows it; null where it does not tell. */
  owner: string | null;
}

/** Newcomers with all that can be worked out without the database: rows of each table, one after another. */
export interface ReadyNewcomers {
  newcomers: readonly Newcomer[];
  ords: number[];
  /** Of each newcomer; null for none. */
  wechatIds: (string | null)[];
  customers: unknown[];
  keys: unknown[];
  mirror: unknown[];
  base: unknown[];
}

/** @param taken by `ord`, whose WeChat id another customer has: it stays a key only. */
export async function readyNewcomers(
  newcomers: readonly Newcomer[],
  options: OptionBook,
  taken: ReadonlySet<number> = new Set(),
): Promise<ReadyNewcomers> {
  const ready: ReadyNewcomers = {
    newcomers,
    ords: [],
    wechatIds: [],
    // As long as they will be: what grows row by row is copied again and again.
    customers: new Array(newcomers.length * ERP_CUSTOMER_WIDTH),
    keys: [],
    mirror: [],
    base: [],
  };
  await eachRow(newcomers, ({ ord, record, fingerprint, want, detailAt, owner }) => {
    const reading = readRecord(record, null, options);
    const patch = columnsOf(reading.values) as ErpPatch;
    patch.credit_code = record.bank_4 ?? null;
    patch.erp_customer_id = ord;
    patch.erp_owner = owner;
    const at = ready.ords.push(ord) - 1;
    ready.wechatIds.push(patch.wechat_id ?? null);
    pushErpKeys(ready.keys, patch);
    if (taken.has(ord)) patch.wechat_id = null;
    putErpCustomer(ready.customers, at * ERP_CUSTOMER_WIDTH, patch);
    ready.mirror.push(ord, ord, fingerprint, JSON.stringify(record), detailAt, want);
    const wechatId = patch.wechat_id ?? null;
    if (!takenOverWhole(wechatId, reading)) {
      ready.base.push(ord, ord, JSON.stringify(firstBase(wechatId, reading)));
    }
  });
  return ready;
}

/** Takes ERP customers into the hub in bulk, in the order of the pages. */
export async function insertNewcomers(
  trx: Executor,
  context: MergeContext,
  pages: readonly ReadyNewcomers[],
): Promise<void> {
  const second = await withTakenWechatId(trx, pages);
  const queries: CompiledQuery[] = [];
  for (const page of pages) {
    const holds = page.ords.some((ord) => second.has(ord));
    const ready = holds ? await readyNewcomers(page.newcomers, context.options, second) : page;
    queries.push(...pageQueries(trx, context, ready));
  }
  await runInOneGo(trx, queries);
}

/** Newcomers whose WeChat id another customer has, here or before them in the list; by `ord`. */
async function withTakenWechatId(trx: Executor, pages: readonly ReadyNewcomers[]): Promise<Set<number>> {
  const wanted = pages.flatMap(({ wechatIds }) => wechatIds.filter((id) => id !== null));
  const taken = await takenWechatIds(trx, wanted);
  const second = new Set<number>();
  for (const { ords, wechatIds } of pages) {
    wechatIds.forEach((id, index) => {
      if (id === null) return;
      if (taken.has(id)) second.add(ords[index] as number);
      taken.add(id);
    });
  }
  return second;
}

function pageQueries(trx: Executor, context: MergeContext, page: ReadyNewcomers): CompiledQuery[] {
  if (page.ords.length === 0) return [];
  const customers = insertErpCustomers(trx, page, {
    by: context.by,
    reason: 'first seen in the ERP',
    source: 'erp',
    runId: context.runId,
    now: context.at,
  });
  const mirror = rowsQueries(trx, 'erp_mirror', {
    shared: { presence: 'present', first_seen_at: context.at, changed_at: context.at },
    columns: ['ord', 'customer_id', 'fingerprint', 'record', 'detail_at', 'needs_detail'],
    values: page.mirror,
    through: { customer_id: numberOfOrd },
  });
  const base = rowsQueries(trx, 'sync_base', {
    shared: { reconciled_at: context.at },
    columns: ['customer_id', 'ord', 'fields'],
    values: page.base,
    through: { customer_id: numberOfOrd },
  });
  return [...customers, ...mirror, ...base, firstLogs(trx, context, page.ords)];
}

export function mirrorRow(context: MergeContext, newcomer: Newcomer, customerId: number) {
  return {
    ord: newcomer.ord,
    customer_id: customerId,
    fingerprint: newcomer.fingerprint,
    record: JSON.stringify(newcomer.record),
    detail_at: newcomer.detailAt,
    needs_detail: newcomer.want,
    presence: 'present' as const,
    first_seen_at: context.at,
    changed_at: context.at,
  };
}

type Reading = ReturnType<typeof readRecord>;

/** The hub holds exactly what the ERP said: then the mirror's record serves as the base (`readBase`). */
function takenOverWhole(wechatId: string | null, { values, provisional }: Reading): boolean {
  return !provisional && wechatId === (values.wechat_id ?? null);
}

/** Names of a guessed type are no base; a WeChat id that another customer has stays with the ERP. */
function firstBase(wechatId: string | null, { values, provisional }: Reading): Base {
  const base = bothHold(values);
  if (provisional) for (const field of PROVISIONAL) delete base[field];
  if ('wechat_id' in base) base.wechat_id = [wechatId, values.wechat_id ?? null];
  return base;
}

/** First sight is no list of changed fields. */
const EVERYTHING = JSON.stringify([WHOLE_CUSTOMER]);
/** How many fields the ERP had filled. */
const FILLED = sql.raw<number>(
  SYNC_FIELDS.map((field) => `case when ${field} is null then 0 else 1 end`).join(' + '),
);

function firstLogs(trx: Executor, context: MergeContext, ords: readonly number[]): CompiledQuery {
  const shared = {
    run_id: context.runId,
    sync_direction: 'erp_to_local',
    sync_type: 'pull',
    sync_action: 'create',
    sync_result: 'success',
    changed_fields: EVERYTHING,
    synced_at: context.at,
    synced_by: context.by,
  };
  const columns = Object.keys(shared) as (keyof typeof shared)[];
  return trx
    .insertInto('erp_sync_logs')
    .columns(['customer_id', 'erp_customer_id', 'field_count', ...columns])
    .expression((from) =>
      from
        .selectFrom('customers_unified')
        .select((one) => [
          'id',
          'erp_customer_id',
          FILLED.as('filled'),
          ...columns.map((column) => one.val(shared[column]).as(column)),
        ])
        .where('erp_customer_id', 'in', eachOf(trx, ords))
        .orderBy('id'),
    )
    .compile();
}
