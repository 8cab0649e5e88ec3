import { expect, test } from 'vitest';
import { type CatalogueEntry, catalogue, findEntry, searchCatalogue } from '../src/index.ts';

const count = (part: 'request' | 'response') =>
  catalogue().reduce((sum, entry) => sum + (entry[part]?.length ?? 0), 0);
const repeated = (values: readonly unknown[]) => values.filter((value, at) => values.indexOf(value) !== at);

test('it holds the 219 entries of the index, 217 of them endpoints, with all published fields', () => {
  expect(catalogue()).toHaveLength(219);
  expect(catalogue().filter((entry) => entry.style !== 'page')).toHaveLength(217);
  expect([count('request'), count('response')]).toEqual([2162, 1035]);
});

test('every number and every call name belongs to one entry', () => {
  expect(repeated(catalogue().map((entry) => entry.id))).toEqual([]);
  expect(repeated(catalogue().map((entry) => entry.call))).toEqual([]);
});

test('what an entry says of its documentation agrees with its fields', () => {
  const wrong = catalogue().filter((entry) => entry.documented !== expectedOf(entry));
  expect(wrong.map((entry) => entry.call)).toEqual([]);
});

function expectedOf(entry: CatalogueEntry): CatalogueEntry['documented'] {
  if (entry.style === 'page') return undefined;
  if (entry.fieldsFrom) return 'sibling';
  if (entry.request?.length === 0 && entry.response) return 'partial';
  if (entry.operation === 'edit' && entry.request?.length === 1) return 'partial';
  return entry.request || entry.response ? 'full' : 'name';
}

test('an entry is found by number, call name or Chinese name', () => {
  for (const which of ['19', 'customer.list', 'Customer.List', '获取客户列表'])
    expect(findEntry(which)?.id).toBe(19);
  expect(findEntry('customer.lists')).toBeUndefined();
  const { nameEn, path, alias } = findEntry('19')!;
  for (const which of [nameEn, path, alias!]) expect(findEntry(which)?.id).toBe(19);
  const shared = findEntry('contractLine.add')!.path;
  expect(catalogue().filter((entry) => entry.path === shared).length).toBeGreaterThan(1);
  expect(findEntry(shared)).toBeUndefined();
});

test('a search finds names first, then fields', () => {
  expect(searchCatalogue('客户来源').map((entry) => entry.call)).toContain('customer.saveCompany');
  expect(searchCatalogue('获取客户列表')[0]?.call).toBe('customer.list');
  expect(searchCatalogue('  ')).toEqual([]);
});
