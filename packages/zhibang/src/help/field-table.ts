import type { CatalogueField } from '../catalogue.ts';
import { fieldOf, typeOf } from './description.ts';

interface Row {
  id: string;
  type: string;
  required?: string;
  text: string;
}

const HEADS = /^(字段名称?|参数名称?|类型|字段类型|必填|是否必填|描述|说明|备注)$/;
const ANSWER = /^(是|否)$/;

/**
 * Fields from the text of a table: a line a row with tabs between the cells, as copied or read from a real table, or a cell
 * a line, where it is built of other things. `asks`: the table has the column 必填.
 */
export function fieldsOf(lines: readonly string[], asks: boolean): CatalogueField[] {
  const filled = lines.map((line) => line.replace(/[\s\u00A0]+$/, '')).filter((line) => line.trim() !== '');
  const rows = filled.some((line) => line.includes('\t'))
    ? rowsByTabs(filled, asks)
    : rowsByCells(filled, asks);
  return rows.map(fieldOf);
}

function rowsByTabs(lines: readonly string[], asks: boolean): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const cells = line.split('\t').map((cell) => cell.trim());
    if (cells.every((cell) => cell === '' || HEADS.test(cell))) continue;
    const [id = '', type = '', third = '', ...rest] = cells;
    if (cells.length > 1 && id !== '')
      rows.push(
        asks
          ? { id, type, required: third, text: rest.join(' ') }
          : { id, type, text: [third, ...rest].join(' ').trim() },
      );
    else if (rows.length > 0) rows.at(-1)!.text += cells.join(' ');
  }
  return rows;
}

/** A row starts where a type follows (and then 是 or 否); what is left before the next one describes it. */
function rowsByCells(lines: readonly string[], asks: boolean): Row[] {
  const cells = lines.map((line) => line.trim());
  const start = cells.findIndex((cell) => !HEADS.test(cell));
  const rows: Row[] = [];
  for (let at = Math.max(0, start); at < cells.length; ) {
    const opens = typeOf(cells[at + 1] ?? '') !== undefined && (!asks || ANSWER.test(cells[at + 2] ?? ''));
    // Right behind a row's own cells stands its description, even one that reads like a field's name.
    if (opens && !(rows.length > 0 && rows.at(-1)!.text === '' && isDescription(cells, at, asks))) {
      rows.push({
        id: cells[at]!,
        type: cells[at + 1]!,
        ...(asks ? { required: cells[at + 2]! } : {}),
        text: '',
      });
      at += asks ? 3 : 2;
    } else {
      if (rows.length > 0) rows.at(-1)!.text += cells[at];
      at++;
    }
  }
  return start < 0 ? [] : rows;
}

/** A cell before which a row waits for its text, and behind which the next row opens just as well. */
function isDescription(cells: readonly string[], at: number, asks: boolean): boolean {
  return typeOf(cells[at + 2] ?? '') !== undefined && (!asks || ANSWER.test(cells[at + 3] ?? ''));
}
