import type { Customer } from '@bangqiao/core';
import { keysOf } from '../customers/index.ts';
import { type Executor, holdsStill } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { now } from '../sync/context.ts';

/** What no other write may be about while a customer is created. */
export function keysOfCreate(customer: Customer): LockKey[] {
  return keysOf(customer, ['phone', 'wechat', 'company']);
}

/** A contact person is locked as a person, and by name within the company; its colleagues may go on. */
export function keysOfContact(customer: Customer, company: number, name: string): LockKey[] {
  return [...keysOf(customer, ['phone', 'wechat']), { kind: 'contact', value: `${company}:${name}` }];
}

interface LockKey {
  kind: string;
  value: string;
}

/**
 * Locks a customer's identity keys from look-up to confirmation, so that no other create of the same person or company
 * is under way anywhere. False when one of them is held; then none is. A dead process holds nothing.
 */
export async function lockKeys(
  context: RunContext,
  keys: readonly LockKey[],
  journalId: number,
): Promise<boolean> {
  return context.store.transaction(async (trx) => {
    for (const { kind, value } of keys) {
      const lock = { holder: context.holder, journal_id: journalId, acquired_at: now(context) };
      if (await takeLock(trx, kind, value, lock)) continue;
      await trx.deleteFrom('key_locks').where('journal_id', '=', journalId).execute();
      return false;
    }
    return true;
  });
}

/** The row is changed only where it still is what was read: two that ask at once never both get it, on either database. */
async function takeLock(
  trx: Executor,
  kind: string,
  value: string,
  lock: { holder: string; journal_id: number; acquired_at: string },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('key_locks')
    .values({ kind, value, ...lock })
    .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
    .executeTakeFirst();
  if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 1) return true;
  const held = await trx
    .selectFrom('key_locks')
    .selectAll()
    .where('kind', '=', kind)
    .where('value', '=', value)
    .executeTakeFirst();
  if (!held || (held.journal_id !== lock.journal_id && holdsStill(held.holder))) return false;
  const taken = await trx
    .updateTable('key_locks')
    .set(lock)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .where('holder', '=', held.holder)
    .where('journal_id', '=', held.journal_id)
    .executeTakeFirst();
  return Number(taken.numUpdatedRows) === 1;
}

/** A run that stood still too long frees nothing that whoever took its turn holds by now. */
export async function unlockKeys(context: RunContext, journalId: number): Promise<void> {
  await context.store.transaction(async (trx) => {
    await trx
      .deleteFrom('key_locks')
      .where('journal_id', '=', journalId)
      .where('holder', '=', context.holder)
      .execute();
  });
}
