import { type Bilingual, FOLLOW_UP_KINDS, type FollowUpKind } from '@bangqiao/core';
import type { Options } from '../erp/options.ts';

/** The ERP's words for the kinds (wire.md), whose ids stand for them here. */
export const KIND_WORDS: Readonly<Record<number, Bilingual>> = {
  [FOLLOW_UP_KINDS.phone]: { zh: '电话', en: 'telephone' },
  [FOLLOW_UP_KINDS.email]: { zh: '邮件', en: 'e-mail' },
  [FOLLOW_UP_KINDS.visit]: { zh: '上门', en: 'visit' },
  [FOLLOW_UP_KINDS.other]: { zh: '其他', en: 'other' },
};

/** What tenants call them in their own list 98 (跟进方式). */
const CALLED: Readonly<Record<FollowUpKind, RegExp>> = {
  [FOLLOW_UP_KINDS.phone]: /电话|电联|致电/,
  [FOLLOW_UP_KINDS.email]: /邮件|e-?mail/i,
  [FOLLOW_UP_KINDS.visit]: /上门|拜访|见面|面谈/,
  [FOLLOW_UP_KINDS.other]: /其[他它]|微信/,
};

/**
 * The tenant's id of a kind: by its name, else the usual id where the list has it, else what the tenant calls other. The usual ids
 * where the list was never read.
 */
export function sortOf(kind: FollowUpKind, options: Options): string {
  const list = options.all('followup');
  const named = (wanted: FollowUpKind) =>
    list.find(({ label }) => label === KIND_WORDS[wanted]?.zh) ??
    list.find(({ label }) => CALLED[wanted].test(label));
  const usual = list.find(({ id }) => id === String(kind));
  return (named(kind) ?? usual ?? named(FOLLOW_UP_KINDS.other))?.id ?? String(kind);
}
