import { type Customer, scoreQuality } from '@bangqiao/core';
import type { CompiledQuery } from 'kysely';
import { type Executor, eachOf, type Rows, rowsQueries } from '../store/index.ts';
import { SOURCED_FIELDS } from './columns.ts';
import type { WriteContext } from './context.ts';
import { READ_FROM_ERP, WHOLE_CUSTOMER } from './history.ts';
import { storedKeysOf } from './keys.ts';

/** What the ERP says of a customer that the hub has not seen before. */
export type ErpPatch = Partial<Customer> & { erp_customer_id: number };

const SOURCES = SOURCED_FIELDS.map((field) => `${field}_source` as const);
/** Every row has them all, so that one statement serves them all. */
const COLUMNS = [
  ...READ_FROM_ERP,
  ...SOURCES,
  'erp_owner',
  'data_quality_score',
  'data_completeness',
  'quality_issues',
] as const;

/** Values of one customer, in the order of `COLUMNS`. */
export const ERP_CUSTOMER_WIDTH = COLUMNS.length;

/** Puts a customer's values in from `at` on. */
export function putErpCustomer(values: unknown[], at: number, patch: ErpPatch): void {
  let place = at;
  for (const column of READ_FROM_ERP) values[place++] = patch[column] ?? null;
  for (const field of SOURCED_FIELDS) values[place++] = (patch[field] ?? null) === null ? null : 'erp';
  values[place++] = patch.erp_owner ?? null;
  const quality = scoreQuality(qualityFacts(patch));
  values[place++] = quality.score;
  values[place++] = quality.completeness;
  values[place++] = issuesText(quality.issues);
}

/** Adds its rows of `customer_keys`, each with the `ord` in the place of the number that the customer will have. */
export function pushErpKeys(values: unknown[], patch: ErpPatch): void {
  for (const { kind, value } of storedKeysOf(patch)) values.push(kind, value, patch.erp_customer_id);
}

/** There are few combinations: customers share the text of theirs. */
const ISSUES = new Map<string, string>();

function issuesText(issues: readonly string[]): string {
  const name = issues.join();
  let text = ISSUES.get(name);
  if (text === undefined) {
    text = JSON.stringify(issues);
    ISSUES.set(name, text);
  }
  return text;
}

/**
 * The way in for customers that come from the ERP alone: the statements for customers, their keys and one history row
 * each. An `erp_customer_id` or `wechat_id` that is taken is an error of the database.
 */
export function insertErpCustomers(
  trx: Executor,
  rows: { ords: readonly number[]; customers: unknown[]; keys: unknown[] },
  context: WriteContext,
): CompiledQuery[] {
  return [
    ...rowsQueries(trx, 'customers_unified', {
      shared: sharedBy(context),
      columns: COLUMNS,
      values: rows.customers,
    }),
    ...rowsQueries(trx, 'customer_keys', {
      shared: {},
      columns: ['kind', 'value', 'customer_id'],
      values: rows.keys,
      through: { customer_id: numberOfOrd },
    }),
    firstSights(trx, rows.ords, context),
  ];
}

/** SQL: the number of the customer that is linked to the `ord`. */
export function numberOfOrd(ord: string): string {
  return `(select id from customers_unified where erp_customer_id = ${ord})`;
}

/** What was known stands in the rows themselves, see `knownAtFirst`. */
function firstSights(trx: Executor, ords: readonly number[], context: WriteContext): CompiledQuery {
  const shared = {
    run_id: context.runId,
    field_name: WHOLE_CUSTOMER,
    value_source: context.source,
    change_type: 'create',
    change_reason: context.reason,
    changed_by: context.by,
    changed_at: context.now,
  };
  const columns = Object.keys(shared) as (keyof typeof shared)[];
  return trx
    .insertInto('field_change_history')
    .columns(['customer_id', ...columns])
    .expression((from) =>
      from
        .selectFrom('customers_unified')
        .select((one) => ['id', ...columns.map((column) => one.val(shared[column]).as(column))])
        .where('erp_customer_id', 'in', eachOf(trx, ords))
        .orderBy('id'),
    )
    .compile();
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

/** Which of these WeChat ids another customer has already. */
export async function takenWechatIds(trx: Executor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const holders = await trx
    .selectFrom('customers_unified')
    .select('wechat_id')
    .where('wechat_id', 'in', eachOf(trx, ids))
    .execute();
  return new Set(holders.map((holder) => holder.wechat_id as string));
}
