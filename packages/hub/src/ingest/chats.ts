import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { Bilingual } from '@bangqiao/core';
import {
  BROKEN_WORDS,
  type ExportFormat,
  type ExportItem,
  type ExportOptions,
  readChatExport,
  recogniseChatExport,
} from '@bangqiao/wechat';
import type { Executor, Store } from '../store/index.ts';
import type { Arrival, Intake } from './intake.ts';
import { noImportFile } from './no-file.ts';

export interface ChatImportOptions extends Pick<ExportOptions, 'account' | 'self' | 'peer'> {
  format?: ExportFormat;
  clock: () => Date;
  /** Share of the file that is read, 0–1. */
  progress?: (share: number, events: number) => void;
  /** Understands what was kept so far. */
  understand: () => Promise<unknown>;
}

export interface ChatImportReport {
  file: string;
  format: ExportFormat;
  /** An import that was broken off goes on behind this record. */
  from: number;
  /** Events that are new, and those that were here before. */
  accepted: number;
  duplicate: number;
  /** Rows that tell nothing of a person, by reason. */
  skipped: Record<string, number>;
  faults: { line: number; reason: Bilingual }[];
}

/** Events that share a durable transaction, with the position behind them. */
const BATCH = 1000;
/** Bytes of the beginning that tell a file from another one of the same name and size. */
const HEAD = 65_536;

/**
 * Takes an exported chat in, and understands it on the way. Broken off, the same command goes on where it stopped; the same
 * file again, or an overlapping export, changes nothing.
 * @throws HubError where there is no file, WechatError where nobody knows the format.
 */
export async function importChats(
  store: Store,
  intake: Intake,
  file: string,
  options: ChatImportOptions,
): Promise<ChatImportReport> {
  const size = await sizeOf(file);
  const format = options.format ?? (await recogniseChatExport(file));
  const digest = await digestOf(file, size, { ...options, format });
  const from = await positionOf(store.db, file, digest);
  const report: ChatImportReport = { file, format, from, accepted: 0, duplicate: 0, skipped: {}, faults: [] };
  const { account, self, peer } = options;
  let read = 0;
  const items = readChatExport(file, {
    format,
    from,
    ...(account === undefined ? {} : { account }),
    ...(self === undefined ? {} : { self }),
    ...(peer === undefined ? {} : { peer }),
    readAt: options.clock().getTime(),
    onBytes: (bytes) => {
      read = bytes;
    },
  });
  let batch: Arrival[] = [];
  let position = from;
  const keep = async (finished: boolean) => {
    const receipts = await intake.take(batch, (trx) =>
      keepPosition(trx, { file, digest, position, finished, updated_at: options.clock().toISOString() }),
    );
    for (const { result } of receipts) if (result !== 'refused') report[result] += 1;
    batch = [];
    await options.understand();
    options.progress?.(size === 0 ? 1 : read / size, report.accepted + report.duplicate);
  };
  for await (const item of items) {
    position = item.position;
    note(report, item);
    if ('event' in item) batch.push({ source: 'chat_export', event: item.event });
    if (batch.length === BATCH) await keep(false);
  }
  await keep(true);
  return report;
}

function note(report: ChatImportReport, item: ExportItem): void {
  if ('fault' in item) report.faults.push({ line: item.fault, reason: BROKEN_WORDS[item.reason] });
  else if ('skipped' in item) report.skipped[item.reason] = (report.skipped[item.reason] ?? 0) + 1;
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw noImportFile(file);
  return found.size;
}

/** Of the file's beginning and size and of what its events depend on: with another account they are other events. */
async function digestOf(
  file: string,
  size: number,
  { format, account, self, peer }: Pick<ChatImportOptions, 'format' | 'account' | 'self' | 'peer'>,
): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return createHash('sha256')
      .update(JSON.stringify([size, format, account ?? '', self ?? [], peer ?? {}]))
      .update(buffer.subarray(0, bytesRead))
      .digest('hex');
  } finally {
    await handle.close();
  }
}

/** Where an import of this very file was broken off; 0 for any other, and for one that came to its end. */
async function positionOf(db: Executor, file: string, digest: string): Promise<number> {
  const row = await db.selectFrom('chat_imports').selectAll().where('file', '=', file).executeTakeFirst();
  return row && row.digest === digest && !row.finished ? row.position : 0;
}

async function keepPosition(
  trx: Executor,
  row: { file: string; digest: string; position: number; finished: boolean; updated_at: string },
): Promise<void> {
  const { file: _key, ...rest } = row;
  await trx
    .insertInto('chat_imports')
    .values(row)
    .onConflict((conflict) => conflict.column('file').doUpdateSet(rest))
    .execute();
}
