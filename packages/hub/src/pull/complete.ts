import type { ErpRecord } from '@bangqiao/core';
import { ZhibangError } from '@bangqiao/zhibang';
import { openRecord } from '../erp/open-record.ts';
import { stopsRun } from '../erp/stopping.ts';
import { now, type RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { mergeContext } from './absorb.ts';
import { type DetailWant, PHONE_UNKNOWN } from './columns.ts';
import { takeDetail } from './detail.ts';

export interface Completed {
  /** Details read. */
  read: number;
  /** Customers whose hub row a detail changed. */
  updated: Set<number>;
  /** Still without their detail, by `ord`: the ERP did not give it this time. */
  failed: Map<number, string>;
  /** Customers whose phone is unknown after the pass. */
  withoutPhone: number;
}

const ROTATION_DAYS = 7;
/** After so many details in a row that did not come the ERP is left alone; the others stay queued. */
const MISSES_IN_A_ROW = 12;

/**
 * Fills customers from their details: names and phones first, newest first. By hand phones and changed rows have no
 * budget; the rest, and the weekly rotation, has. What fails is tried again once at the end and else stays queued.
 * @throws ZhibangError that every other call would meet too
 */
export async function complete(context: RunContext): Promise<Completed> {
  const done: Completed = { read: 0, updated: new Set(), failed: new Map(), withoutPhone: 0 };
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
  if (await readAll(context, ords, done)) {
    const again = [...done.failed.keys()];
    done.failed.clear();
    await readAll(context, again, done);
  }
  if (ords.length > 0) context.progress.finish('complete');
  done.withoutPhone = await countWithoutPhone(context);
  return done;
}

/** False: it ended early, because one detail after the other did not come. */
async function readAll(context: RunContext, ords: readonly number[], done: Completed): Promise<boolean> {
  let misses = 0;
  const one = async (ord: number) => {
    if (context.signal?.aborted || misses >= MISSES_IN_A_ROW) return;
    try {
      if (await readOne(context, ord, done)) done.updated.add(ord);
      misses = 0;
      if (done.read % 20 === 0) context.progress.advance(done.read, ords.length);
    } catch (error) {
      if (context.signal?.aborted) return;
      if (stopsRun(error) || (error instanceof ZhibangError && error.blame === 'config')) throw error;
      misses += 1;
      done.failed.set(ord, String(error));
      context.log.warn({ ord, err: error }, 'the detail of a customer could not be read');
    }
  };
  await inParallel(ords, context.settings.concurrency, one, context.turn);
  return misses < MISSES_IN_A_ROW;
}

/** Reads the details of these records now, wanted or not. */
export async function readDetails(context: RunContext, ords: readonly number[]): Promise<Completed> {
  const done: Completed = { read: 0, updated: new Set(), failed: new Map(), withoutPhone: 0 };
  await readAll(context, ords, done);
  return done;
}

/** True when the detail changed the hub's row. */
async function readOne(context: RunContext, ord: number, done: Completed): Promise<boolean> {
  const bill = await openRecord(context.erp, ord).catch((error: unknown) => {
    if (error instanceof ZhibangError && error.code === 'no_permission') return 'barred' as const;
    throw error;
  });
  if (bill === null) {
    done.failed.set(ord, 'the record did not open');
    await takeLater(context, ord);
    return false;
  }
  done.read += 1;
  if (bill === 'barred') {
    await giveUp(context, ord);
    return false;
  }
  await context.turn.mustHold();
  const result = await context.store.transaction((trx) => takeDetail(trx, mergeContext(context), bill));
  return result.changed;
}

/** What is wanted of it stays wanted; in the rotation others have their turn first. */
async function takeLater(context: RunContext, ord: number): Promise<void> {
  await context.store.transaction(async (trx) => {
    await trx
      .updateTable('erp_mirror')
      .set({ detail_at: now(context) })
      .where('ord', '=', ord)
      .where((where) => where.or([where('needs_detail', 'is', null), where('needs_detail', '=', 'hidden')]))
      .execute();
  });
}

/** The list shows the customer and its record may not be read: nothing more can be known of it, for now. */
async function giveUp(context: RunContext, ord: number): Promise<void> {
  await context.store.transaction(async (trx) => {
    const mirror = await trx
      .selectFrom('erp_mirror')
      .select('record')
      .where('ord', '=', ord)
      .executeTakeFirst();
    const { mobile } = JSON.parse(String(mirror?.record ?? '{}')) as ErpRecord;
    await trx
      .updateTable('erp_mirror')
      .set({ needs_detail: mobile === undefined ? 'hidden' : null, detail_at: now(context) })
      .where('ord', '=', ord)
      .execute();
  });
}

async function wanted(context: RunContext, why: DetailWant[], budget: number | null): Promise<number[]> {
  let query = context.store.db
    .selectFrom('erp_mirror')
    .select('ord')
    .where('needs_detail', 'in', why)
    .where('presence', '=', 'present')
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
  const before = new Date(context.clock().getTime() - ROTATION_DAYS * 86_400_000).toISOString();
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

async function countWithoutPhone(context: RunContext): Promise<number> {
  const row = await context.store.db
    .selectFrom('erp_mirror')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('needs_detail', 'in', PHONE_UNKNOWN)
    .where('presence', '=', 'present')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
