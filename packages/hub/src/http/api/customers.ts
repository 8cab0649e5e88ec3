import { Readable } from 'node:stream';
import type { Deed } from '@bangqiao/api';
import { FIELDS, type SyncField } from '@bangqiao/core';
import { type CustomerFilter, listCustomers } from '../../customers/list.ts';
import { searchCustomers } from '../../customers/search.ts';
import { touchedFilter } from '../../customers/today.ts';
import { checkedValue } from '../../desk/checked-value.ts';
import { eraseField } from '../../desk/erase.ts';
import { formerValues, restoreValue } from '../../desk/restore.ts';
import { midnightInChina } from '../../words/china-time.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { customerPage } from './customer-page.ts';
import { rowOf } from './customer-row.ts';
import { csvOf } from './export.ts';
import { actorOf, authorOf, type Context, type Handlers } from './handler.ts';
import { ownersFor, requireOwn, requireThere, shownTo } from './own.ts';
import { refusals } from './refusals.ts';

export const customerHandlers: Handlers<'customers'> = {
  'customers.list': async ({ query: { q, today, sort, order, limit, cursor, ...filter } }, context) => {
    const { store } = context;
    const { rows, next } = await listCustomers(
      store.db,
      { ...filter, ...(await found(context, { q, today })), owners: ownersFor(context, 'customers.read') },
      { sort, order, limit, after: fromCursor(cursor, SORTED_BY[sort]) },
    );
    return shownTo(context, { items: rows.map(rowOf), next: toCursor(next) });
  },
  'customers.export': async ({ query: { q, today, ...filter } }, context) => {
    const owners = ownersFor(context, 'customers.export');
    const wanted = { ...filter, ...(await found(context, { q, today })), owners };
    context.reply.header('content-disposition', 'attachment; filename="customers.csv"');
    return Readable.from(csvOf(context.store.db, wanted, (row) => shownTo(context, row)));
  },
  'customers.show': async ({ params }, context) => {
    await requireOwn(context, params.id, 'customers.read');
    const page = await customerPage(context.store.db, params.id);
    if (page === null) throw refusals.notThere(`#${params.id}`);
    // One that was merged into somebody else's is somebody else's.
    if (page.customer.id !== params.id) await requireOwn(context, page.customer.id, 'customers.read');
    return shownTo(context, page);
  },
  'customers.former': async ({ params }, context) => {
    await requireThere(context, params.id, 'customers.read');
    const values = await formerValues(context.store.db, params.id, fieldNamed(params.field));
    return shownTo(context, { values });
  },
  'customers.restore': async ({ params, body }, context) => {
    await requireThere(context, params.id, 'customers.edit');
    const field = fieldNamed(params.field);
    const values = await formerValues(context.store.db, params.id, field);
    const chosen = values.find(({ number }) => number === body.number);
    // Compared as the asker was shown it: a phone may have been masked.
    if (chosen === undefined || shownTo(context, chosen).value !== body.value) throw refusals.formerMoved();
    const value = checkedValue(field, chosen.value);
    await restoreValue(context.store, params.id, field, value, authorOf(context));
    return shownTo(context, { field, value });
  },
  'customers.erase': async ({ params }, context) => {
    await requireThere(context, params.id, 'customers.edit');
    const { inErp } = await eraseField(context.store, params.id, fieldNamed(params.field), authorOf(context));
    return { in_erp: inErp };
  },
};

const SORTED_BY = {
  id: 'number',
  updated: 'time',
  quality: 'number',
  intent: 'number',
  last_contact: 'time',
} as const;

/** Who is searched for, and to whom something happened today. */
async function found(
  context: Context,
  { q, today }: { q: string | undefined; today: Deed | undefined },
): Promise<Pick<CustomerFilter, 'ids' | 'touched'>> {
  const { store, clock } = context;
  const byPhone = actorOf(context).reach('phones.read') !== null;
  const named = q === undefined ? null : await searchCustomers(store, q, { byPhone });
  if (today === undefined) return named === null ? {} : { ids: named };
  const it = { deed: today, since: midnightInChina(clock()) };
  if (named !== null) return { ids: named, touched: it };
  return touchedFilter(store.db, it);
}

function fieldNamed(name: string): SyncField {
  if (!Object.hasOwn(FIELDS, name)) throw refusals.notThere(name);
  return name as SyncField;
}
