import { type Customer, intentLevel, scoreQuality, stageOf } from '@bangqiao/core';
import { SOURCED_FIELDS, sameValue, VERIFIABLE_FIELDS } from './columns.ts';
import type { WriteContext } from './context.ts';

/** What follows from other columns: scores, level, stage. Columns that did not change are not in the answer. */
export function derived(customer: Customer): Partial<Customer> {
  const quality = scoreQuality(customer);
  const all: Partial<Customer> = {
    data_quality_score: quality.score,
    data_completeness: quality.completeness,
    quality_issues: JSON.stringify(quality.issues),
    intent_level: intentLevel(customer.intent_score),
    stage: stageOf(customer),
  };
  return onlyChanged(customer, all);
}

function onlyChanged(customer: Customer, changes: Partial<Customer>): Partial<Customer> {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([column, value]) => !sameValue(column, customer[column as keyof Customer], value),
    ),
  );
}

/**
 * The changes among what is given, with what a changed value takes along: its source (the writer's, unless given), its
 * verification (a new value is unverified, unless given; no value is never verified) and the time of a verification or
 * of an intent score.
 */
export function withCompanions(
  before: Customer,
  given: Partial<Customer>,
  context: WriteContext,
): Partial<Customer> {
  const changed = onlyChanged(before, given);
  const taken: Partial<Customer> = {};
  for (const field of SOURCED_FIELDS) {
    if (!(field in changed)) continue;
    taken[`${field}_source`] = given[field] === null ? null : (given[`${field}_source`] ?? context.source);
  }
  for (const field of VERIFIABLE_FIELDS) {
    if (!(field in changed) && !(`${field}_verified` in changed)) continue;
    const held = field in given ? given[field] : before[field];
    const verified = held !== null && (given[`${field}_verified`] ?? false);
    taken[`${field}_verified`] = verified;
    taken[`${field}_verified_at`] = verified ? (given[`${field}_verified_at`] ?? context.now) : null;
  }
  if ('intent_score' in changed) taken.intent_updated_at = given.intent_updated_at ?? context.now;
  return onlyChanged(before, { ...changed, ...taken });
}
