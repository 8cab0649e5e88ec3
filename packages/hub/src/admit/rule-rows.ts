import { parsePythonConditions, type Rule, type RuleType } from '@bangqiao/core';
import type { Selectable } from 'kysely';
import type { Executor, Schema } from '../store/index.ts';

/** A rule as the table holds it, with what it did so far. */
export interface StoredRule extends Rule {
  /** Customers that it decided about, each once. */
  match_count: number;
  /** Customers that came into the ERP, created or linked, because of it. */
  success_count: number;
}

/** One version of the rules (规则集). */
export interface StoredRuleSet {
  version: number;
  created_at: string;
  created_by: string;
  is_active: boolean;
  note: string | null;
  /** Highest priority first, equal ones in the order of the table. */
  rules: StoredRule[];
}

const TYPES: readonly RuleType[] = ['mandatory', 'high_quality', 'medium_quality', 'low_quality'];

/** Null when there is no such version. */
export async function readRuleSet(db: Executor, version: number): Promise<StoredRuleSet | null> {
  const set = await db.selectFrom('rule_sets').selectAll().where('version', '=', version).executeTakeFirst();
  if (!set) return null;
  const rows = await db
    .selectFrom('erp_sync_rules')
    .selectAll()
    .where('rule_set_version', '=', version)
    .orderBy('rule_priority', 'desc')
    .orderBy('id')
    .execute();
  const { fingerprint: _own, ...kept } = set;
  return { ...kept, rules: rows.map(toRule) };
}

/**
 * An inactive rule that says nothing the hub can evaluate: a condition of the Python system that has no counterpart, or
 * its action UPDATE. It is kept to be read, and never asked.
 */
export function isOnlyKept(rule: Pick<Rule, 'is_active' | 'rule_conditions'> & { rule_action: string }) {
  if (rule.is_active) return false;
  return rule.rule_action === 'UPDATE' || parsePythonConditions(rule.rule_conditions) !== null;
}

/** Adds a version above every other; not in force yet. `fingerprint` is that of `rules`. */
export async function addRuleSet(
  trx: Executor,
  rules: readonly Rule[],
  set: { by: string; at: string; fingerprint: string; note: string },
): Promise<number> {
  const version = (await newestVersion(trx)) + 1;
  await trx
    .insertInto('rule_sets')
    .values({
      version,
      created_at: set.at,
      created_by: set.by,
      is_active: false,
      fingerprint: set.fingerprint,
      note: set.note,
    })
    .execute();
  for (const rule of rules) {
    await trx
      .insertInto('erp_sync_rules')
      .values({
        ...rule,
        rule_set_version: version,
        confidence: String(rule.confidence),
        description: JSON.stringify(rule.description),
        created_at: set.at,
        updated_at: set.at,
      })
      .execute();
  }
  return version;
}

/** 0 when there is none. */
export async function newestVersion(db: Executor): Promise<number> {
  const newest = await db
    .selectFrom('rule_sets')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.version ?? 0;
}

function toRule(row: Selectable<Schema['erp_sync_rules']>): StoredRule {
  const type = row.rule_type as RuleType;
  return {
    rule_name: row.rule_name,
    rule_type: TYPES.includes(type) ? type : 'low_quality',
    rule_priority: row.rule_priority,
    rule_conditions: row.rule_conditions,
    rule_action: row.rule_action as Rule['rule_action'],
    confidence: row.confidence === 'quality' ? 'quality' : Number(row.confidence),
    is_active: row.is_active,
    description: descriptionOf(row.description, row.rule_name),
    match_count: row.match_count,
    success_count: row.success_count,
  };
}

/** People write into this table with `sqlite3`: a plain text is both languages. */
function descriptionOf(text: string | null, name: string): Rule['description'] {
  if (text === null) return { zh: name, en: name };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value) {
      return { zh: String(value.zh), en: String(value.en) };
    }
  } catch {
    // Plain text.
  }
  return { zh: text, en: text };
}
