import type { Bilingual, Language } from './bilingual.ts';
import { compileCondition } from './cel.ts';
import { conditionInWords } from './condition.ts';
import { RULE_TYPE_NAMES } from './decide.ts';
import type { Decision, Missing } from './decision.ts';
import { factEntry, isFactName } from './fact-names.ts';
import { factInWords } from './facts.ts';
import { FLOOR_DECISION } from './ruleset.ts';

/**
 * A decision in plain sentences, one per line: the rule and its version, the condition in words and as written, the values
 * seen, what is missing (the nearest way in first) and what to ask or do next.
 */
export function explainDecision(decision: Decision, lang: Language): string {
  const lines = [
    headline(decision),
    condition(decision),
    values(decision),
    ...missing(decision),
    passedOver(decision),
  ];
  return lines.flatMap((line) => (line === null ? [] : [line[lang]])).join('\n');
}

function headline(decision: Decision): Bilingual {
  const version = decision.rule_set_version;
  const action = decision.action === 'CREATE' ? '准入' : '不准入';
  const done = decision.action === 'CREATE' ? 'admitted' : 'not admitted';
  const tail = {
    zh: `${action}（${decision.action}，置信度 ${decision.confidence}）`,
    en: `${done} (${decision.action}, confidence ${decision.confidence})`,
  };
  if (decision.rule_type === null) {
    return {
      zh: `判定：规则集第 ${version} 版中没有规则匹配，按默认规则 default ${tail.zh}。`,
      en: `Decision: no rule of rule set version ${version} matched; the rule "default" applies: ${tail.en}.`,
    };
  }
  const kind = RULE_TYPE_NAMES[decision.rule_type];
  const held = decision.rule === FLOOR_DECISION;
  return {
    zh: `判定：规则 ${decision.rule}（规则集第 ${version} 版，${kind.zh}，优先级 ${decision.priority}）：${tail.zh}。${held ? `${decision.reason.zh}。` : ''}`,
    en: `Decision: rule ${decision.rule} (rule set version ${version}, ${kind.en}, priority ${decision.priority}): ${tail.en}.${held ? ` ${decision.reason.en}.` : ''}`,
  };
}

function condition(decision: Decision): Bilingual | null {
  if (decision.condition === null) return null;
  const compiled = compileCondition(decision.condition);
  const source = decision.condition;
  const words = compiled.ok ? conditionInWords(compiled.tree) : { zh: source, en: source };
  return { zh: `条件：${words.zh}（${source}）。`, en: `Condition: ${words.en} (${source}).` };
}

function values(decision: Decision): Bilingual | null {
  const seen = Object.entries(decision.saw).map(([name, value]) => factInWords(name, value));
  if (seen.length === 0) return null;
  const zh = seen.map((one) => one.zh).join('；');
  const en = seen.map((one) => one.en).join('; ');
  return { zh: `看到的值：${zh}。`, en: `Values seen: ${en}.` };
}

function missing(decision: Decision): (Bilingual | null)[] {
  const [first, ...rest] = byRule(decision.missing).slice(0, 4);
  if (first === undefined) return [];
  return [
    {
      zh: `还差什么（最近的规则 ${first.rule}）：${first.items.map((one) => one.zh).join('；')}。`,
      en: `What is missing (nearest rule ${first.rule}): ${first.items.map((one) => one.en).join('; ')}.`,
    },
    otherWays(rest),
    nextQuestion(decision.missing),
  ];
}

function otherWays(ways: Way[]): Bilingual | null {
  if (ways.length === 0) return null;
  const list = (lang: Language) =>
    ways.map((way) => `${way.rule}: ${way.items.map((one) => one[lang]).join(' + ')}`).join(' | ');
  return { zh: `其他途径：${list('zh')}。`, en: `Other ways: ${list('en')}.` };
}

/** The first missing thing that somebody can ask for or do. */
function nextQuestion(all: readonly Missing[]): Bilingual | null {
  for (const { what } of all) {
    const ask = askFor(what);
    if (ask !== undefined) return { zh: `下一步：${ask.zh}`, en: `Next: ${ask.en}` };
  }
  return null;
}

function askFor(what: string): Bilingual | undefined {
  const fact = what === 'business_license' ? 'business_license_path' : what;
  return isFactName(fact) ? factEntry(fact).ask : undefined;
}

function passedOver(decision: Decision): Bilingual | null {
  if (decision.unknown.length === 0) return null;
  const names = decision.unknown.join(', ');
  return {
    zh: `无法判断而跳过的规则：${names}。`,
    en: `Rules that could not be evaluated and were passed over: ${names}.`,
  };
}

interface Way {
  rule: string;
  items: Missing[];
}

function byRule(all: readonly Missing[]): Way[] {
  const ways = new Map<string, Missing[]>();
  for (const one of all) ways.set(one.rule, [...(ways.get(one.rule) ?? []), one]);
  return [...ways].map(([rule, items]) => ({ rule, items }));
}
