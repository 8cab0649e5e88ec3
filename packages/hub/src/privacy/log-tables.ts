import { PRUNED_BODY } from '../retention/talks.ts';
import { eachOf, type Store } from '../store/index.ts';
import type { Person } from './person.ts';

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
const ERASED = '***';

type Texts = Record<string, string | null>;

/** Takes a person out of the texts of logs, page by page so that nobody waits; how many rows spoke of them. */
export async function clearLogTables(store: Store, person: Person): Promise<number> {
  let changed = 0;
  for (const [table, columns] of Object.entries(LOGS)) {
    for (let after = 0; ; ) {
      const rows = (await store.db
        .selectFrom(table as 'audit')
        .select(['id', ...(columns as unknown as ['subject'])])
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute()) as unknown as ({ id: number } & Record<string, never>)[];
      for (const { id, ...texts } of rows) {
        const without = clearedOf(table, texts, person);
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
  await clearLedgers(store, person.identifiers);
  return changed + (await clearUnread(store, person.identifiers));
}

/** What was kept unread (`ingest/intake.ts`) is nobody's; where it names the person its content goes. */
async function clearUnread(store: Store, identifiers: readonly string[]): Promise<number> {
  let cleared = 0;
  for (let after = 0; ; ) {
    const rows = await store.db
      .selectFrom('wechat_events')
      .select(['id', 'raw'])
      .where('type', '=', 'other')
      .where('raw', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const telling = rows.filter(({ raw }) => identifiers.some((one) => raw?.includes(one)));
    if (telling.length > 0) {
      const ids = telling.map(({ id }) => id);
      await store.db
        .updateTable('wechat_events')
        .set({ body: PRUNED_BODY, raw: null })
        .where('id', 'in', eachOf(store.db, ids))
        .execute();
    }
    cleared += telling.length;
    if (rows.length < PAGE) return cleared;
    after = rows.at(-1)?.id ?? after;
  }
}

/** The columns that spoke of the person, without; null where none did. */
function clearedOf(table: string, texts: Texts, { identifiers, customer }: Person): Texts | null {
  const ord = customer.erp_customer_id;
  // A call about the record itself may hold any of its values, and what was said: nothing of it stays.
  if (table === 'erp_api_logs' && ord !== null && hasNumber(texts.request_params ?? '', ord))
    return { request_params: null, response_body: null, error_message: null };
  const found: Texts = {};
  for (const [column, text] of Object.entries(texts)) {
    if (text === null) continue;
    const without = identifiers.reduce((rest, one) => rest.replaceAll(one, ERASED), text);
    if (without !== text) found[column] = without;
  }
  return Object.keys(found).length === 0 ? null : found;
}

function hasNumber(text: string, number: number): boolean {
  return new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text);
}

/** Errands about the person, imports whose file is called after them, and views that look for them. */
async function clearLedgers(store: Store, identifiers: readonly string[]): Promise<void> {
  const names = (text: string) => identifiers.some((one) => text.includes(one));
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
