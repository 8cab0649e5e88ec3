import type { Suggestion as SuggestionSchema } from '@bangqiao/api';
import type { Customer } from '@bangqiao/core';
import type { z } from 'zod';
import type { WriteContext } from '../../customers/index.ts';
import { onceMore } from '../../desk/once-more.ts';
import { inOrder, mergeByPerson } from '../../identity/merge.ts';
import { listSuggestions, type Suggestion, settlePair } from '../../identity/suggestions.ts';
import { unmergeCustomer } from '../../identity/unmerge.ts';
import type { Executor } from '../../store/index.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { rowOf } from './customer-row.ts';
import { toldOf } from './failure.ts';
import { authorOf, type Context, type Handlers } from './handler.ts';
import { forEach } from './many.ts';
import { ownersFor, shownTo } from './own.ts';
import { refusals } from './refusals.ts';

export const peopleHandlers: Handlers<'people'> = {
  'people.list': async ({ query: { customer, limit, cursor } }, context) => {
    const rows = await listSuggestions(context.store.db, {
      customerId: customer,
      owners: ownersFor(context, 'customers.read'),
      after: fromCursor(cursor, 'number'),
      limit: limit + 1,
    });
    const last = rows[limit - 1];
    const next = rows.length > limit && last ? toCursor([last.score, last.id]) : null;
    return shownTo(context, { items: rows.slice(0, limit).map(suggestionOf), next });
  },
  'people.merge': async ({ body: { ids } }, context) =>
    forEach(ids, async (id) => {
      const { a, b } = await requireOpen(context, id);
      const merge = (trx: Executor) => mergeByPerson(trx, a.id, b.id, writeOf(context, 'merged by a person'));
      await onceMore(() => context.store.transaction(merge, { durable: true }));
    }),
  'people.apart': async ({ body: { ids } }, context) =>
    forEach(ids, async (id) => {
      const { a, b } = await requireOpen(context, id);
      await context.store.transaction((trx) => settlePair(trx, a.id, b.id, 'apart', authorOf(context)));
    }),
  'people.unmerge': async ({ params: { id } }, context) => {
    const part = (trx: Executor) => unmergeCustomer(trx, id, writeOf(context, 'parted by a person'));
    const { kept, parted } = await onceMore(() => context.store.transaction(part, { durable: true }));
    return { kept: kept.id, parted: parted.id };
  },
};

async function requireOpen({ store }: Context, id: number): Promise<Suggestion> {
  const [found] = await listSuggestions(store.db, { ids: [id] });
  if (!found) throw refusals.notThere(`#${id}`);
  return found;
}

function writeOf(context: Context, reason: string): WriteContext {
  const { by, at } = authorOf(context);
  return { by, reason, source: 'manual', runId: null, now: at };
}

/** The one that would stay first; where they cannot be made one, why not. */
function suggestionOf({ a, b, ...about }: Suggestion): z.infer<typeof SuggestionSchema> {
  try {
    const [kept, merged] = inOrder(a, b);
    return { ...about, a: twinOf(kept), b: twinOf(merged), hindrance: null };
  } catch (error) {
    const { message, next } = toldOf(error).body.error;
    return { ...about, a: twinOf(a), b: twinOf(b), hindrance: { message, next } };
  }
}

function twinOf(customer: Customer) {
  const { wechat_id, email, address, credit_code } = customer;
  return { ...rowOf(customer), wechat_id, email, address, credit_code };
}
