import { describe, expect, it } from 'vitest';
import { type Base, type FieldValues, merge, rebase, type SyncField, type Value } from '../src/index.ts';
import { REASONS, type ReasonCode } from '../src/merge-reasons.ts';

interface Row {
  hub: Value;
  erp: Value;
  base: readonly [Value, Value] | null;
  verified?: boolean;
}

function mergeOne(field: SyncField, { hub, erp, base, verified = false }: Row) {
  return merge({
    hub: { [field]: hub },
    erp: { [field]: erp },
    base: base === null ? {} : { [field]: base },
    verified: new Set(verified ? [field] : []),
  });
}
const verdictOn = (field: SyncField, row: Row) => mergeOne(field, row).verdicts[0]!;

/** What happens to one field, in short. */
function one(field: SyncField, row: Row) {
  const result = mergeOne(field, row);
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

  it.each<[why: ReasonCode, field: SyncField, row: Row]>([
    ['unchanged', 'phone', { hub: A, erp: A, base: [A, A] }],
    ['both_same', 'phone', { hub: B, erp: B, base: [A, A] }],
    ['erased_in_erp', 'phone', { hub: A, erp: null, base: [A, A] }],
    ['erased_in_hub', 'phone', { hub: null, erp: A, base: [A, A] }],
    ['verified_into_empty', 'phone', { hub: A, erp: null, base: null, verified: true }],
    ['verified_into_empty', 'phone', { hub: A, erp: null, base: [A, null], verified: true }],
    ['verified_change', 'phone', { hub: B, erp: A, base: [A, A], verified: true }],
    ['unverified_not_sent', 'phone', { hub: B, erp: null, base: [A, null] }],
    ['erp_owns', 'phone', { hub: A, erp: B, base: [A, A] }],
    ['erp_owns', 'notes', { hub: 'b', erp: 'a', base: ['a', 'a'] }],
    ['erp_returns', 'phone', { hub: B, erp: A, base: [A, A] }],
    ['erp_field_not_sent', 'notes', { hub: 'a', erp: null, base: null }],
    ['same_thing', 'company_name', { hub: 'A（B）', erp: 'A(B)', base: null, verified: true }],
    ['both_changed', 'phone', { hub: B, erp: C, base: [A, A], verified: true }],
    ['erp_against_verified', 'phone', { hub: A, erp: C, base: [A, A], verified: true }],
    ['fills_hub', 'phone', { hub: null, erp: A, base: null }],
    ['fills_hub', 'wechat_id', { hub: null, erp: 'wx_a', base: null }],
    ['into_empty_erp', 'wechat_id', { hub: 'wx_a', erp: null, base: null }],
    ['both_kept', 'wechat_id', { hub: 'wx_a', erp: 'wx_b', base: null }],
    ['erp_changed', 'address', { hub: '甲', erp: '乙', base: ['甲', '甲'] }],
    ['hub_changed', 'address', { hub: '乙', erp: '甲', base: ['甲', '甲'] }],
    ['both_changed', 'address', { hub: '乙', erp: '丙', base: ['甲', '甲'] }],
  ])('gives the reason %s for a %s of %j', (why, field, row) => {
    expect(verdictOn(field, row).reason).toEqual(REASONS[why]);
  });

  it('names the side that won, or none', () => {
    const winner = (row: Row) => verdictOn('address', row).winner;
    expect(winner({ hub: '甲', erp: '乙', base: ['甲', '甲'] })).toBe('erp');
    expect(winner({ hub: '乙', erp: '甲', base: ['甲', '甲'] })).toBe('hub');
    expect(winner({ hub: '乙', erp: '丙', base: ['甲', '甲'] })).toBeNull();
  });

  it('calls nothing a first link that has a base, or is not being linked', () => {
    const reasons = (base: Base, linking?: boolean) =>
      merge({ hub: { phone: A }, erp: { phone: A }, base, verified: new Set(), linking }).verdicts.map(
        ({ reason }) => reason.en.startsWith('first link'),
      );
    expect(reasons({}, true)).toEqual([true]);
    expect(reasons({ phone: [A, A] }, true)).toEqual([false]);
    expect(reasons({}, false)).toEqual([false]);
    expect(reasons({})).toEqual([false]);
  });

  it('leaves out a field that the hub does not know', () => {
    expect(merge({ hub: {}, erp: { phone: A }, base: {}, verified: new Set() })).toMatchObject({
      verdicts: [],
      toHub: {},
    });
  });

  it('keeps the base of fields that were not sent, or of which a side is unknown', () => {
    const base: Base = { phone: [A, A], email: ['a', 'a'] };
    const hub: FieldValues = { phone: B, address: '甲' };
    expect(rebase(base, ['email', 'address'], hub, { phone: B })).toEqual(base);
    expect(rebase(base, ['address'], {}, { address: '甲' })).toEqual(base);
    expect(rebase(base, ['phone'], hub, { phone: ' ' })).toEqual({ ...base, phone: [B, ''] });
    expect(rebase(base, ['phone'], { phone: '' }, { phone: B })).toEqual({ ...base, phone: [null, B] });
    expect(rebase(base, ['phone'], { phone: '' }, { phone: '' })).toEqual({ ...base, phone: [null, null] });
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
