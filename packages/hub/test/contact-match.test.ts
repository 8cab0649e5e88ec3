import { expect, test } from 'vitest';
import { type Likeness, likeness } from '../src/push/contact-match.ts';

const LI = { name: '李示例', phone: '13800000002', wechat_id: 'wxid_li' };

test.each<[string, Record<string, string>, Likeness]>([
  ['the phone', { person_name: '别人', mobile: '13800000002' }, 'same'],
  ['the phone, written otherwise', { person_name: '别人', mobile: '+86 138-0000-0002' }, 'same'],
  ['the second phone', { person_name: '别人', mobile: '13900000000', mobile2: '13800000002' }, 'same'],
  ['the WeChat id', { person_name: '别人', mobile: '13900000000', weixinAcc: 'wxid_li' }, 'same'],
  ['the name, and nothing else known', { person_name: ' 李示例 ', mobile: '', weixinAcc: '' }, 'same'],
  ['the name, and a hidden phone that fits', { person_name: '李示例', mobile: '138****0002' }, 'same'],
  ['the name, and another phone', { person_name: '李示例', mobile: '13900000000' }, 'other'],
  [
    'the name, and a hidden phone that does not fit',
    { person_name: '李示例', mobile: '139****0002' },
    'other',
  ],
  ['the name, and another WeChat id', { person_name: '李示例', weixinAcc: 'li_2020' }, 'unsure'],
  ['a hidden phone that fits, another name', { person_name: '别人', mobile: '138****0002' }, 'unsure'],
  ['another name', { person_name: '李示例二' }, 'other'],
  ['a part of the name', { person_name: '李示' }, 'other'],
  ['nothing at all', {}, 'other'],
])('a contact person with %s', (_what, contact, is) => {
  expect(likeness(LI, contact)).toBe(is);
});

test('who has no name, phone or WeChat id is like nobody', () => {
  const nobody = { name: null, phone: null, wechat_id: null };
  expect(likeness(nobody, { person_name: '', mobile: '', weixinAcc: '' })).toBe('other');
  expect(likeness(nobody, { person_name: '李示例', mobile: '138****0002' })).toBe('other');
});
