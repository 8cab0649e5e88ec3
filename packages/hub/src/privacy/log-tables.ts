import type { Store } from '../store/index.ts';
import type { Person } from './person.ts';
import { Words } from './words.ts';

/** Where people may be named in passing, in texts about other things. */
const LOGS = {
  erp_api_logs: ['request_params', 'response_body', 'error_message'],
  erp_sync_logs: [
    'changed_fields',
    'erp_request',
    'erp_response',
    'error_message',
    'error_stack',
    'rule_reason',
  ],
  journal_audit: ['note'],
  write_journal: ['reason', 'error_message', 'next_step'],
  audit: ['subject', 'before', 'after'],
  sync_runs: ['result', 'error'],
  sweeps: ['reason'],
} as const;

const PAGE = 2000;

type Texts = Record<string, string | null>;

/** Whose a row is, where it is somebody's: the column, and what it holds there. */
const OWNERS: Readonly<Record<string, 'customer_id' | 'journal_id'>> = {
  erp_sync_logs: 'customer_id',
  write_journal: 'customer_id',
  journal_audit: 'journal_id',
};

/**
 * Takes a person out of the texts of logs, page by page so that nobody waits: out of their own rows by every name they have, out of
 * others by what is unmistakable (`telling`). How many rows spoke of them.
 */
export async function clearLogTables(
  store: Store,
  person: Person,
  telling: readonly string[],
): Promise<number> {
  let changed = 0;
  const writes = await store.db
    .selectFrom('write_journal')
    .select('id')
    .where('customer_id', 'in', person.ids)
    .execute();
  const own = { customer_id: new Set(person.ids), journal_id: new Set(writes.map(({ id }) => id)) };
  const everywhere = new Words(telling);
  const inOwn = new Words(person.identifiers);
  for (const [table, columns] of Object.entries(LOGS)) {
    const owner = OWNERS[table];
    for (let after = 0; ; ) {
      const rows = (await store.db
        .selectFrom(table as 'audit')
        .select(['id', ...(owner ? [owner] : []), ...columns] as unknown as ['id', 'subject'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute()) as unknown as ({ id: number; customer_id?: number; journal_id?: number } & Record<
        string,
        never
      >)[];
      for (const { id, customer_id, journal_id, ...texts } of rows) {
        const isOwn = owner !== undefined && own[owner].has((customer_id ?? journal_id) as number);
        const without = clearedOf(table, texts, person, isOwn ? inOwn : everywhere);
        if (without === null) continue;
        changed += 1;
        await store.db
          .updateTable(table as 'audit')
          .set(without)
          .where('id', '=', id)
          .execute();
      }
      if (rows.length < PAGE) break;
      after = rows.at(-1)?.id ?? after;
    }
  }
  await clearLedgers(store, telling);
  return changed;
}

/** The columns that spoke of the person, without; null where none did. */
function clearedOf(table: string, texts: Texts, { customer }: Person, words: Words): Texts | null {
  const ord = customer.erp_customer_id;
  // A call about the record itself may hold any of its values, and what was said: nothing of it stays.
  if (table === 'erp_api_logs' && ord !== null && hasNumber(texts.request_params ?? '', ord))
    return { request_params: null, response_body: null, error_message: null };
  const found: Texts = {};
  for (const [column, text] of Object.entries(texts)) {
    if (text === null) continue;
    const without = words.takenOutOf(text);
    if (without !== text) found[column] = without;
  }
  return Object.keys(found).length === 0 ? null : found;
}

function hasNumber(text: string, number: number): boolean {
  return new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text);
}

/** Errands about the person, imports whose file is called after them, and views that look for them. */
async function clearLedgers(store: Store, telling: readonly string[]): Promise<void> {
  const names = (text: string) => telling.some((one) => text.includes(one));
  for (const { kind, subject } of await store.db
    .selectFrom('ingest_errands')
    .select(['kind', 'subject'])
    .execute())
    if (names(subject))
      await store.db
        .deleteFrom('ingest_errands')
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .execute();
  for (const { id, name, query } of await store.db.selectFrom('saved_views').selectAll().execute())
    if (names(name) || names(query)) await store.db.deleteFrom('saved_views').where('id', '=', id).execute();
  for (const { file } of await store.db.selectFrom('chat_imports').select('file').execute())
    if (names(file)) await store.db.deleteFrom('chat_imports').where('file', '=', file).execute();
}
