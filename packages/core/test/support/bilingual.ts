import { expect } from 'vitest';
import type { Bilingual } from '../../src/index.ts';

/** Said in both languages: Chinese in the one, none in the other but in what it quotes. */
export function expectBothLanguages({ zh, en }: Bilingual): void {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en.replace(/"[^"]*"/g, '')).toMatch(/^\P{Script=Han}*[a-z]\P{Script=Han}*$/u);
}

/** Said in both languages, and each different from all others: names by which a reader tells things apart. */
export function expectNames(all: readonly Bilingual[]): void {
  for (const one of all) expectBothLanguages(one);
  for (const lang of ['zh', 'en'] as const) {
    expect(new Set(all.map((one) => one[lang])).size).toBe(all.length);
  }
}
