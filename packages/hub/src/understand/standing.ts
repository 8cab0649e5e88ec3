import type { Customer } from '@bangqiao/core';
import { keyValue, updateCustomer, type WriteContext } from '../customers/index.ts';
import { removeKeys } from '../identity/rows.ts';
import type { Executor } from '../store/index.ts';
import { isSign, isValue, SIGN_COLUMNS, sameFact, VALUE_COLUMNS, type ValueKind } from './facts.ts';
import { type Talk, VERIFIABLE, type Verifiable } from './talk.ts';
import { saveTalks, talksOf } from './talks.ts';
import { restsOnEvents, type Told, toldBeside } from './told.ts';
import { reverify, witnessed } from './verified.ts';

/** A fact that no longer stands: taken back, recalled, or another person's after all. */
export interface Gone {
  kind: string;
  value: string;
  /** The customer said that it is wrong: a card that says it is no better. */
  isDenied?: boolean;
}

/** What still speaks for a customer's values after facts went. */
interface Still {
  /** The latest first. */
  facts: readonly { kind: string; value: string; certainty: string; message_id: number; at: string }[];
  told: Told;
  card: Talk['card'];
}

/**
 * Puts a customer's columns and keys right after facts went: what rested on nothing else gives way to the latest fact that still
 * stands, or to what a card says, or to nothing. What an import, a mark, the ERP, a person or a verification put there stays.
 */
export async function restand(
  trx: Executor,
  before: Customer,
  gone: readonly Gone[],
  context: WriteContext,
): Promise<Customer> {
  if (gone.length === 0) return before;
  const { customer, card } = await withoutWitness(trx, before, gone, context);
  const still: Still = {
    facts: await standingFacts(trx, customer.id, gone),
    told: await toldBeside(trx, customer.id),
    card,
  };
  const changes: Partial<Customer> = {};
  const events: Record<string, number> = {};
  for (const one of gone) {
    const { kind } = one;
    if (isSign(kind)) {
      if (await signGoes(trx, customer.id, kind, still)) changes[SIGN_COLUMNS[kind]] = false;
    } else if (isValue(kind) && (await valueGoes(trx, customer, { ...one, kind }, still))) {
      const column = VALUE_COLUMNS[kind];
      const next = nextOf({ ...one, kind }, still);
      changes[column] = next?.value ?? null;
      if (next) events[column] = next.event;
    }
  }
  const evidence = Object.keys(events).length === 0 ? {} : { evidence: JSON.stringify({ events }) };
  const after = await updateCustomer(trx, customer, changes, { ...context, ...evidence });
  await dropKeys(trx, after, gone, still);
  return after;
}

async function standingFacts(
  trx: Executor,
  customerId: number,
  gone: readonly Gone[],
): Promise<Still['facts']> {
  return await trx
    .selectFrom('customer_facts')
    .select(['kind', 'value', 'certainty', 'message_id', 'at'])
    .where('customer_id', '=', customerId)
    .where('kind', 'in', [...new Set(gone.map(({ kind }) => kind))])
    .where('state', 'in', ['taken', 'seen'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** What the talk alone had verified may have lost its witness. */
async function withoutWitness(
  trx: Executor,
  customer: Customer,
  gone: readonly Gone[],
  context: WriteContext,
): Promise<{ customer: Customer; card: Talk['card'] }> {
  const kinds = VERIFIABLE.filter((kind) => gone.some((one) => one.kind === kind));
  if (kinds.length === 0) return { customer, card: {} };
  const talk = (await talksOf(trx, [customer.id])).get(customer.id);
  if (!talk) return { customer, card: {} };
  const after = await reverify(trx, customer, talk, kinds, context);
  await saveTalks(trx, [{ customerId: customer.id, talk }]);
  return { customer: after, card: talk.card };
}

async function signGoes(
  trx: Executor,
  customerId: number,
  kind: keyof typeof SIGN_COLUMNS,
  { facts, told }: Still,
): Promise<boolean> {
  const column = SIGN_COLUMNS[kind];
  const isSaid = facts.some(
    (fact) => fact.kind === kind && (kind === 'quote' || fact.certainty === 'stated'),
  );
  if (isSaid || told.get(column)?.[0]?.value === true) return false;
  return await restsOnEvents(trx, customerId, column, (value) => value === 'true');
}

/** Whether the column holds this value, and only what was said in WeChat, as rules or a model read it, said so. */
async function valueGoes(
  trx: Executor,
  customer: Customer,
  { kind, value, isDenied }: GoneValue,
  still: Still,
): Promise<boolean> {
  const column = VALUE_COLUMNS[kind];
  const held = customer[column];
  if (held === null || !sameFact(kind, held, value)) return false;
  if (isStillSaid({ kind, value, isDenied }, still)) return false;
  const source = kind === 'product' ? 'wechat' : customer[`${column}_source` as 'phone_source'];
  if (source !== 'wechat' && source !== 'ai') return false;
  if (customer[`${column}_verified` as 'phone_verified'] === true) return false;
  return isDenied || (await restsOnEvents(trx, customer.id, column, (one) => sameFact(kind, one, value)));
}

type GoneValue = Gone & { kind: ValueKind; isDenied?: boolean | undefined };

function isStillSaid({ kind, value, isDenied }: GoneValue, { facts, told, card }: Still): boolean {
  if (facts.some((fact) => fact.kind === kind && sameFact(kind, fact.value, value))) return true;
  if (isDenied) return false;
  if (wordsIn(told, kind).some((word) => sameFact(kind, word.value, value))) return true;
  const form = isVerifiable(kind) ? witnessed(kind, value) : null;
  return form !== null && card[kind as Verifiable]?.includes(form) === true;
}

function isVerifiable(kind: string): kind is Verifiable {
  return (VERIFIABLE as readonly string[]).includes(kind);
}

/** What was said in plain words or shown by a card last, else what was likely said. */
function nextOf({ kind, value }: GoneValue, { facts, told }: Still): { value: string; event: number } | null {
  // A phone that only a model read is noted alone (`model-facts.ts`).
  const standing = facts.filter(
    (fact) => fact.kind === kind && !(kind === 'phone' && fact.certainty === 'model'),
  );
  const plain = standing.find(({ certainty }) => certainty === 'stated');
  const word = wordsIn(told, kind).find((one) => !sameFact(kind, one.value, value));
  if (word && (!plain || plain.at < word.at)) return word;
  const said = plain ?? standing[0];
  return said ? { value: said.value, event: said.message_id } : null;
}

function wordsIn(told: Told, kind: ValueKind): { value: string; event: number; at: string }[] {
  const words = told.get(VALUE_COLUMNS[kind]) ?? [];
  return words.flatMap(({ value, ...of }) => (typeof value === 'string' ? [{ value, ...of }] : []));
}

/** A further phone or e-mail that nobody says any more is no key: whoever has it now is somebody else. */
async function dropKeys(
  trx: Executor,
  customer: Customer,
  gone: readonly Gone[],
  still: Still,
): Promise<void> {
  for (const { kind, value, isDenied } of gone) {
    if (kind !== 'phone' && kind !== 'email') continue;
    const key = keyValue(kind, value);
    if (key === null || customer[kind] === value || isStillSaid({ kind, value, isDenied }, still)) continue;
    if (await isMergedOnes(trx, customer.id, kind, value)) continue;
    await removeKeys(trx, customer.id, [{ kind, value: key }]);
  }
}

/** Somebody who is one with the customer by now brought it, from an import or the ERP. */
async function isMergedOnes(
  trx: Executor,
  customerId: number,
  kind: 'phone' | 'email',
  value: string,
): Promise<boolean> {
  const merges = await trx
    .selectFrom('customer_merges')
    .select('merged_row')
    .where('kept_id', '=', customerId)
    .execute();
  return merges.some(({ merged_row }) => {
    const was = JSON.parse(merged_row) as Customer;
    return was[kind] === value && was[`${kind}_source`] !== 'wechat' && was[`${kind}_source`] !== 'ai';
  });
}
