import { type Bilingual, type Customer, type Known, type Likeness, placeNewcomer } from '@bangqiao/core';
import { findCustomer, type WriteContext } from '../customers/index.ts';
import { HubError } from '../errors.ts';
import { contradict } from '../identity/decide.ts';
import { sharers, whoShares } from '../identity/keys.ts';
import { mergeCustomers } from '../identity/merge.ts';
import { apartFrom, suggest } from '../identity/suggestions.ts';
import type { Executor } from '../store/index.ts';
import type { Draft } from './draft.ts';

/** Columns by which somebody may turn out to be another customer. */
const TELLING: readonly (keyof Customer)[] = ['phone', 'company_name', 'credit_code', 'wechat_id', 'email'];

/** Whoever of the batch got a new key is compared with all who carry it: one person becomes one customer, a likely one is suggested. */
export async function settleIdentity(
  trx: Executor,
  drafts: readonly Draft[],
  context: WriteContext,
): Promise<void> {
  const telling = drafts.filter(
    ({ changes, keys }) => keys.length > 0 || TELLING.some((column) => column in changes),
  );
  const told = new Map(telling.map(({ before, phones }) => [before.id, phones]));
  for (const id of await whoShares(trx, told)) {
    // Read anew: one before may have been merged with it.
    const customer = await findCustomer(trx, id);
    if (customer) await settlePerson(trx, customer, told.get(id) ?? [], context);
  }
}

type Sharer = Awaited<ReturnType<typeof sharers>>['candidates'][number];

/** Compares one customer with all who share a key; the customer that it is then. `phones`: further ones than its column. */
export async function settlePerson(
  trx: Executor,
  customer: Customer,
  phones: readonly string[],
  context: WriteContext,
): Promise<Customer> {
  const apart = await apartFrom(trx, customer.id);
  const { self, candidates } = await sharers(trx, customer, phones);
  const others = candidates.filter(({ id }) => !apart.has(id));
  if (others.length === 0) return customer;
  const links = linksOf(self, others);
  const sure = links.length > 0 && (await agree(trx, [customer, ...links.map(({ row }) => row)]));
  const one = sure ? await linkAll(trx, customer, links, context) : customer;
  const linked = new Set(sure ? links.map(({ id }) => id) : []);
  const likely = placeNewcomer(self, others).others;
  const contradicted = sure ? [] : links.map((one) => likenessOf(self, one));
  for (const other of distinct([...contradicted, ...likely]))
    if (!linked.has(other.id)) await suggest(trx, one.id, other, context.now);
  return one;
}

/** Those who are this customer each for themselves; a link beside which nobody else could be one. */
function linksOf(self: Known, others: readonly Sharer[]): Sharer[] {
  const placement = placeNewcomer(self, others);
  if (placement.outcome === 'link') return others.filter(({ id }) => id === placement.id);
  if (placement.outcome !== 'ambiguous') return [];
  return others.filter((one) => placeNewcomer(self, [one]).outcome === 'link');
}

function likenessOf(self: Known, { id, ...other }: Sharer): Likeness {
  const { reasons } = placeNewcomer(self, [{ id, ...other }]);
  return { id, score: 0.6, reasons: reasons as Bilingual[] };
}

function distinct(others: readonly Likeness[]): Likeness[] {
  return [...new Map([...others].reverse().map((one) => [one.id, one])).values()].reverse();
}

/** All of them may be one person only when nothing speaks against it between any two, and no person has said that they are two. */
async function agree(trx: Executor, customers: readonly Customer[]): Promise<boolean> {
  for (const [index, customer] of customers.entries()) {
    const others = customers.slice(index + 1);
    if (others.some((other) => contradict(customer, other))) return false;
    const apart = others.length === 0 ? new Set<number>() : await apartFrom(trx, customer.id);
    if (others.some(({ id }) => apart.has(id))) return false;
  }
  return true;
}

/** A write on its way makes it a suggestion: nothing of the ERP's is touched for a merge. */
async function linkAll(
  trx: Executor,
  customer: Customer,
  links: readonly Sharer[],
  context: WriteContext,
): Promise<Customer> {
  let one = customer;
  for (const { id, row } of links) {
    try {
      one = await mergeCustomers(trx, one, row, { ...context, reason: 'the same person' });
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      const reasons = [{ zh: error.userMessage.zh, en: error.userMessage.en }];
      await suggest(trx, one.id, { id, score: 0.9, reasons }, context.now);
    }
  }
  return one;
}
