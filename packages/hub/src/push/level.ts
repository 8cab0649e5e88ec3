import { COMPANY, type Customer, isMasked } from '@bangqiao/core';
import { type Bill, ZhibangError } from '@bangqiao/zhibang';
import { requireCustomer, updateCustomer } from '../customers/index.ts';
import { moveDurably, moveWrite } from '../journal/journal.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import type { Holding } from './holding.ts';
import { levelEdit } from './level-fields.ts';
import { readListed } from './list-row.ts';
import { NeedsPerson, type PushOutcome } from './outcome.ts';
import { readSame } from './same-record.ts';
import { leaveInDoubt, trySave } from './saving.ts';
import { note } from './settle.ts';

/**
 * Writes the follow level (跟进程度) that the write's subject names, by a v3 edit: a second step after a create, later only on
 * top of a level that is still the hub's own (domain.md: the ERP's, after the create that set it). It is read back from the
 * list where that shows it; a lost answer is never repeated by itself (decision 0028).
 */
export async function runLevel(context: RunContext, holding: Holding): Promise<PushOutcome> {
  // Left by a process that died with its call under way.
  await leaveInDoubt(context, holding);
  if (holding.write.state === 'in_doubt') return settleDoubt(context, holding);
  const customer = await requireCustomer(context.store.db, holding.write.customer_id);
  const ord = holding.write.ord as number;
  if (customer.erp_customer_id !== ord) return notWanted(context, holding);
  const bill = await readSame(context, customer, ord, holding.write);
  const settled = await settleUnsent(context, holding);
  if (settled) return settled;
  const refusal = await send(context, holding, customer, bill);
  if (refusal !== null && refusal !== 'lost') throw refusal;
  if (refusal === null) return afterYes(context, holding);
  await leaveInDoubt(context, holding);
  return settleDoubt(context, holding);
}

async function notWanted(context: RunContext, holding: Holding): Promise<PushOutcome> {
  const words = note(context, 'no longer linked to that record');
  holding.write = await moveDurably(context.store, holding.write, 'cancelled', { holder: null }, words);
  return 'skipped';
}

/** The ERP has the level already, or somebody there set another one since: nothing is sent. Null: it is to be sent. */
async function settleUnsent(context: RunContext, holding: Holding): Promise<PushOutcome | null> {
  const { customer_id, id, ord, subject } = holding.write;
  const shown = await levelShown(context, ord as number);
  if (shown === subject)
    return confirm(context, holding, 'level_set', shown, 'the ERP has that level already');
  const own = await ownLevel(context.store.db, customer_id, id);
  if (own === null || own === shown) return null;
  return shown === null
    ? confirm(context, holding, 'unchanged', null, 'the list does not tell the level: it is left as it is')
    : confirm(context, holding, 'unchanged', shown, 'set in the ERP since: its level stands');
}

/** What the hub set last, before this write; null: this is the step after the create. */
async function ownLevel(db: Executor, customerId: number, before: number): Promise<string | null> {
  const row = await db
    .selectFrom('write_journal')
    .select('subject')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'level')
    .where('outcome', '=', 'level_set')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.subject ?? null;
}

async function send(context: RunContext, holding: Holding, customer: Customer, bill: Bill) {
  const { subject, ord, saves } = holding.write;
  const fields = levelEdit(bill, customer.erp_customer_type ?? COMPANY, subject, context.erp.options);
  const words = note(context, `follow level ${subject} leaves`);
  await context.turn.mustHold();
  holding.write = await moveDurably(context.store, holding.write, 'sent', { saves: saves + 1 }, words);
  return trySave(() => context.erp.client.customers.editV3({ ord: ord as number, fields }));
}

async function afterYes(context: RunContext, holding: Holding): Promise<PushOutcome> {
  const { ord, subject } = holding.write;
  const shown = await levelShown(context, ord as number).catch(whenAway);
  if (shown === null)
    return confirm(
      context,
      holding,
      'level_set',
      subject,
      'the ERP said yes; its list does not tell the level',
    );
  if (shown !== subject) throw notTaken(ord, shown);
  return confirm(context, holding, 'level_set', shown, 'read back: the list shows that level');
}

/** The ERP's word stands where it cannot be asked any more; a call that ends the run is met again by the next one. */
function whenAway(error: unknown): null {
  if (error instanceof ZhibangError) return null;
  throw error;
}

async function settleDoubt(context: RunContext, holding: Holding): Promise<PushOutcome> {
  const { ord, subject } = holding.write;
  const shown = await levelShown(context, ord as number);
  if (shown !== subject) throw inDoubt(ord, shown);
  return confirm(context, holding, 'level_set', shown, 'read back: the list shows that level');
}

/** As the list's column 跟进程度 shows it, whatever its id; null where there is none, or it shows bare ids. */
async function levelShown(context: RunContext, ord: number): Promise<string | null> {
  const level = (await readListed(context, ord))?.cell('跟进程度');
  return level === undefined || isMasked(level) || /^\d*$/.test(level) ? null : level;
}

async function confirm(
  context: RunContext,
  holding: Holding,
  outcome: 'level_set' | 'unchanged',
  level: string | null,
  words: string,
): Promise<PushOutcome> {
  await context.store.transaction(
    async (trx) => {
      const clean = { error_code: null, error_message: null, next_step: null, retry_at: null };
      const change = { ...clean, outcome, holder: null };
      holding.write = await moveWrite(trx, holding.write, 'confirmed', change, note(context, words));
      if (level === null) return;
      const customer = await requireCustomer(trx, holding.write.customer_id);
      await updateCustomer(
        trx,
        customer,
        { erp_follow_level: level },
        { by: context.by, reason: words, source: 'erp', runId: context.runId, now: now(context) },
      );
    },
    { durable: true },
  );
  return outcome === 'level_set' ? 'updated' : 'skipped';
}

function inDoubt(ord: number | null, shown: string | null): NeedsPerson {
  return new NeedsPerson(
    'level_in_doubt',
    shown === null
      ? {
          zh: `写跟进程度的答复丢失，ERP 客户 ${ord} 的跟进程度也读不到，不会自动再发`,
          en: `The answer to setting the follow level of record ${ord} was lost, and it cannot be read: it is not sent again by itself`,
        }
      : {
          zh: `写跟进程度的答复丢失，ERP 客户 ${ord} 现在是“${shown}”，不会自动再发`,
          en: `The answer to setting the follow level of record ${ord} was lost, and the ERP shows "${shown}": it is not sent again by itself`,
        },
    LOOK,
  );
}

function notTaken(ord: number | null, shown: string): NeedsPerson {
  return new NeedsPerson(
    'level_not_taken',
    {
      zh: `ERP 对写跟进程度答“成功”，客户 ${ord} 却仍是“${shown}”`,
      en: `The ERP said yes to the follow level of record ${ord}, and still shows "${shown}"`,
    },
    LOOK,
  );
}

const LOOK = {
  zh: '在 ERP 里看这位客户的跟进程度：可以了，运行 bangqiao journal cancel；要再发，运行 bangqiao journal retry',
  en: "Look at the customer's follow level in the ERP: bangqiao journal cancel if it will do, bangqiao journal retry to send it again",
};
