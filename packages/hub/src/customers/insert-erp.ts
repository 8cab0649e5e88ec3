import { type Customer, scoreQuality } from '@bangqiao/core';
import { type Executor, insertRows, type Rows } from '../store/index.ts';
import { SOURCED_FIELDS } from './columns.ts';
import type { WriteContext } from './context.ts';
import { WHOLE_CUSTOMER } from './history.ts';
import { type StoredKey, storedKeysOf } from './keys.ts';

/** What the ERP says of a customer that the hub has not seen before. */
export type ErpPatch = Partial<Customer> & { erp_customer_id: number };

/** Columns that a reading of the ERP can fill: every row has them all, so that one statement serves them all. */
const READ = [
  'erp_customer_id',
  'erp_customer_code',
  'wechat_id',
  'company_name',
  'real_name',
  'phone',
  'email',
  'address',
  'erp_customer_type',
  'erp_customer_category',
  'erp_source',
  'erp_value_assessment',
  'erp_industry',
  'erp_region',
  'summary',
  'notes',
  'pinyin',
  'credit_code',
] as const;

/** Customers ready to be inserted: all that can be worked out without the database. */
export interface ReadyCustomers {
  patches: readonly ErpPatch[];
  /** Row after row, in the order of `COLUMNS`. */
  values: unknown[];
  /** Per customer: what is known of it, as JSON text, and the keys by which it is found. */
  known: string[];
  keys: StoredKey[][];
}

const SOURCES = SOURCED_FIELDS.map((field) => `${field}_source` as const);
const COLUMNS = [...READ, ...SOURCES, 'data_quality_score', 'data_completeness', 'quality_issues'] as const;

export function readyErpCustomers(patches: readonly ErpPatch[]): ReadyCustomers {
  const ready: ReadyCustomers = { patches, values: [], known: [], keys: [] };
  for (const patch of patches) {
    const filled: Record<string, unknown> = {};
    for (const column of READ) {
      const value = patch[column] ?? null;
      ready.values.push(value);
      if (value !== null) filled[column] = value;
    }
    for (const field of SOURCED_FIELDS) ready.values.push(filled[field] === undefined ? null : 'erp');
    const quality = scoreQuality(qualityFacts(patch));
    ready.values.push(quality.score, quality.completeness, JSON.stringify(quality.issues));
    ready.known.push(JSON.stringify(filled));
    ready.keys.push(storedKeysOf(patch));
  }
  return ready;
}

/**
 * The way in for customers that come from the ERP alone:
 * the same rows, keys and one history row each, made in one go. Returns the ids by `ord`. A WeChat id that is taken
 * becomes an extra key; the patch's own is emptied then.
 */
export async function insertErpCustomers(
  trx: Executor,
  given: ReadyCustomers,
  context: WriteContext,
): Promise<Map<number, number>> {
  const { patches, keys } = given;
  const ready = (await releaseTakenWechatIds(trx, patches)) ? readyErpCustomers(patches) : given;
  await insertRows(trx, 'customers_unified', {
    shared: sharedBy(context),
    columns: COLUMNS,
    values: ready.values,
  });
  const ids = await idsOf(trx, patches);
  const keyValues: unknown[] = [];
  const history: unknown[] = [];
  patches.forEach((patch, index) => {
    const id = ids.get(patch.erp_customer_id);
    for (const { kind, value } of keys[index] as StoredKey[]) keyValues.push(kind, value, id);
    history.push(id, ready.known[index]);
  });
  await insertRows(trx, 'customer_keys', {
    shared: {},
    columns: ['kind', 'value', 'customer_id'],
    values: keyValues,
  });
  await insertRows(trx, 'field_change_history', {
    shared: {
      run_id: context.runId,
      field_name: WHOLE_CUSTOMER,
      value_source: context.source,
      change_type: 'create',
      change_reason: context.reason,
      changed_by: context.by,
      changed_at: context.now,
    },
    columns: ['customer_id', 'new_value'],
    values: history,
  });
  return ids;
}

function sharedBy(context: WriteContext): Rows<'customers_unified'>['shared'] {
  return {
    intent_level: 'low',
    stage: 'customer',
    erp_sync_status: 'synced',
    erp_sync_action: 'PULL',
    erp_presence: 'present',
    erp_last_pulled: context.now,
    created_at: context.now,
    updated_at: context.now,
    created_by: context.by,
    updated_by: context.by,
  };
}

function qualityFacts(patch: ErpPatch): Parameters<typeof scoreQuality>[0] {
  return {
    company_name: patch.company_name ?? null,
    real_name: patch.real_name ?? null,
    phone: patch.phone ?? null,
    email: patch.email ?? null,
    address: patch.address ?? null,
    wechat_id: patch.wechat_id ?? null,
    extracted_product_interest: null,
    extracted_needs: null,
    company_name_verified: false,
    phone_verified: false,
    business_license_info: null,
    business_license_path: null,
    business_license_verified: false,
    intent_score: 0,
  };
}

async function idsOf(trx: Executor, patches: readonly ErpPatch[]): Promise<Map<number, number>> {
  const ords = patches.map((patch) => patch.erp_customer_id);
  const least = Math.min(...ords);
  const most = Math.max(...ords);
  const query = trx.selectFrom('customers_unified').select(['id', 'erp_customer_id']);
  const rows = await (most - least < 20 * ords.length
    ? query.where('erp_customer_id', '>=', least).where('erp_customer_id', '<=', most)
    : query.where('erp_customer_id', 'in', ords)
  ).execute();
  return new Map(rows.map((row) => [row.erp_customer_id as number, row.id]));
}

/** True when any was. */
async function releaseTakenWechatIds(trx: Executor, patches: readonly ErpPatch[]): Promise<boolean> {
  const wanted = patches.flatMap(({ wechat_id: id }) => (id ? [id] : []));
  if (wanted.length === 0) return false;
  const holders = await trx
    .selectFrom('customers_unified')
    .select('wechat_id')
    .where('wechat_id', 'in', wanted)
    .execute();
  const taken = new Set(holders.map((holder) => holder.wechat_id));
  let released = false;
  for (const patch of patches) {
    if (!patch.wechat_id) continue;
    if (taken.has(patch.wechat_id)) {
      patch.wechat_id = null;
      released = true;
    } else taken.add(patch.wechat_id);
  }
  return released;
}
