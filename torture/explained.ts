import { sql } from 'kysely';
import { TRANSITIONS, type WriteState } from '../packages/hub/src/journal/states.ts';
import type { Say } from './statements.ts';
import { PASSWORD, type World } from './world.ts';

/** Statement 8: the audit of each write is one chain of lawful steps that ends where the write stands. */
export async function explained(world: World, say: Say): Promise<void> {
  const { db } = world.store;
  const steps = await db.selectFrom('journal_audit').selectAll().orderBy('id').execute();
  const stands = new Map<number, string>();
  for (const { journal_id, from_state, to_state } of steps) {
    const before = stands.get(journal_id) ?? null;
    if (before !== from_state) say(8, `write ${journal_id} goes from ${from_state} and stood at ${before}`);
    const isLawful =
      from_state === null ||
      from_state === to_state ||
      TRANSITIONS[from_state as WriteState].includes(to_state as WriteState);
    if (!isLawful) say(8, `write ${journal_id} goes from ${from_state} to ${to_state}`);
    stands.set(journal_id, to_state);
  }
  const writes = await db
    .selectFrom('write_journal')
    .select(['id', 'state', 'customer_id', 'kind', 'rule'])
    .execute();
  const decided = await db.selectFrom('decisions').select('customer_id').distinct().execute();
  const known = new Set(decided.map(({ customer_id }) => customer_id));
  for (const { id, state, customer_id, kind, rule } of writes) {
    if (stands.get(id) !== state) say(8, `write ${id} is ${state} and its audit ends at ${stands.get(id)}`);
    if (kind === 'create' && (rule === null || !known.has(customer_id))) say(8, `create ${id} names no rule`);
  }
}

/** Where phones are masked; everywhere there is neither password nor token. */
const MASKED: ReadonlySet<string> = new Set(['erp_api_logs', 'erp_sync_logs', 'journal_audit', 'sync_runs']);
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Statement 9, in the program's log and in every table. */
export async function secrets(world: World, say: Say): Promise<void> {
  const { store } = world;
  look(world, 'the log', world.log, true, say);
  for (const table of await store.backend.tableNames(store.db)) {
    if (table.startsWith('v_')) continue;
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(store.db);
    if (rows.length > 0) look(world, table, JSON.stringify(rows), MASKED.has(table), say);
  }
}

function look({ tokens }: World, place: string, text: string, masked: boolean, say: Say): void {
  if (text.includes(PASSWORD)) say(9, `the password stands in ${place}`);
  for (const token of tokens) if (text.includes(token)) say(9, `a token stands in ${place}`);
  if (masked && PHONE.test(text)) say(9, `a whole phone stands in ${place}`);
}
