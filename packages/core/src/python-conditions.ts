import type { Bilingual } from './bilingual.ts';
import { compileCondition } from './cel.ts';
import { FACTS, type FactName, isFactName } from './fact-names.ts';
import { double } from './rules.ts';

/** What of a condition of the earlier Python system has no counterpart here. */
export interface PythonConditionProblem extends Bilingual {
  /** Where it stands: a key, or `any[1].min_score` inside lists. */
  key: string;
}

export type PythonConditionReading =
  | { ok: true; condition: string }
  | { ok: false; problems: PythonConditionProblem[] };

/** JSON objects and lists are the Python system's conditions; everything else is CEL. */
export function parsePythonConditions(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/**
 * A condition of the earlier Python system, parsed from its JSON, as CEL over the facts. All keys of an object must hold,
 * and all entries of a list. `min_<number>` is "at least", `max_<number>` is "less than" (its own rule `low_intent`,
 * `max_intent_score: 30`, means an intent below 30). All that cannot be converted is named, nothing is left out.
 */
export function convertPythonConditions(source: unknown): PythonConditionReading {
  const problems: PythonConditionProblem[] = [];
  const condition = combined(' && ', source, '', problems);
  if (condition === null) return { ok: false, problems };
  const compiled = compileCondition(condition);
  if (compiled.ok) return { ok: true, condition };
  return { ok: false, problems: [{ key: '', zh: '条件太长或太复杂', en: compiled.error.message }] };
}

/** All entries of a list or keys of an object as one condition; null with at least one problem added. */
function combined(
  word: ' && ' | ' || ',
  source: unknown,
  at: string,
  problems: PythonConditionProblem[],
): string | null {
  if (typeof source !== 'object' || source === null) {
    return wrong(problems, at, '不是条件', 'is no condition');
  }
  const prefix = at === '' ? '' : `${at}.`;
  const parts = Array.isArray(source)
    ? source.map((entry, index) => entryOf(entry, `${at}[${index}]`, problems))
    : Object.entries(source).map(([key, value]) => test(key, value, prefix + key, problems));
  if (parts.length === 0) {
    return wrong(problems, at, '是空的：会放进所有人', 'is empty: it would let everybody in');
  }
  const whole = parts.filter((part) => part !== null);
  if (whole.length < parts.length) return null;
  return whole.length === 1 ? whole[0]! : whole.map(bracketed).join(word);
}

/** In a list a name alone means that this must be there. */
function entryOf(entry: unknown, at: string, problems: PythonConditionProblem[]): string | null {
  return typeof entry === 'string'
    ? test(entry, true, `${at}.${entry}`, problems)
    : combined(' && ', entry, at, problems);
}

const ALL = ['all', 'all_of', 'and', 'required_fields'];
const ANY = ['any', 'any_of', 'or'];

function test(key: string, value: unknown, at: string, problems: PythonConditionProblem[]): string | null {
  if (isFactName(key)) return factTest(key, value, at, problems);
  if (ALL.includes(key)) return combined(' && ', value, at, problems);
  if (ANY.includes(key)) return combined(' || ', value, at, problems);
  const group = Object.hasOwn(GROUPS, key) ? GROUPS[key] : undefined;
  if (group !== undefined) return flagged(group, value, at, problems);
  const [, word, name = ''] = /^(min|max|has|no)_(.+)$/.exec(key) ?? [];
  if (word === 'min' || word === 'max') return bound(word, name, value, at, problems);
  if (isFactName(name) && FACTS[name].type === 'text') {
    return flagged(word === 'has' ? `${name} != ""` : `${name} == ""`, value, at, problems);
  }
  return wrong(problems, at, '邦桥没有这一项', 'there is no such thing here');
}

const LICENCE = 'business_license_path != "" || business_license_info != ""';
/** Words of that system that stand for more than one column. */
const GROUPS: Readonly<Record<string, string>> = {
  business_license_uploaded: LICENCE,
  has_business_license: LICENCE,
  no_basic_info: 'phone == "" && company_name == "" && real_name == ""',
};
/** That system's short names of number columns. */
const SHORT: Readonly<Record<string, FactName>> = {
  quality_score: 'data_quality_score',
  quality: 'data_quality_score',
  completeness: 'data_completeness',
  intent: 'intent_score',
  messages: 'message_count',
};

function bound(
  word: 'min' | 'max',
  name: string,
  value: unknown,
  at: string,
  problems: PythonConditionProblem[],
): string | null {
  const fact = Object.hasOwn(SHORT, name) ? SHORT[name]! : name;
  if (!isFactName(fact) || FACTS[fact].type !== 'number') {
    return wrong(problems, at, `没有数字列 ${name}`, `there is no number ${name}`);
  }
  const limit = numberOf(value);
  if (limit === null) return wrong(problems, at, '需要一个数字', 'needs a number');
  return `${fact} ${word === 'min' ? '>=' : '<'} ${double(limit)}`;
}

function factTest(
  fact: FactName,
  value: unknown,
  at: string,
  problems: PythonConditionProblem[],
): string | null {
  switch (FACTS[fact].type) {
    case 'flag':
      return flagged(fact, value, at, problems);
    case 'number':
      return numberTest(fact, value, at, problems);
    case 'text':
      return textTest(fact, value, at, problems);
  }
}

function numberTest(fact: FactName, value: unknown, at: string, problems: PythonConditionProblem[]) {
  if (value === true) return `${fact} > 0.0`;
  if (value === false) return `${fact} == 0.0`;
  const number = numberOf(value);
  if (number === null) return wrong(problems, at, '需要一个数字', 'needs a number');
  return `${fact} == ${double(number)}`;
}

function textTest(fact: FactName, value: unknown, at: string, problems: PythonConditionProblem[]) {
  if (value === true || value === 'not_empty' || value === 'not_null') return `${fact} != ""`;
  if (value === false || value === null || value === 'empty' || value === 'null' || value === '') {
    return `${fact} == ""`;
  }
  if (typeof value === 'string') return `${fact} == ${JSON.stringify(value)}`;
  return wrong(problems, at, '需要一段文字、true 或 not_empty', 'needs a text, true or not_empty');
}

/** A condition that the value switches on, or turns round. */
function flagged(
  condition: string,
  value: unknown,
  at: string,
  problems: PythonConditionProblem[],
): string | null {
  if (value === true || value === 1 || value === 'true') return condition;
  if (value === false || value === 0 || value === 'false') return negated(condition);
  return wrong(problems, at, '需要 true 或 false', 'needs true or false');
}

function negated(condition: string): string {
  return isFactName(condition) ? `!${condition}` : `!(${condition})`;
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value.trim())) return null;
  return Number(value);
}

function bracketed(part: string): string {
  return /&&|\|\|/.test(part.replace(/"(?:[^"\\]|\\.)*"/g, '""')) ? `(${part})` : part;
}

function wrong(problems: PythonConditionProblem[], key: string, zh: string, en: string): null {
  problems.push({ key, zh, en });
  return null;
}
