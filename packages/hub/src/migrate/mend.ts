import { VALUE_SOURCES, type ValueSource } from '@bangqiao/core';
import { readFlag, readTime } from '../ingest/values.ts';
import { PLACE, type PythonRow } from './python-file.ts';
import type { MendRule, Tally } from './report.ts';

/** Columns that SQLite itself fills there (CURRENT_TIMESTAMP, by default or by trigger): UTC, to the second. */
const FILLED_BY_SQLITE = new Set(['created_at', 'updated_at', 'synced_at', 'changed_at', 'called_at']);
/** What `str()` makes of a missing value there, and pandas, JSON and SQL call it. A person called Nan is none of these. */
const NOTHING = /^(?:none|None|NONE|null|Null|NULL|nan|NaN|NAN|NaT|<NA>|undefined)$/;
/** More is no count, and no column of PostgreSQL takes it. */
const MOST = 2 ** 31 - 1;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the columns of one Python row as values that the hub's tables take, and counts what had to be mended. */
export class RowMender {
  readonly row: PythonRow;
  readonly #tally: Tally;
  readonly #table: string;
  /** Columns of which it was told already that nothing readable stands in them: some are read twice. */
  #told: Set<string> | undefined;

  constructor(table: string, row: PythonRow, tally: Tally) {
    this.#table = table;
    this.row = row;
    this.#tally = tally;
  }

  mend(rule: MendRule, detail: string): void {
    this.#tally.mend(rule, `${this.#table} ${this.row.id ?? this.place}: ${detail}`);
  }

  get place(): number {
    return Number(this.row[PLACE]);
  }

  /** Text as it stands; '' and words for nothing as null. PostgreSQL takes no NUL characters. */
  text(column: string): string | null {
    const value = this.row[column];
    if (value === null || value === undefined) return null;
    const text = value instanceof Uint8Array ? textOf(value) : String(value).replaceAll('\0', '');
    if (text === null) return this.#empty('bytes_unreadable', column, column);
    const bare = text.trim();
    if (bare.length < 10 && NOTHING.test(bare))
      return this.#empty('word_for_nothing', column, `${column} = ${bare}`);
    return bare === '' ? null : text;
  }

  #empty(rule: MendRule, column: string, detail: string): null {
    this.#told ??= new Set();
    if (!this.#told.has(column)) this.mend(rule, detail);
    this.#told.add(column);
    return null;
  }

  boolean(column: string): boolean {
    const text = this.text(column)?.trim().toLowerCase();
    if (text === undefined) return false;
    const flag = readFlag(FLAGS[text] ?? text);
    if (flag === null) this.mend('boolean_unreadable', `${column} = ${text}`);
    return flag ?? false;
  }

  number(column: string): number | null {
    const text = this.text(column);
    if (text === null) return null;
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    this.mend('number_unreadable', `${column} = ${text}`);
    return null;
  }

  /** Without its fraction; null for more than a column of PostgreSQL takes. */
  whole(column: string): number | null {
    const value = this.number(column);
    if (value === null) return null;
    if (Math.abs(value) <= MOST) return Math.trunc(value);
    this.mend('number_unreadable', `${column} = ${value}`);
    return null;
  }

  count(column: string): number {
    return Math.max(0, this.whole(column) ?? 0);
  }

  /** The ERP's `ord`. */
  erpId(column: string): number | null {
    const text = this.text(column);
    if (text === null) return null;
    const ord = Number(text);
    if (Number.isSafeInteger(ord) && ord > 0) return ord;
    this.mend('erp_id_unusable', text);
    return null;
  }

  /** Kept between 0 and `most`. */
  score(column: string, most: number): number | null {
    const value = this.number(column);
    if (value === null || (value >= 0 && value <= most)) return value;
    this.mend('score_out_of_range', `${column} = ${value}`);
    return Math.min(Math.max(value, 0), most);
  }

  /** ISO-8601 UTC. A time without a zone is China's, except where SQLite's own clock wrote it. */
  time(column: string): string | null {
    const text = this.text(column)?.trim();
    if (text === undefined) return null;
    const time = timeOf(text, FILLED_BY_SQLITE.has(column));
    if (time === null) this.mend('time_unreadable', `${column} = ${text}`);
    return time;
  }

  json(column: string): string | null {
    const text = this.text(column);
    if (text === null) return null;
    try {
      JSON.parse(text);
      return text;
    } catch {
      this.mend('json_wrapped', `${column} = ${text}`);
      return JSON.stringify(text);
    }
  }

  source(column: string): ValueSource {
    const text = this.text(column);
    if (text === null) return 'unknown';
    if ((VALUE_SOURCES as readonly string[]).includes(text)) return text as ValueSource;
    this.mend('source_unknown', `${column} = ${text}`);
    return 'unknown';
  }
}

/** Beside the words of an import. */
const FLAGS: Readonly<Record<string, string>> = { t: 'yes', '1.0': 'yes', f: 'no', '0.0': 'no' };

/** Python's `bytes` hold UTF-8; the numbers of numpy, which come as bytes too, hold control characters. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes);
    return /[\u0000-\u0008]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Null for what is no time. Unix seconds and milliseconds are read as well. */
function timeOf(text: string, bySqlite: boolean): string | null {
  if (/^\d{10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000).toISOString();
  if (/^\d{13}$/.test(text)) return new Date(Number(text)).toISOString();
  const isSqlites = bySqlite && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
  return readTime(isSqlites ? `${text}Z` : text);
}
