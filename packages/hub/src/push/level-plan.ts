import { bucketOf, type Customer } from '@bangqiao/core';
import { planWrite, type Write } from '../journal/journal.ts';
import type { Executor } from '../store/index.ts';
import { isAbout, type RunContext } from '../sync/context.ts';
import { note } from './settle.ts';

/** The tenant's labels of 跟进程度 for the three buckets (configuration, `follow_level`). */
export interface LevelSettings {
  white: string;
  gray: string;
  black: string;
}

export function levelOf(
  customer: Pick<Customer, 'data_quality_score' | 'marked_as_invalid'>,
  { white, gray, black }: LevelSettings,
): string {
  return { WHITE: white, GRAY: gray, BLACK: black }[bucketOf(customer)];
}

/**
 * Plans a level for each customer whose level the hub set before and whose bucket asks for another one by now. What a person
 * has to settle first, and what the ERP was left, is not planned again. It waits for the breaker as an update does.
 */
export async function planLevels(context: RunContext): Promise<void> {
  const { levels } = context.settings;
  if (!levels) return;
  const standing = (await lastLevels(context.store.db)).filter(({ customer_id }) =>
    isAbout(context, customer_id),
  );
  const due = standing.filter((row) => levelOf(row, levels) !== row.subject);
  if (due.length === 0) return;
  await context.store.transaction(async (trx) => {
    for (const row of due) await planLevel(trx, context, row, levelOf(row, levels), null);
  });
}

export async function planLevel(
  trx: Executor,
  context: RunContext,
  {
    customer_id,
    ord,
    rule,
    rule_set_version,
  }: Pick<Write, 'customer_id' | 'ord' | 'rule' | 'rule_set_version'>,
  level: string,
  passed_at: string | null,
): Promise<void> {
  const isFirst = passed_at !== null;
  const reason = isFirst ? 'follows the create' : `the scores ask for ${level}`;
  await planWrite(
    trx,
    {
      run_id: context.runId,
      customer_id,
      kind: 'level',
      subject: level,
      ord,
      field_names: ['erp_follow_level'],
      rule: isFirst ? rule : null,
      rule_set_version: isFirst ? rule_set_version : null,
      reason,
      passed_at,
    },
    note(context, reason),
  );
}

/** The newest level of each customer that is still linked to its record, where it is settled. */
async function lastLevels(db: Executor) {
  return await db
    .selectFrom('write_journal as write')
    .innerJoin('customers_unified as customer', (join) =>
      join.onRef('customer.id', '=', 'write.customer_id').onRef('customer.erp_customer_id', '=', 'write.ord'),
    )
    .select([
      'write.customer_id',
      'write.ord',
      'write.subject',
      'write.rule',
      'write.rule_set_version',
      'customer.data_quality_score',
      'customer.marked_as_invalid',
    ])
    .where('write.id', 'in', (select) =>
      select
        .selectFrom('write_journal')
        .select((each) => each.fn.max('id').as('id'))
        .where('kind', '=', 'level')
        .groupBy('customer_id'),
    )
    .where('write.state', 'in', ['confirmed', 'cancelled'])
    .where('customer.erp_presence', '=', 'present')
    .execute();
}
