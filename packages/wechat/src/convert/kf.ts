import { type Json, numberIn, objectIn, objectsIn, stringIn } from '../api/decode.ts';
import type { KfItem } from '../api/kf.ts';
import { isoOf } from '../china-time.ts';
import type { Converted, Direction, MessageKind, WechatEvent } from '../event.ts';
import { identityOf } from '../identity.ts';

/** 3: the customer, 5: a servicer in the WeCom app (facts 4.2); 4 is the system. */
const DIRECTIONS: Readonly<Record<number, Direction>> = { 3: 'in', 5: 'out' };

type Reading = { kind: MessageKind; text: (body: Json) => string };

const joined =
  (...names: string[]) =>
  (body: Json) =>
    names
      .map((name) => stringIn(body, name))
      .filter((part) => part !== '')
      .join(' ');

const READINGS: Readonly<Record<string, Reading>> = {
  text: { kind: 'text', text: joined('content') },
  image: { kind: 'image', text: () => '' },
  voice: { kind: 'voice', text: () => '' },
  video: { kind: 'video', text: () => '' },
  file: { kind: 'file', text: () => '' },
  location: { kind: 'location', text: joined('name', 'address') },
  link: { kind: 'link', text: joined('title', 'desc', 'url') },
  business_card: { kind: 'card', text: () => '' },
  miniprogram: { kind: 'miniprogram', text: joined('title') },
  msgmenu: { kind: 'other', text: menuText },
  channels_shop_product: { kind: 'product', text: joined('title') },
  channels_shop_order: { kind: 'product', text: joined('product_titles', 'price_wording', 'state') },
  merged_msg: { kind: 'forwarded', text: joined('title') },
};

const RECALLS = new Set(['user_recall_msg', 'servicer_recall_msg']);

/** One item of `sync_msg` → event. Identity: its msgid, which WeCom makes unique; without one, the whole item. */
export function eventsOfKf(item: KfItem): Converted {
  const event = objectIn(item, 'event');
  const account = stringIn(item, 'open_kfid') || stringIn(event, 'open_kfid');
  const customer = stringIn(item, 'external_userid') || stringIn(event, 'external_userid');
  const msgtype = stringIn(item, 'msgtype');
  const kind = msgtype === 'event' ? stringIn(event, 'event_type') : msgtype;
  const at = isoOf(numberIn(item, 'send_time'));
  if (msgtype === 'event' && kind !== 'enter_session' && !RECALLS.has(kind))
    return { events: [], ignored: [{ reason: 'bookkeeping', what: kind }] };
  if (account === '' || customer === '' || at === null)
    return { events: [], ignored: [{ reason: 'incomplete', what: kind }] };
  const msgid = stringIn(item, 'msgid');
  const head = {
    id: msgid === '' ? identityOf('kf', item) : `kf:${msgid}`,
    at,
    channel: 'wecom_kf',
    account,
    wechat_id: customer,
    chat: customer,
  };
  return { events: [msgtype === 'event' ? happened(head, event) : message(head, item)], ignored: [] };
}

type Head = Pick<WechatEvent, 'id' | 'at' | 'channel' | 'account' | 'wechat_id' | 'chat'>;

function happened(head: Head, event: Json): WechatEvent {
  if (stringIn(event, 'event_type') === 'enter_session') {
    const scene = stringIn(event, 'scene_param') || stringIn(event, 'scene');
    return { ...head, type: 'contact', change: 'entered', ...(scene ? { state: scene } : {}) };
  }
  return { ...head, type: 'recall', message_id: `kf:${stringIn(event, 'recall_msgid')}` };
}

function message(head: Head, item: KfItem): WechatEvent {
  const msgtype = stringIn(item, 'msgtype');
  const body = objectIn(item, msgtype);
  const { kind, text } = READINGS[msgtype] ?? { kind: 'other' as const, text: () => '' };
  const words = text(body);
  const media = stringIn(body, 'media_id');
  return {
    ...head,
    type: 'message',
    direction: DIRECTIONS[numberIn(item, 'origin') ?? 0] ?? 'unknown',
    kind,
    ...(words ? { text: words } : {}),
    ...(media ? { media } : {}),
  };
}

function menuText(body: Json): string {
  const items = objectsIn(body, 'list').map((one) =>
    stringIn(objectIn(one, stringIn(one, 'type')), 'content'),
  );
  return [stringIn(body, 'head_content'), ...items, stringIn(body, 'tail_content')]
    .filter(Boolean)
    .join('\n');
}
