import {
  type Bilingual,
  compileCondition,
  compileRuleSet,
  convertPythonConditions,
  type PythonConditionProblem,
  parsePythonConditions,
  type Rule,
} from '@bangqiao/core';
import { conditionFault, type RuleFault } from './rule-fault.ts';
import { isOnlyKept } from './rule-rows.ts';

export interface RuleCheck {
  /** With any of these the set cannot be used. */
  faults: RuleFault[];
  /** What it can be used with, but a person should know. */
  warnings: RuleFault[];
}

/** Compiles every rule of a stored set and says what is wrong and what is doubtful. */
export function checkRules(rules: readonly Rule[]): RuleCheck {
  const asked = rules.filter((rule) => !isOnlyKept(rule));
  const faults = asked.flatMap((rule) => {
    const compiled = compileCondition(rule.rule_conditions);
    return compiled.ok ? [] : [conditionFault(rule.rule_name, rule.rule_conditions, compiled.error)];
  });
  if (faults.length === 0) faults.push(...shapeFaults(asked));
  const kept = rules.filter(isOnlyKept).map(keptWarning);
  return { faults, warnings: [...kept, ...(faults.length === 0 ? doubts(asked) : [])] };
}

/** What only the whole set shows, e.g. a name that is taken. */
export function shapeFaults(rules: readonly Rule[]): RuleFault[] {
  const compiled = compileRuleSet({ version: 0, rules });
  if (compiled.ok) return [];
  return compiled.problems.map(({ rule_name, message, hint }) => ({
    ...about(rule_name),
    problem: { zh: SHAPES[message] ?? message, en: message },
    hint: hint === '' ? null : { zh: '请改正后再试', en: hint },
  }));
}

const SHAPES: Readonly<Record<string, string>> = {
  'this name is taken': '这个名字已被系统占用',
  'two rules have this name': '有两条规则同名',
  'the priority is not a number': '优先级不是数字',
  'the confidence is out of range': '置信度应为 0 到 1，或 quality',
};

/** A set that can be used, and still is probably not what its author wants. */
export function doubts(rules: readonly Rule[]): RuleFault[] {
  const active = rules.filter((rule) => rule.is_active);
  const creating = active.filter((rule) => rule.rule_action === 'CREATE');
  if (creating.length === 0) return [{ ...about(null), ...NOBODY }];
  const first = Math.max(...creating.map((rule) => rule.rule_priority));
  const guarded = active.some(
    (rule) =>
      rule.rule_action === 'SKIP' &&
      rule.rule_conditions.trim() === 'marked_as_invalid' &&
      rule.rule_priority > first,
  );
  return guarded ? [] : [{ ...about(null), ...UNGUARDED }];
}

const NOBODY = {
  problem: {
    zh: '没有启用的 CREATE 规则：谁也不会进 ERP',
    en: 'no active CREATE rule: nobody enters the ERP',
  },
  hint: null,
};
const UNGUARDED = {
  problem: {
    zh: '标记为无效的客户可能进 ERP：没有一条 marked_as_invalid 的 SKIP 规则排在所有 CREATE 规则之前',
    en: 'customers marked invalid may enter the ERP: no SKIP rule on marked_as_invalid stands before every CREATE rule',
  },
  hint: {
    zh: '加一条优先级最高的 SKIP 规则，条件为 marked_as_invalid',
    en: 'add a SKIP rule with the condition marked_as_invalid and the highest priority',
  },
};

function keptWarning(rule: Rule): RuleFault {
  const problems = keptProblems(rule);
  return notConverted(rule.rule_name, problems);
}

function keptProblems(rule: Rule): PythonConditionProblem[] {
  const reading = convertPythonConditions(parsePythonConditions(rule.rule_conditions));
  if (!reading.ok && parsePythonConditions(rule.rule_conditions) !== null) return reading.problems;
  return [{ key: 'rule_action', ...NO_UPDATE }];
}

export const NO_UPDATE: Bilingual = {
  zh: 'UPDATE 没有对应：已在 ERP 的客户总会保持同步',
  en: 'UPDATE has no counterpart: who is in the ERP is always kept in step',
};

/** A rule of the Python system that stays, inactive, as it was written there. */
export function notConverted(rule: string, problems: readonly PythonConditionProblem[]): RuleFault {
  const list = (lang: keyof Bilingual) =>
    problems.map((one) => (one.key === '' ? one[lang] : `${one.key}: ${one[lang]}`)).join('; ');
  return {
    ...about(rule),
    problem: {
      zh: `旧系统的条件无法转换，规则保持停用：${list('zh')}`,
      en: `the Python system's condition cannot be converted, the rule stays inactive: ${list('en')}`,
    },
    hint: {
      zh: '请用 CEL 重写它的 rule_conditions，再启用',
      en: 'write its rule_conditions anew in CEL, then make it active',
    },
  };
}

function about(rule: string | null) {
  return { rule, line: null, column: null, excerpt: null };
}
