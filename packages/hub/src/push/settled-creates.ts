import { moveWrite, toWrite, whenMoved } from '../journal/journal.ts';
import type { RunContext } from '../sync/context.ts';
import { SAVED_BESIDE } from './parking.ts';
import { note } from './settle.ts';

const WORDS = 'the customer was linked, or became one with another';

/**
 * A parked create whose customer a pull has linked since is nobody's task any more, unless it tells of a second record; nor is
 * one that was planned while its customer became one with another.
 */
export async function dropSettledCreates(context: RunContext): Promise<void> {
  const rows = await context.store.db
    .selectFrom('write_journal')
    .leftJoin('customers_unified', 'customers_unified.id', 'write_journal.customer_id')
    .selectAll('write_journal')
    .where('write_journal.kind', 'in', ['create', 'contact'])
    .where('write_journal.state', 'in', ['planned', 'waiting', 'parked'])
    .where((where) =>
      where.or([
        where('customers_unified.id', 'is', null),
        where.and([
          where('write_journal.state', '=', 'parked'),
          where.or([where('error_code', 'is', null), where('error_code', '<>', SAVED_BESIDE)]),
          where.or([
            where('customers_unified.erp_customer_id', 'is not', null),
            where('customers_unified.erp_contact_id', 'is not', null),
          ]),
        ]),
      ]),
    )
    .execute();
  for (const row of rows) {
    const change = { fields: null, holder: null };
    await context.store
      .transaction((trx) => moveWrite(trx, toWrite(row), 'cancelled', change, note(context, WORDS)))
      .catch(whenMoved);
  }
}
