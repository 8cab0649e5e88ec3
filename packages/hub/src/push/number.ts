import type { ZhibangError } from '@bangqiao/zhibang';
import { findByKey } from '../customers/index.ts';
import type { Write } from '../journal/journal.ts';
import type { Executor } from '../store/index.ts';

/**
 * The number of a customer whom the ERP proposes none for (domain.md): `WX` and the hub's id. Where a customer of the ERP has
 * that one (hubs before this one counted from 1 too, people write such numbers by hand) `WX12-2`, `WX12-3` and so on.
 *
 * @param taken the one that the ERP refused: those behind it are left
 */
export async function ownNumber(db: Executor, customerId: number, taken: string | null): Promise<string> {
  for (let turn = taken === null ? 1 : turnOf(taken, customerId) + 1; ; turn += 1) {
    const number = turn === 1 ? `WX${customerId}` : `WX${customerId}-${turn}`;
    const holders = await findByKey(db, 'khid', number);
    if (holders.every(({ id }) => id === customerId)) return number;
  }
}

/** Null: the refusal is not about the number. Else the number of the next save; none where the ERP is to give one. */
export async function numberInstead(
  db: Executor,
  write: Write,
  refusal: ZhibangError,
): Promise<{ khid: string | null } | null> {
  if (refusal.field !== 'khid') return null;
  if (refusal.code === 'duplicate' && write.khid !== null) return numberAfter(db, write, write.khid);
  // The ERP demands one after all.
  const isWanted = refusal.code === 'missing_field' && write.khid === null;
  return isWanted ? { khid: await ownNumber(db, write.customer_id, null) } : null;
}

/** In the place of one that is taken: the ERP that proposed it may give another, ours has others behind it. */
export async function numberAfter(
  db: Executor,
  { customer_id: id }: Write,
  taken: string,
): Promise<{ khid: string | null }> {
  return { khid: turnOf(taken, id) === 0 ? null : await ownNumber(db, id, taken) };
}

/** 1 for `WX12`, 2 for `WX12-2`; 0: no number of ours. */
function turnOf(number: string, customerId: number): number {
  const [own, turn = '1', ...more] = number.split('-');
  return own === `WX${customerId}` && more.length === 0 && /^[1-9]\d*$/.test(turn) ? Number(turn) : 0;
}
