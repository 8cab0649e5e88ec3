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
 * would give up the rest of the file there, or take the rows up to the next quote for one cell.
 */
export async function* csvRecords(
  source: AsyncIterator<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  /** Lines to be read a second time, the next one last. */
  const again: string[] = [];
  const nextLine = async () => again.pop() ?? ((await source.next()).value as string | undefined);
  for (let line = 1; ; line += 1) {
    let text = await nextLine();
    if (text === undefined) return;
    let cells = readCells(text, delimiter);
    while (cells === 'open') {
      const more: string | undefined = text.length > LONGEST ? undefined : await nextLine();
      if (more === undefined) break;
      text += `\n${more}`;
      if (more.includes('"')) cells = readCells(text, delimiter);
    }
    const [, ...rest] = text.split('\n');
    if (Array.isArray(cells)) {
      line += rest.length;
      yield { line, cells };
    } else {
      again.push(...rest.reverse());
      yield { line, cells: null };
    }
  }
}

type Cells = string[] | 'open' | 'broken';

/** Within one line a quote that is not one of CSV belongs to the words: `"老王"的店`, `5" 屏`. */
function readCells(text: string, delimiter: string): Cells {
  const cells = parsed(text, { delimiter, trim: true });
  if (cells !== 'broken' || text.includes('\n')) return cells;
  return parsed(text, { delimiter, ltrim: true, relax_quotes: true });
}

function parsed(text: string, options: Options): Cells {
  try {
    const [cells = []] = parse(text, { ...options, record_delimiter: '\n' }) as string[][];
    return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken';
  }
}
