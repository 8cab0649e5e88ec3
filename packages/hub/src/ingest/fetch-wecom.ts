import {
  eventOfContact,
  eventsOfKf,
  identityOf,
  type KfItem,
  WechatError,
  type WecomClient,
} from '@bangqiao/wechat';
import type { Logger } from 'pino';
import type { ErrandRow, Store } from '../store/index.ts';
import { cursorOf, moveCursor } from './cursors.ts';
import { askErrand, dueErrands, type ErrandKind, endErrand, postponeErrand } from './errands.ts';
import type { Arrival, Intake } from './intake.ts';

/** What a fetcher can do by itself; the archive's native SDK is a sidecar's, which is told by the row that stands here. */
const OURS: readonly ErrandKind[] = ['pull_kf', 'read_contact', 'read_tags'];
const TOGETHER = 50;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;

export interface Fetcher {
  store: Store;
  intake: Intake;
  client: WecomClient;
  log: Logger;
  clock: () => Date;
}

/** Does what callbacks asked for, as far as it is due; how many errands were looked at. One that fails waits, longer each time. */
export async function runErrands(fetcher: Fetcher): Promise<number> {
  const due = await dueErrands(fetcher.store.db, OURS, fetcher.clock().toISOString(), TOGETHER);
  for (const errand of due) {
    try {
      await run(fetcher, errand);
    } catch (error) {
      await postpone(fetcher, errand, error);
    }
  }
  return due.length;
}

async function run(fetcher: Fetcher, errand: ErrandRow): Promise<void> {
  if (errand.kind === 'pull_kf' && errand.subject === '') await pullAllServices(fetcher, errand);
  else if (errand.kind === 'pull_kf') await pullService(fetcher, errand);
  else if (errand.kind === 'read_contact') await readContact(fetcher, errand);
  // Tags come with each contact; a change of the library alone says nothing of a customer.
  else await fetcher.store.transaction((trx) => endErrand(trx, errand));
}

/** An old callback does not say which account has news (facts 4.1): each is asked. */
async function pullAllServices({ store, client, clock }: Fetcher, errand: ErrandRow): Promise<void> {
  const accounts = await client.kf.accounts();
  const detail = JSON.parse(errand.detail) as Record<string, string>;
  const now = clock().toISOString();
  await store.transaction(async (trx) => {
    for (const { openKfid } of accounts)
      if (openKfid !== '') await askErrand(trx, { kind: 'pull_kf', subject: openKfid, detail }, now);
    await endErrand(trx, errand);
  });
}

/** Pages of one account, one after the other; the cursor moves in the transaction that keeps the page. */
async function pullService({ store, intake, client, clock }: Fetcher, errand: ErrandRow): Promise<void> {
  const openKfid = errand.subject;
  const { token } = JSON.parse(errand.detail) as { token?: string };
  const from = await cursorOf(store.db, 'kf', openKfid);
  for await (const page of client.kf.messages(openKfid, { from, ...(token ? { token } : {}) })) {
    const now = clock().toISOString();
    const arrivals = page.messages.flatMap((item) => arrivalsOf(item, openKfid, now));
    await intake.take(arrivals, (trx) =>
      moveCursor(trx, { source: 'kf', account: openKfid }, page.cursor, now),
    );
  }
  await store.transaction((trx) => endErrand(trx, errand));
}

/** What tells nothing of a customer is kept as it came: the cursor moves past it. */
function arrivalsOf(item: KfItem, openKfid: string, now: string): Arrival[] {
  const raw = JSON.stringify(item);
  const { events } = eventsOfKf(item);
  if (events.length > 0) return events.map((event) => ({ source: 'kf', event, raw }));
  const seen = { at: now, channel: 'wecom_kf', account: openKfid };
  return [{ source: 'kf', event: { id: identityOf('other', item), type: 'other', ...seen }, raw }];
}

/**
 * A customer as each member sees it. What reads as it did last time is no event; what was so before, and is so again, is one: the
 * identity of a reading is its content, so the moment is added.
 */
async function readContact({ store, intake, client, clock }: Fetcher, errand: ErrandRow): Promise<void> {
  const found = await client.contacts.get(errand.subject);
  const now = clock();
  const arrivals: Arrival[] = [];
  const seen: { account: string; id: string }[] = [];
  for (const follower of found?.followers ?? []) {
    const event = eventOfContact(found!.contact, follower, now.getTime());
    const account = JSON.stringify([follower.userid, errand.subject]);
    if ((await cursorOf(store.db, 'contact', account)) === event.id) continue;
    seen.push({ account, id: event.id });
    const raw = JSON.stringify({ contact: found!.contact, follower });
    arrivals.push({ source: 'wecom', event: { ...event, id: `${event.id}@${event.at}` }, raw });
  }
  await intake.take(arrivals, async (trx) => {
    for (const { account, id } of seen)
      await moveCursor(trx, { source: 'contact', account }, id, now.toISOString());
    await endErrand(trx, errand);
  });
}

async function postpone({ store, log, clock }: Fetcher, errand: ErrandRow, error: unknown): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, Number(errand.tries)));
  const told = error instanceof WechatError ? (error.retryAfterMs ?? 0) : 0;
  const retryAt = new Date(clock().getTime() + Math.max(wait, told)).toISOString();
  const problem = error instanceof WechatError ? error.code : 'unexpected';
  log.warn({ err: error, errand: errand.kind, retryAt }, 'WeCom could not be asked; tried again later');
  await store.transaction((trx) => postponeErrand(trx, errand, retryAt, problem));
}
