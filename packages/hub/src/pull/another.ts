import {
  type Customer,
  companyKey,
  type ErpRecord,
  identityKey,
  normaliseCreditCode,
  normalisePhone,
} from '@bangqiao/core';
import type { Executor } from '../store/index.ts';
import { keepBase, type MergeContext, readBase, readRecord } from './absorb.ts';
import { keepConflicts } from './conflicts.ts';

const plain = (text: string) => text.trim() || null;
const STRONG_KEYS: readonly [id: string, normalise: (text: string) => string | null][] = [
  ['name', (text) => companyKey(text) ?? plain(text)],
  ['mobile', normalisePhone],
  ['weixinAcc', plain],
  ['bank_4', normaliseCreditCode],
];

/**
 * An `ord` can come to mean another customer, after a restored backup (wire.md, Customers): the record has another customer
 * number, and of the strong keys that it shows none is what it was. Neither proves it alone: people renumber and rename.
 */
export function isAnotherNow(customer: Customer, before: ErpRecord, shown: ErpRecord): boolean {
  const number = identityKey('khid', customer.erp_customer_code);
  const shownNumber = identityKey('khid', shown.khid);
  if (number === null || shownNumber === null || shownNumber === number) return false;
  const pairs = STRONG_KEYS.map(([id, key]) => [key(before[id] ?? ''), key(shown[id] ?? '')] as const);
  const comparable = pairs.filter(([was, is]) => was !== null && is !== null);
  return comparable.length > 0 && comparable.every(([was, is]) => was !== is);
}

/**
 * Nothing of such a record is taken over, and nothing is written to it (`push/same-record.ts`): a person is asked, once per
 * number, whether this is still the customer. Whoever takes the ERP's number says so, and the next sweep takes the rest.
 */
export async function askWhetherSame(
  trx: Executor,
  context: MergeContext,
  customer: Customer,
  ord: number,
  { before, shown }: { before: ErpRecord; shown: ErpRecord },
): Promise<void> {
  const field = 'erp_customer_code';
  const { erp_customer_code: hub } = customer;
  const erp = shown.khid?.trim() ?? null;
  const asked = await trx
    .selectFrom('conflicts')
    .select('id')
    .where('customer_id', '=', customer.id)
    .where('field', '=', field)
    .where('erp_value', '=', erp)
    .executeTakeFirst();
  if (asked) return;
  // The answer goes into the base: what both sides held before must stand there first.
  const agreed = readRecord(before, customer.erp_customer_type, context.options).values;
  await keepBase(trx, customer.id, ord, await readBase(trx, customer.id, agreed), context.at);
  const reason = {
    zh: `ERP 内部编号 ${ord} 现在像是另一个客户（${shown.name ?? ''}）：编号、名称、手机都不同，由人判断`,
    en: `ERP record ${ord} looks like another customer now (${shown.name ?? ''}): number, name and phone differ; a person decides`,
  };
  const verdict = {
    field,
    kind: 'conflict',
    hub,
    erp,
    base: null,
    winner: null,
    loser: undefined,
    reason,
  } as const;
  await keepConflicts(trx, context, customer.id, ord, [verdict]);
}

/** A person is asked whether the record still is this customer: what the mirror holds of it answers nothing. */
export async function isInQuestion(trx: Executor, customerId: number): Promise<boolean> {
  const open = await trx
    .selectFrom('conflicts')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('field', '=', 'erp_customer_code')
    .where('state', '=', 'open')
    .executeTakeFirst();
  return open !== undefined;
}
