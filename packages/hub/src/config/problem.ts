import type { Bilingual } from '@bangqiao/core';
import type { z } from 'zod';
import type { Leaf } from './leaves.ts';

/** One thing that is wrong with the configuration, and what to do about it. */
export interface Fault {
  /** The key with dots, an environment name, or a file. */
  path: string;
  problem: Bilingual;
  hint: Bilingual;
}

/** Why a value does not fit its key; of a list, why each part of it does not. A secret is not told. */
export function valueFaults(
  path: string,
  leaf: Leaf,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): Fault[] {
  const byPart = Map.groupBy(issues, (issue) => issue.path.join('.'));
  return [...byPart].map(([part, [first]]) => {
    const bad = part === '' ? value : (value as unknown[])[Number(part)];
    const shown = leaf.meaning.secret ? '…' : JSON.stringify(bad);
    const expected = expectation(leaf, first!);
    return {
      path: part === '' ? path : `${path}[${part}]`,
      problem: {
        zh: `值 ${shown} 不合适：${expected.zh}`,
        en: `the value ${shown} does not fit: ${expected.en}`,
      },
      hint: {
        zh: `${leaf.meaning.zh}；默认 ${JSON.stringify(leaf.fallback)}`,
        en: `${leaf.meaning.en}; default ${JSON.stringify(leaf.fallback)}`,
      },
    };
  });
}

function expectation(leaf: Leaf, issue: z.core.$ZodIssue): Bilingual {
  if (issue.code === 'invalid_format' && issue.format === 'email') {
    return { zh: '应为邮箱地址', en: 'an e-mail address is expected' };
  }
  if (issue.code === 'invalid_format' && issue.format !== 'url') {
    return { zh: '格式不对', en: 'its form is not right' };
  }
  if (issue.code === 'invalid_format') {
    return leaf.path.at(-1) === 'url'
      ? { zh: '应为 postgres:// 开头的地址', en: 'a postgres:// address is expected' }
      : { zh: '应为 http:// 或 https:// 开头的地址', en: 'an http:// or https:// address is expected' };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.join(' | ');
    return { zh: `只能是 ${values}`, en: `one of ${values}` };
  }
  if (issue.code === 'too_small' && typeof issue.minimum === 'number')
    return bound(leaf, issue.minimum, 'small');
  if (issue.code === 'too_big' && typeof issue.maximum === 'number') return bound(leaf, issue.maximum, 'big');
  return KINDS[leaf.kind];
}

const KINDS: Record<Leaf['kind'], Bilingual> = {
  text: { zh: '应为文字', en: 'text is expected' },
  number: { zh: '应为数字（整数的键不能带小数）', en: 'a number is expected (whole where the key is whole)' },
  flag: { zh: '只能是 true 或 false', en: 'true or false' },
  list: { zh: '应为文字的列表', en: 'a list of texts is expected' },
};

function bound(leaf: Leaf, limit: number, side: 'small' | 'big'): Bilingual {
  if (leaf.kind !== 'number') return { zh: '不能为空', en: 'it must not be empty' };
  const unit = leaf.meaning.unit;
  const zh = unit === 'seconds' ? ' 秒' : unit === 'milliseconds' ? ' 毫秒' : '';
  const en = unit === 'seconds' || unit === 'milliseconds' ? ` ${unit}` : '';
  return side === 'small'
    ? { zh: `不能小于 ${limit}${zh}`, en: `at least ${limit}${en}` }
    : { zh: `不能大于 ${limit}${zh}`, en: `at most ${limit}${en}` };
}

/** Known names within two slips of the pen of `name`, the nearest first. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  const limit = name.length <= 4 ? 1 : 2;
  return known
    .map((candidate) => ({ candidate, slips: distance(bare(name), bare(candidate)) }))
    .filter(({ slips }) => slips <= limit)
    .sort((a, b) => a.slips - b.slips)[0]?.candidate;
}

/** Letters to put in, take out, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, rows[i - 1]![j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
