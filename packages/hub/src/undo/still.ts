import { type Customer, type SyncField, sameValue } from '@bangqiao/core';
import { findCustomer, requireCustomer } from '../customers/index.ts';
import { OPEN_STATES } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import { changesOf, type NotUndone, type RunChange } from './changes.ts';

/** How many values of a run an undo would put back now. */
export async function countLeft(db: Executor, runId: number): Promise<number> {
  const { changes, not } = await changesOf(db, runId);
  let left = 0;
  for (const [id, wanted] of byCustomer(changes)) left += await wouldPutBack(db, id, wanted, not);
  return left;
}

export function byCustomer(changes: readonly RunChange[]): Map<number, RunChange[]> {
  const customers = new Map<number, RunChange[]>();
  for (const change of changes) {
    const own = customers.get(change.customer);
    if (own) own.push(change);
    else customers.set(change.customer, [change]);
  }
  return customers;
}

/** How many of a customer's changes could be put back now; the others are listed with the reason. */
export async function wouldPutBack(
  db: Executor,
  id: number,
  wanted: readonly RunChange[],
  not: NotUndone[],
): Promise<number> {
  const customer = await standing(db, id, wanted, not);
  return customer ? wanted.filter((change) => isStillTheRuns(customer, change, not)).length : 0;
}

/** The customer, when it can be written at all; else every change of it is listed with the reason. */
export async function standing(
  db: Executor,
  id: number,
  wanted: readonly RunChange[],
  not: NotUndone[],
): Promise<Customer | null> {
  const customer = await findCustomer(db, id);
  const open = await db
    .selectFrom('write_journal')
    .select('id')
    .where('customer_id', '=', id)
    .where('kind', '=', 'update')
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirst();
  const why = !customer
    ? MERGED
    : customer.erp_customer_id === null || customer.erp_presence === 'gone'
      ? NOT_THERE
      : customer.marked_as_invalid
        ? INVALID
        : customer.erp_presence === 'hidden'
          ? HIDDEN
          : open
            ? BUSY
            : null;
  if (!why) return requireCustomer(db, id);
  for (const { field } of wanted) not.push({ customer: id, field, why });
  return null;
}

export function isStillTheRuns(customer: Customer, change: RunChange, not: NotUndone[]): boolean {
  const here = customer[change.field as SyncField];
  if (sameValue(change.field, here === null ? null : String(here), change.after)) return true;
  not.push({ customer: customer.id, field: change.field, why: MOVED });
  return false;
}

const MOVED = {
  zh: '这个值后来又变了，保持现状',
  en: 'changed again since: left as it is',
};
const BUSY = {
  zh: '这位客户还有没写完的更新，写完后再撤销一次',
  en: 'an update of this customer is not done yet: undo again afterwards',
};
const INVALID = {
  zh: '这位客户已标记为无效，不再写入 ERP',
  en: 'this customer is marked invalid: nothing of it is written to the ERP',
};
const HIDDEN = {
  zh: '当前账号在 ERP 里看不到这位客户，暂不写入',
  en: 'this account may not see the customer in the ERP: nothing is written',
};
const NOT_THERE = {
  zh: '这位客户已不在 ERP 中',
  en: 'this customer is not in the ERP any more',
};
const MERGED = { zh: '这一条已并入另一位客户', en: 'this row became part of another customer' };
