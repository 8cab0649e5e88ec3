import { type Customer, FIELDS, type OptionBook, type SyncField } from '@bangqiao/core';
import type { Selectable } from 'kysely';
import type { Author } from '../author.ts';
import { nameOf, requireCustomer, updateCustomer } from '../customers/index.ts';
import { type NewestFirst, ownedBy } from '../customers/list.ts';
import { loadOptions } from '../erp/options.ts';
import { HubError } from '../errors.ts';
import { keepBase, readBase } from '../pull/absorb.ts';
import { mirrorValues } from '../pull/mirror.ts';
import type { Executor, Schema, Store } from '../store/index.ts';
import { checkedValue } from './checked-value.ts';
import { onceMore } from './once-more.ts';

/** One field on which both sides differ, with what each side knows of its value. */
export interface Conflict extends Omit<Selectable<Schema['conflicts']>, 'evidence'> {
  /** `hub`: who changed it here, when and why. `erp`: which read of which record showed it. */
  evidence: Record<string, unknown>;
  customer: string;
}

export type Answer = { take: 'erp' | 'hub' } | { value: string };

interface Which {
  ids?: readonly number[];
  field?: string | undefined;
  customerId?: number | undefined;
  /** Settled ones too. */
  all?: boolean | undefined;
  /** Only of customers whose seller in the ERP has one of these names or ids. */
  owners?: readonly string[] | undefined;
  page?: NewestFirst;
}

/** Newest last, unless a page is asked for. */
export async function listConflicts(db: Executor, which: Which = {}): Promise<Conflict[]> {
  let query = db
    .selectFrom('conflicts')
    .innerJoin('customers_unified', 'customers_unified.id', 'conflicts.customer_id')
    .selectAll('conflicts')
    .select(['company_name', 'real_name', 'wechat_nickname', 'wechat_remark'])
    .orderBy('conflicts.id', which.page ? 'desc' : 'asc');
  if (which.page) query = query.limit(which.page.limit);
  if (which.page?.before) query = query.where('conflicts.id', '<', which.page.before);
  if (which.owners) query = query.where('conflicts.customer_id', 'in', ownedBy(db, which.owners));
  if (!which.all) query = query.where('conflicts.state', '=', 'open');
  if (which.ids) query = query.where('conflicts.id', 'in', which.ids);
  if (which.field) query = query.where('conflicts.field', '=', which.field);
  if (which.customerId !== undefined) query = query.where('conflicts.customer_id', '=', which.customerId);
  const rows = await query.execute();
  return rows.map(({ company_name, real_name, wechat_nickname, wechat_remark, ...row }) => ({
    ...row,
    evidence: JSON.parse(String(row.evidence)) as Record<string, unknown>,
    customer: nameOf({ id: row.customer_id, company_name, real_name, wechat_nickname, wechat_remark }),
  }));
}

/**
 * Settles one open conflict as a person says. Nothing is sent from here: both halves of the base become the ERP's value,
 * so that taking the ERP leaves nothing to do, and the hub's or a typed value is the hub's own change, which the next push
 * sends within the policy of its field. What was not taken stays in the conflict as its loser.
 * @throws HubError `conflict_settled`, `wrong_value` for a typed value that the field cannot hold, `customer_moved`
 */
export async function resolveConflict(
  store: Store,
  id: number,
  answer: Answer,
  person: Author,
): Promise<Conflict> {
  const options = await loadOptions(store.db);
  const work = (trx: Executor) => settle(trx, id, answer, { person, options });
  await onceMore(() => store.transaction(work, { durable: true }));
  const [conflict] = await listConflicts(store.db, { ids: [id], all: true });
  return conflict as Conflict;
}

async function settle(
  trx: Executor,
  id: number,
  answer: Answer,
  { person, options }: { person: Author; options: OptionBook },
): Promise<void> {
  const row = await trx.selectFrom('conflicts').selectAll().where('id', '=', id).executeTakeFirst();
  if (row?.state !== 'open') throw settled(id);
  const field = row.field as SyncField;
  const customer = await requireCustomer(trx, row.customer_id);
  const here = customer[field] === null ? null : String(customer[field]);
  const wanted =
    'value' in answer ? checkedValue(field, answer.value) : answer.take === 'erp' ? row.erp_value : here;
  const change = { field, wanted, erpValue: row.erp_value };
  await setByPerson(trx, customer, change, { person, reason: `conflict ${id}`, options });
  const losers = [row.hub_value, row.erp_value].filter((value) => value !== wanted);
  await trx
    .updateTable('conflicts')
    .set({
      state: 'resolved',
      resolved_at: person.at,
      resolved_by: person.by,
      resolution: 'value' in answer ? 'value' : answer.take,
      loser: losers.join(' | ') || null,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/**
 * Gives a field the value that a person wants it to have, with the ERP's value as what both sides last agreed on: where
 * the two differ, the change is the hub's. What they last agreed on of the other fields stays. A person's word verifies a
 * field that only travels verified, of a customer who is in the ERP.
 */
export async function setByPerson(
  trx: Executor,
  customer: Customer,
  { field, wanted, erpValue }: { field: SyncField; wanted: string | null; erpValue: string | null },
  { person, reason, options }: { person: Author; reason: string; options: OptionBook },
): Promise<Customer> {
  const takesErp = wanted === erpValue;
  const verified = `${field}_verified`;
  const ord = customer.erp_customer_id;
  // Who is not in the ERP needs no word to travel: it would only let them in by rules that ask for something verified.
  const needsWord = ord !== null && FIELDS[field].policy === 'erp_unless_verified' && verified in customer;
  const vouches = !takesErp && needsWord;
  const after = await updateCustomer(
    trx,
    customer,
    {
      [field]: wanted,
      ...(vouches ? { [verified]: true } : {}),
      ...(takesErp ? {} : { local_dirty: true, erp_sync_status: 'pending' as const, erp_sync_error: null }),
    },
    { by: person.by, reason, source: takesErp ? 'erp' : 'manual', runId: null, now: person.at },
  );
  if (ord !== null) {
    const base = await readBase(trx, customer.id, await mirrorValues(trx, customer, options));
    const agreed = { ...base, [field]: [erpValue, erpValue] as const };
    await keepBase(trx, customer.id, ord, agreed, person.at);
  }
  return after;
}

function settled(id: number): HubError {
  return new HubError({
    code: 'conflict_settled',
    exitCode: 2,
    zh: `没有待处理的冲突 ${id}（已经处理，或编号不对）`,
    en: `There is no open conflict ${id} (settled already, or another number)`,
    nextZh: '查看待处理的冲突：bangqiao conflicts list',
    nextEn: 'See the open ones: bangqiao conflicts list',
  });
}
