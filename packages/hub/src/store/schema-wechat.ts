import type { Generated } from 'kysely';

/** Tables of what comes from WeChat; conventions as in schema.ts. */
type Time = string;
type Json = string;

/**
 * `raw`: kept, not understood yet. `understood`: done. `waiting`: a recall whose message is not here yet. `parked`: could not
 * be understood, for a person to look at. `ignored`: of a kind that tells nothing of customers.
 */
type EventState = 'raw' | 'understood' | 'waiting' | 'parked' | 'ignored';

/** One event as it came; kept durably before its sender is told so. Told from others by `event_id`, `channel` and `account`. */
export interface WechatEventRow {
  id: Generated<number>;
  event_id: string;
  channel: string;
  account: string;
  source: 'wecom' | 'kf' | 'archive' | 'bridge' | 'chat_export';
  type: 'message' | 'contact' | 'mark' | 'recall' | 'other';
  at: Time;
  received_at: Time;
  /** The `WechatEvent`. */
  body: Json;
  /** What the source gave, where that is more than the body: decrypted XML, an item, a record. */
  raw: string | null;
  /** Of a recall: `event_id` of its message. */
  target: string | null;
  state: EventState;
  /** Why it is parked: `{code, zh, en}`. */
  problem: Json | null;
  customer_id: number | null;
}

/** `id` is that of its event. Without a customer: said by us in a group, where nobody is spoken to alone. */
interface MessageRow {
  id: number;
  customer_id: number | null;
  /** The key by which its person was known (`wechat:…`, `external_userid:…`, `chat:…`): merge and unmerge go by it. */
  identity: string | null;
  channel: string;
  account: string;
  wechat_id: string | null;
  room_id: string | null;
  direction: 'in' | 'out' | 'unknown';
  kind: string;
  text: string | null;
  at: Time;
  recalled_at: Time | null;
  /** Of a message whose words went (`retention.messages_days`): what it counts, a `RunningIntent`. */
  pruned: Generated<Json | null>;
  /** Null until its conversation is closed. */
  conversation_id: number | null;
}

/** What a message says of its customer. `taken`: stands (or stood) on the customer. `seen`: known, another value stands there. */
export interface FactRow {
  id: Generated<number>;
  customer_id: number;
  message_id: number;
  kind: string;
  value: string;
  /** Where it stands in the message's text, in UTF-16 units. */
  span_start: number;
  span_end: number;
  /** `model`: a language model says so; it fills empty places and verifies nothing. */
  certainty: 'stated' | 'likely' | 'model';
  state: 'taken' | 'seen' | 'rejected' | 'recalled';
  at: Time;
}

/** What the messages of a customer add up to, so that each is read once (`understand/talk.ts`). */
interface TalkRow {
  customer_id: number;
  state: Json;
}

interface ConversationRow {
  id: Generated<number>;
  customer_id: number;
  account: string;
  started_at: Time;
  ended_at: Time;
  closed: Generated<boolean>;
  message_count: number;
  follow_up_id: number | null;
  /** Why it became no follow-up: `nothing_said`, `too_short`, `only_greetings`; null: it is one, or nobody looked yet. */
  verdict: string | null;
}

interface FollowUpRow {
  id: Generated<number>;
  customer_id: number;
  conversation_id: number;
  /** 481 telephone, 482 e-mail, 483 visit, 484 other. */
  kind: number;
  summary: string;
  text: string;
  plan_at: Time | null;
  state: 'planned' | 'sent' | 'doubtful' | 'there' | 'cancelled';
  journal_id: number | null;
  created_at: Time;
  updated_at: Time;
}

/** Two customers that may be one, `customer_a` the smaller number; `apart` and `merged` are a person's word. */
interface SuggestionRow {
  id: Generated<number>;
  customer_a: number;
  customer_b: number;
  reasons: Json;
  score: number;
  state: Generated<'open' | 'merged' | 'apart'>;
  created_at: Time;
  decided_at: Time | null;
  decided_by: string | null;
}

/** How far a source is read; moves only together with what was read. */
interface IngestCursor {
  source: 'kf' | 'archive' | 'contact';
  account: string;
  cursor: string;
  updated_at: Time;
}

/** Numbers of the conversation archive that did not come. WeCom keeps them until `lost_at` at the latest. */
interface ArchiveGap {
  from_seq: number;
  to_seq: number;
  /** The SDK's error, where the number came without its record. */
  error: number | null;
  seen_at: Time;
  lost_at: Time;
}

/** Something to fetch from WeCom. Asked for again meanwhile: `times` moved, and it stays. */
export interface ErrandRow {
  kind: 'pull_kf' | 'read_contact' | 'pull_archive' | 'read_tags';
  subject: string;
  detail: Json;
  times: number;
  asked_at: Time;
  tries: Generated<number>;
  retry_at: Time | null;
  problem: string | null;
}

interface ChatImportRow {
  file: string;
  /** Of file, account and options: another one begins anew. */
  digest: string;
  position: number;
  finished: boolean;
  updated_at: Time;
}

/** One message that a language model was asked about (`understand/model-reader.ts`). */
interface ModelReadingRow {
  message_id: number;
  asked_at: Time;
  tries: number;
  /** `asked`: no answer yet. `waiting`: asked again later. `failed`: not any more. */
  state: 'asked' | 'waiting' | 'read' | 'failed';
  /** Facts that were kept. */
  facts: number;
  /** Why it, or parts of the answer, came to nothing. */
  problems: Json | null;
}

export interface WechatSchema {
  wechat_events: WechatEventRow;
  messages: MessageRow;
  customer_facts: FactRow;
  customer_talks: TalkRow;
  model_readings: ModelReadingRow;
  conversations: ConversationRow;
  follow_ups: FollowUpRow;
  identity_suggestions: SuggestionRow;
  ingest_cursors: IngestCursor;
  archive_gaps: ArchiveGap;
  ingest_errands: ErrandRow;
  chat_imports: ChatImportRow;
}
