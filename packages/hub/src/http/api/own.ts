import type { Right } from '@bangqiao/api';
import { findCustomer } from '../../customers/index.ts';
import { isOwnedBy } from '../../customers/list.ts';
import { withMaskedPhones } from '../../explain/masking.ts';
import { actorOf, type Context } from './handler.ts';
import { refusals } from './refusals.ts';

/** As whom the ERP knows the asker, where the right reaches only their own customers; undefined: it reaches all. */
export function ownersFor(context: Context, right: Right): string[] | undefined {
  const { user, reach } = actorOf(context);
  if (reach(right) === 'all') return undefined;
  return user.erp_user === null ? [] : [user.erp_user.id, user.erp_user.name];
}

/** @throws HubError `not_there` for a customer that this one may not see: whether there is one is not told. */
export async function requireOwn(context: Context, customerId: number, right: Right): Promise<void> {
  const owners = ownersFor(context, right);
  if (owners === undefined) return;
  if (!(await isOwnedBy(context.store.db, customerId, owners))) throw refusals.notThere(`#${customerId}`);
}

/** The same, and that there is such a customer. @throws HubError `not_there` */
export async function requireThere(context: Context, id: number, right: Right): Promise<void> {
  await requireOwn(context, id, right);
  if (!(await findCustomer(context.store.db, id))) throw refusals.notThere(`#${id}`);
}

/** The document as the asker may see it: phones as they are, or masked wherever they stand. */
export function shownTo<T>(context: Context, document: T): T {
  return actorOf(context).reach('phones.read') === null ? withMaskedPhones(document) : document;
}
