import {
  cleanText,
  type ErpRecord,
  isMasked,
  normaliseCreditCode,
  normalisePhone,
  type OptionBook,
  type OptionListName,
} from '@bangqiao/core';
import { type Bill, isShortened, type ListPage, type ListRow } from '@bangqiao/zhibang';
import { isHidden } from '../erp/hidden.ts';
import type { Executor } from '../store/index.ts';
import { typeOfForm } from './form-type.ts';

/**
 * What a tenant's customer list is worth. Columns and their order differ from tenant to tenant, and a cell may be
 * shortened, masked or a label (wire.md). A column is *trusted*, that is merged, only once three filled samples of it
 * equalled the record's detail and none differed; a change in any other is merely a reason to read the detail.
 */
const MAPPED_COLUMNS = [
  'name',
  'khid',
  'intsort',
  'sort2',
  'person_name',
  'mobile',
  'email',
  'address',
  'weixinacc',
  'sort1',
  'ly',
  'jz',
  'trade',
  'area',
  'product',
  'intro',
  'pym',
] as const;
export type MappedColumn = (typeof MAPPED_COLUMNS)[number];

/** The ERP's own spelling of a column, by its lower-case form (tenants' systems differ in letter case). */
const FIELD_ID: Partial<Record<MappedColumn, string>> = { weixinacc: 'weixinAcc' };
const OPTION_LIST: Partial<Record<MappedColumn, OptionListName>> = {
  sort1: 'sort1',
  ly: 'ly',
  jz: 'jz',
  trade: 'trade',
  area: 'area',
};
/** A customer lacks something until these are known. */
const NEEDED: readonly MappedColumn[] = ['name', 'mobile', 'weixinacc', 'email', 'address'];
const SAMPLES = 3;
/** Records of one run that take the trust of a column. */
const CONTRADICTIONS = 2;

export function fieldId(column: MappedColumn): string {
  return FIELD_ID[column] ?? column;
}

/** Where the mapped columns stand in a page; the order of `MAPPED_COLUMNS`, so a shuffled list gives the same fingerprint. */
export interface Layout {
  columns: readonly { column: MappedColumn; at: number }[];
  /** Of `cateid` (销售人员), which is kept beside the record and never merged; null where the list lacks it. */
  ownerAt: number | null;
}

export function layoutOf(page: ListPage): Layout {
  const at = new Map(page.columns.map((id, index) => [id.toLowerCase(), index]));
  return {
    columns: MAPPED_COLUMNS.flatMap((column) => {
      const index = at.get(column);
      return index === undefined ? [] : [{ column, at: index }];
    }),
    ownerAt: at.get('cateid') ?? null,
  };
}

/** The seller as the list shows it: a name, or the id of a user; null for nobody, and where it does not tell. */
export function ownerOf(row: ListRow, { ownerAt }: Layout): string | null {
  const text = ownerAt === null ? '' : cellText(row, ownerAt);
  return text === '' || isMasked(text) ? null : text;
}

export function cellText(row: ListRow, at: number): string {
  const value = row.values[at];
  return value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value.trim()
      : String(value).trim();
}

/** What a list row says that may be merged: trusted columns, without masked and shortened cells. */
export function recordOfRow(row: ListRow, layout: Layout, trusted: ReadonlySet<string>): ErpRecord {
  const record: ErpRecord = {};
  for (const { column, at } of layout.columns) {
    if (!trusted.has(column)) continue;
    const text = cellText(row, at);
    if (isHidden(column, text) || isShortened(text)) continue;
    record[fieldId(column)] = text;
  }
  return record;
}

/**
 * The cells that may not be merged show what the record holds, as far as a list tells: of a shortened cell the beginning,
 * of a masked one the open ends. False where any says otherwise; only the detail knows then.
 */
export function showsRecord(
  row: ListRow,
  layout: Layout,
  trusted: ReadonlySet<string>,
  record: ErpRecord,
  book: OptionBook,
): boolean {
  return layout.columns.every(({ column, at }) => {
    const cell = cellText(row, at);
    const value = record[fieldId(column)];
    if (value === undefined || isEcho(column, record)) return true;
    const isWhole = !isHidden(column, cell) && !isShortened(cell);
    if (trusted.has(column) && isWhole) return true;
    return isWhole ? sameCell(column, cell, value, book) || isBeginning(cell, value) : showsPart(cell, value);
  });
}

/** Some lists cut a value without a sign; an empty cell shows nothing. */
export function isBeginning(cell: string, value: string): boolean {
  const beginning = cleanText(cell);
  return beginning !== null && (cleanText(value) ?? '').startsWith(beginning);
}

function showsPart(cell: string, value: string): boolean {
  const whole = value.trim();
  if (isShortened(cell)) return whole.startsWith(cell.replace(/(?:…|[.。]{3})$/, ''));
  const [first = '', ...rest] = cell.split(/[*＊•●]+/);
  return whole.startsWith(first) && whole.endsWith(rest.at(-1) ?? '');
}

/** A detail as a record: the mapped fields that the bill carries, masked ones left out, and the type that its form tells. */
export function recordOfBill(bill: Bill): ErpRecord {
  const record: ErpRecord = {};
  const byLower = new Map(Object.entries(bill.fields).map(([id, value]) => [id.toLowerCase(), value]));
  for (const column of MAPPED_COLUMNS) {
    const value = byLower.get(column);
    if (value !== undefined && !isHidden(column, value)) record[fieldId(column)] = value;
  }
  const type = record.intsort || record.sort2 ? null : typeOfForm(byLower);
  if (type !== null) record.intsort = String(type);
  const creditCode = normaliseCreditCode(byLower.get('bank_4') ?? '');
  if (creditCode) record.bank_4 = creditCode;
  const mobile = byLower.get('mobile') ?? '';
  if (isMasked(mobile)) record[MASKED_MOBILE] = mobile;
  return record;
}

/**
 * Why a record's detail should be read: the look-up needs names and phones first; the rest may take its turn. `hidden`: it was
 * read, and the phone is masked there or the account may not see it; looked at again weekly.
 */
export type DetailWant = 'phone' | 'changed' | 'lacks' | 'hidden';

/** Whoever is wanted for one of these may have any phone. */
export const PHONE_UNKNOWN = ['phone', 'hidden'] as const satisfies readonly DetailWant[];

/** No field of the ERP's: what a detail showed of a phone that it hides (`138****8888`). */
export const MASKED_MOBILE = 'mobile_masked';

/** What is still wanted of a record whose detail was read: what neither list nor detail carries does not exist for this tenant. */
export function wantAfterDetail(record: ErpRecord): DetailWant | null {
  return record.mobile === undefined && record[MASKED_MOBILE] !== undefined ? 'hidden' : null;
}

export function wantOf(record: ErpRecord): DetailWant | null {
  if (record.name === undefined || record.mobile === undefined) return 'phone';
  const hasType = record.intsort !== undefined || record.sort2 !== undefined;
  const known = NEEDED.every((column) => record[fieldId(column)] !== undefined);
  return hasType && known ? null : 'lacks';
}

/** A column, and the record whose row and detail differ in it. */
export interface Contradiction {
  column: MappedColumn;
  ord: number;
}

/** Counts of samples per column, kept between runs. */
export class ColumnFacts {
  readonly #counts: Map<string, { equal: number; differ: number }>;
  /** Rows of this run, by column. */
  readonly #contradictions = new Map<string, Set<number>>();
  #changed = false;

  constructor(rows: readonly { column_name: string; equal_samples: number; differ_samples: number }[]) {
    this.#counts = new Map(
      rows.map((row) => [row.column_name, { equal: row.equal_samples, differ: row.differ_samples }]),
    );
  }

  static async load(db: Executor): Promise<ColumnFacts> {
    return new ColumnFacts(await db.selectFrom('erp_list_columns').selectAll().execute());
  }

  get trusted(): ReadonlySet<string> {
    return new Set(
      [...this.#counts]
        .filter(([, { equal, differ }]) => equal >= SAMPLES && differ === 0)
        .map(([column]) => column),
    );
  }

  /** Columns of this list for which more samples would settle whether they are trusted. */
  open(layout: Layout): MappedColumn[] {
    return layout.columns
      .map(({ column }) => column)
      .filter((column) => {
        const counts = this.#counts.get(column);
        return !counts || (counts.differ === 0 && counts.equal < SAMPLES);
      });
  }

  /** Compares a list row with its record. An empty cell says nothing, unless the record is filled. */
  compare(row: ListRow, layout: Layout, detail: ErpRecord, book: OptionBook): void {
    for (const { column, at } of layout.columns) {
      const there = detail[fieldId(column)];
      if (there === undefined || isEcho(column, detail)) continue;
      const here = cellText(row, at);
      if (here === '' && there === '') continue;
      const equal = sameCell(column, here, there, book);
      const counts = this.#counts.get(column) ?? { equal: 0, differ: 0 };
      if (equal && counts.equal >= SAMPLES) continue;
      if (equal) counts.equal += 1;
      else counts.differ += 1;
      this.#counts.set(column, counts);
      this.#changed = true;
    }
  }

  /** Trusted columns whose row showed something else than its detail: one row may be an accident, of two none is. */
  contradicted(found: readonly Contradiction[]): void {
    for (const { column, ord } of found) {
      const ords = this.#contradictions.get(column) ?? new Set();
      this.#contradictions.set(column, ords.add(ord));
      if (ords.size < CONTRADICTIONS) continue;
      const counts = this.#counts.get(column) ?? { equal: 0, differ: 0 };
      counts.differ += 1;
      this.#counts.set(column, counts);
      this.#changed = true;
    }
  }

  async save(trx: Executor, at: string): Promise<void> {
    if (!this.#changed) return;
    for (const [column_name, { equal, differ }] of this.#counts) {
      const values = { equal_samples: equal, differ_samples: differ, updated_at: at };
      await trx
        .insertInto('erp_list_columns')
        .values({ column_name, ...values })
        .onConflict((conflict) => conflict.column('column_name').doUpdateSet(values))
        .execute();
    }
    this.#changed = false;
  }
}

/** Whether a field says the same in both records: options may stand there as ids or labels. */
export function sameField(id: string, one: ErpRecord, other: ErpRecord, book: OptionBook): boolean {
  const column = id.toLowerCase() as MappedColumn;
  return isEcho(column, other) || sameCell(column, one[id] ?? '', other[id] ?? '', book);
}

/** A person's form may repeat the name as its contact's, which says nothing (domain.md, Field map). */
export function isEcho(column: MappedColumn, { intsort, sort2 }: ErpRecord): boolean {
  return column === 'person_name' && typeCell(intsort ?? sort2 ?? '') === '2';
}

function typeCell(text: string): string | null {
  if (text === '1' || text.includes('单位')) return '1';
  return text === '2' || text.includes('个人') ? '2' : null;
}

export function sameCell(column: MappedColumn, one: string, other: string, book: OptionBook): boolean {
  const list = OPTION_LIST[column];
  return canonical(column, one, list, book) === canonical(column, other, list, book);
}

/** The id of an option that the book does not know: another spelling of it may mean the same. */
export function isUnlabelled(column: MappedColumn, text: string, book: OptionBook): boolean {
  const list = OPTION_LIST[column];
  return list !== undefined && /^\d+$/.test(text) && book.label(list, text) === null;
}

function canonical(
  column: MappedColumn,
  text: string,
  list: OptionListName | undefined,
  book: OptionBook,
): string | null {
  if (list) return text === '' ? null : (book.label(list, text) ?? text);
  if (column === 'mobile') return normalisePhone(text) ?? cleanText(text);
  if (column === 'intsort' || column === 'sort2') return typeCell(text) ?? cleanText(text);
  return cleanText(text);
}
