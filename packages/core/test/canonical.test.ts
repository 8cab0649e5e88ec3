import { describe, expect, it } from 'vitest';
import { sameThing } from '../src/canonical.ts';
import { canonical, type SyncField, sameValue, type Value } from '../src/index.ts';

describe('two values of a field', () => {
  it.each<[field: SyncField, one: string, other: string]>([
    ['phone', '13800000001', '+86 138-0000-0001'],
    ['phone', '0755-12345678', '０７５５-１２３４５６７８'],
    ['email', 'A@Example.com', 'a@example.com'],
    ['email', 'Nobody', 'nobody'],
    ['wechat_id', 'wxid_Ab', 'wxid_\u200BA b'],
    ['address', '甲路 1 号', ' 甲路\u3000 1 号'],
  ])('of %s are the same when they are %j and %j', (field, one, other) => {
    expect(sameValue(field, one, other)).toBe(true);
    expect(canonical(field, one)).toBe(canonical(field, other));
  });

  it.each<[field: SyncField, one: Value, other: Value]>([
    ['phone', '13800000001', '13800000002'],
    ['wechat_id', 'wxid_Ab', 'wxid_ab'],
    ['wechat_id', 'wx**1', 'wx**2'],
    ['address', 'A 座', 'a 座'],
    ['address', '甲', null],
    ['company_name', '某某(B)公司', '某某（B）公司'],
  ])('of %s differ when they are %j and %j', (field, one, other) => {
    expect(sameValue(field, one, other)).toBe(false);
  });

  it('are the same when both are empty, in whatever way', () => {
    for (const empty of [null, undefined, '', ' \u200B']) expect(sameValue('notes', empty, null)).toBe(true);
  });

  it('are one thing in two spellings only of a company', () => {
    expect(sameThing('company_name', '某某(B)公司', '某某（b）公司')).toBe(true);
    expect(sameThing('company_name', '某某公司', '另一公司')).toBe(false);
    expect(sameThing('real_name', '张(三)', '张（三）')).toBe(false);
  });
});
