import { type Assignment, assignSeller, type Customer, isMasked } from '@bangqiao/core';
import type { Selectable } from 'kysely';
import { keepOwner, requireCustomer } from '../customers/index.ts';
import { moveDurably, moveWrite } from '../journal/journal.ts';
import type { Executor, Schema } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { inOneColumn } from '../words/two-languages.ts';
import type { Holding } from './holding.ts';
import { readListed } from './list-row.ts';
import { NeedsPerson, NotNow, type PushOutcome } from './outcome.ts';
import { readSame } from './same-record.ts';
import { leaveInDoubt, trySave } from './saving.ts';
import { type AssignSettings, sellersNow } from './sellers.ts';
import { note } from './settle.ts';

type Choice = Selectable<Schema['assignments']>;

/**
 * Assigns one customer that the hub created (domain.md, Assigning). The choice is durable before the call leaves, the ERP's list
 * is read back, and a call whose answer was lost is not repeated: the seller that the list shows decides, else a person.
 */
export async function runAssign(context: RunContext, holding: Holding): Promise<PushOutcome> {
  // Left by a process that died with its call under way.
  await leaveInDoubt(context, holding);
  const customer = await requireCustomer(context.store.db, holding.write.customer_id);
  const ord = holding.write.ord as number;
  if (holding.write.state === 'in_doubt') return settleDoubt(context, holding);
  if (customer.erp_customer_id !== ord) return notWanted(context, holding);
  await readSame(context, customer, ord, holding.write);
  const chosen = await choose(context, holding, customer);
  const to = chosen.to === 'open' ? ({ ord, everyone: true } as const) : { ord, users: [chosen.seller.id] };
  const refusal = await trySave(() => context.erp.client.customers.assign(to));
  if (refusal !== null && refusal !== 'lost') throw refusal;
  if (refusal === null) await keepAnswer(context, holding);
  await leaveInDoubt(context, holding);
  return settleDoubt(context, holding);
}

async function notWanted(context: RunContext, holding: Holding): Promise<PushOutcome> {
  const change = { fields: null, holder: null };
  const words = note(context, 'no longer linked to that record');
  holding.write = await moveDurably(context.store, holding.write, 'cancelled', change, words);
  return 'skipped';
}

/** Chosen and marked in one transaction, one after the other, so that each choice counts those before it. */
async function choose(context: RunContext, holding: Holding, customer: Customer): Promise<Assignment> {
  const settings = context.settings.assign ?? { sellers: [], strongest: [], capacity: null };
  const names = new Map((await context.erp.client.options.users()).map(({ id, label }) => [id, label]));
  requireKnown(settings, names);
  const before = await ownerOf(context, holding.write.ord as number);
  await context.turn.mustHold();
  return context.store.transaction(
    async (trx) => {
      await oneAtATime(trx);
      const chosen = assignSeller(customer.data_quality_score, await sellersNow(trx, settings, names));
      const seller = chosen.to === 'open' ? null : chosen.seller;
      const choice = {
        seller: seller?.id ?? null,
        seller_name: seller?.name ?? null,
        owner_before: before,
        reason: inOneColumn(chosen.reason),
        chosen_at: now(context),
        answered_at: null,
      };
      await trx
        .insertInto('assignments')
        .values({ journal_id: holding.write.id, ord: holding.write.ord as number, ...choice })
        .onConflict((conflict) => conflict.column('journal_id').doUpdateSet(choice))
        .execute();
      const words = seller ? `assigned to ${seller.name} (${seller.id})` : 'opened to all sellers';
      const saves = holding.write.saves + 1;
      holding.write = await moveWrite(trx, holding.write, 'sent', { saves }, note(context, words));
      return chosen;
    },
    { durable: true },
  );
}

/** A slip in the configuration must not open every new customer to everybody. */
function requireKnown({ sellers, strongest }: AssignSettings, names: ReadonlyMap<string, string>): void {
  const ids = [...sellers, ...strongest];
  if (ids.length === 0 || names.size === 0 || ids.some((id) => names.has(id))) return;
  throw new NotNow('unknown_sellers', {
    zh: `assign 里的销售都不是 ERP 用户（${ids.join('、')}），暂不指派；用 bangqiao doctor 查看`,
    en: `None of the sellers of assign is a user of the ERP (${ids.join(', ')}): nobody is assigned; see bangqiao doctor`,
  });
}

/** A row that is written, not changed: PostgreSQL lets one transaction at a time do so, SQLite has one writer anyway. */
async function oneAtATime(trx: Executor): Promise<void> {
  await trx
    .updateTable('bangqiao_meta')
    .set((row) => ({ value: row.ref('value') }))
    .where('key', '=', 'serial_number')
    .execute();
}

async function keepAnswer(context: RunContext, { write }: Holding): Promise<void> {
  const answered = context.store.db
    .updateTable('assignments')
    .set({ answered_at: now(context) })
    .where('journal_id', '=', write.id);
  await answered.execute();
}

/** Whom the list shows as the seller (`cateid`): '' for nobody, null where it does not tell. */
async function ownerOf(context: RunContext, ord: number): Promise<string | null> {
  const owner = (await readListed(context, ord))?.cell('cateid');
  return owner === undefined || isMasked(owner) ? null : owner;
}

/**
 * After a call that was answered, or may have arrived: what the list shows now. A yes counts unless the list shows the seller of
 * before; a lost answer counts only where the list shows what was chosen.
 */
async function settleDoubt(context: RunContext, holding: Holding): Promise<PushOutcome> {
  const { id, ord } = holding.write;
  const choice = await context.store.db
    .selectFrom('assignments')
    .selectAll()
    .where('journal_id', '=', id)
    .executeTakeFirstOrThrow();
  const owner = await ownerOf(context, ord as number);
  if (isShown(choice, owner))
    return confirm(context, holding, owner, 'read back: the list shows that seller');
  if (choice.answered_at === null) throw inDoubt(ord);
  if (owner === null)
    return confirm(context, holding, null, 'the ERP said yes; its list does not tell sellers');
  const isAsBefore = owner === choice.owner_before;
  // Open to all and nobody's before: nothing is left to be seen.
  if (isAsBefore && choice.seller === null && owner === '')
    return confirm(context, holding, null, 'the ERP said yes');
  if (isAsBefore) throw notTaken(ord);
  return confirm(context, holding, owner, 'the ERP said yes; somebody else is the seller by now');
}

/** That nobody is the seller says "open to all" only where somebody was before. */
function isShown({ seller, seller_name, owner_before }: Choice, owner: string | null): boolean {
  if (owner === null) return false;
  return seller === null ? owner === '' && owner_before !== '' : owner === seller || owner === seller_name;
}

async function confirm(
  context: RunContext,
  holding: Holding,
  owner: string | null,
  words: string,
): Promise<PushOutcome> {
  await context.store.transaction(
    async (trx) => {
      const clean = { error_code: null, error_message: null, next_step: null, retry_at: null };
      const change = { ...clean, outcome: 'assigned', holder: null } as const;
      holding.write = await moveWrite(trx, holding.write, 'confirmed', change, note(context, words));
      if (!owner) return;
      await keepOwner(trx, holding.write.customer_id, owner);
    },
    { durable: true },
  );
  return 'updated';
}

function inDoubt(ord: number | null): NeedsPerson {
  return new NeedsPerson(
    'assign_in_doubt',
    {
      zh: `指派 ERP 客户 ${ord} 的答复丢失，列表上也看不出是否已指派，不会自动再发`,
      en: `The answer to assigning record ${ord} was lost and the list does not show it: it is not sent again by itself`,
    },
    LOOK,
  );
}

function notTaken(ord: number | null): NeedsPerson {
  return new NeedsPerson(
    'assign_not_taken',
    {
      zh: `ERP 对指派客户 ${ord} 答“成功”，列表上销售人员却没有变`,
      en: `The ERP said yes to assigning record ${ord}, and its list still shows the seller of before`,
    },
    LOOK,
  );
}

const LOOK = {
  zh: '在 ERP 里看这位客户的销售人员：已经对了，运行 bangqiao journal cancel；要再发，运行 bangqiao journal retry',
  en: "Look at the customer's seller in the ERP: bangqiao journal cancel if it is right, bangqiao journal retry to send it again",
};
