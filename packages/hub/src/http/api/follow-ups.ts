import { auditOf } from '../../desk/writes.ts';
import { withMaskedPhones } from '../../explain/masking.ts';
import { answerFollowUp } from '../../followup/answer.ts';
import { type FollowUpView, listFollowUps, oneFollowUp } from '../../followup/read.ts';
import { followUpOf } from '../../followup/view.ts';
import { fromCursor } from './cursor.ts';
import { stepOf } from './desk.ts';
import { authorOf, type Context, type Handlers } from './handler.ts';
import { forEach, paged } from './many.ts';
import { ownersFor, requireOwn } from './own.ts';

export const followUpHandlers: Handlers<'followups'> = {
  'followups.list': async ({ query: { standing, customer, limit, cursor } }, context) => {
    const rows = await listFollowUps(context.store.db, {
      ...(standing ? { standing } : {}),
      ...(customer === undefined ? {} : { customerId: customer, all: true }),
      owners: ownersFor(context, 'customers.read'),
      page: { before: fromCursor(cursor, 'number')?.[1] ?? null, limit: limit + 1 },
    });
    return withMaskedPhones(paged(rows, limit, followUpOf));
  },
  'followups.show': async ({ params: { id } }, context) => {
    const found = await requireFollowUp(context, id, 'customers.read');
    const steps = await auditOf(context.store.db, found.write_id);
    return withMaskedPhones({ follow_up: followUpOf(found), steps: steps.map(stepOf) });
  },
  'followups.answer': async ({ body: { ids, answer } }, context) =>
    forEach(ids, async (id) => {
      await requireFollowUp(context, id, 'followups.decide');
      await answerFollowUp(context.store, id, answer, authorOf(context));
    }),
};

async function requireFollowUp(
  context: Context,
  id: number,
  right: 'customers.read' | 'followups.decide',
): Promise<FollowUpView> {
  const found = await oneFollowUp(context.store.db, id);
  await requireOwn(context, found.customer_id, right);
  return found;
}
