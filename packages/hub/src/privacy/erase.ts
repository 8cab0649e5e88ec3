import { findCustomer } from '../customers/index.ts';
import { indexChanged } from '../customers/search.ts';
import { HubError } from '../errors.ts';
import { moveWrite, toWrite, type Write } from '../journal/journal.ts';
import { OPEN_STATES } from '../journal/states.ts';
import { acquireLease, type Executor, eachOf, type Store, thisHolder } from '../store/index.ts';
import { clearNobodys, emptyEvents } from './erased-events.ts';
import { clearFiles } from './files.ts';
import { clearLogTables } from './log-tables.ts';
import { markErased } from './marks.ts';
import { type Person, personOf, unmistakableOf } from './person.ts';
import { type Remains, remainsOf } from './remains.ts';

export interface Erasure {
  by: string;
  at: string;
  /** Where `storage/` and the log lie. */
  folder: string;
  logFile: string;
  /** How long it waits for a sync to end; two minutes unless said. */
  waitMs?: number;
}

/** How many rows of each kind went. */
export type Erased = Readonly<Record<string, number>>;

const WAIT_MS = 120_000;
/** All of a customer's rows in these go. */
const OWN_TABLES = [
  'customer_facts',
  'customer_talks',
  'follow_ups',
  'conversations',
  'field_change_history',
  'decisions',
  'conflicts',
  'erp_field_changes',
  'sync_base',
  'push_requests',
  'customer_keys',
] as const;

/**
 * Erases a person here, whole: rows, words, files, and where they are named in logs. What the hub did (writes, their states,
 * counts by day) stays without saying for whom. In the ERP nothing changes; its record is passed over by every pull from now on.
 * While a sync runs it waits. The rows go last: whatever fails before, the same erasure can be begun again. Answers what went, and
 * what remains in the ERP.
 * @throws HubError `nobody`, `erase_write_under_way`; StoreError `lease_held`
 */
export async function erasePerson(
  store: Store,
  customerId: number,
  how: Erasure,
): Promise<{ erased: Erased; remains: Remains }> {
  const lease = await acquireLease(store, 'sync', thisHolder('erase'), {
    waitMs: how.waitMs ?? WAIT_MS,
  });
  try {
    const person = await readPerson(store.db, customerId);
    await openWrites(store.db, person);
    const remains = await remainsOf(store.db, person);
    const telling = await unmistakableOf(store.db, person);
    const logs =
      (await clearLogTables(store, person, telling)) + (await clearNobodys(store, person, telling));
    const files = await clearFiles(person, telling, how);
    // Who this is may have changed while the logs were read: messages arrive all the time.
    const rows = await store.transaction(
      async (trx) => {
        await store.backend.lockUnderstanding(trx);
        return eraseRows(trx, await readPerson(trx, customerId), how);
      },
      { durable: true },
    );
    while ((await indexChanged(store, 200)) > 0);
    const gone = Object.entries({ ...rows, logs, ...files }).filter(([, count]) => count > 0);
    return { erased: Object.fromEntries(gone), remains };
  } finally {
    await lease.release();
  }
}

async function readPerson(db: Executor, id: number): Promise<Person> {
  const customer = await findCustomer(db, id);
  if (!customer) throw goneMeanwhile(id);
  return await personOf(db, customer);
}

async function eraseRows(trx: Executor, person: Person, how: Erasure): Promise<Record<string, number>> {
  const { ids, messages, customer } = person;
  await cancelWrites(trx, person, how);
  const gone: Record<string, number> = { messages: messages.length };
  gone.events = await emptyEvents(trx, person);
  for (const table of OWN_TABLES) {
    const { numDeletedRows } = await trx
      .deleteFrom(table as 'decisions')
      .where('customer_id', 'in', ids)
      .executeTakeFirst();
    gone[table] = Number(numDeletedRows);
  }
  if (messages.length > 0) {
    await trx.deleteFrom('model_readings').where('message_id', 'in', eachOf(trx, messages)).execute();
    await trx.deleteFrom('messages').where('id', 'in', eachOf(trx, messages)).execute();
  }
  await trx
    .deleteFrom('identity_suggestions')
    .where((where) => where.or([where('customer_a', 'in', ids), where('customer_b', 'in', ids)]))
    .execute();
  await trx
    .deleteFrom('customer_merges')
    .where((where) => where.or([where('kept_id', 'in', ids), where('merged_id', 'in', ids)]))
    .execute();
  await emptyWrites(trx, ids);
  if (customer.erp_customer_id !== null) await forgetRecord(trx, customer.erp_customer_id, how.at);
  await trx.deleteFrom('customers_unified').where('id', 'in', ids).execute();
  return gone;
}

/** What is open and can be given up. @throws HubError for what is on its way, or in doubt: it has to end first. */
async function openWrites(db: Executor, { ids, customer }: Person): Promise<Write[]> {
  const rows = await db
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', 'in', ids)
    .where('state', 'in', OPEN_STATES)
    .execute();
  const writes = rows.map(toWrite);
  for (const { state, saves } of writes) {
    const canGo = ['planned', 'parked'].includes(state) || (state === 'waiting' && saves === 0);
    if (!canGo) throw underWay(customer.id);
  }
  return writes;
}

async function cancelWrites(trx: Executor, person: Person, { by, at }: Erasure): Promise<void> {
  for (const write of await openWrites(trx, person))
    await moveWrite(trx, write, 'cancelled', { holder: null }, { by, at, note: 'its customer was erased' });
}

async function emptyWrites(trx: Executor, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable('write_journal')
    .set({ fields: null, orders: null, khid: null, error_message: null, next_step: null })
    .where('customer_id', 'in', ids)
    .execute();
  await trx
    .updateTable('erp_sync_logs')
    .set({
      changed_fields: null,
      erp_request: null,
      erp_response: null,
      error_message: null,
      error_stack: null,
      rule_reason: null,
    })
    .where('customer_id', 'in', ids)
    .execute();
}

async function forgetRecord(trx: Executor, ord: number, at: string): Promise<void> {
  await markErased(trx, ord, at);
  await trx.deleteFrom('erp_mirror').where('ord', '=', ord).execute();
  await trx.deleteFrom('sweep_missed').where('ord', '=', ord).execute();
  const bound = await trx.selectFrom('erp_binding').select(['id', 'fingerprint']).executeTakeFirst();
  if (!bound?.fingerprint) return;
  const known = JSON.parse(bound.fingerprint) as [ord: number, name: string][];
  const fingerprint = JSON.stringify(known.filter(([of]) => of !== ord));
  await trx.updateTable('erp_binding').set({ fingerprint }).where('id', '=', 1).execute();
}

function goneMeanwhile(id: number): HubError {
  return new HubError({
    code: 'nobody',
    exitCode: 2,
    zh: `客户 #${id} 已经不在这里，可能刚与另一位合并。`,
    en: `Customer #${id} is not here any more; it may have become one with another just now.`,
    nextZh: '重新查找这位客户，再删除',
    nextEn: 'Look for this customer again, then erase',
  });
}

function underWay(id: number): HubError {
  return new HubError({
    code: 'erase_write_under_way',
    exitCode: 2,
    zh: `客户 #${id} 有写入正在进行，或有存疑的写入、跟进，现在不能删除。`,
    en: `A write of customer #${id} is under way, or one is in doubt: it cannot be erased now.`,
    nextZh: '先运行 bangqiao sync，并处理 bangqiao followups list 里存疑的跟进',
    nextEn: 'Run bangqiao sync first, and settle the doubtful ones of bangqiao followups list',
  });
}
