import type { Customer } from '@bangqiao/core';
import { noFaults } from '@bangqiao/zhibang-sim';
import { answerFollowUp } from '../../src/followup/answer.ts';
import { listFollowUps } from '../../src/followup/read.ts';
import { type Engine, engine } from '../engine/support.ts';
import { type Line, recall, SETTINGS, say, type Talk } from './talks.ts';

const HOUR = 3_600_000;
const BEFORE_START = Date.parse('2026-03-01T00:00:00.000Z');

/** About a tenth of all sends take effect and lose their answer; as many fail before. */
const FAULTS = {
  dropBeforeSave: 0.05,
  dropAfterSave: 0.06,
  error500: 0.03,
  emptyBody: 0.03,
  htmlPage: 0.02,
  dropRead: 0.05,
};
/** Of so many customers one is another in the ERP by now, under the same `ord`. */
const SWAPPED = 25;

export interface Storm {
  qualifying: number;
  sent: number;
  doubtful: number;
  /** Of the swapped customers: nothing may be written, and a person is told. */
  parked: number;
  /** Anything else that is not done. */
  left: number;
  /** Markers that stand more than once in the ERP, or not although the hub calls them sent. */
  twice: string[];
  missing: string[];
  /** Markers that stand under another `ord` than their customer's, or under one that is another customer by now. */
  wrong: string[];
  /** Of those in doubt, how many the ERP has. */
  doubtfulThere: number;
  /** Sends that took effect and whose answer was lost. */
  struckAfter: number;
  rounds: number;
  /** What stood more than once after a person answered every doubt by what the ERP shows. */
  twiceInTheEnd: string[];
  missingInTheEnd: string[];
  seconds: number;
}

/**
 * Many customers with many conversations each, faults all the time: a follow-up is sent at most once by itself, never to the wrong
 * customer, and what is neither sent nor in doubt did not qualify.
 */
export async function storm(customers: number, conversations: number): Promise<Storm> {
  const hub = await engine({
    customers: Math.ceil(customers * 1.1) + 10,
    erp: { timeoutMs: 2000, maxAttempts: 2, backoffMs: 1 },
  });
  await hub.run('pull');
  const people = (await hub.store.db
    .selectFrom('customers_unified')
    .selectAll()
    .where('erp_customer_id', 'is not', null)
    .where('erp_presence', '=', 'present')
    .where('marked_as_invalid', '=', false)
    .orderBy('id')
    .limit(customers)
    .execute()) as Customer[];
  const qualifying = await chat(hub, people, conversations);
  const swapped = swap(hub, people);
  Object.assign(hub.sim.faults, FAULTS);
  const startedAt = performance.now();
  const rounds = await untilNothingWaits(hub);
  const seconds = (performance.now() - startedAt) / 1000;
  Object.assign(hub.sim.faults, noFaults());
  const told = await judge(hub, people, qualifying, swapped);
  const struckAfter = Object.values(hub.sim.stats.struckAfter).reduce((sum, count) => sum + count, 0);
  return {
    qualifying: qualifying.size,
    ...told,
    struckAfter,
    rounds,
    seconds,
    ...(await answerAll(hub, qualifying, swapped)),
  };
}

const marker = (customer: number, conversation: number) => `M${customer}-${conversation}Z`;

/** Four of five conversations qualify; of those some have a line that is recalled. The customers of the markers. */
async function chat(
  hub: Engine,
  people: readonly Customer[],
  conversations: number,
): Promise<Map<string, number>> {
  const qualifying = new Map<string, number>();
  for (const [at, customer] of people.entries()) {
    const talks: Talk[] = [];
    for (let number = 0; number < conversations; number += 1) {
      const tag = marker(at, number);
      const lines = linesOf(number, tag);
      if (number % 5 !== 4) qualifying.set(tag, customer.erp_customer_id as number);
      talks.push({ customer, at: new Date(BEFORE_START - (number + 1) * 6 * HOUR).toISOString(), lines });
    }
    const ids = await say(hub.store, talks);
    const texts = talks.flatMap(({ lines }) => lines.map(([, text]) => text));
    const taken = ids.filter((_, line) => texts[line]?.includes('说错了'));
    await recall(hub.store, taken, new Date(BEFORE_START).toISOString());
  }
  return qualifying;
}

function linesOf(number: number, tag: string): Line[] {
  if (number % 10 === 4)
    return [
      ['c', '在吗'],
      ['s', '您好，在的'],
    ];
  if (number % 10 === 9)
    return [
      ['c', `${tag}说错了，请当没看见这句话`],
      ['c', '嗯'],
    ];
  const ask: Line[] = [
    ['s', '您好，请问需要什么'],
    ['c', `请报价，型号 ${tag} 的球阀要 ${number + 2} 台`],
  ];
  return number % 3 === 0 ? [...ask, ['c', '前面说错了，不要了不要了']] : ask;
}

/** Their `ord` shows another customer now, as after a restored backup. */
function swap(hub: Engine, people: readonly Customer[]): Set<number> {
  const swapped = people
    .filter((_, at) => at % SWAPPED === SWAPPED - 1)
    .map((one) => one.erp_customer_id as number);
  for (const ord of swapped)
    hub.sim.edit(ord, { name: `别家示例${ord}`, khid: `OTHER${ord}`, mobile: '', weixinAcc: `other-${ord}` });
  return new Set(swapped);
}

/** Until nothing waits: a person's rounds, so that none has to wait for its time. */
async function untilNothingWaits(hub: Engine): Promise<number> {
  for (let round = 1; ; round += 1) {
    const { followUps } = await hub.run('followups', { settings: { followUps: SETTINGS } });
    if (followUps?.waiting === 0) return round;
    if (round === 200) throw new Error(`${followUps?.waiting} follow-ups still wait`);
  }
}

async function judge(
  hub: Engine,
  people: readonly Customer[],
  qualifying: ReadonlyMap<string, number>,
  swapped: ReadonlySet<number>,
) {
  const all = await listFollowUps(hub.store.db, { all: true });
  const count = (standing: string) => all.filter((one) => one.standing === standing).length;
  const there = standing(hub);
  const tagOf = (text: string) => /M\d+-\d+Z/.exec(text)?.[0] ?? text;
  const sent = all.filter((one) => one.standing === 'sent');
  const doubtful = all.filter((one) => one.standing === 'doubtful');
  return {
    sent: sent.length,
    doubtful: doubtful.length,
    parked: count('parked'),
    left: all.length - sent.length - doubtful.length - count('parked'),
    twice: [...there].filter(([, ords]) => ords.length > 1).map(([tag]) => tag),
    missing: sent.map((one) => tagOf(one.text)).filter((tag) => !there.has(tag)),
    wrong: [...there].flatMap(([tag, ords]) =>
      ords.every((ord) => ord === qualifying.get(tag) && !swapped.has(ord)) ? [] : [tag],
    ),
    doubtfulThere: doubtful.filter((one) => there.has(tagOf(one.text))).length,
    people: people.length,
  };
}

/** By marker: the records that it stands under in the ERP. */
function standing(hub: Engine): Map<string, number[]> {
  const there = new Map<string, number[]>();
  for (const { ord, fields } of hub.sim.followUps()) {
    const tag = /M\d+-\d+Z/.exec(fields.intro ?? '')?.[0] ?? `without a marker: ${fields.intro}`;
    there.set(tag, [...(there.get(tag) ?? []), ord]);
  }
  return there;
}

/** What a person who looks in the ERP would say of each doubt; then all that qualified stands there, once. */
async function answerAll(
  hub: Engine,
  qualifying: ReadonlyMap<string, number>,
  swapped: ReadonlySet<number>,
): Promise<Pick<Storm, 'twiceInTheEnd' | 'missingInTheEnd'>> {
  const there = standing(hub);
  for (const one of await listFollowUps(hub.store.db, { standing: 'doubtful' })) {
    const tag = /M\d+-\d+Z/.exec(one.text)?.[0] ?? '';
    const person = { by: 'person', at: new Date(BEFORE_START + 100 * HOUR).toISOString() };
    await answerFollowUp(hub.store, one.id, there.has(tag) ? 'there' : 'send', person);
  }
  await untilNothingWaits(hub);
  const now = standing(hub);
  return {
    twiceInTheEnd: [...now].filter(([, ords]) => ords.length > 1).map(([tag]) => tag),
    missingInTheEnd: [...qualifying]
      .filter(([tag, ord]) => !swapped.has(ord) && !now.has(tag))
      .map(([tag]) => tag),
  };
}
