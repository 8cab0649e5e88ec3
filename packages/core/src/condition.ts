import type { Bilingual } from './bilingual.ts';
import { FACTS, type FactName } from './fact-names.ts';
import { type Facts, seenFacts } from './facts.ts';

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A condition as far as it can be put into words: negations are pushed down to the tests. */
export type Condition =
  | { kind: 'all'; parts: Condition[] }
  | { kind: 'any'; parts: Condition[] }
  | { kind: 'test'; fact: FactName; op: Comparison; value: string | number | boolean }
  /** Anything else, shown as it was written. */
  | { kind: 'other'; source: string; answer: (facts: Facts) => Answer };

/** `unknown` when a condition could not be evaluated: never to be read as false, nor its opposite as true. */
export type Answer = boolean | 'unknown';

type Test = Extract<Condition, { kind: 'test' }>;

/** What keeps a condition from holding. */
export interface Gap extends Bilingual {
  what: string;
  /** How far away it is: 1 for a missing text or flag, less for a number that is close. */
  distance: number;
}

const OPPOSITE: Record<Comparison, Comparison> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const SYMBOL: Record<Comparison, string> = { '==': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

export function negate(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
      return { kind: 'any', parts: condition.parts.map(negate) };
    case 'any':
      return { kind: 'all', parts: condition.parts.map(negate) };
    case 'test':
      return { ...condition, op: OPPOSITE[condition.op] };
    case 'other':
      return {
        kind: 'other',
        source: `!(${condition.source})`,
        answer: (facts) => opposite(condition.answer(facts)),
      };
  }
}

function opposite(answer: Answer): Answer {
  return answer === 'unknown' ? answer : !answer;
}

/** `有手机号 且 问过报价` / `has phone and asked for a quote`. */
export function conditionInWords(condition: Condition): Bilingual {
  switch (condition.kind) {
    case 'all':
      return joined(condition.parts, '，并且', ' and ');
    case 'any':
      return joined(condition.parts, '，或者', ' or ');
    case 'test':
      return testInWords(condition);
    case 'other':
      return { zh: condition.source, en: condition.source };
  }
}

/** What is missing for a condition to hold: of alternatives the nearest one. Empty when it holds. */
export function gapsOf(condition: Condition, facts: Facts): Gap[] {
  switch (condition.kind) {
    case 'all':
      return distinct(condition.parts.flatMap((part) => gapsOf(part, facts)));
    case 'any':
      return nearest(condition.parts.map((part) => gapsOf(part, facts)));
    case 'test':
      return holds(condition, facts) ? [] : [gapOf(condition, facts)];
    case 'other':
      return condition.answer(facts) === true ? [] : [unmet(condition.source)];
  }
}

/** The sum of distances: 0 means that nothing is missing. */
export function distanceOf(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, gap) => sum + gap.distance, 0);
}

function holds(test: Test, facts: Facts): boolean {
  const actual = facts[test.fact]!;
  if (typeof actual !== typeof test.value) return false;
  switch (test.op) {
    case '==':
      return actual === test.value;
    case '!=':
      return actual !== test.value;
    case '<':
      return actual < test.value;
    case '<=':
      return actual <= test.value;
    case '>':
      return actual > test.value;
    case '>=':
      return actual >= test.value;
  }
}

function testInWords(test: Test): Bilingual {
  const fact = FACTS[test.fact];
  if (fact.type === 'flag') return (test.op === '==') === test.value ? fact.yes : fact.no;
  if (test.value === '' && test.op === '!=') return { zh: `有${fact.zh}`, en: `has a ${fact.en}` };
  if (test.value === '' && test.op === '==') return { zh: `没有${fact.zh}`, en: `has no ${fact.en}` };
  const value = typeof test.value === 'string' ? `“${test.value}”` : test.value;
  return { zh: `${fact.zh} ${SYMBOL[test.op]} ${value}`, en: `${fact.en} ${SYMBOL[test.op]} ${value}` };
}

function gapOf(test: Test, facts: Facts): Gap {
  const fact = FACTS[test.fact];
  if (fact.type === 'flag') {
    const now = facts[test.fact] === true ? fact.yes : fact.no;
    return { what: test.fact, ...now, distance: 1 };
  }
  if (test.value === '' && test.op === '!=') return absent(test.fact, fact);
  return { what: test.fact, ...shortfall(test, facts), distance: distanceTo(test, facts) };
}

/** A licence is one thing to ask for, whichever of its two columns a rule reads. */
function absent(name: FactName, label: Bilingual): Gap {
  const isLicence = name === 'business_license_path' || name === 'business_license_info';
  const what = isLicence ? 'business_license' : name;
  const { zh, en } = isLicence ? { zh: '营业执照', en: 'business licence' } : label;
  return { what, zh: `还差${zh}`, en: `${en} is missing`, distance: 1 };
}

function shortfall(test: Test, facts: Facts): Bilingual {
  const { zh, en } = FACTS[test.fact] as Bilingual;
  const now = seenFacts(facts, [test.fact])[test.fact] ?? '—';
  if (test.value === '') return { zh: `${zh} ${now}，应为空`, en: `${en} is ${now}, must be empty` };
  const need = test.op === '>=' || test.op === '==' ? `${test.value}` : `${SYMBOL[test.op]} ${test.value}`;
  return { zh: `${zh} ${now}，需要 ${need}`, en: `${en} is ${now}, needs ${need}` };
}

function distanceTo(test: Test, facts: Facts): number {
  const actual = facts[test.fact];
  if (typeof actual !== 'number' || typeof test.value !== 'number') return 1;
  const scale = Math.max(Math.abs(test.value), 1);
  return 0.25 + (3 * Math.abs(test.value - actual)) / scale;
}

function unmet(source: string): Gap {
  return { what: 'condition', zh: `未满足：${source}`, en: `not met: ${source}`, distance: 1 };
}

function nearest(choices: Gap[][]): Gap[] {
  return choices.reduce((best, gaps) => (distanceOf(gaps) < distanceOf(best) ? gaps : best));
}

function distinct(gaps: Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [gap.what + gap.zh, gap])).values()];
}

function joined(parts: Condition[], zh: string, en: string): Bilingual {
  const words = parts.map(bracketed);
  return { zh: words.map((word) => word.zh).join(zh), en: words.map((word) => word.en).join(en) };
}

function bracketed(part: Condition): Bilingual {
  const words = conditionInWords(part);
  const isCompound = part.kind === 'all' || part.kind === 'any';
  return isCompound ? { zh: `（${words.zh}）`, en: `(${words.en})` } : words;
}
