import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  COMPANY_REASONS,
  compareCompanies,
  identityKey,
  identityKeys,
  type KeyKind,
  placeNewcomer,
  planRekeying,
} from '../src/index.ts';
import { expectNames } from './support/bilingual.ts';

const likeness = (a: string, b: string) => compareCompanies(a, b).likeness;

describe('two company names', () => {
  it('are the same when only the way of writing differs', () => {
    expect(likeness('深圳示业电子实业有限公司', '深圳示業電子實業有限公司')).toBe('same');
    expect(likeness('示远科技(深圳)有限公司', '示远科技（深圳）有限公司')).toBe('same');
    expect(likeness('ＡＢ示远有限公司', 'ab 示远有限公司')).toBe('same');
  });

  it('are likely the same as short and full name, without the region, or with another legal form', () => {
    expect(compareCompanies('示远科技', '深圳市示远科技有限公司')).toEqual({
      likeness: 'likely',
      reasons: ['region_left_out', 'short_name'],
    });
    expect(compareCompanies('示远', '深圳市示远科技有限公司').likeness).toBe('likely');
    expect(compareCompanies('杭州示远科技有限公司', '杭州示远科技有限责任公司').reasons).toEqual([
      'other_ending',
    ]);
    expect(compareCompanies('示远科技有限公司', '示远科技（深圳）有限公司').reasons).toEqual([
      'region_left_out',
    ]);
  });

  it('are different with another brand, region or branch', () => {
    expect(likeness('深圳示远科技有限公司', '深圳示近科技有限公司')).toBe('different');
    expect(compareCompanies('深圳示远科技有限公司', '杭州示远科技有限公司').reasons).toEqual([
      'other_region',
    ]);
    expect(compareCompanies('示远科技有限公司', '示远科技有限公司青岛分公司').reasons).toEqual([
      'other_branch',
    ]);
    expect(likeness('', '示远科技有限公司')).toBe('different');
  });

  it('that are short are never the same, however equal', () => {
    expect(likeness('示远', '示远')).toBe('likely');
  });

  it('are told apart in both languages', () => {
    expectNames(Object.values(COMPANY_REASONS));
  });
});

interface Person {
  keys?: Partial<Record<KeyKind, string>>;
  company?: string;
  code?: string;
  name?: string;
}

function known({ keys = {}, company, code, name }: Person) {
  const all = { ...keys, ...(company ? { company } : {}), ...(code ? { credit_code: code } : {}) };
  return {
    keys: Object.entries(all).flatMap(([kind, value]) => {
      const key = identityKey(kind as KeyKind, value);
      return key === null ? [] : [{ kind: kind as KeyKind, value: key }];
    }),
    company_name: company ?? null,
    credit_code: code ?? null,
    real_name: name ?? null,
  };
}

const candidate = (id: number, person: Person): Candidate => ({ id, ...known(person) });
const place = (newcomer: Person, ...candidates: Candidate[]) => placeNewcomer(known(newcomer), candidates);

describe('a newcomer', () => {
  it('is new when nobody shares anything, and a person’s name alone is nothing', () => {
    expect(place({ keys: { phone: '13800000001' } }).outcome).toBe('new');
    expect(place({ name: '王小示' }, candidate(1, { name: '王小示' })).outcome).toBe('new');
  });

  it.each(['phone', 'wechat', 'unionid', 'external_userid'] as const)('is linked by %s', (kind) => {
    const value = kind === 'phone' ? '13800000001' : 'wm_example_0001';
    const placed = place({ keys: { [kind]: value } }, candidate(7, { keys: { [kind]: value } }));
    expect(placed).toMatchObject({ outcome: 'link', id: 7, by: [kind] });
    expect(placed.reasons).toHaveLength(1);
  });

  it('who wrote the phone another way is still the same', () => {
    const placed = place(
      { keys: { phone: '+86 138-0000-0001' } },
      candidate(7, { keys: { phone: '１３８０００００００１' } }),
    );
    expect(placed.outcome).toBe('link');
  });

  it('with a full company name is linked to a row without a WeChat person only', () => {
    const company = '深圳示远科技有限公司';
    const newcomer = { keys: { wechat: 'wxid_new001' }, company };
    expect(place(newcomer, candidate(1, { company }))).toMatchObject({
      outcome: 'link',
      id: 1,
      by: ['company'],
    });
    expect(place(newcomer, candidate(1, { company, keys: { wechat: 'wxid_old001' } })).outcome).toBe('new');
    expect(place(newcomer, candidate(1, { company }), candidate(2, { company })).outcome).toBe('ambiguous');
  });

  it('with a short name, or the same e-mail, is only a suggestion', () => {
    const colleague = candidate(1, { company: '深圳示远科技有限公司', name: '王小示' });
    expect(place({ company: '示远科技', name: '王小示' }, colleague).outcome).toBe('suggest');
    const mail = { keys: { email: 'wang@example.com' } };
    expect(place(mail, candidate(1, mail))).toMatchObject({ outcome: 'suggest', id: null });
  });

  it('whose credit code contradicts is not linked by phone, but is by the account', () => {
    const other = { credit_code: '91330106MA2CCCCC0X' };
    const newcomer = {
      ...known({ keys: { phone: '13800000001', wechat: 'wxid_same01' } }),
      credit_code: '91350100M000100Y43',
    };
    const byPhone = { ...candidate(1, { keys: { phone: '13800000001' } }), ...other };
    const byAccount = { ...candidate(2, { keys: { wechat: 'wxid_same01' } }), ...other };
    expect(placeNewcomer(newcomer, [byPhone])).toMatchObject({ outcome: 'suggest', id: null });
    expect(placeNewcomer(newcomer, [byAccount])).toMatchObject({ outcome: 'link', id: 2 });
  });

  it('whose account is one and whose phone is another’s is linked, and the other suggested', () => {
    const placed = place(
      { keys: { wechat: 'wxid_same01', phone: '13800000001' } },
      candidate(1, { keys: { wechat: 'wxid_same01' } }),
      candidate(2, { keys: { phone: '13800000001' } }),
    );
    expect(placed).toMatchObject({ outcome: 'link', id: 1 });
    expect(placed.others.map(({ id }) => id)).toEqual([2]);
  });

  it('matching several by exact keys is for a person', () => {
    const keys = { phone: '13800000001' };
    expect(place({ keys }, candidate(1, { keys }), candidate(2, { keys })).outcome).toBe('ambiguous');
  });
});

describe('keys', () => {
  it('of WeCom keep their letter case, and columns give only their own kinds', () => {
    expect(identityKey('external_userid', 'wmAbc_123')).toBe('wmAbc_123');
    expect(identityKey('external_userid', '??')).toBeNull();
    expect(identityKeys({ phone: '13800000001' })).toEqual([{ kind: 'phone', value: '13800000001' }]);
  });

  it('that WeCom changed are moved, and doing it twice is doing it once', () => {
    const key = (value: string) => ({ kind: 'external_userid' as const, value });
    const change = { from: key('wm_old'), to: key('wm_new') };
    const plan = (...held: { value: string; customer: number }[]) =>
      planRekeying(
        [change],
        held.map(({ value, customer }) => ({ ...key(value), customer })),
      )[0];
    expect(plan({ value: 'wm_old', customer: 3 })).toMatchObject({ action: 'move', customers: [3] });
    expect(plan({ value: 'wm_new', customer: 3 })).toMatchObject({ action: 'done', customers: [3] });
    expect(plan({ value: 'wm_old', customer: 3 }, { value: 'wm_new', customer: 4 })).toMatchObject({
      action: 'suggest',
      customers: [3],
      others: [4],
    });
    expect(plan()).toMatchObject({ action: 'unknown' });
  });
});
