import { cleanText, normaliseEmail, normalisePhone, normaliseWechatId, type SyncField } from '@bangqiao/core';
import { HubError } from '../errors.ts';

/** What a person typed for a field, normalised. @throws HubError `wrong_value` when the field cannot hold it */
export function checkedValue(field: SyncField, typed: string): string {
  const value = NORMALISE[field]?.(typed) ?? (NORMALISE[field] ? null : cleanText(typed));
  if (value !== null) return value;
  throw new HubError({
    code: 'wrong_value',
    exitCode: 2,
    zh: `这个值不能作为 ${field}：格式不对`,
    en: `This is no value for ${field}: its form is wrong`,
    nextZh: '请检查后重新输入',
    nextEn: 'Check it and type it again',
  });
}

const NORMALISE: Partial<Record<SyncField, (typed: string) => string | null>> = {
  phone: normalisePhone,
  email: normaliseEmail,
  wechat_id: normaliseWechatId,
};
