import { access } from 'node:fs/promises';
import type { Bilingual, KeyChange } from '@bangqiao/core';
import type { WriteContext } from '../customers/index.ts';
import { noImportFile } from '../ingest/no-file.ts';
import { readRows } from '../ingest/rows.ts';
import type { Store } from '../store/index.ts';
import { changeOf, REKEYED_KINDS, type Rekeyed, type RekeyedKind, rekey, undoRekey } from './rekey.ts';

export interface RekeyReport {
  counts: Record<Rekeyed['result'], number>;
  changes: Rekeyed[];
  bad: { line: number; reason: Bilingual }[];
}

/** Changed ids per transaction. */
const BATCH = 200;

const OLD = ['old', 'from', '旧', '旧id', '原id', 'external_userid'];
const NEW = ['new', 'to', '新', '新id', 'new_external_userid'];
const KIND = ['kind', '类型'];

/**
 * The changed ids of a CSV or JSON Lines file, two columns `old,new` and where it is not `external_userid` a third `kind`, one after
 * the other. Broken off, it is simply run again. `undo`: takes back what the same file added, from its end.
 * @throws HubError `no_import_file`
 */
export async function rekeyFile(
  store: Store,
  file: string,
  options: { undo: boolean; context: () => WriteContext },
): Promise<RekeyReport> {
  const { changes, bad } = await readChanges(file);
  if (options.undo) changes.reverse();
  const report: RekeyReport = {
    counts: { added: 0, merged: 0, suggested: 0, done: 0, unknown: 0, removed: 0 },
    changes: [],
    bad,
  };
  for (let from = 0; from < changes.length; from += BATCH) {
    const work = options.undo ? undoRekey : rekey;
    const done = await store.transaction(
      async (trx) => {
        const results: Rekeyed[] = [];
        for (const change of changes.slice(from, from + BATCH))
          results.push(await work(trx, change, options.context()));
        return results;
      },
      { durable: true },
    );
    for (const one of done) report.counts[one.result]++;
    report.changes.push(...done);
  }
  return report;
}

async function readChanges(file: string): Promise<{ changes: KeyChange[]; bad: RekeyReport['bad'] }> {
  await access(file).catch(() => {
    throw noImportFile(file);
  });
  const changes: KeyChange[] = [];
  const bad: RekeyReport['bad'] = [];
  // Whatever stands first is the line of headers: each row says which columns it lacks.
  for await (const row of readRows(file, () => true)) {
    if ('error' in row) {
      bad.push({ line: row.line, reason: row.error });
      continue;
    }
    const kind = (cellOf(row.raw, KIND) ?? 'external_userid') as RekeyedKind;
    const change = REKEYED_KINDS.includes(kind)
      ? changeOf(kind, cellOf(row.raw, OLD), cellOf(row.raw, NEW))
      : null;
    if (change) changes.push(change);
    else bad.push({ line: row.line, reason: NO_CHANGE });
  }
  return { changes, bad };
}

function cellOf(raw: Record<string, unknown>, names: readonly string[]): unknown {
  for (const [name, value] of Object.entries(raw))
    if (names.includes(name.trim().toLowerCase()) && value !== '' && value !== null) return value;
  return undefined;
}

const NO_CHANGE: Bilingual = {
  zh: '应有 old（旧 ID）和 new（新 ID）两列，两者不同；kind 只能是 external_userid 或 unionid',
  en: 'needs the columns old and new, two different ids; kind is external_userid or unionid',
};
