import type { Customer } from '@bangqiao/core';
import {
  type CustomerUpdate,
  countMessages,
  findCustomer,
  updateCustomers,
  type WriteContext,
} from '../customers/index.ts';
import { bulkInsert, type Executor, rowsQueries, runInOneGo } from '../store/index.ts';
import type { Draft } from './draft.ts';
import { countedBeside } from './imported.ts';
import { restand } from './standing.ts';
import { saveTalks } from './talks.ts';
import { reverifyAll } from './verified.ts';

/** Writes what a batch made of its customers: rows, keys, facts. */
export async function saveDrafts(
  trx: Executor,
  drafts: readonly Draft[],
  context: WriteContext,
): Promise<void> {
  await bulkInsert(
    trx,
    'customer_facts',
    drafts.flatMap(({ before, facts }) => facts.map((fact) => ({ ...fact, customer_id: before.id }))),
  );
  const saved = await saveChanges(trx, drafts, context);
  const talked = drafts.filter((draft) => draft.talked);
  const counted = await countMessages(
    trx,
    talked.map((draft) => {
      const before = saved.get(draft)!;
      return { before, counted: countedBeside(draft.talk, before) };
    }),
    context.now,
    'by commit',
  );
  for (const [index, draft] of talked.entries()) saved.set(draft, counted[index]!);
  const witnessed = drafts.filter(({ reverify }) => reverify.size > 0);
  await reverifyAll(
    trx,
    witnessed.map((draft) => ({
      customer: saved.get(draft)!,
      talk: draft.talk,
      kinds: [...draft.reverify],
    })),
    context,
  );
  const moved = drafts.filter(
    ({ talked: isTalk, changes, reverify: kinds }) =>
      isTalk || kinds.size > 0 || Object.keys(changes).length > 0,
  );
  await saveTalks(
    trx,
    moved.map(({ before, talk }) => ({ customerId: before.id, talk })),
  );
  for (const draft of drafts) await saveWithdrawn(trx, draft, context);
}

async function saveChanges(
  trx: Executor,
  drafts: readonly Draft[],
  context: WriteContext,
): Promise<Map<Draft, Customer>> {
  const keys = rowsQueries(trx, 'customer_keys', {
    shared: {},
    columns: ['kind', 'value', 'customer_id'],
    values: drafts.flatMap(({ before, keys }) => keys.flatMap(({ kind, value }) => [kind, value, before.id])),
    onConflict: 'do nothing',
  });
  await runInOneGo(trx, keys);
  const changed = drafts.filter(({ changes }) => Object.keys(changes).length > 0);
  const updates = changed.map(({ before, changes, evidence }): CustomerUpdate => {
    return { before, changes, evidence: JSON.stringify({ events: evidence }) };
  });
  const after = await updateCustomers(trx, updates, context, 'by commit');
  const saved = new Map(drafts.map((draft) => [draft, draft.before]));
  for (const [index, draft] of changed.entries()) saved.set(draft, after[index]!);
  return saved;
}

/** What was said before and is taken back now no longer stands, in whatever message it was said. */
async function saveWithdrawn(
  trx: Executor,
  { before, withdrawn }: Draft,
  context: WriteContext,
): Promise<void> {
  if (withdrawn.length === 0) return;
  for (const { kind, value } of withdrawn) {
    await trx
      .updateTable('customer_facts')
      .set({ state: 'rejected' })
      .where('customer_id', '=', before.id)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .where('state', 'in', ['taken', 'seen'])
      .execute();
  }
  const customer = await findCustomer(trx, before.id);
  const denied = withdrawn.map((one) => ({ ...one, isDenied: true }));
  if (customer) await restand(trx, customer, denied, { ...context, reason: 'taken back in WeChat' });
}
