import type { Customer } from '@bangqiao/core';
import { derive } from './customers.ts';
import type { Tally } from './report.ts';

export interface Untangled {
  customers: Customer[];
  /** A WeChat id that a customer shares with a better row: an extra key of it. */
  extraWechat: { customer_id: number; wechat_id: string }[];
}

/** Leaves each ERP number and each WeChat id with one customer only, the best; no customer is dropped. */
export function untangle(customers: readonly Customer[], tally: Tally): Untangled {
  const ords = owners(customers, 'erp_customer_id');
  const wechats = owners(customers, 'wechat_id');
  const extraWechat: Untangled['extraWechat'] = [];
  const untangled = customers.map((customer) => {
    const kept = { ...customer };
    const { id, erp_customer_id: ord, wechat_id: wechat } = customer;
    if (ord !== null && ords.get(ord) !== id) {
      tally.mend('duplicate_erp_id', `customers_unified ${id} → ${ords.get(ord)}: ${ord}`);
      kept.erp_customer_id = null;
      kept.erp_customer_code = null;
      if (kept.erp_sync_status === 'synced') kept.erp_sync_status = 'pending';
    }
    if (wechat !== null && wechats.get(wechat) !== id) {
      tally.mend('duplicate_wechat_id', `customers_unified ${id} → ${wechats.get(wechat)}`);
      kept.wechat_id = null;
      extraWechat.push({ customer_id: id, wechat_id: wechat });
    }
    // The stage was the row's own while it had the number: it starts from the facts again.
    return kept.erp_customer_id === ord && kept.wechat_id === wechat
      ? customer
      : derive({ ...kept, stage: 'contact' });
  });
  return { customers: untangled, extraWechat };
}

/** Who keeps each value: the number of the best row that has it. */
function owners<K extends 'erp_customer_id' | 'wechat_id'>(
  customers: readonly Customer[],
  column: K,
): Map<Customer[K], number> {
  const best = new Map<Customer[K], Customer>();
  for (const customer of customers) {
    const value = customer[column];
    if (value === null) continue;
    const rival = best.get(value);
    if (!rival || isBetter(customer, rival)) best.set(value, customer);
  }
  return new Map([...best].map(([value, { id }]) => [value, id]));
}

function isBetter(a: Customer, b: Customer): boolean {
  const linked = Number(a.erp_customer_id !== null) - Number(b.erp_customer_id !== null);
  const quality = a.data_quality_score - b.data_quality_score;
  const filled = a.data_completeness - b.data_completeness;
  const messages = a.message_count - b.message_count;
  // Alike in all: the older row, which was first.
  return (linked || quality || filled || messages || b.id - a.id) > 0;
}
