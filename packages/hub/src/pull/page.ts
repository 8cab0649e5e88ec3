import { hash } from 'node:crypto';
import type { ErpRecord } from '@bangqiao/core';
import type { ListPage, ListRow } from '@bangqiao/zhibang';
import { followCompany, keepOwner, requireCustomer } from '../customers/index.ts';
import { erasedAmong } from '../privacy/marks.ts';
import type { Executor } from '../store/index.ts';
import { absorb, type MergeContext, readRecord } from './absorb.ts';
import { takeNewcomers } from './adopt.ts';
import { isAnotherNow } from './another.ts';
import {
  type Contradiction,
  cellText,
  type DetailWant,
  fieldId,
  type Layout,
  ownerOf,
  recordOfRow,
  showsRecord,
  wantOf,
} from './columns.ts';
import { doubtOf } from './doubt.ts';
import { eachRow } from './each-row.ts';
import { isAsOutdated, isOutdated } from './listing.ts';
import type { Newcomer, ReadyNewcomers } from './newcomers.ts';
import { whereOrd } from './ords.ts';
import { changedFields, logPull } from './pull-log.ts';

/** What became of the rows of a page. A row is one of these, once. */
export interface PageVerdicts {
  created: number[];
  updated: number[];
  failed: { ord: number; error: unknown }[];
  /** Columns that were trusted, and showed something else than a record's detail. */
  contradicted: Contradiction[];
}

interface KnownRow {
  ord: number;
  customer_id: number;
  fingerprint: string | null;
  presence: string;
}

export interface PageWork {
  newcomers: Newcomer[];
  /** The newcomers, worked out before the transaction. */
  ready?: ReadyNewcomers;
  changed: { row: ListRow; known: KnownRow; fingerprint: string }[];
}

export interface PageRules {
  layout: Layout;
  trusted: ReadonlySet<string>;
  /** Goes into every fingerprint, so that a change of trust looks at each row afresh once. */
  salt: string;
}

/** Sorts a page's rows into new, changed and unchanged by fingerprint; reads only. */
export async function sortPage(db: Executor, page: ListPage, rules: PageRules): Promise<PageWork> {
  const known = await knownRows(db, page);
  const strangers = page.rows.map((row) => row.ord).filter((ord) => !known.has(ord));
  const erased = await erasedAmong(db, strangers);
  const work: PageWork = { newcomers: [], changed: [] };
  const here = new Set<number>();
  await eachRow(page.rows, (row) => {
    if (here.has(row.ord)) return;
    here.add(row.ord);
    const before = known.get(row.ord);
    const fingerprint = fingerprintOf(row, rules);
    if (!before && erased.has(row.ord)) return;
    if (!before) work.newcomers.push(newcomer(row, rules, fingerprint));
    else if (before.fingerprint !== fingerprint || before.presence !== 'present') {
      work.changed.push({ row, known: before, fingerprint });
    }
  });
  return work;
}

async function knownRows(db: Executor, page: ListPage): Promise<Map<number, KnownRow>> {
  const rows = await db
    .selectFrom('erp_mirror')
    .select(['ord', 'customer_id', 'fingerprint', 'presence'])
    .where(
      whereOrd(
        'ord',
        page.rows.map((row) => row.ord),
      ),
    )
    .execute();
  return new Map(rows.map((row) => [row.ord, row as KnownRow]));
}

function fingerprintOf(row: ListRow, rules: Pick<PageRules, 'layout' | 'salt'>): string {
  const cells = [rules.salt];
  for (const { at } of rules.layout.columns) cells.push(cellText(row, at));
  cells.push(ownerOf(row, rules.layout) ?? '');
  return hash('sha1', cells.join('\u001f'), 'base64');
}

function newcomer(row: ListRow, rules: PageRules, fingerprint: string): Newcomer {
  const record = recordOfRow(row, rules.layout, rules.trusted);
  const owner = ownerOf(row, rules.layout);
  return { ord: row.ord, record, fingerprint, want: wantOf(record), detailAt: null, owner };
}

/** Writes pages in the caller's transaction, in their order. */
export async function applyPages(
  trx: Executor,
  context: MergeContext,
  pages: readonly { work: PageWork; rules: PageRules }[],
): Promise<PageVerdicts> {
  const works = pages.map(({ work }) => work);
  const { adopted, inserted } = await takeNewcomers(trx, context, works);
  const verdicts: PageVerdicts = { created: inserted, updated: adopted, failed: [], contradicted: [] };
  for (const { work, rules } of pages) {
    for (const { row, known, fingerprint } of work.changed) {
      const shown = { row, fingerprint, contradicted: verdicts.contradicted };
      const changed = await applyChanged(trx, context, known, shown, rules);
      if (changed) verdicts.updated.push(row.ord);
    }
  }
  return verdicts;
}

async function applyChanged(
  trx: Executor,
  context: MergeContext,
  known: KnownRow,
  { row, fingerprint, contradicted }: { row: ListRow; fingerprint: string; contradicted: Contradiction[] },
  rules: PageRules,
): Promise<boolean> {
  const mirror = await trx
    .selectFrom('erp_mirror')
    .innerJoin('customers_unified', 'customers_unified.id', 'erp_mirror.customer_id')
    .selectAll('erp_mirror')
    .select('erp_owner')
    .where('ord', '=', known.ord)
    .executeTakeFirstOrThrow();
  const before = JSON.parse(String(mirror.record)) as ErpRecord;
  const isAsBefore = isAsOutdated(mirror.fingerprint, fingerprint);
  const listed = recordOfRow(row, rules.layout, rules.trusted);
  const doubt = doubtOf(rules.layout, listed, before, { isAsBefore, book: context.options });
  contradicted.push(...doubt.contradicted.map((column) => ({ column, ord: known.ord })));
  const doubted = [...doubt.contradicted, ...doubt.unproven, ...doubt.cut];
  for (const column of doubted) delete listed[fieldId(column)];
  if (listed.khid !== before.khid && isAnotherNow(await customerOf(trx, known), before, listed)) {
    // The row shows too little to be sure: the detail decides.
    const want = { fingerprint, needs_detail: 'changed' } as const;
    await trx.updateTable('erp_mirror').set(want).where('ord', '=', known.ord).execute();
    return false;
  }
  const moved = differs(context, before, listed);
  const record = { ...before, ...listed };
  // The mirror was brought up to date without the list: the row is news only where it shows something else than that.
  const isAsKnown =
    doubted.length === 0 &&
    isOutdated(mirror.fingerprint) &&
    !moved &&
    showsRecord(row, rules.layout, rules.trusted, before, context.options);
  const wanted = mirror.needs_detail as DetailWant | null;
  // A phone that the detail hides is not asked for again until something moves.
  const isHidden = wanted === 'hidden';
  const isUnsure = (doubted.length > 0 || uncertain(row, rules)) && !isAsKnown;
  const want = (isHidden ? null : wantOf(record)) ?? (isUnsure || (isHidden && moved) ? 'changed' : wanted);
  await trx
    .updateTable('erp_mirror')
    .set({
      fingerprint,
      record: JSON.stringify(record),
      needs_detail: want,
      presence: 'present',
      ...(moved ? { changed_at: context.at } : {}),
    })
    .where('ord', '=', known.ord)
    .execute();
  const owner = ownerOf(row, rules.layout);
  if (rules.layout.ownerAt !== null && owner !== mirror.erp_owner)
    await keepOwner(trx, known.customer_id, owner);
  const returned = known.presence !== 'present';
  if (!moved && !returned) return false;
  const customer = await customerOf(trx, known);
  const result = await absorb(trx, context, customer, known.ord, record, {
    before,
    whole: false,
    extra: returned ? { erp_presence: 'present' } : {},
  });
  if (returned) {
    const { by, runId, at } = context;
    const reason = 'the ERP shows this customer again';
    await followCompany(trx, known.ord, 'present', { by, reason, source: 'erp', runId, now: at });
  }
  if (result.changed) {
    await logPull(trx, context, {
      customerId: customer.id,
      ord: known.ord,
      action: 'update',
      type: 'pull',
      fields: changedFields(result.verdicts),
      reason: returned ? 'the ERP shows this customer again' : 'changed in the ERP',
    });
  }
  return result.changed;
}

const customerOf = (trx: Executor, known: KnownRow) => requireCustomer(trx, known.customer_id);

/** Compared in canonical form: a list holds labels where the detail holds ids (wire.md). */
function differs(context: MergeContext, before: ErpRecord, listed: ErpRecord): boolean {
  const was = readRecord(before, null, context.options);
  const is = readRecord({ ...before, ...listed }, null, context.options);
  return JSON.stringify(was) !== JSON.stringify(is);
}

/** The row holds a mapped cell that may not be merged: what changed there only the detail can say. */
function uncertain(row: ListRow, rules: PageRules): boolean {
  const mergeable = Object.keys(recordOfRow(row, rules.layout, rules.trusted)).length;
  return mergeable < rules.layout.columns.length;
}
