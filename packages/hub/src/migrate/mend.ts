import { VALUE_SOURCES, type ValueSource } from '@bangqiao/core';
import type { PythonRow } from './python-file.ts';
import type { MendRule, Tally } from './report.ts';

const CHINA = '+08:00';
/** Columns that SQLite itself fills there (CURRENT_TIMESTAMP, by default or by trigger): UTC, to the second. */
const FILLED_BY_SQLITE = new Set(['created_at', 'updated_at', 'synced_at', 'changed_at', 'called_at']);
const TIME = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** Reads the columns of one Python row as values that the hub's tables take, and counts what had to be mended. */
export class RowMender {
  readonly row: PythonRow;
  readonly #tally: Tally;
  readonly #table: string;

  constructor(table: string, row: PythonRow, tally: Tally) {
    this.#table = table;
    this.row = row;
    this.#tally = tally;
  }

  mend(rule: MendRule, detail: string): void {
    this.#tally.mend(rule, `${this.#table} ${this.row.id}: ${detail}`);
  }

  /** Text as it stands, '' as null. PostgreSQL takes no NUL characters. */
  text(column: string): string | null {
    const value = this.row[column];
    if (value === null || value === undefined || value instanceof Uint8Array) return null;
    const text = String(value).replaceAll('\0', '');
    return text.trim() === '' ? null : text;
  }

  boolean(column: string): boolean {
    const text = this.text(column)?.trim().toLowerCase();
    if (text === undefined || ['0', '0.0', 'false', 'no', 'none', 'f', 'n'].includes(text)) return false;
    if (['1', '1.0', 'true', 'yes', 't', 'y'].includes(text)) return true;
    this.mend('boolean_unreadable', `${column} = ${text}`);
    return false;
  }

  number(column: string): number | null {
    const text = this.text(column);
    if (text === null) return null;
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    this.mend('number_unreadable', `${column} = ${text}`);
    return null;
  }

  count(column: string): number {
    return Math.max(0, Math.trunc(this.number(column) ?? 0));
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
    const time = readTime(text, FILLED_BY_SQLITE.has(column));
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

/** Null for what is no time. Unix seconds and milliseconds are read as well. */
function readTime(text: string, bySqlite: boolean): string | null {
  if (/^\d{10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000).toISOString();
  if (/^\d{13}$/.test(text)) return new Date(Number(text)).toISOString();
  const match = TIME.exec(text);
  if (!match) return null;
  const [, date, minutes = '00:00', seconds = '00', fraction, zone] = match;
  const isSqlites = bySqlite && fraction === undefined && /^\S+ \d\d:\d\d:\d\d$/.test(text);
  const offset = zone?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? (isSqlites ? 'Z' : CHINA);
  const clock = `${date}T${minutes}:${seconds}.${(fraction ?? '').padEnd(3, '0').slice(0, 3)}`;
  const time = new Date(clock + offset);
  // 30 February would roll over into March.
  const day = new Date(`${clock}Z`);
  if (Number.isNaN(time.getTime()) || !day.toISOString().startsWith(date!)) return null;
  return time.toISOString();
}
