import type { Customer } from '@bangqiao/core';
import type { Executor } from '../store/index.ts';

/** The customer of this number; undefined when there is none. */
export async function findCustomer(trx: Executor, id: number): Promise<Customer | undefined> {
  return await trx.selectFrom('customers_unified').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The customer that is linked to this `ord`. */
export async function findByErpId(trx: Executor, ord: number): Promise<Customer | undefined> {
  return await trx
    .selectFrom('customers_unified')
    .selectAll()
    .where('erp_customer_id', '=', ord)
    .executeTakeFirst();
}

/** The customer of this number; it is an error when there is none. */
export async function requireCustomer(trx: Executor, id: number): Promise<Customer> {
  const customer = await findCustomer(trx, id);
  if (!customer) throw new Error(`there is no customer ${id}`);
  return customer;
}

/** What a customer is called: company, person, nickname, remark; `#12` for somebody without any name. */
export function nameOf(
  customer: Pick<Customer, 'id' | 'company_name' | 'real_name' | 'wechat_nickname' | 'wechat_remark'>,
): string {
  return (
    customer.company_name ??
    customer.real_name ??
    customer.wechat_nickname ??
    customer.wechat_remark ??
    `#${customer.id}`
  );
}
