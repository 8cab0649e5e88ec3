import type { Bilingual } from './bilingual.ts';
import { compileCondition } from './cel.ts';
import { conditionInWords } from './condition.ts';
import { RULE_TYPE_NAMES } from './decide.ts';
import type { Rule } from './rules.ts';

/** `有手机号，并且问过报价`; a condition that does not compile stands as it was written. */
export function askedInWords({ rule_conditions: source }: Pick<Rule, 'rule_conditions'>): Bilingual {
  const compiled = compileCondition(source);
  return compiled.ok ? conditionInWords(compiled.tree) : { zh: source, en: source };
}

/** `有手机号，并且问过报价：准入（中等质量，置信度 0.75）` */
export function ruleInWords(rule: Rule): Bilingual {
  const condition = askedInWords(rule);
  const type = RULE_TYPE_NAMES[rule.rule_type];
  const sure = confidenceInWords(rule.confidence);
  const admitted = rule.rule_action === 'CREATE';
  return {
    zh: `${condition.zh}：${admitted ? '准入' : '不准入'}（${type.zh}，${sure.zh}）`,
    en: `${condition.en}: ${admitted ? 'admitted' : 'not admitted'} (${type.en}, ${sure.en})`,
  };
}

function confidenceInWords(confidence: Rule['confidence']): Bilingual {
  if (confidence === 'quality') return { zh: '置信度按资料质量分', en: 'confidence by the quality score' };
  return { zh: `置信度 ${confidence}`, en: `confidence ${confidence}` };
}
