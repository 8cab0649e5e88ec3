import pg from 'pg';

const INT8 = 20;
const JSON_TEXT = 114;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;
const AS_NUMBER = new Set([INT8, NUMERIC]);

/** How a PostgreSQL value becomes the value that SQLite would have given: see schema.ts. */
export function parserOf(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (AS_NUMBER.has(type)) return Number;
  if (type === JSON_TEXT) return asWritten;
  if (type === TIMESTAMPTZ) return isoTime;
  return pg.types.getTypeParser(type, format as 'text');
}

function asWritten(text: string): string {
  return text;
}

/** `2026-01-02 03:04:05.67+00` (the session's zone is UTC) → `2026-01-02T03:04:05.670Z`. */
function isoTime(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/.exec(text);
  if (!match) return new Date(text).toISOString();
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0')}Z`;
}
