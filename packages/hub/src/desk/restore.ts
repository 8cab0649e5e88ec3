import { FIELDS, type SyncField } from '@bangqiao/core';
import type { Author } from '../author.ts';
import { requireCustomer } from '../customers/index.ts';
import { loadOptions } from '../erp/options.ts';
import { HubError } from '../errors.ts';
import { mirrorValues } from '../pull/mirror.ts';
import type { Executor, Store } from '../store/index.ts';
import { setByPerson } from './conflicts.ts';
import { onceMore } from './once-more.ts';

/** A value that a field held once, or that lost a conflict. */
export interface FormerValue {
  /** Number for `restore --from`; newest first. */
  number: number;
  value: string;
  at: string;
  by: string;
  why: string;
}

/** Every value that the field held before, newest first, each once. */
export async function formerValues(db: Executor, customerId: number, field: string): Promise<FormerValue[]> {
  const history = await db
    .selectFrom('field_change_history')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('field_name', '=', field)
    .orderBy('id', 'desc')
    .execute();
  const lost = await db
    .selectFrom('conflicts')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('field', '=', field)
    .orderBy('id', 'desc')
    .execute();
  const all = [
    ...history.flatMap((row) =>
      [row.new_value, row.old_value].map((value) => ({
        value,
        at: row.changed_at,
        by: row.changed_by,
        why: row.change_reason ?? '',
      })),
    ),
    ...lost.flatMap((row) =>
      [row.hub_value, row.erp_value].map((value) => ({
        value,
        at: row.resolved_at ?? row.created_at,
        by: row.resolved_by ?? '',
        why: `conflict ${row.id}`,
      })),
    ),
  ];
  const current = (await requireCustomer(db, customerId))[field as SyncField];
  const seen = new Set<string | null>([current === null ? null : String(current), null, '']);
  const values: FormerValue[] = [];
  for (const one of all) {
    if (one.value === null || seen.has(one.value)) continue;
    seen.add(one.value);
    values.push({ ...one, value: one.value, number: values.length + 1 });
  }
  return values;
}

/**
 * Puts a former value back as a person's own change; the next push sends it within the policy of its field.
 * @throws HubError `erp_owns_field` where the ERP's word would stand against it
 */
export async function restoreValue(
  store: Store,
  customerId: number,
  field: SyncField,
  value: string,
  person: Author,
): Promise<void> {
  const options = await loadOptions(store.db);
  await onceMore(() =>
    store.transaction(async (trx) => {
      const customer = await requireCustomer(trx, customerId);
      if (customer.erp_customer_id !== null && !canTravel(field)) throw erpOwns(field);
      const erpValue = (await mirrorValues(trx, customer, options))[field] ?? null;
      const change = { field, wanted: value, erpValue };
      await setByPerson(trx, customer, change, { person, reason: 'restored', options });
    }),
  );
}

/** A person's word counts where the policy leaves the hub a say: it verifies, or it is the latest. */
function canTravel(field: SyncField): boolean {
  const { policy } = FIELDS[field];
  return policy !== 'erp_always' && (policy !== 'erp_unless_verified' || field !== 'real_name');
}

function erpOwns(field: string): HubError {
  return new HubError({
    code: 'erp_owns_field',
    exitCode: 2,
    zh: `${field} 以 ERP 为准，不能在这里恢复`,
    en: `${field} is the ERP's own: it cannot be restored here`,
    nextZh: '请在 ERP 中修改，下次同步会取过来',
    nextEn: 'Change it in the ERP; the next sync takes it over',
  });
}
