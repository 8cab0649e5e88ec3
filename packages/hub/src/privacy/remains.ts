import type { Executor } from '../store/index.ts';
import type { Person } from './person.ts';

/** What stands in the ERP of a person, where nothing is erased from here. */
export interface Remains {
  /** The customer itself. */
  customer: { ord: number; khid: string | null } | null;
  /** A contact person of this customer. */
  contact: { id: number; of: number | null } | null;
  /** Follow-ups that were sent, or that a person saw there. */
  followUps: number;
}

export async function remainsOf(db: Executor, { customer, ids }: Person): Promise<Remains> {
  const { count } = await db
    .selectFrom('follow_ups')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('customer_id', 'in', ids)
    .where('state', 'in', ['sent', 'there', 'doubtful'])
    .executeTakeFirstOrThrow();
  return {
    customer:
      customer.erp_customer_id === null
        ? null
        : { ord: customer.erp_customer_id, khid: customer.erp_customer_code },
    contact:
      customer.erp_contact_id === null ? null : { id: customer.erp_contact_id, of: customer.erp_contact_of },
    followUps: Number(count),
  };
}
