import type { ErpRecord } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { openRecord } from '../erp/open-record.ts';
import { stopsRun } from '../erp/stopping.ts';
import { type Executor, StoreError } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { mergeContext } from './absorb.ts';
import { type DetailWant, PHONE_UNKNOWN, wantOf } from './columns.ts';
import { takeDetail } from './detail.ts';

export interface Completed {
  /** Details read. */
  read: number;
  /** Customers whose hub row a detail changed. */
  updated: Set<number>;
  /** Still without their detail, by `ord`: the ERP did not give it this time. */
  failed: Map<number, string>;
  /** Answered without opening (an empty form, words that nobody foresaw), by `ord`: how often in this run. */
  unopened: Map<number, number>;
  /** Records that did open: the ERP gives details at all just now. */
  opened: number;
  /** Customers whose phone is unknown after the pass. */
  withoutPhone: number;
  /** Of these, the ones that were looked at: masked, out of the account's sight, or never opening. */
  unreadable: number;
}

function nothingDone(): Completed {
  const counts = { read: 0, opened: 0, withoutPhone: 0, unreadable: 0 };
  return { ...counts, updated: new Set(), failed: new Map(), unopened: new Map() };
}

const ROTATION_DAYS = 7;
/** After so many details in a row that did not come the ERP is left alone; the others stay queued. */
const MISSES_IN_A_ROW = 12;

/**
 * Fills customers from their details: names and phones first, newest first. By hand phones and changed rows have no
 * budget; the rest, and the weekly rotation, has. What fails is tried again once at the end and else stays queued, behind the
 * others; a phone whose record opened neither time, while others do, is not waited for any more.
 * @throws ZhibangError that every other call would meet too
 */
export async function complete(context: RunContext): Promise<Completed> {
  const done = nothingDone();
  const urgent = await wanted(
    context,
    ['phone', 'changed'],
    context.byHand ? null : context.settings.completeBudget,
  );
  const left = Math.max(0, context.settings.completeBudget - (context.byHand ? 0 : urgent.length));
  const later = context.byHand ? [] : await wanted(context, ['lacks'], left);
  const rotation = await rotating(context, Math.max(0, left - later.length));
  const ords = [...urgent, ...later, ...rotation];
  if (ords.length > 0) context.progress.start('complete', ords.length);
  const isWhole = await readAll(context, ords, done);
  const again = [...(isWhole ? done.failed : done.unopened).keys()];
  for (const ord of again) done.failed.delete(ord);
  await readAll(context, again, done);
  await hideUnopened(context, done);
  if (ords.length > 0) context.progress.finish('complete');
  done.withoutPhone = await countPhones(context, PHONE_UNKNOWN);
  done.unreadable = await countPhones(context, ['hidden']);
  return done;
}

/** False: it ended early, because one detail after the other did not come. */
async function readAll(context: RunContext, ords: readonly number[], done: Completed): Promise<boolean> {
  let misses = 0;
  const one = async (ord: number) => {
    if (context.signal?.aborted || misses >= MISSES_IN_A_ROW) return;
    try {
      const isRead = await readOne(context, ord, done);
      misses = isRead ? 0 : misses + 1;
      if (isRead) done.failed.delete(ord);
      if (done.read % 20 === 0) context.progress.advance(done.read, ords.length);
    } catch (error) {
      if (context.signal?.aborted) return;
      if (stopsRun(error) || (error instanceof ZhibangError && error.blame === 'config')) throw error;
      // The turn is lost: nothing more is written, and nothing was wrong with this record.
      if (error instanceof StoreError) throw error;
      misses += 1;
      done.failed.set(ord, String(error));
      await takeLater(context, ord);
      context.log.warn({ ord, err: error }, 'the detail of a customer could not be read');
    }
  };
  await inParallel(ords, context.settings.concurrency, one, context.turn);
  return misses < MISSES_IN_A_ROW;
}

/** Reads the details of these records now, wanted or not. */
export async function readDetails(context: RunContext, ords: readonly number[]): Promise<Completed> {
  const done = nothingDone();
  for (const ord of ords) done.failed.set(ord, 'not read: one detail after the other did not come');
  await readAll(context, ords, done);
  return done;
}

/** False: it did not open. */
async function readOne(context: RunContext, ord: number, done: Completed): Promise<boolean> {
  const bill = await openRecord(context.erp, ord).catch((error: unknown) => {
    if (error instanceof ZhibangError && error.code === 'no_permission') return 'barred' as const;
    throw error;
  });
  if (bill === null) {
    done.failed.set(ord, 'the record did not open');
    done.unopened.set(ord, (done.unopened.get(ord) ?? 0) + 1);
    await takeLater(context, ord);
    return false;
  }
  done.read += 1;
  if (bill === 'barred') {
    await giveUp(context, ord);
    return true;
  }
  done.opened += 1;
  await context.turn.mustHold();
  const result = await context.store.transaction((trx) => takeDetail(trx, mergeContext(context), bill));
  if (result.changed) done.updated.add(ord);
  return true;
}

/**
 * What is wanted of it stays wanted, and what was due in the weekly rotation is due again a day later, for some never come;
 * others have their turn first. Wanted from now on is also what was never read and whose first turn this was.
 */
async function takeLater(context: RunContext, ord: number): Promise<void> {
  await context.turn.mustHold();
  await context.store.transaction(async (trx) => {
    const mirror = await trx
      .selectFrom('erp_mirror')
      .select(['needs_detail', 'detail_at'])
      .where('ord', '=', ord)
      .executeTakeFirst();
    if (!mirror) return;
    const want = mirror.needs_detail ?? (mirror.detail_at === null ? 'lacks' : null);
    const isOfRotation = want === null || want === 'hidden';
    await trx
      .updateTable('erp_mirror')
      .set({ needs_detail: want, detail_at: isOfRotation ? dueTomorrow(context) : now(context) })
      .where('ord', '=', ord)
      .execute();
  });
}

/** Records that opened neither time, though the ERP opens others: they are looked at again weekly, their phones too. */
async function hideUnopened(context: RunContext, done: Completed): Promise<void> {
  const never = [...done.unopened].filter(([, times]) => times > 1).map(([ord]) => ord);
  if (never.length === 0 || !(done.opened > 0 || (await opensOthers(context)))) return;
  for (const ord of never) {
    await context.turn.mustHold();
    await context.store.transaction(async (trx) => {
      const mirror = await trx
        .selectFrom('erp_mirror')
        .select(['record', 'needs_detail'])
        .where('ord', '=', ord)
        .executeTakeFirstOrThrow();
      const record = JSON.parse(String(mirror.record)) as ErpRecord;
      const isUnknown = mirror.needs_detail === 'phone' || record.mobile === undefined;
      const wants = mirror.needs_detail === 'lacks' && wantOf(record) === null ? null : mirror.needs_detail;
      await trx
        .updateTable('erp_mirror')
        .set({ needs_detail: isUnknown ? 'hidden' : wants, detail_at: now(context) })
        .where('ord', '=', ord)
        .execute();
    });
  }
}

const OTHERS = 3;

/** Asked of the newest records of which nothing is wanted. */
async function opensOthers(context: RunContext): Promise<boolean> {
  const rows = await context.store.db
    .selectFrom('erp_mirror')
    .select('ord')
    .where('needs_detail', 'is', null)
    .where('presence', '=', 'present')
    .orderBy('ord', 'desc')
    .limit(OTHERS)
    .execute();
  const others = await readDetails(
    context,
    rows.map(({ ord }) => ord),
  );
  return others.opened > 0;
}

/** The list shows the customer and its record may not be read: nothing more can be known of it, for now. */
async function giveUp(context: RunContext, ord: number): Promise<void> {
  await context.turn.mustHold();
  await context.store.transaction(async (trx) => {
    const want = (await showsMobile(trx, ord)) ? null : 'hidden';
    await trx
      .updateTable('erp_mirror')
      .set({ needs_detail: want, detail_at: now(context) })
      .where('ord', '=', ord)
      .execute();
  });
}

async function showsMobile(trx: Executor, ord: number): Promise<boolean> {
  const mirror = await trx
    .selectFrom('erp_mirror')
    .select('record')
    .where('ord', '=', ord)
    .executeTakeFirst();
  return (JSON.parse(String(mirror?.record ?? '{}')) as ErpRecord).mobile !== undefined;
}

async function wanted(context: RunContext, why: DetailWant[], budget: number | null): Promise<number[]> {
  let query = context.store.db
    .selectFrom('erp_mirror')
    .select('ord')
    .where('needs_detail', 'in', why)
    .where('presence', '=', 'present')
    .orderBy('detail_at', (order) => order.asc().nullsFirst())
    .orderBy('ord', 'desc');
  if (budget !== null) query = query.limit(budget);
  return (await query.execute()).map((row) => row.ord);
}

/**
 * Fields that no list carries, and phones that a detail hid, are looked at again in turn: each customer at least weekly. By
 * hand only the phones, which creates wait for.
 */
async function rotating(context: RunContext, budget: number): Promise<number[]> {
  if (budget === 0) return [];
  const before = dueSince(context);
  const rows = await context.store.db
    .selectFrom('erp_mirror')
    .select('ord')
    .where((where) =>
      context.byHand
        ? where('needs_detail', '=', 'hidden')
        : where.or([where('needs_detail', 'is', null), where('needs_detail', '=', 'hidden')]),
    )
    .where('presence', '=', 'present')
    .where((where) => where.or([where('detail_at', 'is', null), where('detail_at', '<', before)]))
    .orderBy('detail_at', (order) => order.asc().nullsFirst())
    .limit(budget)
    .execute();
  return rows.map((row) => row.ord);
}

/** Whose detail was read before this moment is due in the rotation. */
function dueSince(context: RunContext): string {
  return daysAgo(context, ROTATION_DAYS);
}

function dueTomorrow(context: RunContext): string {
  return daysAgo(context, ROTATION_DAYS - 1);
}

function daysAgo(context: RunContext, days: number): string {
  return new Date(context.clock().getTime() - days * 86_400_000).toISOString();
}

async function countPhones(context: RunContext, wants: readonly DetailWant[]): Promise<number> {
  const row = await context.store.db
    .selectFrom('erp_mirror')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('needs_detail', 'in', wants)
    .where('presence', '=', 'present')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
