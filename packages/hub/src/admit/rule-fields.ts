import type { Bilingual, Rule, RuleType } from '@bangqiao/core';
import { nearest } from '../config/problem.ts';
import { NO_UPDATE } from './check.ts';

/** A rule of a file whose condition was not looked at yet: text, or the Python system's JSON. */
export type RuleFields = Omit<Rule, 'rule_conditions'> & { rule_conditions: unknown };

interface FieldProblem {
  key: string;
  problem: Bilingual;
  hint: Bilingual | null;
}

const TYPES = ['mandatory', 'high_quality', 'medium_quality', 'low_quality'];

interface Column {
  fits: (value: unknown) => boolean;
  expected: Bilingual;
  optional?: true;
}

const COLUMNS: Readonly<Record<keyof Rule, Column>> = {
  rule_name: {
    fits: (value) => typeof value === 'string' && /^\S(.{0,98}\S)?$/u.test(value),
    expected: { zh: '应为名字，1 到 100 个字符', en: 'a name of 1 to 100 characters is expected' },
  },
  rule_type: {
    fits: (value) => TYPES.includes(value as string),
    expected: { zh: `只能是 ${TYPES.join(' | ')}`, en: `one of ${TYPES.join(' | ')}` },
  },
  rule_priority: {
    fits: (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= 1_000_000,
    expected: { zh: '应为整数，例如 50', en: 'a whole number is expected, e.g. 50' },
  },
  rule_conditions: {
    fits: (value) => (typeof value === 'string' && value.trim() !== '') || isObject(value),
    expected: {
      zh: '应为条件；以 ! 或 " 开头时，请整句放进单引号',
      en: 'a condition is expected; one that begins with ! or " belongs into single quotes',
    },
  },
  rule_action: {
    fits: (value) => value === 'CREATE' || value === 'SKIP',
    expected: { zh: '只能是 CREATE | SKIP', en: 'one of CREATE | SKIP' },
  },
  confidence: {
    fits: (value) => value === 'quality' || (typeof value === 'number' && value >= 0 && value <= 1),
    expected: { zh: '应为 0 到 1，或 quality', en: '0 to 1, or quality' },
    optional: true,
  },
  is_active: {
    fits: (value) => typeof value === 'boolean',
    expected: { zh: '只能是 true 或 false', en: 'true or false' },
    optional: true,
  },
  description: {
    fits: (value) =>
      typeof value === 'string' ||
      (isObject(value) &&
        'zh' in value &&
        'en' in value &&
        typeof value.zh === 'string' &&
        typeof value.en === 'string'),
    expected: { zh: '应为一段文字，或 {zh, en}', en: 'a text, or {zh, en}' },
    optional: true,
  },
};

/** The columns of one rule of a file, checked; every problem at once, by its key. */
export function readFields(
  given: Record<string, unknown>,
): { rule: RuleFields } | { rule: null; name: string | null; problems: FieldProblem[] } {
  const problems = [...unknownKeys(given), ...wrongValues(given)];
  const name = typeof given.rule_name === 'string' ? given.rule_name : null;
  if (problems.length > 0) return { rule: null, name, problems };
  const type = given.rule_type as RuleType;
  const description = given.description ?? given.rule_name;
  return {
    rule: {
      rule_name: given.rule_name as string,
      rule_type: type,
      rule_priority: given.rule_priority as number,
      rule_conditions: given.rule_conditions,
      rule_action: given.rule_action as Rule['rule_action'],
      confidence: (given.confidence as Rule['confidence'] | undefined) ?? usualConfidence(type),
      is_active: (given.is_active as boolean | undefined) ?? true,
      description:
        typeof description === 'string' ? { zh: description, en: description } : (description as Bilingual),
    },
  };
}

/** What the default rules of a type have (domain.md, Admission rules). */
export function usualConfidence(type: RuleType): Rule['confidence'] {
  return ({ mandatory: 1, high_quality: 'quality', medium_quality: 0.75, low_quality: 0 } as const)[type];
}

function unknownKeys(given: Record<string, unknown>): FieldProblem[] {
  const known = Object.keys(COLUMNS);
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const meant = nearest(key, known);
      return {
        key,
        problem: { zh: `规则没有这个键：${key}`, en: `a rule has no key ${key}` },
        hint: meant
          ? { zh: `是不是想写 ${meant}？`, en: `did you mean ${meant}?` }
          : { zh: `可用的键：${known.join(' ')}`, en: `the keys are ${known.join(' ')}` },
      };
    });
}

function wrongValues(given: Record<string, unknown>): FieldProblem[] {
  return (Object.entries(COLUMNS) as [keyof Rule, Column][]).flatMap(([key, column]) => {
    const value = given[key];
    if (value === undefined && column.optional) return [];
    if (value !== undefined && column.fits(value)) return [];
    const isUpdate = key === 'rule_action' && value === 'UPDATE';
    // As the Python system's rules are exported: kept, never asked.
    if (isUpdate && given.is_active === false) return [];
    const missing = value === undefined || value === null;
    return [
      {
        key,
        problem: missing
          ? { zh: `缺少 ${key}`, en: `${key} is missing` }
          : {
              zh: `${key} 不合适：${JSON.stringify(value)}`,
              en: `${key} does not fit: ${JSON.stringify(value)}`,
            },
        hint: isUpdate ? NO_UPDATE : column.expected,
      },
    ];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
