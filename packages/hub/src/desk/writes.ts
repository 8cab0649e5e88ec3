import {
  fieldValuesOf,
  merge,
  type OptionBook,
  rebase,
  type SyncField,
  verifiedFields,
} from '@bangqiao/core';
import type { Author } from '../author.ts';
import { nameOf, requireCustomer, updateCustomer } from '../customers/index.ts';
import { type NewestFirst, ownedBy } from '../customers/list.ts';
import { loadOptions } from '../erp/options.ts';
import { HubError } from '../errors.ts';
import { moveWrite, readWrite, touchWrite, toWrite, type Write } from '../journal/journal.ts';
import {
  CUSTOMER_KINDS,
  isOneOf,
  OPEN_STATES,
  SECOND_KINDS,
  type WriteKind,
  type WriteState,
} from '../journal/states.ts';
import { STATE_WORDS } from '../journal/words.ts';
import { keepBase, readBase } from '../pull/absorb.ts';
import { mirrorValues } from '../pull/mirror.ts';
import type { Executor, Store } from '../store/index.ts';
import { onceMore } from './once-more.ts';

/** A write with the name of its customer. */
export type NamedWrite = Write & { customer: string };

/** One step of a write's audit trail. */
export interface AuditStep {
  from_state: WriteState | null;
  to_state: WriteState;
  note: string;
  at: string;
  by: string;
}

interface Which {
  states?: readonly WriteState[];
  ids?: readonly number[];
  code?: string | undefined;
  customerId?: number | undefined;
  kinds?: readonly WriteKind[] | undefined;
  runId?: number | undefined;
  /** Only of customers whose seller in the ERP has one of these names or ids. */
  owners?: readonly string[] | undefined;
  page?: NewestFirst;
}

/** Open writes unless states are named, oldest first unless a page is asked for. */
export async function listWrites(db: Executor, which: Which = {}): Promise<NamedWrite[]> {
  let query = db
    .selectFrom('write_journal')
    .innerJoin('customers_unified', 'customers_unified.id', 'write_journal.customer_id')
    .selectAll('write_journal')
    .select(['company_name', 'real_name', 'wechat_nickname', 'wechat_remark'])
    .orderBy('write_journal.id', which.page ? 'desc' : 'asc');
  if (which.page) query = query.limit(which.page.limit);
  if (which.page?.before) query = query.where('write_journal.id', '<', which.page.before);
  if (which.owners) query = query.where('write_journal.customer_id', 'in', ownedBy(db, which.owners));
  if (which.kinds) query = query.where('write_journal.kind', 'in', which.kinds);
  if (which.runId !== undefined) query = query.where('write_journal.run_id', '=', which.runId);
  if (which.ids) query = query.where('write_journal.id', 'in', which.ids);
  else query = query.where('write_journal.state', 'in', which.states ?? OPEN_STATES);
  if (which.code) query = query.where('write_journal.error_code', '=', which.code);
  if (which.customerId !== undefined) query = query.where('write_journal.customer_id', '=', which.customerId);
  const rows = await query.execute();
  return rows.map(({ company_name, real_name, wechat_nickname, wechat_remark, ...row }) => ({
    ...toWrite(row),
    customer: nameOf({ id: row.customer_id, company_name, real_name, wechat_nickname, wechat_remark }),
  }));
}

export async function auditOf(db: Executor, id: number): Promise<AuditStep[]> {
  return db
    .selectFrom('journal_audit')
    .select(['from_state', 'to_state', 'note', 'at', 'by'])
    .where('journal_id', '=', id)
    .orderBy('id')
    .execute();
}

/**
 * Parked: planned anew, and asked of the breaker again. Waiting: due at once.
 * @throws HubError `write_not_open`, `write_is_follow_up`, `customer_moved`
 */
export async function retryWrite(store: Store, id: number, person: Author): Promise<Write> {
  return onceMore(() => store.transaction((trx) => retry(trx, id, person)));
}

async function retry(trx: Executor, id: number, person: Author): Promise<Write> {
  const write = await readWrite(trx, id);
  const note = { by: person.by, at: person.at, note: 'a person asked for another try' };
  if (write.kind === 'follow_up') throw isFollowUp(write);
  if (write.state === 'waiting') return touchWrite(trx, write, { retry_at: person.at }, note);
  if (write.state !== 'parked') throw notOpen(write, 'retry');
  // What follows a create is not the breaker's: the person's word lets it through.
  const passed_at = isOneOf(SECOND_KINDS, write.kind) ? person.at : null;
  const clean = { error_code: null, error_message: null, next_step: null, passed_at };
  return moveWrite(trx, write, 'planned', clean, note);
}

/** Marks a write that a person did not want: nothing plans it again until its customer changes. */
export const CANCELLED_BY_PERSON = 'cancelled_by_person';

/**
 * Takes a write back that is not in the ERP: nothing was sent, or it was parked, which happens only once its own record was
 * looked for and not found. One that waits after a save is only settled by reading it back.
 * @throws HubError `write_not_open`, `write_may_be_there`, `write_is_follow_up`, `customer_moved`
 */
export async function cancelWrite(store: Store, id: number, person: Author): Promise<Write> {
  const options = await loadOptions(store.db);
  const work = (trx: Executor) => cancel(trx, id, options, person);
  return onceMore(() => store.transaction(work, { durable: true }));
}

async function cancel(trx: Executor, id: number, options: OptionBook, person: Author): Promise<Write> {
  const write = await readWrite(trx, id);
  if (!['planned', 'waiting', 'parked'].includes(write.state)) throw notOpen(write, 'cancel');
  if (write.state === 'waiting' && write.saves > 0) throw mayBeThere(write);
  const note = { by: person.by, at: person.at, note: 'a person cancelled it' };
  if (write.kind === 'follow_up') throw isFollowUp(write);
  const change = { fields: null, holder: null, error_code: CANCELLED_BY_PERSON };
  if (isOneOf(CUSTOMER_KINDS, write.kind)) await releaseCustomer(trx, write, person);
  if (write.kind === 'update') await leaveAsTheyAre(trx, write, options, person);
  return moveWrite(trx, write, 'cancelled', change, note);
}

async function releaseCustomer(trx: Executor, { id, customer_id }: Write, person: Author): Promise<void> {
  const customer = await requireCustomer(trx, customer_id);
  const changes =
    customer.erp_customer_id === null
      ? ({ erp_sync_status: 'skipped', local_dirty: false } as const)
      : ({ erp_sync_status: 'synced' } as const);
  await updateCustomer(
    trx,
    customer,
    { ...changes, erp_sync_error: null },
    { by: person.by, reason: `write ${id} cancelled`, source: 'manual', runId: null, now: person.at },
  );
}

/** Both sides keep what they hold of the fields that a person did not want sent, until one of them changes. */
async function leaveAsTheyAre(
  trx: Executor,
  { customer_id, field_names }: Write,
  options: OptionBook,
  person: Author,
): Promise<void> {
  const customer = await requireCustomer(trx, customer_id);
  if (customer.erp_customer_id === null) return;
  const hub = fieldValuesOf(customer);
  const erp = await mirrorValues(trx, customer, options);
  const base = await readBase(trx, customer_id, erp);
  const { toErp } = merge({ hub, erp, base, verified: verifiedFields(customer) });
  const unsent = (field_names as SyncField[]).filter((field) => field in toErp || !(field in erp));
  const there = { ...Object.fromEntries(unsent.map((field) => [field, null])), ...erp };
  await keepBase(trx, customer_id, customer.erp_customer_id, rebase(base, unsent, hub, there), person.at);
}

/** Customers whose create, or write as a contact person, a person cancelled and that have not changed since; talk is no change. */
export async function cancelledByPerson(db: Executor, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('write_journal')
    .innerJoin('customers_unified', 'customers_unified.id', 'write_journal.customer_id')
    .select('write_journal.customer_id as id')
    .where('write_journal.customer_id', 'in', ids)
    .where('write_journal.kind', 'in', ['create', 'contact'])
    .where('write_journal.error_code', '=', CANCELLED_BY_PERSON)
    .where(({ eb, fn, ref }) =>
      eb(
        'write_journal.updated_at',
        '>=',
        fn.coalesce(ref('customers_unified.local_updated_at'), ref('customers_unified.created_at')),
      ),
    )
    .execute();
  return new Set(rows.map((row) => row.id));
}

function notOpen(write: Write, verb: string): HubError {
  return new HubError({
    code: 'write_not_open',
    exitCode: 2,
    zh: `写入 ${write.id} 现在是“${STATE_WORDS[write.state].zh}”，不能${verb === 'retry' ? '重试' : '取消'}`,
    en: `Write ${write.id} is ${STATE_WORDS[write.state].en} now: it cannot be ${verb === 'retry' ? 'retried' : 'cancelled'}`,
    nextZh: `看看它：bangqiao journal show ${write.id}`,
    nextEn: `Look at it: bangqiao journal show ${write.id}`,
  });
}

function mayBeThere(write: Write): HubError {
  return new HubError({
    code: 'write_may_be_there',
    exitCode: 2,
    zh: `写入 ${write.id} 已经发给 ERP 过，可能已经存在，不能取消`,
    en: `Write ${write.id} was sent to the ERP and may stand there: it cannot be cancelled`,
    nextZh: '再同步一次，系统会读回核对',
    nextEn: 'Sync once more: it is read back and settled',
  });
}

/** Its conversation has a say, and what may be there twice is only a person's to send. */
function isFollowUp(write: Write): HubError {
  return new HubError({
    code: 'write_is_follow_up',
    exitCode: 2,
    zh: `写入 ${write.id} 是一条跟进`,
    en: `Write ${write.id} is a follow-up`,
    nextZh: '用 bangqiao followups list 找到它，再 send 或 skip',
    nextEn: 'Find it with bangqiao followups list, then send or skip it',
  });
}
