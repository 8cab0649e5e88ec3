import { type CreateFields, type Customer, createFields } from '@bangqiao/core';
import type { RunContext } from '../sync/context.ts';

/** What a create of this customer would send, with all that speaks against it. */
export function fieldsOfCreate(context: RunContext, customer: Customer, khid: string | null): CreateFields {
  const { options, usualCategory } = context.erp;
  return createFields(customer, {
    book: options,
    defaultCategory:
      context.settings.defaultCategory ?? options.firstLeaf('sort1')?.path_label ?? usualCategory ?? null,
    sourceLabels: context.settings.sourceLabels,
    khid,
  });
}
