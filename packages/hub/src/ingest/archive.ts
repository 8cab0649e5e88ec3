import { eventsOfArchive, identityOf } from '@bangqiao/wechat';
import { z } from 'zod';
import type { Executor } from '../store/index.ts';
import { cursorOf, moveCursor } from './cursors.ts';
import type { Arrival, Intake, Receipt } from './intake.ts';

/** WeCom keeps a record for five days (facts 5, retention). */
const KEPT_MS = 5 * 86_400_000;
/** Milliseconds; later ones are no dates. */
const LATEST = 8_640_000_000_000_000 - KEPT_MS;

/** What a sidecar got out of the SDK for one number: the decrypted record, or the error that stood in its place. */
export const archiveItem = z.object({
  seq: z.int().positive(),
  msgid: z.string().max(200),
  at: z.union([z.int().nonnegative().max(LATEST), z.iso.datetime({ offset: true })]),
  record: z.record(z.string(), z.unknown()).nullable(),
  error: z.int().optional(),
});
export type ArchiveItem = z.infer<typeof archiveItem>;

export interface ArchiveReceipt {
  events: Receipt[];
  /** Records that tell nothing of customers: chats between colleagues, bookkeeping. Kept as they came, all the same. */
  ignored: number;
  /** Go on behind this number. */
  seq: number;
}

/** Takes the records of a sidecar in, and keeps in the same transaction which numbers are here and which are missing. */
export async function takeArchive(
  intake: Intake,
  items: readonly ArchiveItem[],
  now: string,
): Promise<ArchiveReceipt> {
  const arrivals = items.flatMap(arrivalsOf);
  let seq = 0;
  const receipts = await intake.take(arrivals, async (trx) => {
    seq = await noteNumbers(trx, items, now);
  });
  const isRead = (index: number) => arrivals[index]?.event.type !== 'other';
  const events = receipts.filter((_, index) => isRead(index));
  return { events, ignored: receipts.length - events.length, seq };
}

/** A record that tells nothing is told by its whole content: read otherwise one day, its events are not taken for it. */
function arrivalsOf({ record, at }: ArchiveItem): Arrival[] {
  if (record === null) return [];
  const raw = JSON.stringify(record);
  const { events } = eventsOfArchive(record);
  if (events.length > 0) return events.map((event) => ({ source: 'archive', event, raw }));
  const id = identityOf('other', record);
  const seen = { at: new Date(at).toISOString(), channel: 'wecom_archive', account: '' };
  return [{ source: 'archive', event: { id, type: 'other', ...seen }, raw }];
}

/**
 * The ledger of numbers: each is here, or in a gap with the time until which WeCom still has it. Before the first number
 * nothing is missing: older records were gone already. Answers the highest number seen.
 */
async function noteNumbers(trx: Executor, items: readonly ArchiveItem[], now: string): Promise<number> {
  let highest = await highestSeq(trx);
  const before = highest;
  for (const item of [...items].sort((a, b) => a.seq - b.seq)) {
    const lostAt = new Date(new Date(item.at).getTime() + KEPT_MS).toISOString();
    if (highest > 0 && item.seq > highest + 1)
      await openGap(trx, { from: highest + 1, to: item.seq - 1, error: null, lostAt, now });
    else if (item.seq <= highest) await closeNumber(trx, item.seq);
    if (item.record === null)
      await openGap(trx, { from: item.seq, to: item.seq, error: item.error ?? null, lostAt, now });
    highest = Math.max(highest, item.seq);
  }
  if (highest > before) await moveCursor(trx, ARCHIVE, String(highest), now);
  return highest;
}

const ARCHIVE = { source: 'archive', account: '' } as const;

async function highestSeq(db: Executor): Promise<number> {
  return Number(await cursorOf(db, ARCHIVE.source, ARCHIVE.account));
}

async function openGap(
  trx: Executor,
  gap: { from: number; to: number; error: number | null; lostAt: string; now: string },
): Promise<void> {
  await trx
    .insertInto('archive_gaps')
    .values({ from_seq: gap.from, to_seq: gap.to, error: gap.error, seen_at: gap.now, lost_at: gap.lostAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A number that was missing came: its gap shrinks, splits or ends. */
async function closeNumber(trx: Executor, seq: number): Promise<void> {
  const gap = await trx
    .selectFrom('archive_gaps')
    .selectAll()
    .where('from_seq', '<=', seq)
    .where('to_seq', '>=', seq)
    .executeTakeFirst();
  if (!gap) return;
  await trx.deleteFrom('archive_gaps').where('from_seq', '=', gap.from_seq).execute();
  const rest = { error: gap.error, lostAt: gap.lost_at, now: gap.seen_at };
  if (gap.from_seq < seq) await openGap(trx, { from: gap.from_seq, to: seq - 1, ...rest });
  if (gap.to_seq > seq) await openGap(trx, { from: seq + 1, to: gap.to_seq, ...rest });
}

export interface ArchiveLedger {
  /** Highest number that came; 0: none yet. */
  seq: number;
  /** Missing numbers that WeCom may still have, and those that are lost. */
  missing: number;
  lost: number;
  /** When the next missing one is lost; null when none is missing. */
  nextLoss: string | null;
}

export async function readArchiveLedger(db: Executor, now: string): Promise<ArchiveLedger> {
  const gaps = await db.selectFrom('archive_gaps').selectAll().orderBy('lost_at').execute();
  const count = (open: boolean) =>
    gaps
      .filter((gap) => gap.lost_at > now === open)
      .reduce((sum, gap) => sum + gap.to_seq - gap.from_seq + 1, 0);
  return {
    seq: await highestSeq(db),
    missing: count(true),
    lost: count(false),
    nextLoss: gaps.find((gap) => gap.lost_at > now)?.lost_at ?? null,
  };
}
