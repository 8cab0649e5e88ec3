export { PUBLISHED_RATE, type Rate } from './api/budget.ts';
export type { CallRecord } from './api/caller.ts';
export { createWecomClient, type WecomClient, type WecomOptions } from './api/client.ts';
export type { ContactBatch, ContactTag, CorpTagGroup, ExternalContact, Follower } from './api/contact.ts';
export type { Contacts, Remark } from './api/contacts.ts';
export type { CustomerService, KfAccount, KfCustomer, KfItem, KfPage, KfState } from './api/kf.ts';
export { fileTokenStore, memoryTokenStore, type StoredToken, type TokenStore } from './api/token-store.ts';
export {
  type CallbackDoor,
  type CallbackQuery,
  type CallbackSettings,
  createCallbackDoor,
  type OpenedCallback,
} from './callback/callback.ts';
export { readXml, type XmlFields, type XmlValue } from './callback/xml.ts';
export { eventsOfArchive } from './convert/archive.ts';
export { type CallbackHint, callbackId, eventsOfCallback } from './convert/callback.ts';
export { eventOfContact } from './convert/contact.ts';
export { eventsOfKf } from './convert/kf.ts';
export { eventsOfWechaty, eventsOfWechatyContact } from './convert/wechaty.ts';
export { eventsOfWxauto, type WxautoOptions } from './convert/wxauto.ts';
export { type Bilingual, type Effect, type ErrorDetails, WechatError } from './errors/error.ts';
export type { Action, Blame } from './errors/row.ts';
export { ERROR_TABLE, type ErrorCode } from './errors/table.ts';
export type {
  ContactChange,
  ContactEvent,
  ContactFields,
  Converted,
  Direction,
  IgnoredReason,
  MarkEvent,
  MessageEvent,
  MessageKind,
  RecallEvent,
  WechatEvent,
} from './event.ts';
export type { ExportEncoding } from './exports/encoding.ts';
export { EXPORT_FORMATS, type ExportFormat } from './exports/formats/index.ts';
export { type ExportItem, type ExportOptions, readChatExport, recogniseChatExport } from './exports/read.ts';
export { BROKEN_WORDS, type Broken } from './exports/record.ts';
export { identityOf } from './identity.ts';
export { maskSecrets } from './redact.ts';
export type { Robot, RobotMessage } from './robots/message.ts';
export { sendToRobot } from './robots/robot.ts';
