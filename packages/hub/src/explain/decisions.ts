import { type Decision, explainDecision, type Missing } from '@bangqiao/core';
import type { Selectable } from 'kysely';
import type { Executor, Schema } from '../store/index.ts';
import type { DecisionView } from './explanation.ts';

/** Every decision about a customer, the newest first. */
export async function readDecisions(db: Executor, customerId: number): Promise<DecisionView[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('id', 'desc')
    .execute();
  const priorities = await readPriorities(
    db,
    rows.map((row) => row.rule_set_version),
  );
  return rows.map((row) => viewOf(row, priorities));
}

type DecisionRow = Selectable<Schema['decisions']>;
type Row = Pick<DecisionRow, 'rule_set_version' | 'rule' | 'condition'>;

/** A rule's place in its set: by name, and by condition for a decision that the floor held back. */
async function readPriorities(
  db: Executor,
  versions: readonly number[],
): Promise<(row: Row) => number | null> {
  if (versions.length === 0) return () => null;
  const rules = await db
    .selectFrom('erp_sync_rules')
    .select(['rule_set_version', 'rule_name', 'rule_priority', 'rule_conditions'])
    .where('rule_set_version', 'in', [...new Set(versions)])
    .execute();
  return (row) => {
    const ofVersion = rules.filter((rule) => rule.rule_set_version === row.rule_set_version);
    const rule =
      ofVersion.find(({ rule_name }) => rule_name === row.rule) ??
      ofVersion.find(({ rule_conditions }) => rule_conditions === row.condition);
    return rule?.rule_priority ?? null;
  };
}

function viewOf(row: DecisionRow, priorityOf: (row: Row) => number | null): DecisionView {
  const decision: Decision = {
    action: row.action as Decision['action'],
    rule: row.rule,
    rule_type: row.rule_type as Decision['rule_type'],
    priority: priorityOf(row),
    rule_set_version: row.rule_set_version,
    confidence: row.confidence,
    condition: row.condition,
    saw: JSON.parse(row.saw) as Decision['saw'],
    missing: JSON.parse(row.missing) as Missing[],
    reason: { zh: row.reason_zh, en: row.reason_en },
    unknown: [],
  };
  const { unknown: _passedOver, ...kept } = decision;
  return {
    decided_at: row.decided_at,
    ...kept,
    words: {
      zh: explainDecision(decision, 'zh').split('\n'),
      en: explainDecision(decision, 'en').split('\n'),
    },
  };
}
