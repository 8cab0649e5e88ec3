import { createHash } from 'node:crypto';
import {
  type CompiledRuleSet,
  compileRuleSet,
  defaultRules,
  type PartialThresholds,
  type Rule,
} from '@bangqiao/core';
import { HubError } from '../errors.ts';
import type { Executor, Store } from '../store/index.ts';

const FROM_CONFIG = 'config';

/**
 * The active rule set. A fresh database gets the fourteen default rules; when thresholds in the configuration change,
 * a new version of them becomes active, unless a person has put a rule set of their own in force.
 */
export async function activeRules(
  store: Store,
  thresholds: PartialThresholds,
  at: string,
): Promise<CompiledRuleSet> {
  const version = await store.transaction((trx) => ensureRules(trx, thresholds, at));
  const rows = await store.db
    .selectFrom('erp_sync_rules')
    .selectAll()
    .where('rule_set_version', '=', version)
    .orderBy('rule_priority', 'desc')
    .orderBy('id')
    .execute();
  const compiled = compileRuleSet({ version, rules: rows.map(toRule) });
  if (compiled.ok) return compiled.ruleSet;
  const faults = compiled.problems.map(({ rule_name, message }) => `${rule_name}: ${message}`).join('; ');
  throw new HubError({
    code: 'rules_broken',
    exitCode: 2,
    zh: `规则集 ${version} 无法使用：${faults}`,
    en: `Rule set ${version} cannot be used: ${faults}`,
    nextZh: '请在 erp_sync_rules 中改正所列条件。',
    nextEn: 'Correct the named conditions in erp_sync_rules.',
  });
}

async function ensureRules(trx: Executor, thresholds: PartialThresholds, at: string): Promise<number> {
  const wanted = defaultRules(thresholds);
  const fingerprint = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
  const active = await trx
    .selectFrom('rule_sets')
    .selectAll()
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (active && (active.created_by !== FROM_CONFIG || active.fingerprint === fingerprint))
    return active.version;
  const newest = await trx
    .selectFrom('rule_sets')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const version = (newest?.version ?? 0) + 1;
  await trx.updateTable('rule_sets').set({ is_active: false }).where('is_active', '=', true).execute();
  await trx
    .insertInto('rule_sets')
    .values({
      version,
      created_at: at,
      created_by: FROM_CONFIG,
      is_active: true,
      fingerprint,
      note: version === 1 ? 'the default rules' : 'thresholds changed in the configuration',
    })
    .execute();
  for (const rule of wanted) {
    await trx
      .insertInto('erp_sync_rules')
      .values({
        rule_set_version: version,
        rule_name: rule.rule_name,
        rule_type: rule.rule_type,
        rule_priority: rule.rule_priority,
        rule_conditions: rule.rule_conditions,
        rule_action: rule.rule_action,
        confidence: String(rule.confidence),
        is_active: rule.is_active,
        description: JSON.stringify(rule.description),
        created_at: at,
        updated_at: at,
      })
      .execute();
  }
  return version;
}

function toRule(row: object): Rule {
  const raw = row as Record<string, unknown>;
  const confidence = raw.confidence === 'quality' ? ('quality' as const) : Number(raw.confidence);
  return {
    rule_name: String(raw.rule_name),
    rule_type: raw.rule_type as Rule['rule_type'],
    rule_priority: Number(raw.rule_priority),
    rule_conditions: String(raw.rule_conditions),
    rule_action: raw.rule_action as Rule['rule_action'],
    confidence,
    is_active: Boolean(raw.is_active),
    description: JSON.parse(String(raw.description)) as Rule['description'],
  };
}
