import { basename } from 'node:path';
import { WechatError } from '../errors/error.ts';
import type { IgnoredReason, WechatEvent } from '../event.ts';
import { Ordinals } from '../identity.ts';
import { blocksIn } from './blocks.ts';
import { csvRowsIn } from './csv.ts';
import { type ExportEncoding, textIn } from './encoding.ts';
import { type ExportFormat, FORMATS, type Recognised, recognise } from './formats/index.ts';
import { jsonLinesIn, jsonObjectsIn } from './json.ts';
import type { Broken, RawRecord } from './record.ts';
import { type Context, eventOfRow, type Format, type Reading } from './row.ts';
import { type Source, sourceOf } from './source.ts';
import { Survey } from './survey.ts';

export interface ExportOptions {
  /** Otherwise recognised by header and content. */
  format?: ExportFormat;
  encoding?: ExportEncoding;
  /** The own WeChat id. Part of every identity: give the same one each time. */
  account?: string;
  /** Names under which we appear, for files that name speakers only. */
  self?: readonly string[];
  /** For files of one chat: whom it is with. */
  peer?: { wechatId?: string; name?: string };
  /** For files of one chat: what tells it from others; else the peer's id, else the file's name. */
  chat?: string;
  /** Go on behind this position. */
  from?: number;
  /** Bytes read so far, in the pass that yields. */
  onBytes?: (read: number) => void;
  /** Milliseconds; the time of contact events, which have none of their own. */
  readAt?: number;
}

/** `position` counts records, and goes into `from` of a later reading once the item is kept. Lines count from 1. */
export type ExportItem = { position: number } & (
  | { event: WechatEvent }
  | { fault: number; reason: Broken }
  | { skipped: number; reason: IgnoredReason }
);

/**
 * Reads exported chats of any known tool (README) as events, one after the other and in constant memory, however large
 * the file. A record that cannot be read is told with its line and the next one follows. Files that do not mark groups or
 * own messages are read twice. Throws `export_unknown_format`, `export_training_data`, `export_changed`.
 */
export async function* readChatExport(
  input: string | AsyncIterable<Uint8Array>,
  options: ExportOptions = {},
): AsyncGenerator<ExportItem, void> {
  await using source = await sourceOf(input);
  const head = await beginningOf(source, options.encoding);
  const recognised = await recognise(head, options.format);
  const format: Format = FORMATS[recognised.name];
  const pass = (onBytes?: (read: number) => void) =>
    recordsOf(textIn(source.open(onBytes), options.encoding), recognised, head);
  const survey = await surveyOf(format, pass);
  const context = contextOf(options, typeof input === 'string' ? input : '', survey);
  const ordinals = new Ordinals();
  const { from = 0 } = options;
  let position = 0;
  for await (const record of pass(options.onBytes)) {
    position++;
    // Read all the same when it was kept before: equal messages within a second are counted from the first.
    const reading = 'broken' in record ? record : readingOf(format, record.fields, context, ordinals);
    if (position > from) yield itemOf(position, record.line, reading);
  }
  if (position < from) throw new WechatError('export_changed', { operation: 'export.read' });
}

/** What a file is, by its beginning. */
export async function recogniseChatExport(
  input: string | AsyncIterable<Uint8Array>,
  encoding?: ExportEncoding,
): Promise<ExportFormat> {
  await using source = await sourceOf(input);
  return (await recognise(await beginningOf(source, encoding))).name;
}

async function beginningOf(source: Source, encoding?: ExportEncoding): Promise<string> {
  for await (const text of textIn(source.open(), encoding)) if (text.trim() !== '') return text;
  throw new WechatError('export_unknown_format', { operation: 'export.read' });
}

function recordsOf(
  text: AsyncGenerator<string, void>,
  { layout }: Recognised,
  head: string,
): AsyncGenerator<RawRecord, void> {
  if (layout === 'blocks') return blocksIn(text);
  if (layout === 'json_lines') return jsonLinesIn(text);
  return layout === 'json_array' ? jsonObjectsIn(text) : csvRowsIn(text, head);
}

async function surveyOf(format: Format, pass: () => AsyncGenerator<RawRecord, void>): Promise<Survey> {
  const survey = new Survey();
  if (!format.speakerOf) return survey;
  for await (const record of pass()) {
    const speaker = 'fields' in record ? format.speakerOf(record.fields) : null;
    if (speaker) survey.add(speaker.chat, speaker);
  }
  return survey;
}

function contextOf(options: ExportOptions, path: string, survey: Survey): Context {
  const peerId = options.peer?.wechatId ?? null;
  return {
    account: options.account ?? '',
    self: new Set(options.self ?? []),
    chat: options.chat ?? peerId ?? basename(path).replace(/\.\w+$/, ''),
    peerId,
    peerName: options.peer?.name ?? null,
    survey,
    readAt: options.readAt ?? Date.now(),
  };
}

function readingOf(
  format: Format,
  fields: Record<string, unknown>,
  context: Context,
  ordinals: Ordinals,
): Exclude<Reading, { row: unknown }> {
  const reading = format.read(fields, context);
  return 'row' in reading ? eventOfRow(reading.row, context.account, ordinals) : reading;
}

function itemOf(position: number, line: number, reading: Exclude<Reading, { row: unknown }>): ExportItem {
  if ('event' in reading) return { position, event: reading.event };
  if ('skip' in reading) return { position, skipped: line, reason: reading.skip };
  return { position, fault: line, reason: reading.broken };
}
