import { userInfo } from 'node:os';
import type { Customer } from '@bangqiao/core';
import { HubError } from '../errors.ts';
import { type Ambiguous, ambiguousText, explainCustomer, findMeant, nobodyText } from '../explain/index.ts';
import type { Store } from '../store/index.ts';
import { openDatabase } from '../sync/hub.ts';
import type { ExitCode, Session } from './session.ts';

/** The person at the keyboard, as history and audit rows name them. */
export function thisPerson(): { by: string; at: string } {
  return { by: `${userInfo().username} (cli)`, at: new Date().toISOString() };
}

/** Opens the database alone: for verbs that never call the ERP. */
export async function withDatabase(
  session: Session,
  // biome-ignore lint/suspicious/noConfusingVoidType: most of them have nothing to answer
  work: (store: Store) => Promise<ExitCode | void>,
): Promise<ExitCode> {
  const store = await openDatabase(session.config());
  try {
    return (await work(store)) ?? 0;
  } finally {
    await store.close();
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
