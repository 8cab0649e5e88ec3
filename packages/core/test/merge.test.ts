import { describe, expect, it } from 'vitest';
import { type Base, type FieldValues, merge, rebase, type SyncField, type Value } from '../src/index.ts';

interface Row {
  hub: Value;
  erp: Value;
  base: readonly [Value, Value] | null;
  verified?: boolean;
}

/** Merges one field and gives what happens to it, in short. */
function one(field: SyncField, { hub, erp, base, verified = false }: Row) {
  const result = merge({
    hub: { [field]: hub },
    erp: { [field]: erp },
    base: base === null ? {} : { [field]: base },
    verified: new Set(verified ? [field] : []),
  });
  const verdict = result.verdicts[0]!;
  return {
    kind: verdict.kind,
    toHub: result.toHub[field],
    toErp: result.toErp[field],
    loser: verdict.loser,
    base: result.base[field] ?? null,
  };
}

const nothing = { toHub: undefined, toErp: undefined, loser: undefined };
const A = '13800000001';
const B = '13800000002';
const C = '13800000003';

describe('erp_always', () => {
  const field = 'notes';

  it('takes the ERP’s value, whichever side changed, and keeps the loser', () => {
    const taken = { kind: 'take_erp', toHub: 'b', toErp: undefined, base: ['b', 'b'] };
    expect(one(field, { hub: 'a', erp: 'b', base: ['a', 'a'] })).toEqual({ ...taken, loser: 'a' });
    expect(one(field, { hub: 'c', erp: 'b', base: ['b', 'b'] })).toEqual({ ...taken, loser: 'c' });
    expect(one(field, { hub: 'c', erp: 'b', base: ['a', 'a'] })).toEqual({ ...taken, loser: 'c' });
    expect(one(field, { hub: 'c', erp: 'b', base: null })).toEqual({ ...taken, loser: 'c' });
    expect(one(field, { hub: null, erp: 'b', base: null })).toEqual({ ...taken, loser: undefined });
  });

  it('does not send a hub value into an empty field', () => {
    expect(one(field, { hub: 'a', erp: null, base: null })).toEqual({
      ...nothing,
      kind: 'held',
      base: ['a', null],
    });
    expect(one(field, { hub: 'a', erp: null, base: ['a', null] }).kind).toBe('same');
  });
});

describe('erp_unless_verified', () => {
  const field = 'phone';

  it('sends a verified value where only the hub changed', () => {
    expect(one(field, { hub: B, erp: A, base: [A, A], verified: true })).toEqual({
      kind: 'send_hub',
      toHub: undefined,
      toErp: B,
      loser: A,
      base: [A, A],
    });
  });

  it('sends a verified value where the ERP never held one, also when it was verified later', () => {
    expect(one(field, { hub: A, erp: null, base: null, verified: true })).toMatchObject({
      kind: 'send_hub',
      toErp: A,
    });
    expect(one(field, { hub: A, erp: null, base: [A, null], verified: true })).toMatchObject({
      kind: 'send_hub',
      toErp: A,
    });
  });

  it('does not send an unverified value into an empty field', () => {
    expect(one(field, { hub: A, erp: null, base: null })).toEqual({
      ...nothing,
      kind: 'held',
      base: [A, null],
    });
  });

  it('returns the ERP’s value over an unverified change, and keeps the loser', () => {
    expect(one(field, { hub: B, erp: A, base: [A, A] })).toEqual({
      kind: 'take_erp',
      toHub: A,
      toErp: undefined,
      loser: B,
      base: [A, A],
    });
  });

  it('takes the ERP’s change over an unverified value', () => {
    expect(one(field, { hub: A, erp: B, base: [A, A] })).toMatchObject({
      kind: 'take_erp',
      toHub: B,
      loser: A,
    });
    expect(one(field, { hub: C, erp: B, base: [A, A] })).toMatchObject({
      kind: 'take_erp',
      toHub: B,
      loser: C,
    });
    expect(one(field, { hub: A, erp: B, base: null })).toMatchObject({
      kind: 'take_erp',
      toHub: B,
      loser: A,
    });
  });

  it('leaves an ERP change against a different verified value to a person, writing neither side', () => {
    for (const base of [[A, A], [C, C], null] as const) {
      expect(one(field, { hub: A, erp: B, base, verified: true })).toEqual({
        ...nothing,
        kind: 'conflict',
        base,
      });
    }
  });

  it('agrees where both changed to the same, however it is written', () => {
    expect(one(field, { hub: B, erp: `+86 ${B}`, base: [A, A], verified: true })).toEqual({
      ...nothing,
      kind: 'agreed',
      base: [B, `+86 ${B}`],
    });
  });

  it('takes another spelling of a verified company name without asking anybody', () => {
    const spelt = { hub: '某某科技（深圳）有限公司', erp: '某某科技(深圳)有限公司' };
    expect(one('company_name', { ...spelt, base: null, verified: true })).toMatchObject({
      kind: 'take_erp',
      toHub: spelt.erp,
    });
    expect(
      one('company_name', { hub: spelt.hub, erp: '另一家有限公司', base: null, verified: true }).kind,
    ).toBe('conflict');
  });
});

describe('local_always', () => {
  const field = 'wechat_id';

  it('writes the WeChat id only into an empty field', () => {
    expect(one(field, { hub: 'wx_a', erp: null, base: null })).toMatchObject({
      kind: 'send_hub',
      toErp: 'wx_a',
    });
    for (const base of [null, ['wx_b', 'wx_b'], ['wx_a', 'wx_a']] as const) {
      expect(one(field, { hub: 'wx_a', erp: 'wx_b', base })).toMatchObject({ ...nothing, kind: 'held' });
    }
  });

  it('fills an empty WeChat id from the ERP', () => {
    expect(one(field, { hub: null, erp: 'wx_b', base: null })).toMatchObject({
      kind: 'take_erp',
      toHub: 'wx_b',
    });
  });
});

describe('latest', () => {
  for (const [field, [a, b, c]] of [
    ['email', ['a@example.com', 'b@example.com', 'c@example.com']],
    ['address', ['甲路 1 号', '乙路 2 号', '丙路 3 号']],
  ] as const) {
    it(`takes the ${field} of whichever side changed`, () => {
      expect(one(field, { hub: b, erp: a, base: [a, a] })).toMatchObject({
        kind: 'send_hub',
        toErp: b,
        loser: a,
      });
      expect(one(field, { hub: a, erp: b, base: [a, a] })).toMatchObject({
        kind: 'take_erp',
        toHub: b,
        loser: a,
      });
      expect(one(field, { hub: a, erp: null, base: null })).toMatchObject({ kind: 'send_hub', toErp: a });
      expect(one(field, { hub: null, erp: a, base: null })).toMatchObject({ kind: 'take_erp', toHub: a });
    });

    it(`leaves an ${field} that both changed differently to a person`, () => {
      for (const base of [[a, a], null] as const) {
        expect(one(field, { hub: b, erp: c, base })).toEqual({ ...nothing, kind: 'conflict', base });
      }
    });

    it(`keeps the filled ${field} where one side erased and the other changed, and shows the erasure`, () => {
      expect(one(field, { hub: b, erp: null, base: [a, a] })).toEqual({
        ...nothing,
        kind: 'erased_in_erp',
        base: [b, ''],
      });
      expect(one(field, { hub: null, erp: b, base: [a, a] })).toEqual({
        ...nothing,
        kind: 'erased_in_hub',
        base: ['', b],
      });
    });
  }

  it('compares e-mail without letter case', () => {
    expect(
      one('email', { hub: 'A@Example.com', erp: 'a@example.com', base: ['a@example.com', 'a@example.com'] })
        .kind,
    ).toBe('same');
  });
});

describe('an erasure', () => {
  const fields: [SyncField, string][] = [
    ['notes', 'a'],
    ['phone', A],
    ['wechat_id', 'wx_a'],
    ['email', 'a@example.com'],
    ['address', '甲路 1 号'],
  ];

  for (const [field, value] of fields) {
    it(`of ${field} blanks nothing on the other side, is told once, and does not come back`, () => {
      for (const verified of [true, false]) {
        const inErp = one(field, { hub: value, erp: null, base: [value, value], verified });
        expect(inErp).toEqual({ ...nothing, kind: 'erased_in_erp', base: [value, ''] });
        expect(one(field, { hub: value, erp: null, base: inErp.base, verified })).toMatchObject({
          ...nothing,
          kind: 'same',
        });
        const inHub = one(field, { hub: null, erp: value, base: [value, value], verified });
        expect(inHub).toEqual({ ...nothing, kind: 'erased_in_hub', base: ['', value] });
        expect(one(field, { hub: null, erp: value, base: inHub.base, verified })).toMatchObject({
          ...nothing,
          kind: 'same',
        });
      }
    });
  }

  it('does not stop a new value that comes later', () => {
    expect(one('email', { hub: 'new@example.com', erp: null, base: ['a@example.com', ''] })).toMatchObject({
      kind: 'send_hub',
    });
    expect(one('phone', { hub: B, erp: null, base: [A, ''], verified: true })).toMatchObject({
      kind: 'send_hub',
      toErp: B,
    });
    expect(one('phone', { hub: null, erp: B, base: ['', A] })).toMatchObject({ kind: 'take_erp', toHub: B });
  });

  it('in the hub gives way to a later change in the ERP where the ERP owns the field', () => {
    expect(one('phone', { hub: null, erp: B, base: [A, A] })).toMatchObject({
      kind: 'take_erp',
      toHub: B,
      loser: undefined,
    });
    expect(one('notes', { hub: null, erp: 'b', base: ['a', 'a'] })).toMatchObject({
      kind: 'take_erp',
      toHub: 'b',
    });
    expect(one('wechat_id', { hub: null, erp: 'wx_b', base: ['wx_a', 'wx_a'] })).toMatchObject({
      ...nothing,
      kind: 'erased_in_hub',
    });
  });

  it('in the ERP holds back the erased value only: another one goes in once it is verified', () => {
    const waiting = one('phone', { hub: B, erp: null, base: [A, ''] });
    expect(waiting).toMatchObject({ ...nothing, kind: 'held' });
    expect(one('phone', { hub: B, erp: null, base: waiting.base, verified: true })).toMatchObject({
      toErp: B,
    });
  });

  it('is no erasure when the value was never there', () => {
    expect(one('email', { hub: null, erp: null, base: null })).toEqual({
      ...nothing,
      kind: 'same',
      base: [null, null],
    });
    expect(one('email', { hub: '', erp: ' ', base: [null, null] }).kind).toBe('same');
  });

  it('on both sides is agreed', () => {
    expect(one('email', { hub: null, erp: null, base: ['a@example.com', 'a@example.com'] })).toEqual({
      ...nothing,
      kind: 'agreed',
      base: [null, null],
    });
  });
});

describe('a merge', () => {
  it('leaves out a field that the ERP did not show, and keeps its base', () => {
    const base: Base = { phone: [A, A] };
    const result = merge({
      hub: { phone: B, email: 'a@example.com' },
      erp: {},
      base,
      verified: new Set(['phone']),
    });
    expect(result).toEqual({ verdicts: [], toHub: {}, toErp: {}, base, conflicts: [] });
  });

  it('does not look at an ERP that trims, relabels or drops a value as at an edit', () => {
    const kept: FieldValues = { address: '甲路 1 号 三楼', erp_source: '微信咨询', email: 'a@example.com' };
    const held: FieldValues = { address: '甲路 1 号', erp_source: '网站注册', email: null };
    const base = rebase({}, ['address', 'erp_source', 'email'], kept, held);
    const result = merge({ hub: kept, erp: held, base, verified: new Set() });
    expect(result.verdicts.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
    expect(result.base).toEqual(base);
  });

  it('does not send again what the tenant does not keep, until it changes', () => {
    const base = rebase({}, ['phone'], { phone: A }, { phone: null });
    expect(one('phone', { hub: A, erp: null, base: base.phone!, verified: true }).kind).toBe('same');
    expect(one('phone', { hub: B, erp: null, base: base.phone!, verified: true }).kind).toBe('send_hub');
  });

  it('gives every verdict a reason in both languages, and says when it is the first link', () => {
    const result = merge({
      hub: { phone: A, email: 'a@example.com', notes: 'x' },
      erp: { phone: B, email: 'a@example.com', notes: null },
      base: {},
      verified: new Set(['phone']),
      linking: true,
    });
    expect(result.conflicts.map(({ field }) => field)).toEqual(['phone']);
    for (const { reason } of result.verdicts) {
      expect(reason.zh).toMatch(/^首次关联：.+/);
      expect(reason.en).toMatch(/^first link: .+/);
    }
  });
});
