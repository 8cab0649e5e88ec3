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
import { addRuleSet, isOnlyKept, newestVersion, readRuleSet } from './rule-rows.ts';

/** Who makes and activates the sets that follow the configuration. */
export const FROM_CONFIG = 'config';

/**
 * The active rule set. A fresh database gets the fourteen default rules; when thresholds in the configuration change,
 * a new version of them becomes active, unless a person has put a rule set in force.
 */
export async function activeRules(
  store: Store,
  thresholds: PartialThresholds,
  at: string,
): Promise<CompiledRuleSet> {
  const version =
    (await standingVersion(store.db, thresholds)) ??
    (await store.transaction((trx) => followConfig(trx, thresholds, at)));
  return await compileStored(store.db, version);
}

/** The rules that a run would use now, as they are stored or as the configuration asks for them; writes nothing. */
export async function rulesInForce(
  db: Executor,
  thresholds: PartialThresholds,
): Promise<{ version: number; rules: Rule[] }> {
  const version = await standingVersion(db, thresholds);
  if (version === null) return { version: (await newestVersion(db)) + 1, rules: defaultRules(thresholds) };
  const set = await readRuleSet(db, version);
  return { version, rules: set?.rules ?? [] };
}

/** The active version; null when none is, or when it follows a configuration that has changed since. */
async function standingVersion(db: Executor, thresholds: PartialThresholds): Promise<number | null> {
  const active = await db
    .selectFrom('rule_sets')
    .select(['version', 'fingerprint', 'created_by'])
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!active) return null;
  const follows = (await lastActivation(db))?.follows_config ?? active.created_by === FROM_CONFIG;
  return follows && active.fingerprint !== fingerprintOf(defaultRules(thresholds)) ? null : active.version;
}

export function lastActivation(db: Executor) {
  return db.selectFrom('rule_activations').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
}

/** Puts the rules of the configuration in force where none stand; answers the version that stands then. */
export async function followConfig(
  trx: Executor,
  thresholds: PartialThresholds,
  at: string,
): Promise<number> {
  await lockRules(trx);
  // Somebody else may have done it, or chosen a set, before the lock was ours.
  const standing = await standingVersion(trx, thresholds);
  if (standing !== null) return standing;
  const isFirst = (await newestVersion(trx)) === 0;
  const rules = defaultRules(thresholds);
  const version = await addRuleSet(trx, rules, {
    by: FROM_CONFIG,
    at,
    fingerprint: fingerprintOf(rules),
    note: isFirst ? 'the default rules' : 'thresholds changed in the configuration',
  });
  await putInForce(trx, version, { by: FROM_CONFIG, at, followsConfig: true });
  return version;
}

/** Everybody who changes which rules are in force does so one after the other; held to the end of the transaction. */
export async function lockRules(trx: Executor): Promise<void> {
  await trx
    .insertInto('bangqiao_meta')
    .values({ key: 'rules_lock', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
}

/** Under `lockRules`. */
export async function putInForce(
  trx: Executor,
  version: number,
  who: { by: string; at: string; followsConfig: boolean },
): Promise<void> {
  await trx.updateTable('rule_sets').set({ is_active: false }).where('is_active', '=', true).execute();
  await trx.updateTable('rule_sets').set({ is_active: true }).where('version', '=', version).execute();
  await trx
    .insertInto('rule_activations')
    .values({ version, activated_at: who.at, activated_by: who.by, follows_config: who.followsConfig })
    .execute();
}

/** Of what the rules say, not of what they did. */
export function fingerprintOf(rules: readonly Rule[]): string {
  const said = rules.map((rule) => [
    rule.rule_name,
    rule.rule_type,
    rule.rule_priority,
    rule.rule_conditions,
    rule.rule_action,
    rule.confidence,
    rule.is_active,
    [rule.description.zh, rule.description.en],
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** @throws HubError `rules_unknown`, `rules_broken` */
async function compileStored(db: Executor, version: number): Promise<CompiledRuleSet> {
  const set = await readRuleSet(db, version);
  if (!set) throw unknownVersion(version);
  return compileOrThrow(version, set.rules);
}

/** @throws HubError `rules_broken` */
export function compileOrThrow(version: number, rules: readonly Rule[]): CompiledRuleSet {
  const compiled = compileRuleSet({ version, rules: rules.filter((rule) => !isOnlyKept(rule)) });
  if (compiled.ok) return compiled.ruleSet;
  const faults = compiled.problems.map(({ rule_name, message }) => `${rule_name}: ${message}`).join('; ');
  throw new HubError({
    code: 'rules_broken',
    exitCode: 2,
    zh: `规则集 ${version} 无法使用：${faults}`,
    en: `Rule set ${version} cannot be used: ${faults}`,
    nextZh: `查看位置和提示：bangqiao rules check --version ${version}；换一个可用的：bangqiao rules list 和 bangqiao rules activate`,
    nextEn: `See where and why: bangqiao rules check --version ${version}. Use another one: bangqiao rules list, bangqiao rules activate`,
  });
}

export function unknownVersion(version: number): HubError {
  return new HubError({
    code: 'rules_unknown',
    exitCode: 2,
    zh: `没有规则集 ${version}。`,
    en: `There is no rule set ${version}.`,
    nextZh: '看看有哪些：bangqiao rules list',
    nextEn: 'See which there are: bangqiao rules list',
  });
}
