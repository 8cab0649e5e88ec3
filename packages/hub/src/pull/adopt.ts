import { type Customer, type ErpRecord, identityKeys } from '@bangqiao/core';
import { findByKey, requireCustomer } from '../customers/index.ts';
import { isAnother } from '../journal/carries.ts';
import type { Sending } from '../journal/journal.ts';
import { OPEN_STATES } from '../journal/states.ts';
import type { Executor } from '../store/index.ts';
import { absorb, type MergeContext, readRecord } from './absorb.ts';
import {
  insertNewcomers,
  mirrorRow,
  type Newcomer,
  type ReadyNewcomers,
  readyNewcomers,
} from './newcomers.ts';
import { changedFields, logPull } from './pull-log.ts';
import { takenOver } from './taken-over.ts';

/**
 * Takes records that the mirror does not hold yet: those of customers that the hub has from WeChat, or whose number it
 * took over, become their other side, the others become customers. Page after page; `ready` are the newcomers, worked out before.
 */
export async function takeNewcomers(
  trx: Executor,
  context: MergeContext,
  pages: readonly { newcomers: readonly Newcomer[]; ready?: ReadyNewcomers }[],
): Promise<{ adopted: number[]; inserted: number[] }> {
  const adopted: number[] = [];
  const strangers: ReadyNewcomers[] = [];
  const readyOf = (newcomers: readonly Newcomer[]) => readyNewcomers(newcomers, context.options);
  const numbered = await takenOver(
    trx,
    context,
    pages.flatMap(({ newcomers }) => newcomers),
  );
  const unlinked = pages.some(({ newcomers }) => newcomers.length > 0) && (await anyUnlinked(trx));
  for (const { newcomers, ready = await readyOf(newcomers) } of pages) {
    const others = newcomers.filter(({ ord }) => !numbered.has(ord));
    const known = new Map([...numbered, ...(unlinked ? await adoptable(trx, context, others) : [])]);
    for (const newcomer of newcomers) {
      const customer = known.get(newcomer.ord);
      if (!customer) continue;
      await adopt(trx, context, customer, newcomer);
      adopted.push(newcomer.ord);
    }
    const fresh = newcomers.filter(({ ord }) => !known.has(ord));
    strangers.push(fresh.length === newcomers.length ? ready : await readyOf(fresh));
  }
  await insertNewcomers(trx, context, strangers);
  return { adopted, inserted: strangers.flatMap(({ ords }) => ords) };
}

/**
 * Which newcomers are customers that the hub has from WeChat, not linked yet: by the `ord` of their own create, by phone,
 * WeChat id or credit code, or by a full company name that no credit code contradicts (statement 1). Several matches, on
 * either side, are for a person: none is taken, and the duplicate check before the create tells them.
 */
async function adoptable(
  trx: Executor,
  context: MergeContext,
  newcomers: readonly Newcomer[],
): Promise<Map<number, Customer>> {
  if (newcomers.length === 0) return new Map();
  const found = await ofOwnWrites(trx, newcomers);
  const taken = new Set([...found.values()].map((customer) => customer.id));
  const claims = new Map<number, { customer: Customer; by: { ord: number; sure: boolean }[] }>();
  for (const newcomer of newcomers) {
    if (found.has(newcomer.ord)) continue;
    const matches = await unlinkedByKeys(trx, keysOfRecord(newcomer.record, context));
    const creditCode = newcomer.record.bank_4;
    const fitting = matches.filter(
      (customer) =>
        !taken.has(customer.id) &&
        !(creditCode && customer.credit_code && customer.credit_code !== creditCode),
    );
    for (const customer of fitting) {
      const claim = claims.get(customer.id) ?? { customer, by: [] };
      claim.by.push({ ord: newcomer.ord, sure: fitting.length === 1 });
      claims.set(customer.id, claim);
    }
  }
  for (const { customer, by } of claims.values()) {
    const [only] = by;
    if (by.length === 1 && only?.sure) found.set(only.ord, customer);
  }
  return found;
}

/**
 * An `ord` that was saved for a customer names that customer, whatever became of the answer; not one under which
 * another customer stands, now or when it was last read.
 */
async function ofOwnWrites(trx: Executor, newcomers: readonly Newcomer[]): Promise<Map<number, Customer>> {
  const rows = await trx
    .selectFrom('write_journal')
    .select(['ord', 'customer_id', 'fields'])
    .where('kind', '=', 'create')
    .where('state', 'in', OPEN_STATES)
    .where('saves', '>', 0)
    .where((where) =>
      where.or([where('error_code', 'is', null), where('error_code', '<>', 'another_customer')]),
    )
    .where(
      'ord',
      'in',
      newcomers.map(({ ord }) => ord),
    )
    .execute();
  const found = new Map<number, Customer>();
  for (const { ord, customer_id, fields } of rows) {
    const record = newcomers.find((newcomer) => newcomer.ord === ord)?.record ?? {};
    const sent = fields === null ? {} : (JSON.parse(String(fields)) as Sending).erp;
    if (isAnother(record, sent)) continue;
    const customer = await requireCustomer(trx, customer_id);
    if (ord !== null && customer.erp_customer_id === null) found.set(ord, customer);
  }
  return found;
}

async function anyUnlinked(trx: Executor): Promise<boolean> {
  const row = await trx
    .selectFrom('customers_unified')
    .select('id')
    .where('erp_customer_id', 'is', null)
    .where('erp_contact_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function unlinkedByKeys(trx: Executor, keys: readonly PlainKey[]): Promise<Customer[]> {
  const byId = new Map<number, Customer>();
  for (const { kind, value } of keys) {
    for (const customer of await findByKey(trx, kind, value)) {
      // A contact person stands in the ERP already, as what it is.
      if (customer.erp_customer_id === null && customer.erp_contact_id === null)
        byId.set(customer.id, customer);
    }
  }
  return [...byId.values()];
}

type PlainKey = ReturnType<typeof identityKeys>[number];

function keysOfRecord(record: ErpRecord, context: MergeContext): PlainKey[] {
  const { values } = readRecord(record, null, context.options);
  return identityKeys({
    phone: values.phone ?? null,
    wechat_id: values.wechat_id ?? null,
    company_name: values.company_name ?? null,
    credit_code: record.bank_4 ?? null,
    erp_customer_code: null,
  });
}

/** An ERP customer that the hub knows from WeChat already becomes that customer's other side. */
async function adopt(
  trx: Executor,
  context: MergeContext,
  customer: Customer,
  newcomer: Newcomer,
): Promise<void> {
  await trx
    .insertInto('erp_mirror')
    .values(mirrorRow(context, newcomer, customer.id))
    .execute();
  const result = await absorb(trx, context, customer, newcomer.ord, newcomer.record, {
    before: null,
    whole: newcomer.detailAt !== null,
    linking: true,
    extra: {
      erp_customer_id: newcomer.ord,
      erp_owner: newcomer.owner,
      stage: 'customer',
      erp_sync_status: 'synced',
      erp_sync_action: 'LINK',
      erp_sync_error: null,
      erp_presence: 'present',
      erp_last_pulled: context.at,
    },
  });
  await logPull(trx, context, {
    customerId: result.customer.id,
    ord: newcomer.ord,
    action: 'update',
    type: 'merge',
    fields: ['erp_customer_id', ...changedFields(result.verdicts)],
    reason: 'linked by a key that both sides hold',
  });
}
