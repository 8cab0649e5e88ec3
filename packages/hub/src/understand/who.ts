import type { WechatEvent } from '@bangqiao/wechat';
import { keyValue } from '../customers/index.ts';

/**
 * By what the person behind an event is known again. WeCom's ids depend on letter case and are no WeChat numbers that
 * somebody could search for; a person of whom only a display name is told hangs on account and chat.
 */
export interface Identity {
  kind: 'wechat' | 'external_userid' | 'chat';
  /** As `customer_keys` holds it. */
  value: string;
}

const OF_WECOM: ReadonlySet<string> = new Set(['wecom', 'wecom_kf', 'wecom_archive']);
/** WeCom's ids are told by their form where another bridge passes them on. */
const EXTERNAL = /^w[mo][\w-]{20,}$/;

/** Null: nobody alone is meant (our own words in a group). */
export function identityOf(event: WechatEvent): Identity | null {
  const { wechat_id: id, channel, account, chat, room_id: room } = event;
  if (id !== null) {
    if (OF_WECOM.has(channel) || EXTERNAL.test(id)) return { kind: 'external_userid', value: id };
    const value = keyValue('wechat', id);
    return value === null ? null : { kind: 'wechat', value };
  }
  if (room !== undefined || chat === undefined) return null;
  return { kind: 'chat', value: JSON.stringify([channel, account, chat]) };
}

/** As `messages.identity` holds it. */
export function identityName({ kind, value }: Identity): string {
  return `${kind}:${value}`;
}
