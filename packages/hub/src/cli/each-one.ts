import type { Bilingual, Language } from '@bangqiao/core';
import { failureOf } from '../failure.ts';

/** What was asked for and not done, and why. */
export interface Refused {
  id: number;
  code: string;
  message: Bilingual;
  next: Bilingual | null;
}

/**
 * One after another; what is refused does not keep the others from being done, and is told beside them. Where only one was asked for,
 * its refusal is thrown.
 */
export async function eachOne<T>(
  ids: readonly number[],
  work: (id: number) => Promise<T>,
): Promise<{ done: T[]; refused: Refused[] }> {
  const [done, refused]: [T[], Refused[]] = [[], []];
  for (const id of new Set(ids)) {
    try {
      done.push(await work(id));
    } catch (error) {
      if (ids.length === 1) throw error;
      const { code, message, next } = failureOf(error);
      refused.push({ id, code, message, next });
    }
  }
  return { done, refused };
}

/** A line for each, below what was done. */
export function withRefused(text: string, refused: readonly Refused[], lang: Language): string {
  const lines = refused.map(({ id, message, next }) => {
    const then = next === null ? '' : ` → ${next[lang]}`;
    return `✗ ${id}${lang === 'zh' ? '：' : ': '}${message[lang]}${then}`;
  });
  return [text, ...lines].join('\n');
}
