import { describe, expect, it } from 'vitest';
import { factEntry, isFactName } from '../src/fact-names.ts';
import {
  FIELDS,
  fieldOfErpId,
  type OptionListName,
  STAGES,
  SYNC_FIELDS,
  type SyncField,
  VALUE_SOURCES,
} from '../src/index.ts';
import { REASONS } from '../src/merge-reasons.ts';
import { expectNames } from './support/bilingual.ts';

/** domain.md, "Field map" and "Who wins"; lengths from the catalogue of the ERP (entries 16 and 17). */
const TABLE: [
  field: SyncField,
  policy: string,
  company: string | null,
  person: string | null,
  list?: OptionListName,
][] = [
  ['company_name', 'erp_unless_verified', 'name', null],
  ['real_name', 'erp_unless_verified', 'person_name', 'name'],
  ['phone', 'erp_unless_verified', 'mobile', 'mobile'],
  ['email', 'latest', 'email', 'email'],
  ['address', 'latest', 'address', 'address'],
  ['wechat_id', 'local_always', 'weixinAcc', 'weixinAcc'],
  ['erp_customer_code', 'erp_always', 'khid', 'khid'],
  ['erp_customer_type', 'erp_always', null, null],
  ['erp_customer_category', 'erp_always', 'sort1', 'sort1', 'sort1'],
  ['erp_follow_level', 'erp_always', null, null],
  ['erp_source', 'erp_always', 'ly', 'ly', 'ly'],
  ['erp_value_assessment', 'erp_always', 'jz', 'jz', 'jz'],
  ['erp_industry', 'erp_always', 'trade', 'trade', 'trade'],
  ['erp_region', 'erp_always', 'area', 'area', 'area'],
  ['summary', 'erp_always', 'product', 'product'],
  ['notes', 'erp_always', 'intro', 'intro'],
  ['pinyin', 'erp_always', 'pym', 'pym'],
];

describe('the fields that a sync reconciles', () => {
  it('are those of the table, in its order', () => {
    expect(TABLE.map(([field]) => field)).toEqual(SYNC_FIELDS);
  });

  it.each(TABLE)('%s is %s and stands in %s of a company and %s of a person', (field, ...known) => {
    const [policy, company, person, options] = known;
    expect(FIELDS[field]).toMatchObject({ policy, erp: { 1: company, 2: person } });
    expect(FIELDS[field].options).toBe(options);
  });

  it.each(TABLE)(
    '%s is found again by its ERP id, per type of customer',
    (field, _policy, company, person) => {
      if (company !== null) expect(fieldOfErpId(company, 1)).toBe(field);
      if (person !== null) expect(fieldOfErpId(person, 2)).toBe(field);
    },
  );

  it('are as long as the ERP takes them: texts with a limit per type, options and the type with none', () => {
    const limits = SYNC_FIELDS.map((field) => [field, FIELDS[field].maxLength]);
    const same = (length: number) => ({ 1: length, 2: length });
    expect(Object.fromEntries(limits.filter(([, limit]) => limit !== undefined))).toEqual({
      company_name: same(100),
      real_name: { 1: 50, 2: 100 },
      phone: same(50),
      email: same(50),
      address: same(200),
      wechat_id: same(50),
      erp_customer_code: same(50),
      summary: same(4000),
      notes: same(4000),
      pinyin: same(200),
    });
  });

  it('have a name of their own in both languages, the one by which rules know the column', () => {
    expectNames(SYNC_FIELDS.map((field) => FIELDS[field].label));
    for (const field of SYNC_FIELDS) {
      if (isFactName(field)) expect(factEntry(field)).toMatchObject(FIELDS[field].label);
    }
  });
});

it('every reason of a merge is said in both languages, and no two alike', () => {
  expectNames(Object.values(REASONS));
});

it('sources and stages keep the names that databases of the earlier system hold', () => {
  expect(VALUE_SOURCES).toEqual(['erp', 'wechat', 'ai', 'manual', 'unknown']);
  expect(STAGES).toEqual(['contact', 'lead', 'customer']);
});
