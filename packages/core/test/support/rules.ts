import { type CompiledRuleSet, compileRuleSet, DEFAULT_RULES, type Rule } from '../../src/index.ts';

/** Compiles or fails the test with every problem. */
export function compiled(rules: readonly Rule[] = DEFAULT_RULES, version = 1): CompiledRuleSet {
  const result = compileRuleSet({ version, rules });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.ruleSet;
}

export function ruleOf(rule_conditions: string, other: Partial<Rule> = {}): Rule {
  return {
    rule_name: 'test_rule',
    rule_type: 'medium_quality',
    rule_priority: 50,
    rule_conditions,
    rule_action: 'CREATE',
    confidence: 0.5,
    is_active: true,
    description: { zh: '测试', en: 'test' },
    ...other,
  };
}
