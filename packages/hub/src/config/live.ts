import { HubError } from '../errors.ts';
import type { Executor, Store } from '../store/index.ts';
import { LEAVES } from './leaves.ts';
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
    return config.fixed.has(path) || !kept.get(key) || !isAllowed(path, value) ? fallback : value;
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
    batchSize: number('erp_push.batch_size', 'batch_size', config.erp_push.batch_size),
    minQualityScore: score('min_quality_score'),
    minIntentScore: score('min_intent_score'),
  };
}

/** Keys of `erp_sync_config` that a person may change, with the key of the configuration that fixes each; null: none does. */
export const LIVE_KEYS = {
  erp_pull_enabled: 'erp_pull.enabled',
  erp_pull_interval: 'erp_pull.interval',
  erp_push_enabled: 'erp_push.enabled',
  erp_push_interval: 'erp_push.interval',
  auto_sync_enabled: 'erp_push.auto_sync',
  batch_size: 'erp_push.batch_size',
  min_quality_score: null,
  min_intent_score: null,
} as const;
export type LiveKey = keyof typeof LIVE_KEYS;

/**
 * Changes them; the next run obeys; null: as if it had never been set. Answers what stood there before.
 * @throws HubError `setting_fixed` when the file or the environment fixes one: none is changed then.
 */
export async function changeLive(
  store: Store,
  config: Config,
  changes: Partial<Record<LiveKey, string | number | boolean | null>>,
  at: string,
): Promise<Record<string, string | null>> {
  const wanted = (Object.entries(changes) as [LiveKey, unknown][]).filter(([, value]) => value !== undefined);
  for (const [key] of wanted) {
    const path = LIVE_KEYS[key];
    if (path !== null && config.fixed.has(path)) throw isFixed(path);
  }
  return store.transaction(async (trx) => {
    const before: Record<string, string | null> = {};
    for (const [key, value] of wanted) {
      const row = await trx
        .selectFrom('erp_sync_config')
        .select('config_value')
        .where('config_key', '=', key)
        .executeTakeFirst();
      before[key] = row?.config_value ?? null;
      await trx
        .updateTable('erp_sync_config')
        .set({ config_value: value === null ? null : String(value), is_active: true, updated_at: at })
        .where('config_key', '=', key)
        .execute();
    }
    return before;
  });
}

function isFixed(path: string): HubError {
  return new HubError({
    code: 'setting_fixed',
    exitCode: 2,
    zh: `${path} 由配置文件或环境变量定下，不能在这里改。`,
    en: `${path} is fixed by the configuration file or the environment and cannot be changed here.`,
    nextZh: '在 config.yaml 里改，或删掉那一行后在这里改',
    nextEn: 'Change it in config.yaml, or take the line out there and change it here',
  });
}

/** What the schema allows in the file holds for the table as well: an interval of 0 would pull without end. */
export function isAllowed(path: string, value: unknown): boolean {
  return LEAVES.find((leaf) => leaf.path.join('.') === path)?.schema.safeParse(value).success ?? false;
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
