import { type Customer, isMasked, isShortened } from '@bangqiao/core';
import { type Bill, CUSTOMER_SAVE_FIELDS } from '@bangqiao/zhibang';
import type { RunContext } from '../sync/context.ts';
import { fieldsOfCreate } from './fields.ts';
import { readListed } from './list-row.ts';

/**
 * Required fields that an edit lacks, because the record's form has no value for them (wire.md: they are always sent): one
 * that the form shows empty as a create of this customer would send it; one that it does not show as the list tells it, for
 * it may be filled.
 * @param fields what the edit carries
 */
export async function requiredBeside(
  context: RunContext,
  customer: Customer,
  bill: Bill,
  type: 1 | 2,
  fields: Record<string, string>,
): Promise<Record<string, string>> {
  const required = CUSTOMER_SAVE_FIELDS[type].filter((field) => field.required).map(({ id }) => id);
  const lacking = required.filter((id) => !fields[id]);
  if (lacking.length === 0) return {};
  const shown = new Set(Object.keys(bill.fields).map((id) => id.toLowerCase()));
  const listed = lacking.every((id) => shown.has(id)) ? null : await readListed(context, bill.ord);
  const asListed = (id: string) => {
    const text = listed?.cell(id) ?? '';
    if (isMasked(text) || isShortened(text)) return null;
    return id === 'sort1' ? context.erp.options.id('sort1', text) : text;
  };
  const asCreated = fieldsOfCreate(context, customer, null).fields;
  return Object.fromEntries(
    lacking.flatMap((id) => {
      const value = shown.has(id) ? asCreated[id] : asListed(id);
      return value ? [[id, value]] : [];
    }),
  );
}
