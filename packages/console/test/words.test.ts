import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Words } from '../src/words/words.ts';

const SOURCE = join(import.meta.dirname, '../src');
const WORDS = join(SOURCE, 'words');

interface Said {
  file: string;
  /** `customerWords.title` or `STAGES.lead` */
  name: string;
  key: string;
  table: string;
  words: Words;
}

async function allWords(): Promise<Said[]> {
  const files = readdirSync(WORDS).filter((file) => file !== 'words.ts');
  const said = await Promise.all(
    files.map(async (file) => {
      const tables = Object.entries(
        (await import(join(WORDS, file))) as Record<string, Record<string, Words>>,
      );
      return tables.flatMap(([table, held]) =>
        Object.entries(held).map(([key, words]) => ({ file, table, key, name: `${table}.${key}`, words })),
      );
    }),
  );
  return said.flat();
}

function sources(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('words'))
    .map((file) => readFileSync(join(SOURCE, file), 'utf8'));
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('every word exists in Chinese and in English, with the same blanks to fill in', async () => {
  for (const { name, words } of await allWords()) {
    expect(Object.keys(words), name).toEqual(['zh', 'en']);
    expect(words.zh.trim() && words.en.trim(), name).not.toBe('');
    expect(placeholders(words.zh), name).toEqual(placeholders(words.en));
    if (words.en !== '中文') expect(words.en, name).not.toMatch(/\p{Script=Han}/u);
  }
});

test('no word is left over that nobody says', async () => {
  const texts = sources();
  const pageWords = (await allWords()).filter(({ table }) => table.endsWith('Words'));
  const unsaid = pageWords.filter(({ file, table, key }) => {
    const importing = texts.filter((text) => text.includes(`/words/${file}'`) && text.includes(table));
    return !importing.some((text) => new RegExp(`\\b(w|${table})\\.${key}\\b`).test(text));
  });
  expect(unsaid.map(({ name }) => name)).toEqual([]);
});

test('nothing Chinese is said outside the words', () => {
  const spoken = sources().map((text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
  expect(spoken.flatMap((text) => text.match(/.*\p{Script=Han}.*/gu) ?? [])).toEqual([]);
});
