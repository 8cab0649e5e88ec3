import { type Bilingual, type Customer, cleanText } from '@bangqiao/core';
import { columnOf, IMPORT_COLUMNS, type Kind } from './columns.ts';
import { readValue, shown } from './values.ts';

export type PatchReading =
  | {
      ok: true;
      /** What the row says; `erp_customer_id` is a key only. */
      patch: Partial<Customer>;
      /** Headers that mean nothing here. */
      unknown: string[];
      /** Columns that only the hub or the ERP may set. */
      ignored: string[];
    }
  | { ok: false; reason: Bilingual };

/**
 * A raw row as a patch. An absent or empty cell says nothing; null (JSON Lines) clears: text becomes empty, a flag
 * false, a number 0. One value that does not fit makes the row bad, with all of its problems in the reason. Of several
 * headers that mean one column (手机, 电话) the first value that fits counts.
 */
export function toPatch(raw: Record<string, unknown>): PatchReading {
  const patch: Record<string, unknown> = {};
  const unknown: string[] = [];
  const ignored: string[] = [];
  const problems: { column: string; problem: Bilingual }[] = [];
  const isGiven = (column: string) => (patch[column] ?? null) !== null;
  for (const [header, cell] of Object.entries(raw)) {
    const column = columnOf(header);
    const kind = column === undefined ? undefined : IMPORT_COLUMNS.get(column);
    if (column === undefined) unknown.push(header);
    else if (kind === undefined) ignored.push(column);
    else if (!isEmpty(cell) && !isGiven(column)) {
      const read = cell === null ? cleared(kind) : readValue(kind, cell);
      if (read === undefined) continue;
      if ('value' in read) patch[column] = read.value;
      else problems.push({ column, problem: tell(header, cell, read.problem) });
    }
  }
  const left = problems.filter(({ column }) => !isGiven(column)).map(({ problem }) => problem);
  if (left.length > 0) return { ok: false, reason: joined(left) };
  return { ok: true, patch: patch as Partial<Customer>, unknown, ignored };
}

function isEmpty(cell: unknown): boolean {
  return cell === undefined || (typeof cell === 'string' && cleanText(cell) === null);
}

function cleared(kind: Kind): { value: string | number | boolean | null } | undefined {
  if (kind === 'source' || kind === 'ord') return undefined;
  if (kind === 'flag') return { value: false };
  return { value: kind === 'score' || kind === 'count' ? 0 : null };
}

function tell(header: string, cell: unknown, problem: Bilingual): Bilingual {
  return { zh: `${header} “${shown(cell)}”：${problem.zh}`, en: `${header} “${shown(cell)}”: ${problem.en}` };
}

function joined(problems: Bilingual[]): Bilingual {
  return {
    zh: problems.map(({ zh }) => zh).join('；'),
    en: problems.map(({ en }) => en).join('; '),
  };
}
