import { extname } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import { type CsvError, parse } from 'csv-parse';
import { decodeFile, detectEncoding } from './decode.ts';

/** One row of an import file, by its line (from 1; of a row of several lines, the last). */
export type ImportRow = { line: number; raw: Record<string, unknown> } | { line: number; error: Bilingual };

/** The rows of a CSV file (comma, semicolon or tab, with a line of headers) or of JSON Lines, one after the other. */
export async function* readRows(file: string): AsyncGenerator<ImportRow> {
  const encoding = await detectEncoding(file);
  const pieces = decodeFile(file, encoding);
  const first = await nextText(pieces);
  const text = rejoin(first, pieces);
  if (isJsonLines(file, first)) yield* jsonRows(text);
  else yield* csvRows(text, delimiterOf(first));
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

async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<ImportRow> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  const feeding = feed(text, parser);
  let headers: string[] | null = null;
  try {
    for await (const entry of parser) {
      const { record, info } = entry as { record: string[]; info: { lines: number } };
      if (headers === null) headers = record;
      else if (record.some((cell) => cell !== '')) yield csvRow(headers, record, info.lines);
    }
  } catch (error) {
    yield brokenCsv(error as CsvError);
  }
  await feeding;
}

async function feed(text: AsyncIterable<string>, parser: NodeJS.WritableStream): Promise<void> {
  for await (const piece of text) {
    if (!parser.writable) return;
    if (!parser.write(piece)) await new Promise<void>((resolve) => onceWritable(parser, resolve));
  }
  if (parser.writable) parser.end();
}

function onceWritable(parser: NodeJS.WritableStream, resolve: () => void): void {
  const done = () => {
    parser.removeListener('drain', done);
    parser.removeListener('close', done);
    resolve();
  };
  parser.once('drain', done);
  parser.once('close', done);
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

function brokenCsv(error: CsvError): ImportRow {
  const line = Number((error as { lines?: number }).lines ?? 0);
  return {
    line,
    error: {
      zh: `从这里起读不下去（${error.code}）：很可能是引号没有成对，后面的行没有读取`,
      en: `cannot be read on from here (${error.code}): probably a quote without its pair; the rows after it were not read`,
    },
  };
}

async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<ImportRow> {
  let line = 0;
  for await (const content of linesOf(text)) {
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

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
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
