import {
  convertPythonConditions,
  DEFAULT_DECISION,
  DEFAULT_RULES,
  FLOOR_DECISION,
  parsePythonConditions,
  type RuleType,
} from '@bangqiao/core';
import { usualConfidence } from '../admit/rule-fields.ts';
import { isAllowed, LIVE_KEYS, type LiveKey } from '../config/live.ts';
import type { Executor, SyncConfig } from '../store/index.ts';
import { RowMender } from './mend.ts';
import type { PythonFile } from './python-file.ts';
import type { Tally } from './report.ts';

/** Configuration values of the Python file into our rows; returns how many were taken. */
export async function takeConfig(trx: Executor, file: PythonFile, tally: Tally, at: string): Promise<number> {
  const ours = await trx.selectFrom('erp_sync_config').selectAll().execute();
  const byKey = new Map(ours.map((row) => [row.config_key, row]));
  let taken = 0;
  for (const row of file.rows('erp_sync_config')) {
    const mender = new RowMender('erp_sync_config', row, tally);
    const known = byKey.get(mender.text('config_key') ?? '');
    if (!known) {
      tally.skip('erp_sync_config', 'config_unknown');
      continue;
    }
    const value = configValue(mender, known);
    if (value === undefined) continue;
    await trx
      .updateTable('erp_sync_config')
      .set({ config_value: value, updated_at: at })
      .where('id', '=', known.id)
      .execute();
    taken++;
  }
  return taken;
}

/** Undefined: unusable, our default stays. */
function configValue(
  mender: RowMender,
  { config_key: key, config_type: type }: Pick<SyncConfig, 'config_key'> & { config_type: string },
) {
  if (key.endsWith('_time')) return mender.time('config_value');
  const text = mender.text('config_value')?.trim();
  if (type === 'boolean' && /^(true|false|1|0)$/i.test(text ?? ''))
    return String(mender.boolean('config_value'));
  const isNumber = type === 'int' ? /^\d+$/ : /^\d+(\.\d+)?$/;
  const path = LIVE_KEYS[key as LiveKey] ?? null;
  const isUsable =
    text !== undefined && isNumber.test(text) && (path === null || isAllowed(path, Number(text)));
  if ((type === 'int' || type === 'float') && isUsable) return text;
  mender.mend('config_unusable', `${key} = ${text ?? ''}`);
  return undefined;
}

/** Below every version that the hub gives. */
const PYTHON_RULE_SET = 0;

/**
 * The rules of the Python file as rule set 0, converted, not in force: `rules activate --version 0` can use them. What has
 * no counterpart stays as it was written there, inactive. A mark as invalid comes first, as it does in the default rules
 * (domain.md, Admission rules: that system asked for it last, and let such customers through).
 */
export async function keepRules(trx: Executor, file: PythonFile, tally: Tally, at: string): Promise<number> {
  let kept = 0;
  const taken = new Set<string>([DEFAULT_DECISION, FLOOR_DECISION]);
  for (const row of file.rows('erp_sync_rules')) {
    const mender = new RowMender('erp_sync_rules', row, tally);
    const [name, conditions] = [mender.text('rule_name'), mender.text('rule_conditions')];
    if (name === null || conditions === null) {
      tally.skip('erp_sync_rules', 'not_a_row');
      continue;
    }
    await trx
      .insertInto('erp_sync_rules')
      .values({
        rule_set_version: PYTHON_RULE_SET,
        rule_name: nameOfItsOwn(mender, name, taken),
        ...convertedRule(mender, name, conditions),
        match_count: mender.count('match_count'),
        success_count: mender.count('success_count'),
        created_at: mender.time('created_at') ?? at,
        updated_at: mender.time('updated_at') ?? at,
      })
      .execute();
    kept++;
  }
  if (kept > 0) await addRuleSet(trx, at);
  return kept;
}

/** Two rules of one name, and the names of decisions that no rule took, would be no rule set. */
function nameOfItsOwn(mender: RowMender, name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
  taken.add(free);
  if (free !== name) mender.mend('rule_renamed', `${name} → ${free}`);
  return free;
}

/** In the default rules the mark stands here, above every other rule. */
const FIRST = 200;

function convertedRule(mender: RowMender, name: string, conditions: string) {
  const words = mender.text('description') ?? name;
  const action = mender.text('rule_action')?.toUpperCase() ?? 'SKIP';
  const type = typeOf(mender, action);
  const reading = convertPythonConditions(parsePythonConditions(conditions));
  const isUsable = reading.ok && (action === 'CREATE' || action === 'SKIP');
  if (!isUsable) mender.mend('rule_not_converted', `${name}: ${action} ${conditions}`);
  const condition = isUsable ? reading.condition : conditions;
  const priority = mender.whole('rule_priority') ?? 0;
  const isMark = isUsable && action === 'SKIP' && condition === 'marked_as_invalid' && priority < FIRST;
  if (isMark) mender.mend('invalid_mark_first', `${name}: ${priority} → ${FIRST}`);
  return {
    rule_type: type,
    rule_priority: isMark ? FIRST : priority,
    rule_conditions: condition,
    rule_action: (isUsable || action === 'UPDATE' ? action : 'SKIP') as 'SKIP',
    confidence: String(
      DEFAULT_RULES.find((rule) => rule.rule_name === name)?.confidence ?? usualConfidence(type),
    ),
    is_active: mender.boolean('is_active') && isUsable,
    description: JSON.stringify({ zh: words, en: words }),
  };
}

const TYPES: readonly RuleType[] = ['mandatory', 'high_quality', 'medium_quality', 'low_quality'];

function typeOf(mender: RowMender, action: string): RuleType {
  const text = mender.text('rule_type');
  return TYPES.find((type) => type === text) ?? (action === 'SKIP' ? 'low_quality' : 'medium_quality');
}

async function addRuleSet(trx: Executor, at: string): Promise<void> {
  await trx
    .insertInto('rule_sets')
    .values({
      version: PYTHON_RULE_SET,
      created_at: at,
      created_by: 'python',
      is_active: false,
      fingerprint: 'python',
      note: 'rules of the earlier Python system',
    })
    .execute();
}
