import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CatalogueEntry,
  type CatalogueField,
  catalogue,
  checkRequest,
  draftCall,
  exampleRequest,
  findEntry,
  type Params,
  paramsOf,
} from '../src/index.ts';

const faultsOf = (call: string, params: Params) =>
  checkRequest(findEntry(call)!, params).map(({ why, field }) => `${why} ${field}`);

/** An entry with one field `x`. */
function withField(field: Partial<CatalogueField>): CatalogueEntry {
  const request = [{ id: 'x', type: 'string', ...field } as CatalogueField];
  return { ...findEntry('customer.list')!, request };
}

const isFine = (field: Partial<CatalogueField>, x: unknown) =>
  checkRequest(withField(field), { x }).length === 0;

test('every example request passes its own check', () => {
  const wrong = catalogue().flatMap((entry) =>
    checkRequest(entry, exampleRequest(entry)).map((fault) => `${entry.call}: ${fault.en}`),
  );
  expect(wrong).toEqual([]);
});

test('all faults of a request come at once, each with its place', () => {
  const params = { name: '长'.repeat(101), ly: '网站', jf2: 7, nmae: 'x', date1: '2026-02-30' };
  expect(faultsOf('customer.saveCompany', params)).toEqual([
    'unknown_field nmae',
    'too_long name',
    'required sort1',
    'type ly',
    'option jf2',
    'date date1',
    'required person_name',
  ]);
});

/** Every field of every published request that stands at the top. */
const TOP_FIELDS = catalogue()
  .filter(({ documented }) => documented === 'full' || documented === 'sibling')
  .flatMap((entry) => paramsOf(entry).map(({ field }) => ({ entry, field })));

test('whatever is broken in an example, just that is named', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TOP_FIELDS), fc.nat(9), ({ entry, field }, more) => {
      const example = exampleRequest(entry);
      const faultsWith = (value: unknown) =>
        checkRequest(entry, { ...example, [field.id]: value })
          .filter(({ field: place }) => place === field.id)
          .map(({ why }) => why);
      if (field.required === true) expect(faultsWith(undefined)).toEqual(['required']);
      if (field.maxLength && field.type === 'string' && !field.closed)
        expect(faultsWith('长'.repeat(field.maxLength + 1 + more))).toEqual(['too_long']);
      if (field.type === 'integer' || field.type === 'decimal')
        expect(faultsWith('constructor')).toEqual(field.match === 'range' ? [] : ['type']);
      if (field.closed && field.type === 'string') expect(faultsWith('constructor')).toEqual(['option']);
      if (field.max !== undefined) expect(faultsWith(field.max + 1 + more)).toEqual(['too_large']);
    }),
    { numRuns: 2000 },
  );
});

test('a fault says in both languages what is wrong and what was probably meant', () => {
  const [fault] = checkRequest(findEntry('customer.list')!, { Name: 'x' });
  expect(fault?.zh).toBe('没有字段 Name，是不是 客户名称（name）？');
  expect(fault?.en).toMatch(/^there is no field Name; did you mean .*\(name\)\?$/);
  const [byLabel] = checkRequest(findEntry('customer.list')!, { 客户来源: '171' });
  expect(byLabel?.zh).toContain('（khly）');
});

test('records inside a request are checked where they stand', () => {
  const line = { Priority: 1, ReProductID: 'x', unit: 1, Dosage: 1 };
  expect(faultsOf('substitution.add', { ProductID: 1, unit: 1, childtd: [line] })).toEqual([
    'type childtd[0].ReProductID',
    'required childtd[0].ReplacementRatio',
  ]);
  expect(faultsOf('substitution.add', { ProductID: 1, unit: 1, childtd: line })).toEqual(['type childtd']);
});

test('what the style wraps around a helper’s fields is named, not guessed at', () => {
  const wrapped = checkRequest(findEntry('productionBom.list')!, { Token: 'x', Datas: { Title: 'x' } });
  expect(wrapped.map(({ why, field }) => `${why} ${field}`)).toEqual(['envelope Token', 'envelope Datas']);
  expect(wrapped[1]?.zh).toContain('直接写 Datas 里面的字段');
});

test('a schedule demands its fields only when one is asked for', () => {
  const followUp = { ord: 1, intro: '已电话沟通', sort: 481 };
  expect(faultsOf('customer.followUp', { ...followUp, plantype: 0 })).toEqual([]);
  expect(faultsOf('customer.followUp', { ...followUp, plantype: 1 })).toContain('required @title1');
  expect(faultsOf('customer.followUp', { ...followUp, plantype: 2 })).toContain('required @intro2');
});

test('where nobody has published the fields, any are let through', () => {
  expect(faultsOf('notice.save', { title: '放假通知', anything: 1 })).toEqual([]);
  expect(faultsOf('bom.edit', { ord: 1, title: '新主题' })).toEqual([]);
  expect(faultsOf('bom.edit', { title: '新主题' })).toEqual(['required ord']);
});

test("a tenant's own fields are let through by their names", () => {
  expect(faultsOf('customer.list', { '!B__SysCusmf_0_61001_999_0': 'x', '@InheritId_id_9': 'y' })).toEqual(
    [],
  );
});

describe('values', () => {
  test('lists of states are strict, lists of a tenant are not', () => {
    expect(faultsOf('customer.list', { stype: 9 })).toEqual(['option stype']);
    expect(faultsOf('customer.savePerson', { name: 'x', sort1: '3', ly: 987_654 })).toEqual([]);
  });

  test.each([
    [{ type: 'integer' }, 1, '1', '1.5'],
    [{ type: 'decimal' }, 1.5, '-0.25', '1,5'],
    [{ type: 'boolean' }, true, 'false', 'ja'],
    [{ type: 'datetime' }, '2026-01-15 09:05', '2026/1/5 9:05:00', '2026-13-01'],
    [{ type: 'date-string' }, '2026-01-15', '2024-02-29', '2026-02-29'],
    [{ type: 'string', format: 'yyyy-MM-dd' }, '2026-01-15', '2026/1/15', '15.1.2026'],
    [{ type: 'decimal', max: 10 }, 10, '9.99', 10.01],
    [{ type: 'string', maxLength: 2 }, '中文', 12, '中文字'],
    [{ type: 'string', maxLength: 2 }, '𠮷野', '😀😀', '𠮷野家'],
    [{ type: 'string', options: { 1: '是', 2: '否' }, closed: true, filter: true }, '1,2', 2, '1,3'],
    [{ type: 'string', multiple: 'comma' }, ['3', '7'], '3,7', [{}]],
    [{ type: 'array' }, [{}], [], 'x'],
    [{ type: 'object' }, {}, { any: 1 }, 'x'],
  ] as const)('%j takes %j and %j, refuses %j', (field, good, better, bad) => {
    expect([isFine(field, good), isFine(field, better), isFine(field, bad)]).toEqual([true, true, false]);
  });

  test('an empty value is no value: only a required field misses it', () => {
    for (const x of ['', null, undefined, []]) {
      expect(isFine({ type: 'integer' }, x)).toBe(true);
      expect(isFine({ type: 'integer', required: true }, x)).toBe(false);
    }
  });
});

test('a decimal given as text leaves as a number, whatever its zeros, unless digits would be lost', () => {
  const entry = { ...withField({ type: 'decimal' }), style: 'v3' as const };
  const sent = (x: unknown) => (draftCall(entry, { x }).body as { x: unknown }).x;
  const long = '12345678901234567.50';
  expect(['100.00', '007', '-0.50', '100.5', 3, long].map(sent)).toEqual([100, 7, -0.5, 100.5, 3, long]);
});
