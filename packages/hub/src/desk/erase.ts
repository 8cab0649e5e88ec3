import { FIELDS, type OptionBook, type SyncField } from '@bangqiao/core';
import type { Author } from '../author.ts';
import { requireCustomer, updateCustomer } from '../customers/index.ts';
import { loadOptions } from '../erp/options.ts';
import { HubError } from '../errors.ts';
import { planWrite } from '../journal/journal.ts';
import { keepBase, readBase } from '../pull/absorb.ts';
import { mirrorValues } from '../pull/mirror.ts';
import type { Executor, Store } from '../store/index.ts';
import { onceMore } from './once-more.ts';

/**
 * Empties a field on both sides on a person's word: nothing else ever blanks a filled field (statement 3). Here at once,
 * with history; in the ERP by the next push, if the value that stands there now still does.
 * @throws HubError `erase_refused` for a field that the ERP owns or cannot be without, or while an update is not done
 */
export async function eraseField(
  store: Store,
  customerId: number,
  field: SyncField,
  person: Author,
): Promise<{ inErp: boolean }> {
  const options = await loadOptions(store.db);
  const work = (trx: Executor) => erase(trx, options, { customerId, field, person });
  return onceMore(() => store.transaction(work, { durable: true }));
}

async function erase(
  trx: Executor,
  options: OptionBook,
  { customerId, field, person }: { customerId: number; field: SyncField; person: Author },
): Promise<{ inErp: boolean }> {
  const customer = await requireCustomer(trx, customerId);
  if (!ERASABLE.includes(field)) throw refused(field);
  const mirror = await mirrorValues(trx, customer, options);
  const expect = mirror[field] ?? null;
  await updateCustomer(
    trx,
    customer,
    { [field]: null },
    { by: person.by, reason: 'erased on request', source: 'manual', runId: null, now: person.at },
  );
  const ord = customer.erp_customer_id;
  if (ord === null) return { inErp: false };
  const base = await readBase(trx, customerId, mirror);
  await keepBase(trx, customerId, ord, { ...base, [field]: [null, expect] }, person.at);
  if (expect === null) return { inErp: false };
  const planned = await planWrite(
    trx,
    {
      run_id: null,
      customer_id: customerId,
      kind: 'update',
      ord,
      field_names: [field],
      rule: null,
      rule_set_version: null,
      reason: `${field} erased on request`,
      orders: { [field]: { expect } },
    },
    { by: person.by, at: person.at, note: 'a person asked for it' },
  );
  if (!planned) throw refused(field);
  return { inErp: true };
}

/** What may be empty on both sides and does not only belong to the ERP. */
const ERASABLE = (Object.keys(FIELDS) as SyncField[]).filter(
  (field) => FIELDS[field].policy !== 'erp_always' && field !== 'company_name' && field !== 'real_name',
);

function refused(field: string): HubError {
  return new HubError({
    code: 'erase_refused',
    exitCode: 2,
    zh: `${field} 现在不能清空：它以 ERP 为准、不能没有，或这位客户还有没写完的更新`,
    en: `${field} cannot be erased now: it is the ERP's, cannot be missing, or an update of this customer is not done`,
    nextZh: '查看没写完的更新：bangqiao journal list',
    nextEn: 'See what is not done: bangqiao journal list',
  });
}
