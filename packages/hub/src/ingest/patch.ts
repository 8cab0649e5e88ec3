import { type Bilingual, type Customer, cleanText } from '@bangqiao/core';
import { IMPORT_COLUMNS, type Kind, type Meaning, meaningOf } from './columns.ts';
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
      /** Headers of filled cells that say something else than what a closer header names (客户名称 beside 公司名称). */
      outdone: string[];
    }
  | { ok: false; reason: Bilingual };

/**
 * A raw row as a patch. An absent or empty cell says nothing; null (JSON Lines) clears: text becomes empty, a flag
 * false, a number 0. One value that does not fit makes the row bad, with all of its problems in the reason. Of several
 * headers that mean one column (手机, 电话) the first value that fits counts; a vague one (名称) only where no closer one is there.
 */
export function toPatch(raw: Record<string, unknown>): PatchReading {
  const patch: Record<string, unknown> = {};
  const unknown: string[] = [];
  const ignored: string[] = [];
  const vaguer: { header: string; column: string; cell: unknown }[] = [];
  const problems: { column: string; problem: Bilingual }[] = [];
  const isGiven = (column: string) => (patch[column] ?? null) !== null;
  const meanings = Object.entries(raw).map(([header, cell]) => ({ header, cell, means: meaningOf(header) }));
  const closest = closestOf(meanings);
  for (const { header, cell, means } of meanings) {
    const kind = means && IMPORT_COLUMNS.get(means.column);
    if (means === undefined) unknown.push(header);
    else if (kind === undefined) ignored.push(means.column);
    else if (means.vagueness > closest.get(means.column)!)
      vaguer.push({ header, column: means.column, cell });
    else if (!isEmpty(cell) && !isGiven(means.column)) {
      const { column } = means;
      const read = cell === null ? cleared(kind) : readValue(kind, cell);
      if (read === undefined) continue;
      if ('value' in read) patch[column] = read.value;
      else problems.push({ column, problem: tell(header, cell, read.problem) });
    }
  }
  const left = problems.filter(({ column }) => !isGiven(column)).map(({ problem }) => problem);
  if (left.length > 0) return { ok: false, reason: joined(left) };
  const outdone = vaguer
    .filter(({ column, cell }) => cell !== null && !isEmpty(cell) && cleanText(cell) !== patch[column])
    .map(({ header }) => header);
  return { ok: true, patch: patch as Partial<Customer>, unknown, ignored, outdone };
}

/** Of each column, how vaguely the header names it that does so best. */
function closestOf(headers: readonly { means: Meaning | undefined }[]): ReadonlyMap<string, number> {
  const closest = new Map<string, number>();
  for (const { means } of headers)
    if (means) closest.set(means.column, Math.min(means.vagueness, closest.get(means.column) ?? Infinity));
  return closest;
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
