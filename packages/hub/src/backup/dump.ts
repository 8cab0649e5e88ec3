import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { HubError } from '../errors.ts';
import { currentVersion, type Executor, type Store } from '../store/index.ts';
import { backupErrors } from './errors.ts';
import { carriedTables, type Manifest } from './manifest.ts';

/** Rows in one line of a dump, and in one insert. */
const PAGE = 500;
const FORMAT = 'bangqiao-dump';

/** Some rows of one table. */
export interface Part {
  table: string;
  columns: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/**
 * Writes the whole database as one snapshot into a gzipped file of JSON lines that either database can take: a head, the
 * parts, and at the end what was counted. Works with any version of PostgreSQL and needs no program of its.
 */
export async function writeDump(
  store: Store,
  file: string,
  at: string,
  onProgress: (rows: number) => void = () => {},
): Promise<Manifest> {
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const head = { schema: await currentVersion(trx, store.backend), erp: await boundTo(trx), at };
      const counts: Record<string, number> = {};
      const lines = async function* () {
        yield `${JSON.stringify({ format: FORMAT, version: 1, ...head })}\n`;
        let done = 0;
        for (const table of await carriedTables(store, trx)) {
          counts[table] = 0;
          for await (const rows of store.backend.pages(trx, table, PAGE)) {
            const columns = Object.keys(rows[0] ?? {});
            counts[table] += rows.length;
            done += rows.length;
            yield `${JSON.stringify({ table, columns, rows: rows.map((row) => columns.map((column) => row[column])) })}\n`;
            onProgress(done);
          }
        }
        yield `${JSON.stringify({ end: true, counts })}\n`;
      };
      const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(Readable.from(lines()), createGzip(), out);
      return { ...head, counts };
    });
}

/**
 * Reads a dump part by part; what it answers at the end stands for the whole having come through.
 * @throws HubError `not_a_backup`, `backup_damaged`
 */
export async function readDump(file: string, take: (part: Part) => Promise<void>): Promise<Manifest> {
  const counts: Record<string, number> = {};
  let head: Omit<Manifest, 'counts'> | null = null;
  let said: Manifest['counts'] | null = null;
  for await (const line of linesOf(file)) {
    if (head === null) {
      head = headOf(file, line);
      continue;
    }
    const read = JSON.parse(line) as Part | { end: true; counts: Manifest['counts'] };
    if ('end' in read) {
      said = read.counts;
      continue;
    }
    counts[read.table] = (counts[read.table] ?? 0) + read.rows.length;
    await take(read);
  }
  if (head === null) throw backupErrors.notOne(file);
  if (said === null) throw backupErrors.damaged(file, 'its end is missing');
  for (const [table, count] of Object.entries(said)) {
    if ((counts[table] ?? 0) !== count)
      throw backupErrors.damaged(file, `${table}: ${counts[table] ?? 0} ≠ ${count}`);
  }
  return { ...head, counts: said };
}

/** The head alone. */
export async function dumpHead(file: string): Promise<Omit<Manifest, 'counts'>> {
  for await (const line of linesOf(file)) return headOf(file, line);
  throw backupErrors.notOne(file);
}

/** @throws HubError `backup_damaged` where the file is cut short or its checksum is wrong */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file);
  const text = createGunzip();
  input.on('error', (error) => text.destroy(error));
  input.pipe(text).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw backupErrors.damaged(file, error instanceof Error ? error.message : String(error));
  } finally {
    input.destroy();
    text.destroy();
  }
}

function headOf(file: string, line: string): Omit<Manifest, 'counts'> {
  try {
    const { format, at, schema, erp } = JSON.parse(line) as { format?: string } & Manifest;
    if (format === FORMAT) return { at, schema, erp };
  } catch {
    // No JSON: not ours.
  }
  throw backupErrors.notOne(file);
}

async function boundTo(trx: Executor): Promise<Manifest['erp']> {
  const row = await trx.selectFrom('erp_binding').select(['kind', 'base_url', 'account']).executeTakeFirst();
  return row ?? null;
}
