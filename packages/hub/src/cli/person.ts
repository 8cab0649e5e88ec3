import { userInfo } from 'node:os';
import type { Customer } from '@bangqiao/core';
import type { Author } from '../author.ts';
import type { Config } from '../config/index.ts';
import { HubError } from '../errors.ts';
import { type Ambiguous, ambiguousText, explainCustomer, findMeant, nobodyText } from '../explain/index.ts';
import type { Store } from '../store/index.ts';
import { configuredTarget, type Hub, openDatabase, openHub } from '../sync/hub.ts';
import type { ExitCode, Session } from './session.ts';

/** The person at the keyboard, as history and audit rows name them. */
export function thisPerson(account: () => { username: string } = userInfo): Author {
  return { by: `${accountName(account)} (cli)`, at: new Date().toISOString() };
}

/** In a container that runs under any number the account has no entry, and no name. */
function accountName(account: () => { username: string }): string {
  try {
    return account().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

// biome-ignore lint/suspicious/noConfusingVoidType: most verbs have nothing to answer
type Answered = Promise<ExitCode | void>;

/** Opens the database alone: for verbs that never call the ERP. */
export async function withDatabase(
  session: Session,
  work: (store: Store, config: Config) => Answered,
): Promise<ExitCode> {
  const config = session.config();
  const store = await openDatabase(config);
  try {
    return (await work(store, config)) ?? 0;
  } finally {
    await store.close();
  }
}

/**
 * Opens the database and the way to the configured ERP: for verbs that call it.
 * @param verb as leases, claims and history name it: `sync (cli)`
 */
export async function withHub(
  session: Session,
  verb: string,
  work: (hub: Hub) => Answered,
  config = session.config(),
): Promise<ExitCode> {
  const hub = await openHub({
    config,
    log: session.log(config),
    label: `${verb} (cli)`,
    target: configuredTarget(config),
  });
  try {
    return (await work(hub)) ?? 0;
  } finally {
    await hub.close();
  }
}

/** The one customer whom a question means. @throws HubError `nobody`, `several_customers` */
export async function oneCustomer(store: Store, query: string): Promise<Customer> {
  const found = await findMeant(store.db, query);
  const [customer] = found;
  if (found.length === 1 && customer) return customer;
  if (!customer) throw refusal('nobody', nobodyText(query, 'zh'), nobodyText(query, 'en'));
  const answer = (await explainCustomer(store.db, query)) as Ambiguous;
  throw refusal('several_customers', ambiguousText(answer, 'zh'), ambiguousText(answer, 'en'));
}

function refusal(code: string, zh: string, en: string): HubError {
  return new HubError({
    code,
    exitCode: 2,
    zh,
    en,
    nextZh: '用客户编号或 #编号 指明一位',
    nextEn: 'Name one by customer number or #number',
  });
}
