import type { ZhibangError } from '@bangqiao/zhibang';
import { openWrites, toWrite, type Write } from '../journal/journal.ts';
import { holdsStill } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { closeConversations } from './conversations.ts';
import { planFollowUps } from './plan.ts';
import { sendOfCustomer } from './send.ts';
import type { FollowUpResult, FollowUpSettings } from './settings.ts';
import { type Fate, toDoubt } from './settle.ts';

/**
 * Conversations that are over become follow-ups (跟进), and those that may leave are sent, customer by customer. `maySend` false:
 * they are only planned. The ERP neither gives a number back nor lists them, so each is sent at most once by itself (decision 0023).
 */
export async function syncFollowUps(
  context: RunContext,
  settings: FollowUpSettings,
  maySend: boolean,
): Promise<FollowUpResult & { stoppedBy: ZhibangError | null }> {
  const startedAt = context.clock().getTime();
  const callsBefore = context.erp.log.calls;
  const fates: Fate[] = await settleLeft(context);
  await closeConversations(context);
  const planned = await planFollowUps(context, settings);
  const stoppedBy = maySend && !context.turn.isOver ? await sendAll(context, settings, fates) : null;
  const count = (wanted: Fate) => fates.filter((fate) => fate === wanted).length;
  const { held, waiting } = await countLeft(context);
  return {
    planned,
    sent: count('sent'),
    doubtful: count('doubtful'),
    waiting,
    parked: count('parked'),
    cancelled: count('cancelled'),
    held,
    calls: context.erp.log.calls - callsBefore,
    ms: context.clock().getTime() - startedAt,
    stoppedBy,
  };
}

/** A process died between sent and answer. A claim alone is durable only together with `sent`. */
async function settleLeft(context: RunContext): Promise<Fate[]> {
  const fates: Fate[] = [];
  for (const write of await openWrites(context.store.db, 'follow_up', ['sent'])) {
    const isOthers = write.holder !== null && write.holder !== context.holder && holdsStill(write.holder);
    if (isOthers) continue;
    await toDoubt(context, write, 'broken_off');
    fates.push('doubtful');
  }
  return fates;
}

async function sendAll(
  context: RunContext,
  settings: FollowUpSettings,
  fates: Fate[],
): Promise<ZhibangError | null> {
  const byCustomer = Map.groupBy(await dueWrites(context), (write) => write.customer_id);
  let stoppedBy: ZhibangError | null = null;
  let done = 0;
  context.progress.start('followUps', byCustomer.size);
  await inParallel(
    byCustomer,
    context.settings.concurrency,
    async ([customerId, writes]) => {
      if (stoppedBy !== null || context.signal?.aborted) return;
      const sent = await sendOfCustomer(context, settings, customerId, writes);
      fates.push(...sent.fates);
      stoppedBy ??= sent.stoppedBy;
      done += 1;
      context.progress.advance(done, byCustomer.size);
    },
    context.turn,
  );
  context.progress.finish('followUps');
  return stoppedBy;
}

/** Those that passed, oldest conversation first; one that waits when its time has come, or a person runs. */
async function dueWrites(context: RunContext): Promise<Write[]> {
  const rows = await context.store.db
    .selectFrom('write_journal')
    .innerJoin('follow_ups', 'follow_ups.journal_id', 'write_journal.id')
    .innerJoin('conversations', 'conversations.id', 'follow_ups.conversation_id')
    .selectAll('write_journal')
    .where('write_journal.kind', '=', 'follow_up')
    .where('write_journal.state', 'in', ['planned', 'waiting'])
    .where('write_journal.passed_at', 'is not', null)
    .orderBy('conversations.started_at')
    .orderBy('write_journal.id')
    .execute();
  const at = now(context);
  return rows.map(toWrite).filter((write) => context.byHand || (write.retry_at ?? '') <= at);
}

async function countLeft(context: RunContext): Promise<{ held: number; waiting: number }> {
  const rows = await context.store.db
    .selectFrom('write_journal')
    .select((select) => [
      'write_journal.state',
      select.fn.countAll<number>().as('count'),
      select.fn.count<number>('passed_at').as('passed'),
    ])
    .where('kind', '=', 'follow_up')
    .where('state', 'in', ['planned', 'waiting'])
    .groupBy('state')
    .execute();
  const count = rows.reduce((sum, row) => sum + Number(row.count), 0);
  const passed = rows.reduce((sum, row) => sum + Number(row.passed), 0);
  return { held: count - passed, waiting: passed };
}
