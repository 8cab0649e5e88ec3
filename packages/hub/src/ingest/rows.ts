import { extname } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import { columnOf } from './columns.ts';
import { csvRecords } from './csv-records.ts';
import { decodeFile, detectEncoding } from './decode.ts';

/** One row of an import file, by its line (from 1; of a row of several lines, the last). */
export type ImportRow = { line: number; raw: Record<string, unknown> } | { line: number; error: Bilingual };

/**
 * The rows of a CSV file (comma, semicolon or tab, with a line of headers) or of JSON Lines, one after the other.
 * @param isHeader whether a cell names a column that is known: a first line without any is no line of headers
 */
export async function* readRows(
  file: string,
  isHeader: (cell: string) => boolean = (cell) => columnOf(cell) !== undefined,
): AsyncGenerator<ImportRow> {
  const encoding = await detectEncoding(file);
  const pieces = decodeFile(file, encoding.name);
  const first = await nextText(pieces);
  const lines = linesOf(rejoin(first, pieces), lineEndOf(first));
  const rows = isJsonLines(file, first) ? jsonRows(lines) : csvRows(lines, delimiterOf(first), isHeader);
  for await (const row of rows) {
    const isBroken = encoding.faulty && 'raw' in row && hasBrokenCharacter(row.raw);
    yield isBroken ? { line: row.line, error: BROKEN_CHARACTER } : row;
  }
}

function isJsonLines(file: string, first: string): boolean {
  const extension = extname(file).toLowerCase();
  if (['.jsonl', '.ndjson', '.json'].includes(extension)) return true;
  if (['.csv', '.tsv'].includes(extension)) return false;
  return first.trimStart().startsWith('{');
}

/** Of the header line: the separator that it holds most of. */
function delimiterOf(first: string): string {
  const header = first.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const count = (mark: string) => header.split(mark).length;
  return [',', '\t', ';', '，'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

async function* csvRows(
  lines: AsyncGenerator<string>,
  delimiter: string,
  isHeader: (cell: string) => boolean,
): AsyncGenerator<ImportRow> {
  let headers: string[] | null = null;
  for await (const { line, cells } of csvRecords(lines, delimiter)) {
    const record = cells?.map((cell) => cell.trim());
    if (record === undefined) yield { line, error: LONE_QUOTE };
    else if (record.every((cell) => cell === '')) continue;
    else if (headers !== null) yield csvRow(headers, record, line);
    else if (record.some(isHeader)) headers = record;
    else return yield { line, error: NO_HEADERS };
  }
}

function csvRow(headers: string[], record: string[], line: number): ImportRow {
  if (record.slice(headers.length).some((cell) => cell !== '')) {
    const error = {
      zh: `有 ${record.length} 格，表头只有 ${headers.length} 列（内容里的逗号要加引号）`,
      en: `${record.length} cells under ${headers.length} headers (a comma inside a value needs quotes)`,
    };
    return { line, error };
  }
  const cells = headers.map((header, index) => [header, record[index] ?? ''] as const);
  return { line, raw: firstFilled(cells) };
}

/** Two columns of the same header: the first filled cell counts. */
function firstFilled(cells: (readonly [string, string])[]): Record<string, unknown> {
  const raw = new Map<string, string>();
  for (const [header, cell] of cells) if (!raw.get(header)) raw.set(header, cell);
  return Object.fromEntries(raw);
}

const LONE_QUOTE: Bilingual = {
  zh: '引号没有成对，这一行没有导入（后面的行照常导入）',
  en: 'a quote without its pair: this line was not taken (those after it were)',
};

const NO_HEADERS: Bilingual = {
  zh: '第一行应当是表头，这里没有一列认得（如 微信号,姓名,手机）；没有导入任何一行',
  en: 'the first line must name the columns (like wechat_id,real_name,phone), and none here is known: no row was taken',
};

const BROKEN_CHARACTER: Bilingual = {
  zh: '有一个字符残缺，读不出来（文件在这里缺了字节，或混用了编码）',
  en: 'a character is broken (bytes are missing here, or are in another encoding)',
};

function hasBrokenCharacter(raw: Record<string, unknown>): boolean {
  return JSON.stringify(Object.values(raw)).includes('\uFFFD');
}

async function* jsonRows(lines: AsyncIterable<string>): AsyncGenerator<ImportRow> {
  let line = 0;
  for await (const content of lines) {
    line += 1;
    if (content.trim() !== '') yield jsonRow(content, line);
  }
}

function jsonRow(content: string, line: number): ImportRow {
  try {
    const raw: unknown = JSON.parse(content);
    if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) {
      return { line, raw: raw as Record<string, unknown> };
    }
  } catch {
    // Told below, like any other line that is no object.
  }
  return { line, error: { zh: '这一行不是 JSON 对象', en: 'this line is not a JSON object' } };
}

/** A carriage return by itself ends a line only in a file of an old Mac; elsewhere it is white space in a cell. */
function lineEndOf(first: string): RegExp {
  const end = /\r*\n|\r/.exec(first)?.[0];
  return end === '\r' ? /\r*\n|\r/ : /\r*\n/;
}

async function* linesOf(text: AsyncIterable<string>, end: RegExp): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split(end);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function nextText(pieces: AsyncGenerator<string>): Promise<string> {
  const { value, done } = await pieces.next();
  return done ? '' : value;
}

async function* rejoin(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (first !== '') yield first;
  yield* rest;
}
