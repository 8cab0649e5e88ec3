import type { Customer } from '@bangqiao/core';
import { keysOf } from '../customers/index.ts';
import { holderIsAlive } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import { now } from '../sync/context.ts';

const LOCKED = ['phone', 'wechat', 'company'];

/**
 * Locks a customer's identity keys from look-up to confirmation, so that no other create of the same person or company
 * is under way anywhere. False when one of them is held; then none is. A dead process holds nothing.
 */
export async function lockKeys(context: RunContext, customer: Customer, journalId: number): Promise<boolean> {
  const keys = keysOf(customer).filter(({ kind }) => LOCKED.includes(kind));
  return context.store.transaction(async (trx) => {
    for (const { kind, value } of keys) {
      const held = await trx
        .selectFrom('key_locks')
        .selectAll()
        .where('kind', '=', kind)
        .where('value', '=', value)
        .executeTakeFirst();
      if (held && held.journal_id !== journalId && holderIsAlive(held.holder)) {
        await trx.deleteFrom('key_locks').where('journal_id', '=', journalId).execute();
        return false;
      }
      const lock = { holder: context.holder, journal_id: journalId, acquired_at: now(context) };
      await trx
        .insertInto('key_locks')
        .values({ kind, value, ...lock })
        .onConflict((conflict) => conflict.columns(['kind', 'value']).doUpdateSet(lock))
        .execute();
    }
    return true;
  });
}

export async function unlockKeys(context: RunContext, journalId: number): Promise<void> {
  await context.store.transaction(async (trx) => {
    await trx.deleteFrom('key_locks').where('journal_id', '=', journalId).execute();
  });
}
