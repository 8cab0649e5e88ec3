import type { TalkMessage } from '../reading/index.ts';

/** The ERP's kinds of follow-up (wire.md, `sort`): 电话, 邮件, 上门, 其他. */
export const FOLLOW_UP_KINDS = { phone: 481, email: 482, visit: 483, other: 484 } as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[keyof typeof FOLLOW_UP_KINDS];

/** By the words of both sides; a visit is more than a letter, a letter more than a call. */
export function followUpKind(messages: readonly TalkMessage[]): FollowUpKind {
  const said = messages.filter((one) => !one.recalled).map(({ text }) => text);
  const has = (words: RegExp) => said.some((text) => words.test(text));
  if (has(/上门|见面|拜访|面谈|登门/)) return FOLLOW_UP_KINDS.visit;
  if (has(/邮件|邮箱|e-?mail/i)) return FOLLOW_UP_KINDS.email;
  return has(/电话|致电|通话/) ? FOLLOW_UP_KINDS.phone : FOLLOW_UP_KINDS.other;
}
