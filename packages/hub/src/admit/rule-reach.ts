import { type CompiledRuleSet, type Customer, factsOf } from '@bangqiao/core';

/** For how many customers a rule's condition holds, and who decided about them before it was asked. */
export interface RuleReach {
  rule: string;
  holds: number;
  before: { rule: string; count: number }[];
}

/** Why a new or changed rule changes little: counted customer by customer. */
export function reachOfChanged({ active, candidate }: Record<'active' | 'candidate', CompiledRuleSet>): {
  see(customer: Customer, decidedBy: string): void;
  told(): RuleReach[];
} {
  const known = new Set(active.rules.map(({ rule }) => JSON.stringify(asked(rule))));
  const changed = candidate.rules
    .filter(({ rule }) => !known.has(JSON.stringify(asked(rule))))
    .map(({ rule, condition }) => ({
      name: rule.rule_name,
      condition,
      holds: 0,
      before: new Map<string, number>(),
    }));
  return {
    see(customer, decidedBy) {
      if (changed.length === 0) return;
      const facts = factsOf(customer);
      for (const rule of changed) {
        if (rule.condition.evaluate(facts) !== true) continue;
        rule.holds += 1;
        if (decidedBy !== rule.name) rule.before.set(decidedBy, (rule.before.get(decidedBy) ?? 0) + 1);
      }
    },
    told: () =>
      changed.map(({ name, holds, before }) => ({
        rule: name,
        holds,
        before: [...before].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count),
      })),
  };
}

function asked({
  rule_name,
  rule_priority,
  rule_conditions,
  rule_action,
}: CompiledRuleSet['rules'][number]['rule']) {
  return [rule_name, rule_priority, rule_conditions, rule_action];
}
