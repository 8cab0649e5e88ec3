import type { Customer } from '@bangqiao/core';
import { CustomerMoved, findByErpId, requireCustomer, updateCustomer } from '../customers/index.ts';
import { moveWrite, type Write } from '../journal/journal.ts';
import type { Executor } from '../store/index.ts';
import { now, type RunContext } from '../sync/context.ts';
import type { Holding } from './holding.ts';
import { contactTaken } from './parking.ts';
import { carried, logPush, maskedJson } from './push-log.ts';
import { note } from './settle.ts';

const MOST_ATTEMPTS = 5;

/** A contact person as the ERP shows it: of our own save, or one that was there. */
interface Stands {
  ord: number;
  /** By the ERP's field ids; what came back, for the log. */
  fields: Record<string, string>;
  outcome: 'created' | 'linked';
}

/**
 * The customer stands in the ERP as this contact person: customer, log and journal in one durable transaction.
 * @throws NeedsPerson where another WeChat person is that contact already.
 */
export async function confirmContact(
  context: RunContext,
  holding: Holding,
  stands: Stands,
): Promise<'linked'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      holding.write = await context.store.transaction(
        (trx) => confirmOnce(trx, context, holding.write, stands),
        { durable: true },
      );
      return 'linked';
    } catch (error) {
      if (!(error instanceof CustomerMoved) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function confirmOnce(
  trx: Executor,
  context: RunContext,
  write: Write,
  { ord, fields, outcome }: Stands,
): Promise<Write> {
  const taken = await contactHolder(trx, ord);
  if (taken && taken.id !== write.customer_id) throw contactTaken(ord, fields.person_name ?? '', taken);
  await updateCustomer(
    trx,
    await requireCustomer(trx, write.customer_id),
    {
      erp_contact_id: ord,
      erp_contact_of: Number(write.subject),
      stage: 'customer',
      erp_sync_status: 'synced',
      erp_sync_action: 'CONTACT',
      erp_sync_error: null,
      erp_presence: (await findByErpId(trx, Number(write.subject)))?.erp_presence ?? 'present',
      erp_last_pushed: now(context),
      local_dirty: false,
    },
    {
      by: context.by,
      reason: 'a contact person in the ERP',
      source: 'erp',
      runId: context.runId,
      now: now(context),
    },
  );
  await logContact(trx, context, write, fields);
  const clean = { error_code: null, error_message: null, next_step: null, retry_at: null };
  return moveWrite(
    trx,
    write,
    'confirmed',
    { ...clean, outcome, ord, fields: null, holder: null },
    note(context, outcome === 'created' ? 'read back as created' : `a contact person already: ${ord}`),
  );
}

async function contactHolder(trx: Executor, ord: number): Promise<Customer | undefined> {
  return await trx
    .selectFrom('customers_unified')
    .selectAll()
    .where('erp_contact_id', '=', ord)
    .executeTakeFirst();
}

async function logContact(
  trx: Executor,
  context: RunContext,
  write: Write,
  fields: Record<string, string>,
): Promise<void> {
  const { person_name, mobile, email, weixinAcc } = fields;
  const told = { real_name: person_name, phone: mobile, email, wechat_id: weixinAcc };
  const back = Object.fromEntries(Object.entries(told).map(([field, value]) => [field, value || null]));
  await logPush(trx, context, write, {
    ...carried(context, write),
    erp_customer_id: Number(write.subject),
    erp_request: write.saves === 0 ? null : maskedJson(write.fields?.erp ?? {}),
    erp_response: write.saves === 0 ? null : maskedJson(back),
  });
}
