import type { Customer } from '@bangqiao/core';
import type { WechatEvent } from '@bangqiao/wechat';
import { insertCustomers, type WriteContext } from '../customers/index.ts';
import { bulkInsert, type Executor, eachOf } from '../store/index.ts';
import { type Draft, draftOf } from './draft.ts';
import { emptyTalk } from './talk.ts';
import { talksOf } from './talks.ts';
import { type Identity, identityName, identityOf } from './who.ts';

/**
 * The customers that these events are about, by the name of their identity; whoever is not known yet comes in, last: what is read
 * after the first write travels between threads.
 */
export async function draftsOf(
  trx: Executor,
  events: readonly WechatEvent[],
  context: WriteContext,
): Promise<Map<string, Draft>> {
  const wanted = new Map<string, { identity: Identity; event: WechatEvent }>();
  for (const event of events) {
    const identity = identityOf(event);
    if (identity === null || event.type === 'recall') continue;
    const name = identityName(identity);
    if (!wanted.has(name)) wanted.set(name, { identity, event });
  }
  const ids = await knownIds(
    trx,
    [...wanted.values()].map(({ identity }) => identity),
  );
  const held = await heldInColumn(
    trx,
    [...wanted].filter(([name]) => !ids.has(name)).map(([, { identity }]) => identity),
  );
  for (const [name, { id }] of held) ids.set(name, id);
  const known = await knownDrafts(trx, [...new Set(ids.values())]);
  const drafts = new Map([...ids].map(([name, id]) => [name, known.get(id)!]));
  for (const [name, { key }] of held) drafts.get(name)?.keys.push(key);
  const strangers = [...wanted].filter(([name]) => !ids.has(name));
  const inserted = await insertStrangers(
    trx,
    strangers.map(([, stranger]) => stranger),
    context,
  );
  for (const [index, [name]] of strangers.entries()) {
    const customer = inserted[index]!;
    drafts.set(name, draftOf(customer, emptyTalk(customer)));
  }
  return drafts;
}

/** Where several customers carry one key (two ERP records with one WeChat id), the one whose own column says so, else the oldest. */
async function knownIds(trx: Executor, identities: readonly Identity[]): Promise<Map<string, number>> {
  if (identities.length === 0) return new Map();
  const rows = await trx
    .selectFrom('customer_keys')
    .select(['kind', 'value', 'customer_id'])
    .where('kind', 'in', ['wechat', 'external_userid', 'chat'])
    .where('value', 'in', eachOf(trx, [...new Set(identities.map(({ value }) => value))]))
    .orderBy('customer_id')
    .execute();
  const names = new Set(identities.map(identityName));
  const holders = Map.groupBy(rows, ({ kind, value }) => `${kind}:${value}`);
  const ids = new Map<string, number>();
  for (const [name, found] of holders) {
    if (!names.has(name)) continue;
    const id = found.length === 1 ? found[0]!.customer_id : await ownerOf(trx, found);
    ids.set(name, id);
  }
  return ids;
}

/** WeCom's ids that an import, or a bridge before it was told by its form, put where a WeChat id stands: exactly so, letter case included. */
async function heldInColumn(
  trx: Executor,
  strangers: readonly Identity[],
): Promise<Map<string, { id: number; key: Identity }>> {
  const external = new Map(
    strangers.flatMap((one) => (one.kind === 'external_userid' ? [[one.value, one] as const] : [])),
  );
  if (external.size === 0) return new Map();
  const rows = await trx
    .selectFrom('customers_unified')
    .select(['id', 'wechat_id'])
    .where('wechat_id', 'in', eachOf(trx, [...external.keys()]))
    .execute();
  return new Map(
    rows.map(({ id, wechat_id }) => {
      const key = external.get(wechat_id!)!;
      return [identityName(key), { id, key }];
    }),
  );
}

async function ownerOf(
  trx: Executor,
  found: readonly { value: string; customer_id: number }[],
): Promise<number> {
  const rows = await trx
    .selectFrom('customers_unified')
    .select(['id', 'wechat_id'])
    .where(
      'id',
      'in',
      found.map((row) => row.customer_id),
    )
    .execute();
  const own = rows.find((row) => row.wechat_id?.toLowerCase() === found[0]?.value);
  return own?.id ?? found[0]!.customer_id;
}

async function insertStrangers(
  trx: Executor,
  strangers: readonly { identity: Identity; event: WechatEvent }[],
  context: WriteContext,
): Promise<Customer[]> {
  if (strangers.length === 0) return [];
  const patches = strangers.map(({ identity, event }) => ({
    wechat_id: identity.kind === 'wechat' ? event.wechat_id : null,
    wechat_nickname: event.nickname ?? (identity.kind === 'chat' ? (event.chat ?? null) : null),
  }));
  const customers = await insertCustomers(trx, patches, context);
  const keys = strangers.flatMap(({ identity }, index) =>
    identity.kind === 'wechat' ? [] : [{ ...identity, customer_id: customers[index]!.id }],
  );
  await bulkInsert(trx, 'customer_keys', keys);
  return customers;
}

async function knownDrafts(trx: Executor, ids: readonly number[]): Promise<Map<number, Draft>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('customers_unified')
    .selectAll()
    .where('id', 'in', eachOf(trx, ids))
    .execute();
  const talks = await talksOf(trx, ids);
  return new Map(
    rows.map((row) => [row.id, draftOf(row as Customer, talks.get(row.id) ?? emptyTalk(row as Customer))]),
  );
}
