import { holdFollowUpsUntil } from '../followup/held-until.ts';
import { HELD_STATES } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import { MANIFEST_KEY } from './manifest.ts';

/** No process: whoever reads it as a holder finds nobody alive. */
const NOBODY = 'restored';

/**
 * What a restored database must not believe. It knows nothing of what the hub did after the backup, perhaps on another
 * machine: no process of then holds anything here, nobody is created before the ERP was read whole again, and no
 * conversation that may have been told to the ERP is told again by itself.
 */
export async function settleRestored(trx: Executor, at: string): Promise<void> {
  await trx.deleteFrom('leases').execute();
  await trx.deleteFrom('key_locks').execute();
  await trx.deleteFrom('bangqiao_meta').where('key', '=', MANIFEST_KEY).execute();
  await trx.updateTable('write_journal').set({ holder: NOBODY }).where('state', 'in', HELD_STATES).execute();
  await trx.updateTable('sync_runs').set({ holder: NOBODY }).where('ended_at', 'is', null).execute();
  await distrustMirror(trx, at);
  await holdFollowUpsUntil(trx, at);
}

async function distrustMirror(trx: Executor, at: string): Promise<void> {
  await trx
    .updateTable('sweeps')
    .set({ state: 'abandoned', ended_at: at })
    .where('state', '=', 'running')
    .execute();
  await trx
    .updateTable('sweeps')
    .set({ state: 'incomplete', reason: 'restored from a backup' })
    .where('id', 'in', (newest) =>
      newest.selectFrom('sweeps').select((select) => select.fn.max('id').as('id')),
    )
    .where('state', '=', 'complete')
    .execute();
  await trx.deleteFrom('erp_pages').execute();
}
