import type { Rule } from '@bangqiao/core';

/** How one rule differs between two sets. */
export interface RuleChange {
  rule: string;
  change: 'added' | 'removed' | 'changed';
  /** What it says that the other does not; for `added` and `removed` empty. */
  fields: { field: keyof Rule; from: string; to: string }[];
}

const FIELDS = [
  'rule_type',
  'rule_priority',
  'rule_conditions',
  'rule_action',
  'confidence',
  'is_active',
  'description',
] as const;

/** Rule by rule, by name: what is in `b` and not in `a`, what is gone, what says something else. */
export function diffRules(a: readonly Rule[], b: readonly Rule[]): RuleChange[] {
  const before = new Map(a.map((rule) => [rule.rule_name, rule]));
  const after = new Map(b.map((rule) => [rule.rule_name, rule]));
  const removed = a
    .filter((rule) => !after.has(rule.rule_name))
    .map((rule): RuleChange => ({ rule: rule.rule_name, change: 'removed', fields: [] }));
  const others = b.flatMap((rule): RuleChange[] => {
    const old = before.get(rule.rule_name);
    if (!old) return [{ rule: rule.rule_name, change: 'added', fields: [] }];
    const fields = FIELDS.filter((field) => said(old, field) !== said(rule, field)).map((field) => ({
      field,
      from: said(old, field),
      to: said(rule, field),
    }));
    return fields.length === 0 ? [] : [{ rule: rule.rule_name, change: 'changed', fields }];
  });
  return [...removed, ...others];
}

function said(rule: Rule, field: (typeof FIELDS)[number]): string {
  return field === 'description' ? `${rule.description.zh} / ${rule.description.en}` : String(rule[field]);
}
