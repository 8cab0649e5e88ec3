import type { Executor } from '../backend.ts';

/** Keys and numbers of the earlier Python system (domain.md, Tables). */
const DEFAULTS = [
  ['erp_pull_enabled', 'true', 'boolean', '是否从 ERP 拉取客户'],
  ['erp_pull_interval', '3600', 'int', 'ERP 全量拉取间隔（秒）'],
  ['erp_push_enabled', 'true', 'boolean', '是否把客户写入 ERP'],
  ['erp_push_interval', '1800', 'int', '写入 ERP 的间隔（秒）'],
  ['auto_sync_enabled', 'true', 'boolean', '是否自动同步'],
  ['min_quality_score', '60', 'float', '资料质量分下限，仅在开启 enforce_min_score 时生效'],
  ['min_intent_score', '50', 'float', '意向分下限，仅在开启 enforce_min_score 时生效'],
  ['batch_size', '50', 'int', '每批处理的客户数'],
  ['last_erp_pull_time', null, 'string', '上次从 ERP 拉取的时间'],
  ['last_erp_push_time', null, 'string', '上次写入 ERP 的时间'],
] as const;

export async function seedConfig(trx: Executor, now: string): Promise<void> {
  await trx
    .insertInto('erp_sync_config')
    .values(
      DEFAULTS.map(([config_key, config_value, config_type, description]) => ({
        config_key,
        config_value,
        config_type: config_type as 'string',
        description,
        created_at: now,
        updated_at: now,
      })),
    )
    .execute();
}
