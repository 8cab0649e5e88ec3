import type { FollowUp } from '@bangqiao/core';
import { moveWrite, planWrite, readWrite, toWrite, type Write, whenMoved } from '../journal/journal.ts';
import { note } from '../push/settle.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { type Composed, composeAll } from './compose.ts';
import { followUpsHeldUntil } from './held-until.ts';
import { changeFollowUp } from './row.ts';
import type { FollowUpSettings } from './settings.ts';

const PAGE = 200;
const DAY_MS = 86_400_000;

interface ToJudge {
  id: number;
  customer_id: number;
  ended_at: string;
}

/**
 * Judges the conversations of customers that are in the ERP, and plans a follow-up for each that qualifies: row, write and
 * verdict of a page in one transaction, so that none is planned twice. How many became one.
 */
export async function planFollowUps(context: RunContext, settings: FollowUpSettings): Promise<number> {
  await dropForsaken(context);
  await refreshPlanned(context, settings);
  const heldUntil = await followUpsHeldUntil(context.store.db);
  let planned = 0;
  for (let after = 0; await context.turn.breathe(); ) {
    const page = await toJudge(context.store.db, after);
    if (page.length === 0) break;
    after = page.at(-1)?.id as number;
    planned += await context.store.transaction(async (trx) => {
      const ids = page.map(({ id }) => id);
      const composed = await composeAll(trx, ids, settings.qualify);
      let count = 0;
      for (const one of page) {
        const what = composed.get(one.id) as Composed;
        if (what.verdict === null) {
          await planOne(trx, context, settings, one, what.followUp, heldUntil);
          count += 1;
        } else await keepVerdict(trx, one.id, what.verdict);
      }
      return count;
    });
  }
  return planned;
}

/** Of customers that stand in the ERP, as themselves or as a contact person of one, and that nobody marked as invalid. */
async function toJudge(db: Executor, after: number): Promise<ToJudge[]> {
  return await db
    .selectFrom('conversations')
    .innerJoin('customers_unified', 'customers_unified.id', 'conversations.customer_id')
    .select(['conversations.id', 'conversations.customer_id', 'conversations.ended_at'])
    .where('conversations.follow_up_id', 'is', null)
    .where('conversations.verdict', 'is', null)
    .where('conversations.id', '>', after)
    .where((where) =>
      where.or([where('erp_customer_id', 'is not', null), where('erp_contact_of', 'is not', null)]),
    )
    .where('erp_presence', '=', 'present')
    .where('marked_as_invalid', '=', false)
    .orderBy('conversations.id')
    .limit(PAGE)
    .execute();
}

async function planOne(
  trx: Executor,
  context: RunContext,
  settings: FollowUpSettings,
  { id, customer_id, ended_at }: ToJudge,
  followUp: FollowUp,
  heldUntil: string,
): Promise<void> {
  const at = now(context);
  const passes = settings.autoSync && ended_at > heldUntil && !isOld(context, settings, ended_at);
  const write = await planWrite(
    trx,
    {
      run_id: context.runId,
      customer_id,
      kind: 'follow_up',
      subject: String(id),
      ord: null,
      field_names: [],
      rule: null,
      rule_set_version: null,
      reason: 'a conversation that ended',
      passed_at: passes ? at : null,
    },
    note(context, passes ? 'a conversation that ended' : 'held for a person to send'),
  );
  if (!write) throw new Error(`conversation ${id} has an open follow-up that was not seen`);
  const row = await trx
    .insertInto('follow_ups')
    .values({
      customer_id,
      conversation_id: id,
      ...told(followUp),
      state: 'planned',
      journal_id: write.id,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx.updateTable('conversations').set({ follow_up_id: row.id }).where('id', '=', id).execute();
}

export function told({ kind, summary, text, planAt }: FollowUp) {
  return { kind, summary, text, plan_at: planAt };
}

function isOld(context: RunContext, { maxAgeDays }: FollowUpSettings, endedAt: string): boolean {
  return maxAgeDays > 0 && context.clock().getTime() - Date.parse(endedAt) > maxAgeDays * DAY_MS;
}

async function keepVerdict(trx: Executor, id: number, verdict: string): Promise<void> {
  await trx.updateTable('conversations').set({ verdict }).where('id', '=', id).execute();
}

/** Cancelled by a merge or an unmerge, which know nothing of follow-ups, or just now: their conversations are judged anew. */
async function dropForsaken(context: RunContext): Promise<void> {
  await context.store.transaction(async (trx) => {
    await cancelMisplaced(trx, context);
    const forsaken = await trx
      .selectFrom('follow_ups')
      .innerJoin('write_journal', 'write_journal.id', 'follow_ups.journal_id')
      .select(['follow_ups.id', 'follow_ups.conversation_id'])
      .where('follow_ups.state', '=', 'planned')
      .where('write_journal.state', '=', 'cancelled')
      .execute();
    for (const { id, conversation_id } of forsaken) {
      await trx
        .updateTable('conversations')
        .set({ follow_up_id: null })
        .where('id', '=', conversation_id)
        .execute();
      await trx.deleteFrom('follow_ups').where('id', '=', id).execute();
    }
  });
}

/**
 * Planned for a customer whose conversation it is no longer (a merge was undone since), or who was marked as invalid: what has not
 * left does not leave. One in doubt stands on the list until a person answers.
 */
async function cancelMisplaced(trx: Executor, context: RunContext): Promise<void> {
  const misplaced = await trx
    .selectFrom('follow_ups')
    .innerJoin('write_journal', 'write_journal.id', 'follow_ups.journal_id')
    .innerJoin('conversations', 'conversations.id', 'follow_ups.conversation_id')
    .innerJoin('customers_unified', 'customers_unified.id', 'conversations.customer_id')
    .selectAll('write_journal')
    .where('follow_ups.state', '=', 'planned')
    .where('write_journal.state', 'in', ['planned', 'waiting', 'parked'])
    .where((where) =>
      where.or([
        where('conversations.customer_id', '<>', where.ref('write_journal.customer_id')),
        where('customers_unified.marked_as_invalid', '=', true),
      ]),
    )
    .execute();
  const words = note(
    context,
    'its conversation is no longer this customer’s, or the customer is marked as invalid',
  );
  for (const row of misplaced)
    await moveWrite(trx, toWrite(row), 'cancelled', { holder: null }, words).catch(whenMoved);
}

/** What was recalled, or went to another customer, changes a follow-up that is not sent: the list shows what would be sent. */
async function refreshPlanned(context: RunContext, settings: FollowUpSettings): Promise<void> {
  await context.store.transaction(async (trx) => {
    const stale = await trx
      .selectFrom('follow_ups')
      .select(['conversation_id', 'journal_id', 'text'])
      .where('state', '=', 'planned')
      .where(({ or, not, exists, selectFrom }) => {
        const said = selectFrom('messages')
          .select('messages.id')
          .whereRef('messages.conversation_id', '=', 'follow_ups.conversation_id');
        const own = said.whereRef('messages.customer_id', '=', 'follow_ups.customer_id');
        return or([exists(said.where('recalled_at', 'is not', null)), not(exists(own))]);
      })
      .execute();
    if (stale.length === 0) return;
    const ids = stale.map((one) => one.conversation_id);
    const composed = await composeAll(trx, ids, settings.qualify);
    for (const { conversation_id, journal_id, text } of stale) {
      const what = composed.get(conversation_id) as Composed;
      if (what.verdict === null && what.followUp.text === text) continue;
      await restate(trx, context, conversation_id, journal_id as number, what);
    }
  });
}

async function restate(
  trx: Executor,
  context: RunContext,
  conversationId: number,
  journalId: number,
  what: Composed,
): Promise<void> {
  if (what.verdict !== null)
    return giveUp(trx, context, conversationId, await readWrite(trx, journalId), what.verdict);
  await changeFollowUp(trx, conversationId, { ...told(what.followUp), updated_at: now(context) });
}

/** Too little is left of its conversation. */
export async function giveUp(
  trx: Executor,
  context: RunContext,
  conversationId: number,
  write: Write,
  verdict: string,
): Promise<void> {
  await moveWrite(trx, write, 'cancelled', { holder: null }, note(context, `${verdict}: recalled, or moved`));
  await changeFollowUp(trx, conversationId, { state: 'cancelled', updated_at: now(context) });
  await keepVerdict(trx, conversationId, verdict);
}
