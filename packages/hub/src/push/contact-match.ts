import { cleanText, isMasked, normalisePhone, normaliseWechatId, toHalfWidth } from '@bangqiao/core';

/** Whom we look for among the contact persons of a company. `name` only where it is a real one. */
export interface Sought {
  name: string | null;
  phone: string | null;
  wechat_id: string | null;
}

export type Likeness = 'same' | 'unsure' | 'other';

/**
 * Whether a contact person of the ERP (by its field ids) is the one we look for: by phone or WeChat id, or by an exact
 * name that no phone contradicts. `unsure` where only a person can tell: a hidden phone that may be this one, or an equal
 * name beside another WeChat id (people keep a searchable number there, so that alone is no contradiction).
 */
export function likeness(sought: Sought, contact: Record<string, string>): Likeness {
  const phones = [contact.mobile, contact.mobile2].filter((text) => text !== undefined && text !== '');
  const told = phones.map((text) => comparePhone(sought.phone, String(text)));
  if (told.includes('same')) return 'same';
  const theirs = normaliseWechatId(contact.weixinAcc);
  const ours = normaliseWechatId(sought.wechat_id);
  if (theirs !== null && theirs === ours) return 'same';
  const mayBePhone = told.includes('unsure');
  const sameName = sought.name !== null && nameKey(sought.name) === nameKey(contact.person_name);
  if (!sameName) return mayBePhone ? 'unsure' : 'other';
  if (mayBePhone) return 'same';
  if (told.includes('other')) return 'other';
  return theirs !== null && ours !== null ? 'unsure' : 'same';
}

/** Undefined where either has none. A masked phone may be ours when what it shows is equal. */
function comparePhone(ours: string | null, theirs: string): Likeness | undefined {
  const phone = normalisePhone(ours);
  if (phone === null) return undefined;
  if (!isMasked(theirs)) return normalisePhone(theirs) === phone ? 'same' : 'other';
  const shown = toHalfWidth(theirs).replace(/[\s-]/gu, '');
  const [head = '', tail = ''] = [/^[^*＊•●]*/u.exec(shown)?.[0], /[^*＊•●]*$/u.exec(shown)?.[0]];
  return phone.startsWith(head.replace(/^\+?86(?=1)/u, '')) && phone.endsWith(tail) ? 'unsure' : 'other';
}

function nameKey(name: string | undefined): string | null {
  const text = cleanText(name);
  return text === null ? null : toHalfWidth(text).replace(/\s+/gu, '').toLowerCase();
}
