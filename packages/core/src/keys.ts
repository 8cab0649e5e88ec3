import { companyKey, isFullCompanyName } from './company.ts';
import type { Customer } from './customer.ts';
import { normaliseEmail } from './email.ts';
import { normalisePhone } from './phone.ts';
import { cleanText, isMasked, toHalfWidth } from './text.ts';
import { normaliseCreditCode } from './uscc.ts';
import { normaliseWechatId } from './wechat.ts';

/** Kinds that a column of the customer gives. */
export const COLUMN_KEY_KINDS = ['phone', 'wechat', 'company', 'credit_code', 'khid'] as const;
/**
 * All kinds. `unionid` (one WeChat person across apps of one owner) and `external_userid` (one WeChat person within one
 * corp and app) come from WeCom and stand in no column; an `email` is a key by which people are only suggested.
 */
export const KEY_KINDS = [...COLUMN_KEY_KINDS, 'unionid', 'external_userid', 'email'] as const;
export type ColumnKeyKind = (typeof COLUMN_KEY_KINDS)[number];
export type KeyKind = (typeof KEY_KINDS)[number];

export interface IdentityKey {
  kind: KeyKind;
  /** In the form in which two keys are compared. */
  value: string;
}

const COLUMN = {
  phone: 'phone',
  wechat: 'wechat_id',
  company: 'company_name',
  credit_code: 'credit_code',
  khid: 'erp_customer_code',
} as const satisfies Record<ColumnKeyKind, keyof Customer>;

type KeyColumn = (typeof COLUMN)[ColumnKeyKind];

/** By what a customer may be known again; a value that is masked, malformed or too short to say who is none. */
export function identityKeys(customer: Partial<Pick<Customer, KeyColumn>>): IdentityKey[] {
  return COLUMN_KEY_KINDS.flatMap((kind) => {
    const value = identityKey(kind, customer[COLUMN[kind]]);
    return value === null ? [] : [{ kind, value }];
  });
}

/** One value in the form in which keys of its kind are compared; null when it identifies nobody. */
export function identityKey(kind: KeyKind, value: unknown): string | null {
  switch (kind) {
    case 'phone':
      return normalisePhone(value);
    case 'wechat':
      return wechatKey(value);
    case 'credit_code':
      return normaliseCreditCode(value);
    case 'company':
      return companyIdentity(value);
    case 'khid':
      return khidKey(value);
    case 'email':
      return normaliseEmail(value);
    case 'unionid':
    case 'external_userid':
      return opaqueKey(value);
  }
}

function wechatKey(value: unknown): string | null {
  return normaliseWechatId(value)?.toLowerCase() ?? null;
}

/** WeCom's ids tell letter case apart: two ids that differ in it alone are two people. */
function opaqueKey(value: unknown): string | null {
  const id = normaliseWechatId(value);
  return id !== null && OPAQUE.test(id) ? id : null;
}

const OPAQUE = /^[\w-]{6,128}$/;

function companyIdentity(value: unknown): string | null {
  const name = cleanText(value);
  if (name === null || isMasked(name) || !isFullCompanyName(name)) return null;
  const key = companyKey(name);
  return key !== null && !isMasked(key) && isFullCompanyName(key) ? key : null;
}

function khidKey(value: unknown): string | null {
  const text = cleanText(value);
  return text === null ? null : toHalfWidth(text).replace(/\s+/gu, '').toLowerCase();
}
