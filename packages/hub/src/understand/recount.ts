import type { Customer } from '@bangqiao/core';
import { countMessages } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { count, countedColumns, countPruned, emptyTalk, type Talk } from './talk.ts';
import { saveTalks, talksOf } from './talks.ts';

/** Counts a customer's messages anew, those that were recalled left out: after a recall, a merge, an unmerge. */
export async function recount(
  trx: Executor,
  customer: Customer,
  now: string,
  base?: Talk['base'],
): Promise<Customer> {
  const known = (await talksOf(trx, [customer.id])).get(customer.id);
  const { base: held, ...kept } = known ?? emptyTalk(customer);
  const { activity, intent, lastText } = emptyTalk(customer);
  const talk: Talk = { ...kept, base: base ?? held, activity, intent, lastText };
  const messages = await trx
    .selectFrom('messages')
    .select(['direction', 'kind', 'text', 'at', 'pruned'])
    .where('customer_id', '=', customer.id)
    .where('recalled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const { direction, kind, text, at, pruned } of messages)
    if (pruned === null) count(talk, { direction, at, text: kind === 'text' ? (text ?? '') : '' });
    else countPruned(talk, at, JSON.parse(pruned));
  await saveTalks(trx, [{ customerId: customer.id, talk }]);
  const [after] = await countMessages(trx, [{ before: customer, counted: countedColumns(talk) }], now);
  return after as Customer;
}
