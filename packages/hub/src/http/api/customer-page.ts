import type { CustomerPage } from '@bangqiao/api';
import { type Customer, FIELDS, fieldValuesOf, SYNC_FIELDS, sameValue } from '@bangqiao/core';
import type { z } from 'zod';
import { requireCustomer } from '../../customers/index.ts';
import { loadOptions } from '../../erp/options.ts';
import { type Explanation, explainCustomer } from '../../explain/index.ts';
import { sourceName } from '../../explain/labels.ts';
import { readBase } from '../../pull/absorb.ts';
import { mirrorValues } from '../../pull/mirror.ts';
import type { Executor } from '../../store/index.ts';
import { rowOf } from './customer-row.ts';

type Page = z.infer<typeof CustomerPage>;

/** All that is known about a customer; one that was merged leads to the one that stayed. Null: there is none. */
export async function customerPage(db: Executor, id: number): Promise<Page | null> {
  const explained = await explainCustomer(db, `#${id}`);
  if (explained === null || 'ambiguous' in explained) return null;
  const customer = await requireCustomer(db, explained.customer.id);
  const { customer: who, standing, decision, conflicts, merges, history } = explained;
  const changed = new Set(history.filter(({ from }) => from !== null).map(({ field }) => field));
  return {
    customer: { ...rowOf(customer), ...moreOf(customer, who) },
    standing,
    fields: await fieldsOf(db, customer, changed),
    decision,
    conflicts,
    merges,
  };
}

function moreOf(customer: Customer, { wechat, erp }: Explanation['customer']) {
  return {
    wechat,
    owner: customer.erp_owner,
    credit_code: customer.credit_code,
    product_interest: customer.extracted_product_interest,
    needs: customer.extracted_needs,
    conversation_days: customer.conversation_days,
    first_contact_at: customer.first_contact_time,
    quality_issues: issuesOf(customer.quality_issues),
    completeness: customer.data_completeness,
    read_at: erp?.read_at ?? null,
    created_at: customer.created_at,
  };
}

function issuesOf(json: string | null): string[] {
  const held: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(held) ? held.map(String) : [];
}

/** @param changed fields that held something else before */
async function fieldsOf(
  db: Executor,
  customer: Customer,
  changed: ReadonlySet<string>,
): Promise<Page['fields']> {
  const hub = fieldValuesOf(customer);
  const erp = await mirrorValues(db, customer, await loadOptions(db));
  const base = await readBase(db, customer.id, null);
  const open = await db
    .selectFrom('conflicts')
    .select(['id', 'field'])
    .where('customer_id', '=', customer.id)
    .where('state', '=', 'open')
    .execute();
  const row = customer as unknown as Record<string, unknown>;
  return SYNC_FIELDS.map((field) => {
    const [here, there] = [hub[field] ?? null, erp[field] ?? null];
    const source = row[`${field}_source`] as string | null | undefined;
    const verified = row[`${field}_verified`];
    return {
      field,
      label: FIELDS[field].label,
      hub: here,
      erp: there,
      agreed: base[field]?.[1] ?? null,
      source: source ? { code: source, words: sourceName(source) } : null,
      verified: verified === undefined ? null : Boolean(verified),
      verified_at: (row[`${field}_verified_at`] as string | null | undefined) ?? null,
      differs: here !== null && there !== null && !sameValue(field, here, there),
      policy: FIELDS[field].policy,
      conflict_id: open.find((conflict) => conflict.field === field)?.id ?? null,
      has_former: changed.has(field),
    };
  });
}
