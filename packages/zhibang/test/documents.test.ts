import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue, GUIDES, markdownPages } from '../src/index.ts';

const FOLDER = resolve(import.meta.dirname, '../../../docs/zhibang');

function written(): Map<string, string> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  return new Map(files.map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]));
}

test('the pages in docs/zhibang are those that the catalogue makes today', () => {
  const pages = markdownPages();
  if (process.env.UPDATE_DOCS) for (const [path, text] of pages) writeFileSync(join(FOLDER, path), text);
  const files = written();
  const other = [...pages].filter(([path, text]) => files.get(path) !== text).map(([path]) => path);
  expect(other).toEqual([]);
  const strangers = [...files.keys()].filter((path) => !pages.has(path) && !/^(en\/)?guides\//.test(path));
  expect(strangers).toEqual([]);
});

test('every endpoint has a page in both languages', () => {
  const files = written();
  const endpoints = catalogue().filter(({ style }) => style !== 'page');
  const lacking = endpoints.flatMap(({ call }) =>
    [`entries/${call}.md`, `en/entries/${call}.md`].filter((path) => !files.has(path)),
  );
  expect(lacking).toEqual([]);
});

test('every guide is there in both languages under the title of the index', () => {
  const files = written();
  for (const { name, title } of GUIDES) {
    expect(files.get(`guides/${name}.md`)).toMatch(new RegExp(`^# ${title.zh}`));
    expect(files.get(`en/guides/${name}.md`)).toMatch(new RegExp(`^# ${title.en}`));
  }
  const guides = [...files.keys()].filter((path) => path.startsWith('guides/'));
  expect(guides.sort()).toEqual(GUIDES.map(({ name }) => `guides/${name}.md`).sort());
});

test('links lead to a page and to a place on it', () => {
  const files = written();
  const dead = [...files].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)\s:]+\.md)?(?:#([^)\s]+))?\)/g)].flatMap(([link, target, place]) => {
      const file = target ? join(path, '..', target) : path;
      const goal = files.get(file);
      const isThere = goal !== undefined && (place === undefined || goal.includes(`<a id="${place}">`));
      return isThere ? [] : [`${path}: ${link}`];
    }),
  );
  expect(dead).toEqual([]);
});

test('an entry known by name only says so, and what to do', () => {
  const pages = markdownPages();
  expect(pages.get('entries/bank.list.md')).toContain('没有人公开过这个接口的字段');
  expect(pages.get('en/entries/bank.list.md')).toContain('`bangqiao catalogue fetch`');
  expect(pages.get('en/entries/customer.list.md')).not.toContain('Nobody has published');
});
