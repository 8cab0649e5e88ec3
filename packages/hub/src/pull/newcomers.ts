import { type Base, columnsOf, type ErpRecord, type FieldValues } from '@bangqiao/core';
import { insertErpCustomers, WHOLE_CUSTOMER } from '../customers/index.ts';
import { bulkInsert, type Executor } from '../store/index.ts';
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

/**
 * Takes ERP customers into the hub in bulk: customer with its keys and one history row, mirror, base, and one log row.
 * Returns the hub's ids by `ord`.
 */
export async function insertNewcomers(
  trx: Executor,
  context: MergeContext,
  newcomers: readonly Newcomer[],
): Promise<Map<number, number>> {
  if (newcomers.length === 0) return new Map();
  const rows = newcomers.map((newcomer) => {
    const reading = readRecord(newcomer.record, null, context.options);
    const patch = {
      ...columnsOf(reading.values),
      credit_code: newcomer.record.bank_4 ?? null,
      erp_customer_id: newcomer.ord,
    };
    return { newcomer, reading, patch };
  });
  const ids = await insertErpCustomers(
    trx,
    rows.map(({ patch }) => patch),
    { by: context.by, reason: 'first seen in the ERP', source: 'erp', runId: context.runId, now: context.at },
  );
  const id = (newcomer: Newcomer) => ids.get(newcomer.ord) as number;
  await bulkInsert(
    trx,
    'erp_mirror',
    rows.map(({ newcomer }) => mirrorRow(context, newcomer, id(newcomer))),
  );
  await bulkInsert(
    trx,
    'sync_base',
    rows
      .filter(({ patch, reading }) => !takenOverWhole(patch.wechat_id ?? null, reading))
      .map(({ newcomer, patch, reading }) => ({
        customer_id: id(newcomer),
        ord: newcomer.ord,
        fields: JSON.stringify(firstBase(patch.wechat_id ?? null, reading)),
        reconciled_at: context.at,
      })),
  );
  await bulkInsert(
    trx,
    'erp_sync_logs',
    rows.map(({ newcomer, reading }) => logRow(context, newcomer, id(newcomer), reading.values)),
  );
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

function logRow(context: MergeContext, newcomer: Newcomer, customerId: number, values: FieldValues) {
  const fields = Object.keys(values).length;
  return {
    run_id: context.runId,
    customer_id: customerId,
    sync_direction: 'erp_to_local' as const,
    sync_type: 'pull' as const,
    sync_action: 'create' as const,
    sync_result: 'success' as const,
    changed_fields: EVERYTHING,
    field_count: fields,
    erp_customer_id: newcomer.ord,
    synced_at: context.at,
    synced_by: context.by,
  };
}
