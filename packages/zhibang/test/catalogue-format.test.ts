import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type CatalogueEntry, type CatalogueField, catalogue } from '../src/index.ts';

const HERE = new URL('../catalogue/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, HERE), 'utf8');
const FILES = readdirSync(HERE).filter((file) => file.endsWith('.json'));

const lists = (entry: CatalogueEntry) => [entry.request ?? [], entry.response ?? []];
const FIELDS = catalogue().flatMap(lists).flat();

describe('every file keeps to catalogue.schema.json', () => {
  const check = new Ajv2020({ allErrors: true }).compile(JSON.parse(read('../catalogue.schema.json')));

  test.each(FILES)('%s', (file) => {
    const isRight = check(JSON.parse(read(file)));
    expect(check.errors ?? []).toEqual([]);
    expect(isRight).toBe(true);
  });

  test('the schema refuses what it should', () => {
    const [entry] = JSON.parse(read('session.json')).entries;
    const broken = [
      { ...entry, style: 'v4' },
      { ...entry, request: [{ id: 'x', type: 'number' }] },
      { ...entry, request: [{ id: 'x', type: 'string', closed: true }] },
      { ...entry, request: [{ id: 'x', type: 'string', label: '名称 ' }] },
      { ...entry, documented: undefined },
    ];
    for (const each of broken)
      expect(check(JSON.parse(JSON.stringify({ module: { zh: '甲', en: 'A' }, entries: [each] })))).toBe(
        false,
      );
  });
});

test('a nested field stands after the array or object that it is in', () => {
  const lost = catalogue().flatMap((entry) =>
    lists(entry).flatMap((fields) => fields.filter((field, at) => !hasPlace(field, fields.slice(0, at)))),
  );
  expect(lost).toEqual([]);
});

function hasPlace({ in: place }: CatalogueField, before: readonly CatalogueField[]): boolean {
  if (place === undefined) return true;
  const [, outer, id] = /^(?:(.*)\.)?([^.]+)$/.exec(place)!;
  return before.some((each) => each.id === id && each.in === outer && /array|object/.test(each.type));
}

test('no id stands twice in one place, but for the titles of a contract', () => {
  const repeated = catalogue().flatMap((entry) =>
    lists(entry).flatMap((fields) => {
      const places = fields.map(({ id, in: place = '' }) => `${entry.call} ${place}.${id}`);
      return places.filter((each, at) => places.indexOf(each) !== at);
    }),
  );
  expect([...new Set(repeated)]).toEqual(['contract.get Data.Title']);
});

test('the style of an entry is that of its path', () => {
  const styleOf = (path: string) =>
    /^\/webapi\/v3\/ov1\//.test(path) ? 'ov1' : /^\/webapi\/v3\//.test(path) ? 'v3' : 'helper';
  const wrong = catalogue().filter(({ style, path }) => style !== 'page' && style !== styleOf(path));
  expect(wrong.map(({ call }) => call)).toEqual([]);
});

test('what is required only sometimes names a field beside it', () => {
  const wrong = catalogue().flatMap(({ request = [] }) =>
    request.filter(({ requiredWhen = {}, in: place }) =>
      Object.keys(requiredWhen).some((id) => !request.some((each) => each.id === id && each.in === place)),
    ),
  );
  expect(wrong).toEqual([]);
});

test('every caption and every state of the program has an English name, and none stands there in vain', () => {
  const states = FIELDS.filter(({ closed }) => closed).flatMap(({ options = {} }) => Object.values(options));
  const captions = new Set([...states, ...FIELDS.flatMap(({ label }) => label ?? [])]);
  expect(FIELDS.filter(({ label, labelEn }) => label && !labelEn)).toEqual([]);
  const chinese = /\p{Script=Han}/u;
  expect(FIELDS.filter(({ optionsEn = {} }) => chinese.test(Object.values(optionsEn).join()))).toEqual([]);
  expect(Object.keys(JSON.parse(read('../labels.json'))).filter((label) => !captions.has(label))).toEqual([]);
});

test('the README counts what is there', () => {
  const text = read('README.md');
  const count = (key: keyof CatalogueField) => FIELDS.filter((field) => field[key] !== undefined).length;
  expect(text).toContain(`\`in\` added to ${count('in').toLocaleString('en')} fields`);
  expect(text).toContain(`\`closed\` added to ${count('closed')} fields`);
  expect(text).toContain(`\`custom\` added to ${count('custom')} fields`);
  for (const known of ['full', 'sibling', 'partial', 'name']) {
    const those = catalogue().filter(({ documented }) => documented === known).length;
    expect(text).toMatch(new RegExp(`\`${known}\`:.*\\| ${those} \\|\n`));
  }
});
