import { displayWidth } from './width.ts';

export type Cell = string | number | null;

/** Rows under headers, aligned also where Chinese stands; columns of numbers to the right. No lines, two spaces between. */
export function renderTable(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => headers.map((_, column) => cellText(row[column])));
  const widths = headers.map((header, column) =>
    Math.max(displayWidth(header), ...texts.map((row) => displayWidth(row[column] ?? ''))),
  );
  const toRight = headers.map((_, column) => rows.length > 0 && rows.every((row) => isNumeric(row[column])));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0, toRight[column] ?? false))
      .join('  ')
      .trimEnd();
  return [line(headers), line(widths.map((width) => '─'.repeat(width))), ...texts.map(line)].join('\n');
}

function cellText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

function isNumeric(cell: Cell | undefined): boolean {
  return typeof cell === 'number' || cell === null || cell === undefined;
}

function pad(text: string, width: number, toRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return toRight ? space + text : text + space;
}
