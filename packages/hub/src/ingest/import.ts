import { statSync } from 'node:fs';
import { type Bilingual, type Customer, maskPhonesIn } from '@bangqiao/core';
import {
  addKey,
  CustomerMoved,
  insertCustomer,
  updateCustomer,
  type WriteContext,
} from '../customers/index.ts';
import type { Executor, Store } from '../store/index.ts';
import { importedCounts, keepImported } from '../understand/imported.ts';
import { matchRow } from './match.ts';
import { noImportFile } from './no-file.ts';
import { toPatch } from './patch.ts';
import { readRows } from './rows.ts';

export interface ImportReport {
  file: string;
  /** Rows of the file; each is one of the four below. */
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  bad: { line: number; reason: Bilingual }[];
  notes: Bilingual[];
}

export interface ImportOptions {
  /** Who imports, for the history. */
  by: string;
  now: () => Date;
  progress?: (rows: number) => void;
}

/** Rows that share a durable transaction. */
const BATCH = 200;

interface Task {
  line: number;
  patch: Partial<Customer>;
}
type Outcome = 'created' | 'updated' | 'unchanged' | { reason: Bilingual };

/**
 * Brings a CSV or JSON Lines file into the hub. A bad row is reported with its line and reason, and the others go in;
 * the same file a second time changes nothing.
 * @throws HubError when the file cannot be read.
 */
export async function importFile(store: Store, file: string, options: ImportOptions): Promise<ImportReport> {
  requireFile(file);
  const report: ImportReport = { file, read: 0, created: 0, updated: 0, unchanged: 0, bad: [], notes: [] };
  const columns = new ColumnNotes();
  let batch: Task[] = [];
  for await (const row of readRows(file)) {
    report.read += 1;
    const reading = 'error' in row ? { ok: false as const, reason: row.error } : toPatch(row.raw);
    if (!reading.ok) {
      report.bad.push({ line: row.line, reason: reading.reason });
      continue;
    }
    columns.add(reading);
    batch.push({ line: row.line, patch: reading.patch });
    if (batch.length === BATCH) {
      await importBatch(store, batch, options, report);
      batch = [];
    }
  }
  await importBatch(store, batch, options, report);
  report.bad.sort((a, b) => a.line - b.line);
  report.notes = columns.notes();
  return report;
}

async function importBatch(store: Store, batch: Task[], options: ImportOptions, report: ImportReport) {
  if (batch.length > 0) {
    const outcomes = await together(store, batch, options).catch(() => oneByOne(store, batch, options));
    for (const [index, outcome] of outcomes.entries()) {
      if (typeof outcome === 'string') report[outcome] += 1;
      else report.bad.push({ line: batch[index]!.line, reason: outcome.reason });
    }
  }
  options.progress?.(report.read);
}

async function together(store: Store, batch: Task[], options: ImportOptions): Promise<Outcome[]> {
  return await store.transaction(
    async (trx) => {
      const outcomes: Outcome[] = [];
      for (const task of batch) outcomes.push(await importRow(trx, task, options));
      return outcomes;
    },
    { durable: true },
  );
}

/** After a batch failed as a whole: each row for itself, so that one cannot take the others with it. */
async function oneByOne(store: Store, batch: Task[], options: ImportOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const task of batch) {
    const attempt = () => store.transaction((trx) => importRow(trx, task, options), { durable: true });
    outcomes.push(
      await attempt()
        .catch((error) => retryMoved(error, attempt))
        .catch(failed),
    );
  }
  return outcomes;
}

async function retryMoved(error: unknown, attempt: () => Promise<Outcome>): Promise<Outcome> {
  if (error instanceof CustomerMoved) return await attempt();
  throw error;
}

function failed(error: unknown): Outcome {
  const text = error instanceof Error ? error.message : String(error);
  return { reason: { zh: `写入失败：${text}`, en: `could not be written: ${text}` } };
}

async function importRow(trx: Executor, task: Task, options: ImportOptions): Promise<Outcome> {
  const match = await matchRow(trx, task.patch);
  if ('reason' in match) return match;
  const context: WriteContext = {
    by: options.by,
    reason: 'import',
    source: 'wechat',
    runId: null,
    now: options.now().toISOString(),
    evidence: JSON.stringify({ line: task.line }),
  };
  if (match.customer === null) {
    await insertCustomer(trx, task.patch, context);
    return 'created';
  }
  return await mergeRow(trx, match.customer, task.patch, context);
}

/** A WeChat id that differs from the customer's own is one more of this person's, and replaces none. */
async function mergeRow(
  trx: Executor,
  before: Customer,
  patch: Partial<Customer>,
  context: WriteContext,
): Promise<Outcome> {
  const { erp_customer_id: _key, wechat_id: wechatId, ...changes } = patch;
  const another = wechatId && before.wechat_id !== null && before.wechat_id !== wechatId;
  const added = another ? await addKey(trx, before.id, 'wechat', wechatId) : false;
  const own = another || wechatId === undefined ? {} : { wechat_id: wechatId };
  const counts = await importedCounts(trx, before.id, changes);
  const after = await updateCustomer(trx, before, { ...changes, ...counts?.columns, ...own }, context);
  if (counts) await keepImported(trx, counts, { before, after, now: context.now });
  return added || after !== before ? 'updated' : 'unchanged';
}

/** Columns that are not taken over, told once for the whole file. */
class ColumnNotes {
  readonly #unknown = new Set<string>();
  readonly #ignored = new Set<string>();
  readonly #outdone = new Set<string>();

  add(reading: { unknown: string[]; ignored: string[]; outdone: string[] }): void {
    for (const name of reading.unknown) this.#unknown.add(maskPhonesIn(name));
    for (const name of reading.ignored) this.#ignored.add(name);
    for (const name of reading.outdone) this.#outdone.add(maskPhonesIn(name));
  }

  notes(): Bilingual[] {
    const notes: Bilingual[] = [];
    const unknown = [...this.#unknown].join(', ');
    const ignored = [...this.#ignored].join(', ');
    const outdone = [...this.#outdone].join(', ');
    if (unknown)
      notes.push({ zh: `不认识的列，已忽略：${unknown}`, en: `unknown columns, ignored: ${unknown}` });
    if (ignored) {
      notes.push({
        zh: `由系统或 ERP 填写的列，已忽略：${ignored}`,
        en: `columns that only the hub or the ERP sets, ignored: ${ignored}`,
      });
    }
    if (outdone) {
      notes.push({
        zh: `文件里有更明确的列（如 公司名称），没有采用：${outdone}`,
        en: `the file has a column that says it more exactly (公司名称, say), not taken: ${outdone}`,
      });
    }
    return notes;
  }
}

function requireFile(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw noImportFile(file, 'examples/people.csv');
  }
}
