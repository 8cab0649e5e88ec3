import type { Executor } from '../store/index.ts';
import type { Config } from './load.ts';

/** Settings that an office may change while the service runs: fixed by file or environment, else kept in `erp_sync_config`. */
export interface LiveSettings {
  pullEnabled: boolean;
  /** Seconds. */
  pullInterval: number;
  pushEnabled: boolean;
  /** Seconds. */
  pushInterval: number;
  /** Changed customers are pushed at once. */
  autoSync: boolean;
  /** Customers pushed at once together, and looked for by one sweep of the rules. */
  batchSize: number;
  minQualityScore: number | null;
  minIntentScore: number | null;
}

/** Reads them afresh, so that a change in the console acts at the next run. */
export async function liveSettings(db: Executor, config: Config): Promise<LiveSettings> {
  const rows = await db.selectFrom('erp_sync_config').selectAll().where('is_active', '=', true).execute();
  const kept = new Map(rows.map((row) => [row.config_key, row.config_value]));
  const number = (path: string, key: string, fallback: number) => {
    const value = Number(kept.get(key));
    return config.fixed.has(path) || !kept.get(key) || !Number.isFinite(value) ? fallback : value;
  };
  const flag = (path: string, key: string, fallback: boolean) => {
    const value = kept.get(key);
    return config.fixed.has(path) || !value ? fallback : /^(1|true|yes)$/i.test(value);
  };
  const score = (key: string) => (kept.get(key) ? Number(kept.get(key)) : null);
  return {
    pullEnabled: flag('erp_pull.enabled', 'erp_pull_enabled', config.erp_pull.enabled),
    pullInterval: number('erp_pull.interval', 'erp_pull_interval', config.erp_pull.interval),
    pushEnabled: flag('erp_push.enabled', 'erp_push_enabled', config.erp_push.enabled),
    pushInterval: number('erp_push.interval', 'erp_push_interval', config.erp_push.interval),
    autoSync: flag('erp_push.auto_sync', 'auto_sync_enabled', config.erp_push.auto_sync),
    batchSize: clamp(number('erp_push.batch_size', 'batch_size', config.erp_push.batch_size)),
    minQualityScore: score('min_quality_score'),
    minIntentScore: score('min_intent_score'),
  };
}

/** What the schema allows in the file holds for the table as well. */
function clamp(batchSize: number): number {
  return Math.min(1000, Math.max(1, Math.floor(batchSize)));
}

/** Notes when the last pull or push ended, under the names that today's users look for. */
export async function noteLastRun(
  db: Executor,
  kinds: { pull: boolean; push: boolean },
  at: string,
): Promise<void> {
  const keys = [...(kinds.pull ? ['last_erp_pull_time'] : []), ...(kinds.push ? ['last_erp_push_time'] : [])];
  if (keys.length === 0) return;
  await db
    .updateTable('erp_sync_config')
    .set({ config_value: at, updated_at: at })
    .where('config_key', 'in', keys)
    .execute();
}
