import { CsvError, type Options, parse } from 'csv-parse/sync';

/** The cells of a record, by the number of its last line (from 1); null for a line whose quote has no pair. */
export interface CsvRecord {
  line: number;
  cells: string[] | null;
}

/** Characters: a record of several lines that is longer has a quote that nobody closed. */
const LONGEST = 65_536;

/**
 * The records of the lines of a CSV file. A cell that goes on over several lines must be quoted as it should be: else the
 * quote is without its pair, the line that it stands in is told, and reading goes on in the next one. csv-parse alone
 * would give up the rest of the file there, or take the rows up to the next quote for one cell. Where a later line looks
 * like the end of that cell, the lines up to it are told as well: none of them is a row.
 */
export async function* csvRecords(
  source: AsyncIterator<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  const lines = new Lines(source);
  for (let line = 1; ; line += 1) {
    const text = await lines.next();
    if (text === undefined) return;
    const { cells, opens } = readLine(text, delimiter);
    const more = opens ? await lines.upToOdd(text.length) : null;
    const whole = more && parsed([text, ...more].join('\n'), { delimiter, trim: true });
    if (more && Array.isArray(whole)) {
      line += more.length;
      yield { line, cells: whole };
    } else if (more && endsCell(more.at(-1)!, delimiter)) {
      for (const [index, one] of [text, ...more].entries())
        if (one.trim() !== '') yield { line: line + index, cells: null };
      line += more.length;
    } else {
      if (more) lines.giveBack(more);
      yield { line, cells };
    }
  }
}

/** Lines of which some may be given back, to be read once more. */
class Lines {
  readonly #source: AsyncIterator<string>;
  /** The next one last. */
  readonly #again: string[] = [];

  constructor(source: AsyncIterator<string>) {
    this.#source = source;
  }

  async next(): Promise<string | undefined> {
    return this.#again.pop() ?? ((await this.#source.next()).value as string | undefined);
  }

  /**
   * The lines up to the next one with an odd number of quotes: no cell that is open can end before. Who asks stands in such a
   * line too, so that each line is looked over once, however many quotes lack their pair. Null where it is too far.
   */
  async upToOdd(length: number): Promise<string[] | null> {
    const found: string[] = [];
    let total = length;
    while (total <= LONGEST) {
      const text = await this.next();
      if (text === undefined) break;
      found.push(text);
      if (hasOddQuotes(text)) return found;
      total += text.length + 1;
    }
    this.giveBack(found);
    return null;
  }

  giveBack(lines: readonly string[]): void {
    this.#again.push(...lines.toReversed());
  }
}

/**
 * The cells of one line, null where a quote lacks its pair; within a line a quote that is not one of CSV belongs to the words:
 * `"老王"的店`, `5" 屏`. `opens`: a cell may go on in the next line.
 */
function readLine(text: string, delimiter: string): { cells: string[] | null; opens: boolean } {
  const strict = parsed(text, { delimiter, trim: true });
  if (Array.isArray(strict)) return { cells: strict, opens: false };
  const isOdd = hasOddQuotes(text);
  const cells = strict === 'open' ? strict : parsed(text, { delimiter, ltrim: true, relax_quotes: true });
  if (!Array.isArray(cells)) return { cells: null, opens: isOdd };
  return { cells, opens: isOdd && cells.some((cell) => cell.startsWith('"') && hasOddQuotes(cell)) };
}

/** `改天再谈",13800000001`: a cell closes here that did not begin here. */
function endsCell(text: string, delimiter: string): boolean {
  const first = text
    .split(delimiter)
    .find((cell) => cell.includes('"'))
    ?.trim();
  return first !== undefined && !first.startsWith('"') && first.endsWith('"');
}

function hasOddQuotes(text: string): boolean {
  return text.split('"').length % 2 === 0;
}

function parsed(text: string, options: Options): string[] | 'open' | 'broken' {
  try {
    const [cells = []] = parse(text, { ...options, record_delimiter: '\n' }) as string[][];
    return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken';
  }
}
