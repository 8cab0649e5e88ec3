import { nameOf } from '../customers/index.ts';
import { ownedBy } from '../customers/list.ts';
import { nextStepOf } from '../explain/next-step.ts';
import { OWN_KINDS, PILES, type WriteState } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import { bothWays } from '../words/two-languages.ts';
import type { Pile, Status } from './status.ts';

const FIRST = 5;

/**
 * What is still open in the journal: what waits, what needs a person, what is in doubt.
 * @param owners only of customers whose seller in the ERP has one of these names or ids
 */
export async function readPiles(db: Executor, owners?: readonly string[]): Promise<Status['writes']> {
  return {
    waiting: await pile(db, PILES.waiting, owners),
    parked: await pile(db, PILES.parked, owners),
    in_doubt: await pile(db, PILES.in_doubt, owners),
  };
}

async function pile(
  db: Executor,
  states: readonly WriteState[],
  owners: readonly string[] | undefined,
): Promise<Pile> {
  let open = db
    .selectFrom('write_journal as write')
    .where('write.kind', 'in', OWN_KINDS)
    .where('write.state', 'in', states);
  if (owners) open = open.where('write.customer_id', 'in', ownedBy(db, owners));
  const { count } = await open
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await open
    .innerJoin('customers_unified as customer', 'customer.id', 'write.customer_id')
    .select([
      'customer.id',
      'customer.company_name',
      'customer.real_name',
      'customer.wechat_nickname',
      'customer.wechat_remark',
      'write.kind',
      'write.state',
      'write.error_code',
      'write.error_message',
      'write.next_step',
      'write.retry_at',
      'write.updated_at',
    ])
    .orderBy('write.id')
    .limit(FIRST)
    .execute();
  const first = rows.map((row) => ({
    customer_id: row.id,
    name: nameOf(row),
    kind: row.kind,
    code: row.error_code,
    why: row.error_message === null ? null : bothWays(row.error_message),
    next: nextStepOf(row),
    retry_at: row.retry_at,
    since: row.updated_at,
  }));
  return { count: Number(count), first };
}
