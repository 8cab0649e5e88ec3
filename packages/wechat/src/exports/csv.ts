import type { RawRecord } from './record.ts';

/** A message has at most some 100,000 characters: a longer row has a quote that nobody closed. */
const LONGEST = 1024 * 1024;
const DELIMITERS = [',', '\t', ';'];

/** The first line's columns, trimmed: what a format is known by. */
export function csvColumns(head: string): string[] {
  return (rowAt(head, 0, delimiterOf(head), true)?.cells ?? []).map((cell) => cell.trim());
}

function delimiterOf(head: string): string {
  const line = head.split(/\r?\n/, 1)[0] ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * Rows by the names in the first line. Why not csv-parse: at a quote that nobody closed it gives up the rest of the file
 * and the good rows before it. Here such a row is told, and reading goes on in the next line. Quotes within a cell and
 * rows of another length are taken as they are.
 */
export async function* csvRowsIn(text: AsyncIterable<string>, head: string): AsyncGenerator<RawRecord, void> {
  const delimiter = delimiterOf(head);
  let columns: string[] | null = null;
  let held = '';
  let line = 1;
  for await (const { chunk, last } of withLast(text)) {
    held += chunk;
    let from = 0;
    while (from < held.length) {
      const row = rowAt(held, from, delimiter, last);
      if (!row && !last && held.length - from <= LONGEST) break;
      const end = row?.end ?? nextLine(held, from);
      if (!row) yield { line, broken: 'bad_csv' };
      else if (!columns) columns = row.cells.map((cell) => cell.trim());
      else if (row.cells.length > 1 || row.cells[0] !== '') yield { line, fields: named(columns, row.cells) };
      line += lineEnds(held, from, end);
      from = end;
    }
    held = held.slice(from);
  }
}

interface Row {
  cells: string[];
  /** Where the next row begins. */
  end: number;
}

/** The row that begins at `from`; null when it does not end within the text. */
function rowAt(text: string, from: number, delimiter: string, last: boolean): Row | null {
  const cells: string[] = [];
  for (let at = from; ; at++) {
    const cell =
      text[at] === '"' ? quotedCell(text, at + 1, delimiter, last) : plainCell(text, at, delimiter, last);
    if (!cell) return null;
    cells.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) continue;
    if (text[at] === '\r') at++;
    return { cells, end: Math.min(at + 1, text.length) };
  }
}

interface Cell {
  value: string;
  /** At the delimiter or the line's end behind it. */
  end: number;
}

function plainCell(text: string, from: number, delimiter: string, last: boolean): Cell | null {
  const stop = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== stop && code !== 0x0a) continue;
    const end = code === 0x0a && at > from && text[at - 1] === '\r' ? at - 1 : at;
    return { value: text.slice(from, end), end };
  }
  return last ? { value: text.slice(from), end: text.length } : null;
}

/** Two quotes are one; a quote with anything else than an end of the cell behind it belongs to the words. */
function quotedCell(text: string, from: number, delimiter: string, last: boolean): Cell | null {
  let value = '';
  for (let begun = from; ; ) {
    const quote = text.indexOf('"', begun);
    if (quote < 0 || (!last && quote + 2 >= text.length)) return null;
    const next = text[quote + 1];
    const closes = next === undefined || next === delimiter || next === '\n';
    if (closes || (next === '\r' && text[quote + 2] === '\n'))
      return { value: value + text.slice(begun, quote), end: quote + 1 };
    value += text.slice(begun, quote + 1);
    begun = quote + (next === '"' ? 2 : 1);
  }
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function named(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let n = 0; n < columns.length; n++) fields[columns[n]!] = cells[n] ?? '';
  return fields;
}

/** Chunks, and at the end an empty one that says so. */
async function* withLast(
  text: AsyncIterable<string>,
): AsyncGenerator<{ chunk: string; last: boolean }, void> {
  for await (const chunk of text) yield { chunk, last: false };
  yield { chunk: '', last: true };
}
