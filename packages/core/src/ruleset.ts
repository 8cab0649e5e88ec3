import { type CompiledCondition, type ConditionError, compileCondition } from './cel.ts';
import type { Rule } from './rules.ts';

/** A rule set (规则集) ready to decide. */
export interface CompiledRuleSet {
  version: number;
  /** The active rules in the order in which they are asked: highest priority first, equal ones as in the table. */
  rules: readonly CompiledRule[];
}

export interface CompiledRule {
  rule: Rule;
  condition: CompiledCondition;
}

export interface RuleProblem extends ConditionError {
  rule_name: string;
}

/** Names that a decision uses where no rule decided. */
export const DEFAULT_DECISION = 'default';
export const FLOOR_DECISION = 'floor';

/** Compiles every rule, inactive ones too, and lists every fault at once; any fault means no rule set. */
export function compileRuleSet(source: {
  version: number;
  rules: readonly Rule[];
}): { ok: true; ruleSet: CompiledRuleSet } | { ok: false; problems: RuleProblem[] } {
  const problems = source.rules.flatMap((rule, index) => shapeProblems(rule, source.rules.slice(0, index)));
  const compiled: CompiledRule[] = [];
  for (const rule of source.rules) {
    const condition = compileCondition(rule.rule_conditions);
    if (condition.ok) compiled.push({ rule, condition });
    else problems.push({ rule_name: rule.rule_name, ...condition.error });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, ruleSet: { version: source.version, rules: inOrder(compiled) } };
}

function inOrder(compiled: CompiledRule[]): CompiledRule[] {
  return compiled
    .filter(({ rule }) => rule.is_active)
    .sort((a, b) => b.rule.rule_priority - a.rule.rule_priority);
}

function shapeProblems(rule: Rule, earlier: readonly Rule[]): RuleProblem[] {
  const say = (message: string, hint: string): RuleProblem => ({
    rule_name: rule.rule_name,
    message,
    line: 1,
    column: 1,
    hint,
  });
  const problems: RuleProblem[] = [];
  if ([DEFAULT_DECISION, FLOOR_DECISION].includes(rule.rule_name)) {
    problems.push(say('this name is taken', `a rule cannot be called ${rule.rule_name}`));
  }
  if (earlier.some((other) => other.rule_name === rule.rule_name)) {
    problems.push(say('two rules have this name', 'give every rule a name of its own'));
  }
  if (!Number.isFinite(rule.rule_priority)) {
    problems.push(say('the priority is not a number', 'use a whole number, e.g. 50'));
  }
  if (rule.confidence !== 'quality' && !(rule.confidence >= 0 && rule.confidence <= 1)) {
    problems.push(say('the confidence is out of range', 'use 0 to 1, or quality'));
  }
  return problems;
}
