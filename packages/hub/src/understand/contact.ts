import { type Customer, normaliseWechatId } from '@bangqiao/core';
import type { ContactEvent, MarkEvent } from '@bangqiao/wechat';
import { keyValue } from '../customers/index.ts';
import { IMPORT_COLUMNS } from '../ingest/columns.ts';
import { CONTACT_COLUMNS } from '../ingest/event-schema.ts';
import { toPatch } from '../ingest/patch.ts';
import { readValue } from '../ingest/values.ts';
import { change, current, type Draft, isOutdated, noteTold } from './draft.ts';
import { addPhoneKey, VALUE_COLUMNS } from './facts.ts';
import { VERIFIABLE } from './talk.ts';
import { witnessed } from './verified.ts';

/** Columns about which WeChat's own view decides: they hold what WeChat shows. */
const OF_WECHAT: ReadonlySet<string> = new Set(['wechat_nickname', 'wechat_remark', 'wechat_avatar']);

/** The kind of fact that fills a column. */
const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(VALUE_COLUMNS).map(([kind, column]) => [column, kind]),
);

/**
 * A contact as some source tells it, on the customer's row, as an import would do it; but what a person, the ERP or a
 * verification put there stays, and so does what was told or said later. A value that does not fit (a landline among WeCom's
 * phones) is left out.
 */
export function takeContact(draft: Draft, event: ContactEvent, id: number): void {
  const given = Object.entries(event).filter(
    ([column]) => CONTACT_COLUMNS.includes(column) && !isBehind(draft, column, event.at),
  );
  if (event.channel === 'wecom') noteCard(draft, event);
  for (const [column, cell] of given) {
    const patch = toPatch({ [column]: cell });
    if (!patch.ok) continue;
    for (const [name, value] of Object.entries(patch.patch) as [keyof Customer, never][]) {
      if (OF_WECHAT.has(name) || mayReplace(draft, name)) change(draft, name, value, id);
      else if (name === 'phone') addPhone(draft, value, id);
      noteTold(draft, name, event.at);
    }
  }
  if (event.nickname && !('wechat_nickname' in event)) takeNickname(draft, event.nickname, id);
  for (const phone of event.phones ?? []) addPhone(draft, phone, id);
  if (event.unionid) draft.keys.push({ kind: 'unionid', value: event.unionid });
  if (event.wechat_alias) takeAlias(draft, event.wechat_alias, id);
}

function isBehind(draft: Draft, column: string, at: string): boolean {
  if (isOutdated(draft, column, at)) return true;
  const kind = KIND_OF.get(column);
  if (kind === undefined || current(draft, column as keyof Customer) === null) return false;
  return at < (draft.talk.standing[kind]?.at ?? '');
}

/** What a colleague noted in WeCom, or WeCom itself shows, is a witness beside the customer's own words. */
function noteCard(draft: Draft, event: ContactEvent): void {
  const { talk, reverify } = draft;
  const shown = {
    phone: [event.phone, ...(event.phones ?? [])],
    company: [event.company_name],
    email: [event.email],
  };
  for (const kind of VERIFIABLE) {
    const values = shown[kind].flatMap((value) => witnessed(kind, value) ?? []);
    if (values.length === 0 || isOutdated(draft, VALUE_COLUMNS[kind], event.at)) continue;
    talk.card[kind] = values;
    reverify.add(kind);
  }
}

/** The name that a person shows: filled where none is known yet; `contact` events bring later ones. */
export function takeNickname(draft: Draft, nickname: string, id: number): void {
  if (current(draft, 'wechat_nickname') === null) change(draft, 'wechat_nickname', nickname, id);
}

/** A WeChat number that people search for: it fills the column, or is one more key. */
function takeAlias(draft: Draft, alias: string, id: number): void {
  const wechatId = normaliseWechatId(alias);
  const key = keyValue('wechat', alias);
  if (wechatId === null || key === null) return;
  if (current(draft, 'wechat_id') === null) change(draft, 'wechat_id', wechatId, id);
  else draft.keys.push({ kind: 'wechat', value: key });
}

function addPhone(draft: Draft, phone: unknown, id: number): void {
  const read = readValue('phone', phone);
  if ('problem' in read || read.value === current(draft, 'phone')) return;
  if (current(draft, 'phone') === null) change(draft, 'phone', String(read.value), id);
  else addPhoneKey(draft, read.value);
}

function mayReplace(draft: Draft, column: keyof Customer): boolean {
  const held = current(draft, column);
  if (held === null || held === false || held === 0) return true;
  const source = draft.before[`${column}_source` as 'phone_source'];
  if (source === 'erp' || source === 'manual') return false;
  return draft.before[`${column}_verified` as 'phone_verified'] !== true;
}

/** A mark that a person or a bridge set: an order, a contract, important, invalid, verified. */
export function takeMark(draft: Draft, { field, value, at }: MarkEvent, id: number): boolean {
  const read = readValue('flag', value);
  if (IMPORT_COLUMNS.get(field) !== 'flag' || 'problem' in read || isOutdated(draft, field, at)) return false;
  noteTold(draft, field, at);
  change(draft, field as 'has_order', read.value as boolean, id);
  return true;
}
