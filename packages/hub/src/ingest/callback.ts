import {
  type CallbackHint,
  callbackId,
  eventsOfCallback,
  type OpenedCallback,
  type WechatEvent,
} from '@bangqiao/wechat';
import { askErrand, type Errand } from './errands.ts';
import type { Arrival, Intake, UnreadEvent } from './intake.ts';

/**
 * Keeps a decrypted callback of WeCom and, in the same transaction, what it asks to be fetched; then it may be acknowledged.
 * A callback that was here before asks again: two edits within one second look alike, and a dropped one leaves stale data.
 */
export async function takeCallback(
  intake: Intake,
  { xml, fields }: OpenedCallback,
  now: string,
): Promise<void> {
  const { events, hints } = eventsOfCallback(fields);
  const kept: (WechatEvent | UnreadEvent)[] = events;
  if (events.length === 0 && hints.length === 0)
    kept.push({ id: callbackId(fields), type: 'other', at: now, channel: 'wecom', account: '' });
  const arrivals = kept.map((event): Arrival => ({ source: 'wecom', event, raw: xml }));
  await intake.take(arrivals, async (trx) => {
    for (const hint of hints) await askErrand(trx, errandOf(hint), now);
  });
}

function errandOf(hint: CallbackHint): Errand {
  switch (hint.do) {
    case 'pull_kf':
      return { kind: 'pull_kf', subject: hint.openKfid, detail: { token: hint.token } };
    case 'read_contact':
      return { kind: 'read_contact', subject: hint.externalUserid, detail: { userid: hint.userid } };
    default:
      return { kind: hint.do, subject: '', detail: {} };
  }
}
