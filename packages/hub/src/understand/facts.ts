import { type Customer, compareCompanies, type Fact, normalisePhone } from '@bangqiao/core';
import { keyValue } from '../customers/index.ts';
import { change, current, type Draft, isOutdated, noteTold } from './draft.ts';
import { VERIFIABLE, type Verifiable } from './talk.ts';

/** Facts that are a value of the customer's, and the column that holds it. */
export const VALUE_COLUMNS = {
  phone: 'phone',
  company: 'company_name',
  name: 'real_name',
  email: 'email',
  address: 'address',
  product: 'extracted_product_interest',
} as const satisfies Partial<Record<Fact['kind'], keyof Customer>>;

/** Facts that are a sign, and the flag that shows it. */
export const SIGN_COLUMNS = {
  quote: 'has_quote_request',
  order: 'has_order',
  contract: 'has_contract',
  payment: 'has_payment',
} as const satisfies Partial<Record<Fact['kind'], keyof Customer>>;

export type ValueKind = keyof typeof VALUE_COLUMNS;
type SignKind = keyof typeof SIGN_COLUMNS;

export function isSign(kind: string): kind is SignKind {
  return kind in SIGN_COLUMNS;
}

export function isValue(kind: string): kind is ValueKind {
  return kind in VALUE_COLUMNS;
}

/**
 * What the customer said of himself, on his row: into an empty field always, over a value that only WeChat knew when it is said
 * later and at least as plainly. What the ERP, a person or a verification put there stays. Every fact is kept as evidence.
 */
export function takeFacts(draft: Draft, facts: readonly Fact[], message: { id: number; at: string }): void {
  for (const fact of facts) {
    const taken = isSign(fact.kind)
      ? takeSign(draft, fact, message)
      : isValue(fact.kind) && takeValue(draft, fact, message);
    draft.facts.push({
      message_id: message.id,
      kind: fact.kind,
      value: fact.value,
      span_start: fact.span.start,
      span_end: fact.span.end,
      certainty: fact.certainty,
      state: taken ? 'taken' : 'seen',
      at: message.at,
    });
  }
}

function takeSign(draft: Draft, fact: Fact, { id, at }: { id: number; at: string }): boolean {
  // An order, a contract or a payment lets a customer in by itself: only plain words do that.
  if (fact.kind !== 'quote' && fact.certainty !== 'stated') return false;
  const column = SIGN_COLUMNS[fact.kind as SignKind];
  if (isOutdated(draft, column, at)) return false;
  if (!current(draft, column)) change(draft, column, true, id);
  noteTold(draft, column, at);
  return true;
}

function takeValue(draft: Draft, fact: Fact, { id, at }: { id: number; at: string }): boolean {
  const kind = fact.kind as ValueKind;
  const column = VALUE_COLUMNS[kind];
  const held = current(draft, column);
  const equal = held !== null && sameFact(kind, held, fact.value);
  if (!equal && held !== null && !yields(draft, kind, fact, at)) {
    if (kind === 'phone' && fact.certainty === 'stated') addPhoneKey(draft, fact.value);
    return false;
  }
  if (!equal) {
    change(draft, column, fact.value, id);
    delete draft.talk.verified[kind as Verifiable];
  }
  if ((VERIFIABLE as readonly string[]).includes(kind)) draft.reverify.add(kind as Verifiable);
  if (kind === 'email') addEmailKey(draft, fact.value);
  const standing = draft.talk.standing[kind];
  if (!equal || standing === undefined || at >= standing.at)
    draft.talk.standing[kind] = { certainty: fact.certainty, at };
  return true;
}

/** Whether the value that stands gives way to this fact. */
function yields(draft: Draft, kind: ValueKind, fact: Fact, at: string): boolean {
  const column = VALUE_COLUMNS[kind];
  if (isOutdated(draft, column, at)) return false;
  if (kind === 'product') return at >= (draft.talk.standing.product?.at ?? '');
  const source = column in draft.changes ? 'wechat' : draft.before[`${column}_source` as 'phone_source'];
  if (source === 'erp' || source === 'manual' || isVerified(draft, kind)) return false;
  const standing = draft.talk.standing[kind];
  if (standing === undefined) return fact.certainty === 'stated';
  return at >= standing.at && (fact.certainty === 'stated' || standing.certainty === 'likely');
}

function isVerified(draft: Draft, kind: ValueKind): boolean {
  if (kind === 'phone') return current(draft, 'phone_verified');
  if (kind === 'company') return current(draft, 'company_name_verified');
  return kind === 'email' && current(draft, 'email_verified');
}

export function sameFact(kind: string, a: string, b: string): boolean {
  if (a === b) return true;
  return kind === 'company' && compareCompanies(a, b).likeness === 'same';
}

/** One more telephone of the same person. */
export function addPhoneKey(draft: Draft, phone: unknown): void {
  const plain = normalisePhone(phone);
  const value = keyValue('phone', plain);
  if (plain === null || value === null) return;
  draft.keys.push({ kind: 'phone', value });
  draft.phones.push(plain);
}

/** No column's key, and none that links: people are suggested by it. */
function addEmailKey(draft: Draft, email: string): void {
  const value = keyValue('email', email);
  if (value !== null) draft.keys.push({ kind: 'email', value });
}
