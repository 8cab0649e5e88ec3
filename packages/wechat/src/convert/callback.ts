import { textOf, type XmlFields } from '../callback/xml.ts';
import { isoOf } from '../china-time.ts';
import type { ContactChange, ContactEvent, Converted } from '../event.ts';
import { identityOf } from '../identity.ts';

/** What a callback asks to be done: most callbacks say that something is there, not what. */
export type CallbackHint =
  | { do: 'read_contact'; userid: string; externalUserid: string }
  | { do: 'read_tags' }
  | { do: 'pull_kf'; openKfid: string; token: string }
  | { do: 'pull_archive' };

const CHANGES: Readonly<Record<string, ContactChange>> = {
  add_external_contact: 'added',
  add_half_external_contact: 'added_half',
  edit_external_contact: 'edited',
  del_external_contact: 'dropped_by_us',
  del_follow_user: 'left',
  transfer_fail: 'transfer_failed',
  msg_audit_approved: 'archive_agreed',
};

/** After these the detail still shows the past for a while: reading it at once would bring the relation back. */
const ENDINGS = new Set<ContactChange>(['dropped_by_us', 'transferred', 'left']);

/**
 * Identity of a callback: its MsgId, else every field of its decrypted XML. CreateTime counts seconds, so two customers
 * of one member in one second differ by their ids only (facts 1.5); a repeated delivery carries the same XML.
 */
export function callbackId(fields: XmlFields): string {
  const msgId = textOf(fields, 'MsgId');
  return msgId === '' ? identityOf('wecom', fields) : `wecom:${msgId}`;
}

/** A decrypted callback → what it tells by itself, and what to fetch. Unknown kinds are ignored by name, never refused. */
export function eventsOfCallback(fields: XmlFields): Converted & { hints: CallbackHint[] } {
  const event = textOf(fields, 'Event') || textOf(fields, 'InfoType');
  if (event === 'change_external_contact') return contactChange(fields);
  if (event === 'kf_msg_or_event') {
    const hint = { openKfid: textOf(fields, 'OpenKfId'), token: textOf(fields, 'Token') };
    return only([{ do: 'pull_kf', ...hint }]);
  }
  if (event === 'msgaudit_notify') return only([{ do: 'pull_archive' }]);
  if (event === 'change_external_tag') return only([{ do: 'read_tags' }]);
  const what = event || textOf(fields, 'MsgType');
  const reason =
    event === '' ? 'internal' : event === 'change_external_chat' ? 'bookkeeping' : 'unknown_kind';
  return { events: [], ignored: [{ reason, what }], hints: [] };
}

function only(hints: CallbackHint[]): Converted & { hints: CallbackHint[] } {
  return { events: [], ignored: [], hints };
}

function contactChange(fields: XmlFields): Converted & { hints: CallbackHint[] } {
  const userid = textOf(fields, 'UserID');
  const externalUserid = textOf(fields, 'ExternalUserID');
  const kind = textOf(fields, 'ChangeType');
  const at = isoOf(Number(textOf(fields, 'CreateTime') || textOf(fields, 'TimeStamp')));
  if (userid === '' || externalUserid === '' || at === null)
    return { events: [], ignored: [{ reason: 'incomplete', what: kind }], hints: [] };
  const read: CallbackHint = { do: 'read_contact', userid, externalUserid };
  const change = changeOf(fields, kind);
  if (!change) return { events: [], ignored: [{ reason: 'unknown_kind', what: kind }], hints: [read] };
  const state = textOf(fields, 'State');
  const event: ContactEvent = {
    id: callbackId(fields),
    type: 'contact',
    at,
    channel: 'wecom',
    account: userid,
    wechat_id: externalUserid,
    chat: externalUserid,
    change,
    ...(state ? { state } : {}),
  };
  return { events: [event], ignored: [], hints: ENDINGS.has(change) ? [] : [read] };
}

function changeOf(fields: XmlFields, kind: string): ContactChange | undefined {
  const moved = kind === 'del_external_contact' && textOf(fields, 'Source') === 'DELETE_BY_TRANSFER';
  return moved ? 'transferred' : CHANGES[kind];
}
