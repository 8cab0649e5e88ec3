import { type Base, columnsOf, type ErpRecord, type OptionBook } from '@bangqiao/core';
import {
  type ErpPatch,
  insertErpCustomers,
  type ReadyCustomers,
  readyErpCustomers,
  WHOLE_CUSTOMER,
} from '../customers/index.ts';
import { type Executor, insertRows } from '../store/index.ts';
import { bothHold, type MergeContext, PROVISIONAL, readRecord } from './absorb.ts';
import type { DetailWant } from './columns.ts';

/** An ERP customer that the mirror does not hold yet. */
export interface Newcomer {
  ord: number;
  record: ErpRecord;
  fingerprint: string | null;
  want: DetailWant | null;
  /** When `record` is a whole detail. */
  detailAt: string | null;
}

/** Newcomers with all that can be worked out without the database. */
export interface ReadyNewcomers {
  rows: { newcomer: Newcomer; reading: Reading; patch: ErpPatch; record: string }[];
  customers: ReadyCustomers;
}

export function readyNewcomers(newcomers: readonly Newcomer[], options: OptionBook): ReadyNewcomers {
  const rows = newcomers.map((newcomer) => {
    const reading = readRecord(newcomer.record, null, options);
    const patch: ErpPatch = columnsOf(reading.values) as ErpPatch;
    patch.credit_code = newcomer.record.bank_4 ?? null;
    patch.erp_customer_id = newcomer.ord;
    return { newcomer, reading, patch, record: JSON.stringify(newcomer.record) };
  });
  return { rows, customers: readyErpCustomers(rows.map(({ patch }) => patch)) };
}

/**
 * Takes ERP customers into the hub in bulk: customer with its keys and one history row, mirror, base, and one log row.
 * Returns the hub's ids by `ord`.
 */
export async function insertNewcomers(
  trx: Executor,
  context: MergeContext,
  { rows, customers }: ReadyNewcomers,
): Promise<Map<number, number>> {
  if (rows.length === 0) return new Map();
  const ids = await insertErpCustomers(trx, customers, {
    by: context.by,
    reason: 'first seen in the ERP',
    source: 'erp',
    runId: context.runId,
    now: context.at,
  });
  const mirror: unknown[] = [];
  const base: unknown[] = [];
  const log: unknown[] = [];
  for (const { newcomer, patch, reading, record } of rows) {
    const id = ids.get(newcomer.ord);
    const { ord, fingerprint, detailAt, want } = newcomer;
    mirror.push(ord, id, fingerprint, record, detailAt, want);
    const wechatId = patch.wechat_id ?? null;
    if (!takenOverWhole(wechatId, reading)) base.push(id, ord, JSON.stringify(firstBase(wechatId, reading)));
    log.push(id, Object.keys(reading.values).length, ord);
  }
  await insertRows(trx, 'erp_mirror', {
    shared: { presence: 'present', first_seen_at: context.at, changed_at: context.at },
    columns: ['ord', 'customer_id', 'fingerprint', 'record', 'detail_at', 'needs_detail'],
    values: mirror,
  });
  await insertRows(trx, 'sync_base', {
    shared: { reconciled_at: context.at },
    columns: ['customer_id', 'ord', 'fields'],
    values: base,
  });
  await insertRows(trx, 'erp_sync_logs', {
    shared: firstSightLog(context),
    columns: ['customer_id', 'field_count', 'erp_customer_id'],
    values: log,
  });
  return ids;
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

function firstSightLog(context: MergeContext) {
  return {
    run_id: context.runId,
    sync_direction: 'erp_to_local' as const,
    sync_type: 'pull' as const,
    sync_action: 'create' as const,
    sync_result: 'success' as const,
    changed_fields: EVERYTHING,
    synced_at: context.at,
    synced_by: context.by,
  };
}
