import { type Executor, eachOf } from '../store/index.ts';
import { keepCounts } from './kept-counts.ts';
import { BATCH, byAge, type Pruner } from './pruner.ts';

/** Calls to the ERP: for looking into trouble, and worth nothing when it is over. Their numbers stay, by day and address. */
export const apiLogs: Pruner = {
  name: 'api_logs',
  async take(trx, before) {
    const rows = await trx
      .selectFrom('erp_api_logs')
      .select(['id', 'api_endpoint', 'is_success', 'response_time_ms', 'called_at'])
      .where('called_at', '<', before)
      .orderBy('called_at')
      .limit(BATCH)
      .execute();
    await keepCounts(
      trx,
      rows.map((row) => ({
        at: row.called_at,
        what: 'api',
        part: row.api_endpoint.split('?')[0] ?? '',
        outcome: row.is_success ? 'ok' : 'failed',
        ms: row.response_time_ms,
      })),
    );
    await remove(trx, 'erp_api_logs', rows);
    return byAge(rows.length, rows.length);
  },
};

/**
 * What was read from the ERP. What was written there stays for ever (what was sent, what came back), and so do decisions,
 * journal and history: every step of a customer is explained from them.
 */
export const syncLogs: Pruner = {
  name: 'sync_logs',
  async take(trx, before) {
    const rows = await trx
      .selectFrom('erp_sync_logs')
      .select(['id', 'sync_direction', 'sync_result', 'sync_duration_ms', 'synced_at'])
      .where('synced_at', '<', before)
      .where('sync_direction', '=', 'erp_to_local')
      .orderBy('synced_at')
      .limit(BATCH)
      .execute();
    await keepCounts(
      trx,
      rows.map((row) => ({
        at: row.synced_at,
        what: 'sync',
        part: row.sync_direction,
        outcome: row.sync_result,
        ms: row.sync_duration_ms,
      })),
    );
    await remove(trx, 'erp_sync_logs', rows);
    return byAge(rows.length, rows.length);
  },
};

/** Runs in which nothing happened: one every five minutes. */
export const idleRuns: Pruner = {
  name: 'runs',
  async take(trx, before, place) {
    const rows = await trx
      .selectFrom('sync_runs')
      .select(['id', 'result', 'error'])
      .where('id', '>', place)
      .where('ended_at', '<', before)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const idle = rows.filter(({ result, error }) => error === null && isIdle(result));
    await remove(trx, 'sync_runs', idle);
    return { removed: idle.length, place: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null) };
  },
};

const HAPPENED = [
  'created',
  'updated',
  'linked',
  'failed',
  'waiting',
  'parked',
  'inDoubt',
  'planned',
  'sent',
  'doubtful',
  'cancelled',
  'skipped',
];

function isIdle(result: string | null): boolean {
  if (result === null) return false;
  const { pull, push, followUps, ...more } = JSON.parse(result) as Record<
    string,
    Record<string, unknown> | null
  >;
  if (Object.keys(more).length > 0) return false;
  return [pull, push, followUps].every((half) => HAPPENED.every((what) => !half?.[what]));
}

/** Sweeps of the ERP's list, but the newest ones and those by which somebody is missed. */
export const sweeps: Pruner = {
  name: 'sweeps',
  async take(trx, before) {
    const rows = await trx
      .selectFrom('sweeps')
      .select('id')
      .where('ended_at', '<', before)
      .where('id', 'not in', (missed) => missed.selectFrom('sweep_missed').select('sweep_id'))
      .where('id', '<', (newest) =>
        newest.selectFrom('sweeps').select((select) => select(select.fn.max('id'), '-', 20).as('id')),
      )
      .orderBy('id')
      .limit(BATCH)
      .execute();
    await remove(trx, 'sweeps', rows);
    return byAge(rows.length, rows.length);
  },
};

async function remove(
  trx: Executor,
  table: 'erp_api_logs' | 'erp_sync_logs' | 'sync_runs' | 'sweeps',
  rows: readonly { id: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await trx
    .deleteFrom(table as 'sweeps')
    .where('id', 'in', eachOf(trx, ids))
    .execute();
}
