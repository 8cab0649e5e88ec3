/**
 * What happened in WeChat, from whatever source: the JSON that `POST /ingest/events` takes. Times are ISO 8601 in UTC.
 * A field that a source does not know is absent or null, never invented.
 */
export type WechatEvent = MessageEvent | ContactEvent | MarkEvent | RecallEvent;

interface EventHead {
  /** Equal for a replay of the same event, different for any other (README, "Identity"). */
  id: string;
  at: string;
  /** `wecom`, `wecom_kf`, `wecom_archive`, `wxauto`, `wechaty`, `export`, or a bridge's own name. */
  channel: string;
  /** Our side: the member, the customer-service account, the own WeChat id; '' where the source does not say. */
  account: string;
  /**
   * The person on the other side: external_userid or WeChat id. null where the source tells a display name only; in a
   * group it is the speaker, and null when one of us speaks.
   */
  wechat_id: string | null;
  /** The name that person shows, or the one we gave them. */
  nickname?: string;
  /** Tells conversations of one source and account apart; without `wechat_id` all there is of a person. */
  chat?: string;
  /** Said in a group: `chat` is not one person. */
  room_id?: string;
}

/** `unknown` where a source does not tell: never guessed, because only a customer's own words count as theirs. */
export type Direction = 'in' | 'out' | 'unknown';

export type MessageKind =
  | 'text'
  | 'image'
  | 'voice'
  | 'video'
  | 'file'
  | 'sticker'
  | 'location'
  | 'link'
  | 'miniprogram'
  | 'card'
  | 'quote'
  | 'forwarded'
  | 'product'
  | 'money'
  | 'call'
  | 'other';

export interface MessageEvent extends EventHead {
  type: 'message';
  direction: Direction;
  kind: MessageKind;
  /** The words of a text; of anything else its title or name, where it has one. */
  text?: string;
  /** Where the medium lies at the source: media_id, sdkfileid. */
  media?: string;
}

export type ContactChange =
  | 'added'
  | 'added_half'
  | 'edited'
  | 'dropped_by_us'
  | 'transferred'
  | 'left'
  | 'transfer_failed'
  | 'archive_agreed'
  | 'entered'
  | 'seen';

/** Facts about a person, by the names of the table `customers_unified`, and two ids beside it. */
export interface ContactFields {
  wechat_nickname?: string;
  wechat_remark?: string;
  wechat_avatar?: string;
  real_name?: string;
  company_name?: string;
  phone?: string;
  email?: string;
  address?: string;
  unionid?: string;
  /** The WeChat number (微信号) that people search for; not the internal wxid. */
  wechat_alias?: string;
}

export interface ContactEvent extends EventHead, ContactFields {
  type: 'contact';
  change: ContactChange;
  /** Further phones than `phone`. */
  phones?: string[];
  tags?: string[];
  /** The channel parameter of the QR code or link they came by. */
  state?: string;
}

export interface MarkEvent extends EventHead {
  type: 'mark';
  field: string;
  value: unknown;
}

export interface RecallEvent extends EventHead {
  type: 'recall';
  /** `id` of the message event that is taken back. */
  message_id: string;
}

/** Why something of a source became no event. */
export type IgnoredReason =
  | 'internal'
  | 'bookkeeping'
  | 'unknown_kind'
  | 'not_a_person'
  | 'time_row'
  | 'system_row'
  | 'recall_of_unknown'
  | 'incomplete';

export interface Converted {
  events: WechatEvent[];
  ignored: { reason: IgnoredReason; what: string }[];
}
