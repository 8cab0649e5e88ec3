import type { ExternalContact, Follower } from '../api/contact.ts';
import type { ContactEvent } from '../event.ts';
import { identityOf } from '../identity.ts';

/**
 * A customer as read from customer contact, seen by one member, → a contact event. Its identity is its content: reading
 * the same customer again gives the same id, so an unchanged one costs nothing.
 */
export function eventOfContact(contact: ExternalContact, follower: Follower, seenAt: number): ContactEvent {
  const [phone, ...phones] = follower.remarkMobiles;
  const tags = follower.tags.flatMap((tag) => tag.name ?? []);
  const facts = filled({
    nickname: contact.name,
    wechat_nickname: contact.name,
    wechat_remark: follower.remark,
    wechat_avatar: contact.avatar,
    company_name: follower.remarkCorpName || contact.corpFullName || contact.corpName,
    unionid: contact.unionid ?? '',
    phone: phone ?? '',
    state: follower.state,
  });
  const seen = { ...facts, ...(phones.length > 0 ? { phones } : {}), ...(tags.length > 0 ? { tags } : {}) };
  const who = { account: follower.userid, wechat_id: contact.externalUserid };
  return {
    id: identityOf('wecom', ['contact', who, seen]),
    type: 'contact',
    at: new Date(seenAt).toISOString(),
    channel: 'wecom',
    ...who,
    chat: contact.externalUserid,
    change: 'seen',
    ...seen,
  };
}

/** Without what is empty: an absent field is unknown, an empty one would claim that there is none. */
export function filled<Name extends string>(fields: Record<Name, string>): Partial<Record<Name, string>> {
  const known = Object.entries<string>(fields).filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(known) as Partial<Record<Name, string>>;
}
