import type { Bilingual } from './bilingual.ts';
import { compileCondition } from './cel.ts';
import { conditionInWords } from './condition.ts';
import { RULE_TYPE_NAMES } from './decide.ts';
import type { Rule } from './rules.ts';

/** `有手机号，并且问过报价：准入（中等质量，置信度 0.75）`; a condition that does not compile stands as it was written. */
export function ruleInWords(rule: Rule): Bilingual {
  const compiled = compileCondition(rule.rule_conditions);
  const source = rule.rule_conditions;
  const condition = compiled.ok ? conditionInWords(compiled.tree) : { zh: source, en: source };
  const type = RULE_TYPE_NAMES[rule.rule_type];
  const sure = confidenceInWords(rule.confidence);
  const admitted = rule.rule_action === 'CREATE';
  return {
    zh: `${condition.zh}：${admitted ? '准入' : '不准入'}（${type.zh}，置信度 ${sure.zh}）`,
    en: `${condition.en}: ${admitted ? 'admitted' : 'not admitted'} (${type.en}, confidence ${sure.en})`,
  };
}

function confidenceInWords(confidence: Rule['confidence']): Bilingual {
  if (confidence === 'quality') return { zh: '为资料质量分/100', en: 'the quality score/100' };
  return { zh: String(confidence), en: String(confidence) };
}
