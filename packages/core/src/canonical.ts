import { companyKey } from './company.ts';
import type { SyncField, Value } from './customer.ts';
import { normaliseEmail } from './email.ts';
import { normalisePhone } from './phone.ts';
import { cleanText, toHalfWidth } from './text.ts';
import { normaliseWechatId } from './wechat.ts';

/** The form in which two values of a field are compared: phones without +86, e-mail without letter case, text cleaned. */
export function canonical(field: SyncField, value: Value | undefined): Value {
  const text = cleanText(value);
  if (text === null) return null;
  if (field === 'phone') return normalisePhone(text) ?? toHalfWidth(text);
  if (field === 'email') return normaliseEmail(text) ?? text.toLowerCase();
  if (field === 'wechat_id') return normaliseWechatId(text) ?? text;
  return text;
}

export function sameValue(field: SyncField, a: Value | undefined, b: Value | undefined): boolean {
  return a === b || canonical(field, a) === canonical(field, b);
}

/** Written differently, but the same thing: a company's name in other brackets, width or letter case. */
export function sameThing(field: SyncField, a: string, b: string): boolean {
  return field === 'company_name' && companyKey(a) === companyKey(b);
}
