import { defaultRules, type PartialThresholds, type Rule } from '@bangqiao/core';
import type { Author } from '../author.ts';
import type { Executor, Store } from '../store/index.ts';
import { addRuleSet, readRuleSet } from './rule-rows.ts';
import {
  compileOrThrow,
  FROM_CONFIG,
  fingerprintOf,
  followConfig,
  lastActivation,
  lockRules,
  putInForce,
  unknownVersion,
} from './rule-store.ts';

export interface Activation {
  version: number;
  /** In force before. */
  previous: number | null;
  /** The rules were not stored before: they are a new version. */
  isNew: boolean;
  /** It was in force already, in the same way: nothing was written. */
  unchanged: boolean;
  /** It is what the configuration asks for: changed thresholds replace it again. */
  followsConfig: boolean;
}

/**
 * Puts a rule set in force: rules as a new version (or the version that says the very same), or a version there is. All
 * or nothing; exactly one set is active afterwards, however many do this at once. Runs under way keep the set they began
 * with; the next push decides anew about everybody who is not in the ERP.
 * @throws HubError `rules_unknown`, `rules_broken`; the active set is untouched then.
 */
export async function activateRules(
  store: Store,
  choice: { version: number } | { rules: readonly Rule[]; note: string },
  who: { by: string; at: string; thresholds: PartialThresholds },
): Promise<Activation> {
  if ('rules' in choice) compileOrThrow(0, choice.rules);
  return await store.transaction(
    async (trx) => {
      await lockRules(trx);
      // So that there is a version to go back to.
      if ((await activeVersion(trx)) === null) await followConfig(trx, who.thresholds, who.at);
      const { version, isNew } = await versionOf(trx, choice, who);
      const followsConfig = await isConfigured(trx, version, who.thresholds);
      const active = await activeVersion(trx);
      const last = await lastActivation(trx);
      const unchanged = active === version && last?.follows_config === followsConfig;
      if (!unchanged) await putInForce(trx, version, { by: who.by, at: who.at, followsConfig });
      return { version, previous: active, isNew, unchanged, followsConfig };
    },
    { durable: true },
  );
}

/**
 * Keeps rules as a new version without putting it in force; rules that some version says already are that version.
 * @throws HubError `rules_broken`
 */
export async function saveRules(
  store: Store,
  choice: { rules: readonly Rule[]; note: string },
  who: Author,
): Promise<{ version: number; isNew: boolean }> {
  compileOrThrow(0, choice.rules);
  return store.transaction(
    async (trx) => {
      await lockRules(trx);
      return versionOf(trx, choice, who);
    },
    { durable: true },
  );
}

async function versionOf(
  trx: Executor,
  choice: { version: number } | { rules: readonly Rule[]; note: string },
  { by, at }: Author,
): Promise<{ version: number; isNew: boolean }> {
  if ('version' in choice) {
    const set = await readRuleSet(trx, choice.version);
    if (!set) throw unknownVersion(choice.version);
    compileOrThrow(set.version, set.rules);
    return { version: set.version, isNew: false };
  }
  const { rules, note } = choice;
  const fingerprint = fingerprintOf(rules);
  const same = await trx
    .selectFrom('rule_sets')
    .select('version')
    .where('fingerprint', '=', fingerprint)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (same) return { version: same.version, isNew: false };
  return { version: await addRuleSet(trx, rules, { by, at, fingerprint, note }), isNew: true };
}

async function isConfigured(trx: Executor, version: number, thresholds: PartialThresholds): Promise<boolean> {
  const set = await trx
    .selectFrom('rule_sets')
    .select(['created_by', 'fingerprint'])
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return set.created_by === FROM_CONFIG && set.fingerprint === fingerprintOf(defaultRules(thresholds));
}

async function activeVersion(db: Executor): Promise<number | null> {
  const active = await db
    .selectFrom('rule_sets')
    .select('version')
    .where('is_active', '=', true)
    .executeTakeFirst();
  return active?.version ?? null;
}
