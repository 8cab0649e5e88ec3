import type { Executor } from '../store/index.ts';

/** One line of the history of rule sets. */
export interface RuleSetLine {
  version: number;
  created_at: string;
  created_by: string;
  note: string | null;
  is_active: boolean;
  rules: number;
  /** When and by whom it was last put in force; null: never. */
  activated_at: string | null;
  activated_by: string | null;
}

/** Every version, the newest first. */
export async function listRuleSets(db: Executor): Promise<RuleSetLine[]> {
  const sets = await db.selectFrom('rule_sets').selectAll().orderBy('version', 'desc').execute();
  const counts = await db
    .selectFrom('erp_sync_rules')
    .select(['rule_set_version', (select) => select.fn.countAll<number>().as('count')])
    .groupBy('rule_set_version')
    .execute();
  const activations = await db.selectFrom('rule_activations').selectAll().orderBy('id').execute();
  return sets.map(({ fingerprint: _own, ...set }) => {
    const last = activations.findLast(({ version }) => version === set.version);
    return {
      ...set,
      rules: Number(counts.find((one) => one.rule_set_version === set.version)?.count ?? 0),
      activated_at: last?.activated_at ?? null,
      activated_by: last?.activated_by ?? null,
    };
  });
}
