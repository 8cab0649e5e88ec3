import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Executor, eachOf } from '../store/index.ts';
import { picturesOf } from './files.ts';
import type { Person } from './person.ts';
import { type Remains, remainsOf } from './remains.ts';

/** All that the hub holds of one person. */
interface PersonDocument {
  exported_at: string;
  customer: Record<string, unknown>;
  in_erp: Remains;
  /** Rows by table, as the database has them. */
  [table: string]: unknown;
}

const TABLES = [
  'customer_keys',
  'field_change_history',
  'messages',
  'customer_facts',
  'customer_talks',
  'conversations',
  'follow_ups',
  'decisions',
  'write_journal',
  'erp_field_changes',
  'erp_sync_logs',
  'conflicts',
  'sync_base',
  'erp_mirror',
  'wechat_events',
] as const;

async function documentOf(db: Executor, person: Person, at: string): Promise<PersonDocument> {
  const tables: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table as 'decisions')
      .selectAll()
      .where('customer_id', 'in', person.ids)
      .execute();
    tables[table] = rows.map(withJson);
  }
  const merges = await db
    .selectFrom('customer_merges')
    .selectAll()
    .where('kept_id', 'in', person.ids)
    .execute();
  const readings = await db
    .selectFrom('model_readings')
    .selectAll()
    .where('message_id', 'in', eachOf(db, [0, ...person.messages]))
    .execute();
  const suggestions = await db
    .selectFrom('identity_suggestions')
    .selectAll()
    .where((where) =>
      where.or([where('customer_a', 'in', person.ids), where('customer_b', 'in', person.ids)]),
    )
    .execute();
  return {
    exported_at: at,
    customer: withJson(person.customer),
    in_erp: await remainsOf(db, person),
    ...tables,
    model_readings: readings.map(withJson),
    identity_suggestions: suggestions.map(withJson),
    customer_merges: merges.map(withJson),
  };
}

/** Writes it into `out`, for its owner alone to read, with the licences beside it; the files that were written. */
export async function exportPerson(
  db: Executor,
  person: Person,
  { out, folder, at }: { out: string; folder: string; at: string },
): Promise<string[]> {
  await mkdir(out, { recursive: true });
  const file = join(out, `customer-${person.customer.id}.json`);
  const document = await documentOf(db, person, at);
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`, { mode: 0o600 });
  const files = [file];
  for (const kept of await picturesOf(person, folder)) {
    const picture = join(out, basename(kept));
    const isThere = await copyFile(kept, picture).then(
      () => true,
      () => false,
    );
    if (isThere) files.push(picture);
  }
  return files;
}

const JSON_TEXT = /^\s*[[{]/;
/** What a person wrote may look like JSON, and is not. */
const WRITTEN: ReadonlySet<string> = new Set(['text', 'summary', 'value', 'old_value', 'new_value', 'notes']);

/** Columns that hold JSON as what they hold. */
function withJson(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, WRITTEN.has(column) ? value : parsed(value)]),
  );
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !JSON_TEXT.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
