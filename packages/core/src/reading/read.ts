import { companyKey } from '../company.ts';
import { normalisePhone } from '../phone.ts';
import { answerOf } from './answer.ts';
import { bareNumber, joinedNumber, numberSoFar, saysItIsAnothers } from './bare-number.ts';
import { companiesAsked } from './companies.ts';
import { isShortFor, retractions } from './correction.ts';
import type { Fact, FactKind, Reading } from './fact.ts';
import { readMessage } from './own.ts';
import { plainOf } from './plain.ts';
import { type Asked, askedIn } from './question.ts';
import { announcesOther } from './whose.ts';

/** `in`: the customer says it; `out`: our side; `unknown` is never taken for the customer's. */
export interface TalkMessage {
  direction: 'in' | 'out' | 'unknown';
  text: string;
  /** Taken back by its sender: read as if it had not been said. */
  recalled?: boolean;
}

/** What the next message needs to know of those before it. Plain JSON: keep it, or read the conversation again. */
export interface TalkState {
  asked: Asked | null;
  /** Messages of the customer since we asked. */
  askedAgo: number;
  /** What stands so far, oldest first: a correction takes the last of its kind back. */
  given: { kind: FactKind; value: string }[];
  /** Keys of the names by which our side goes. */
  ours: string[];
  /** Our last message named a price. */
  priced?: boolean;
  /** Digits of the customer's last message, where it was nothing but a number. */
  bare?: string;
}

export function startTalk(ourCompanies: readonly string[] = []): TalkState {
  return {
    asked: null,
    askedAgo: 0,
    given: [],
    ours: ourCompanies.flatMap((name) => companyKey(name) ?? []),
  };
}

/** One message further. Never throws; reads a text once. */
export function readNext(state: TalkState, message: TalkMessage): Reading & { state: TalkState } {
  if (message.recalled || message.direction === 'unknown') return { state, facts: [], withdrawn: [] };
  return message.direction === 'out' ? ourTurn(state, message.text) : theirTurn(state, message.text);
}

function ourTurn(state: TalkState, text: string): Reading & { state: TalkState } {
  const plain = plainOf(text.slice(0, LONGEST_QUESTION));
  const companies = companiesAsked(plain);
  const asked = askedIn(plain, companies, normalisePhone(state.bare ?? ''));
  const theirs = asked?.proposed?.map(({ value }) => value) ?? [];
  const ours = WE_ARE.test(plain)
    ? companies.filter((name) => !theirs.includes(name)).flatMap((name) => companyKey(name) ?? [])
    : [];
  return {
    state: {
      ...state,
      ...(asked === null ? {} : { asked, askedAgo: 0 }),
      ours: [...new Set([...state.ours, ...ours])].slice(-8),
      priced: PRICED.test(plain),
    },
    facts: [],
    withdrawn: [],
  };
}

const LONGEST_QUESTION = 600;
/** `单价6.5`, `75一个`, `3毛2`, `5.8`. */
const PRICED = /价|^\s*\d+(?:\.\d+)?\s*$|\d\s?(?:元|块|毛|万)|\d\s?(?:一|每|\/)[一-鿿]/;
const WE_ARE = /我(?:们|司)?(?:公司)?是|我是|我司|这里是|这边是|我们公司|欢迎|本公司|我们?(?:户名|抬头|全称)/;

function theirTurn(state: TalkState, text: string): Reading & { state: TalkState } {
  const plain = plainOf(text.slice(0, LONGEST_QUESTION));
  const asked = state.asked;
  const anothers = saysItIsAnothers(plain);
  const answer = asked === null ? null : anothers ? 'no' : answerOf(plain);
  const read = [
    ...readMessage(text, {
      asked,
      ours: state.ours,
      priced: state.priced ?? false,
      isKnown: state.given.some(({ kind }) => kind === 'company'),
    }),
    ...completed(state, plain, text),
    ...spelledOn(state, plain, text),
  ];
  const facts = [...read, ...confirmed(asked, answer, read, text)].filter(
    (fact) => !isKnownInFull(state, fact),
  );
  const denied = [
    ...(answer === 'no' ? (asked?.proposed ?? []) : []),
    ...(anothers && state.bare ? [{ kind: 'phone' as const, value: state.bare }] : []),
  ].filter((one) => stands(state, one));
  const withdrawn = [
    ...retractions(plain, facts, state.given),
    ...[...denied, ...begun(state, plain)].map((one) => ({ ...one, span: wholeOf(text) })),
  ].filter((one) => !facts.some((fact) => fact.kind === one.kind && fact.value === one.value));
  return { state: after(state, { facts, withdrawn }, plain, answer), facts, withdrawn };
}

/** The second half of a telephone whose first was the message before. */
function completed({ bare = '', asked }: TalkState, plain: string, text: string): Fact[] {
  const phone = asked?.phone === 'other' ? null : joinedNumber(bare, bareNumber(plain));
  return phone === null ? [] : [{ kind: 'phone', value: phone, span: wholeOf(text), certainty: 'likely' }];
}

/** `湖州示越竹木`, then `有限公司的`: the name goes on in the next message. */
const ENDING_ONLY = /^\s*((?:股份)?有限(?:责任)?公司|公司|集团)的?\s*$/;
const begun = ({ given }: TalkState, plain: string) => {
  const last = given.at(-1);
  return last?.kind === 'company' && ENDING_ONLY.test(plain) && !/(?:公司|集团)$/.test(last.value)
    ? [last]
    : [];
};

function spelledOn(state: TalkState, plain: string, text: string): Fact[] {
  return begun(state, plain).map(({ value }) => ({
    kind: 'company',
    value: value + ENDING_ONLY.exec(plain)![1]!,
    span: wholeOf(text),
    certainty: 'stated',
  }));
}

/** The short name of a company or person whose full name stands tells nothing new. */
const isKnownInFull = (state: TalkState, { kind, value }: Fact) =>
  (kind === 'company' || kind === 'name') &&
  state.given.some((one) => one.kind === kind && isShortFor(kind, value, one.value));

const stands = (state: TalkState, one: { kind: FactKind; value: string }) =>
  state.given.some((given) => given.kind === one.kind && given.value === one.value);

/** A yes takes over what our question said. */
function confirmed(
  asked: Asked | null,
  answer: 'yes' | 'no' | null,
  read: readonly Fact[],
  text: string,
): Fact[] {
  if (asked === null || answer !== 'yes') return [];
  const span = wholeOf(text);
  const values = (asked.proposed ?? []).filter((one) => !read.some((fact) => fact.kind === one.kind));
  const signs = asked.sign === undefined || read.some((fact) => fact.kind === asked.sign) ? [] : [asked.sign];
  return [
    ...values.map((one): Fact => ({ ...one, span, certainty: 'stated' })),
    ...signs.map(
      (kind): Fact => ({ kind, value: text.slice(span.start, span.end), span, certainty: 'stated' }),
    ),
  ];
}

function wholeOf(text: string): { start: number; end: number } {
  const end = text.trimEnd().length;
  return { start: Math.min(end, text.length - text.trimStart().length), end };
}

const KEPT = 40;

function after(
  state: TalkState,
  { facts, withdrawn }: Reading,
  plain: string,
  answer: 'yes' | 'no' | null,
): TalkState {
  const gone = (one: { kind: FactKind; value: string }, list: readonly { kind: FactKind; value: string }[]) =>
    list.some((other) => other.kind === one.kind && other.value === one.value);
  const given = [
    ...state.given.filter((one) => !gone(one, withdrawn) && !gone(one, facts)),
    ...facts.map(({ kind, value }) => ({ kind, value })),
  ].slice(-KEPT);
  const { bare: _before, ...rest } = state;
  const bare = numberSoFar(state.bare, plain);
  return { ...rest, ...(bare && { bare }), given, ...nextAsked(state, facts, plain, answer) };
}

/** A question lives for three messages of the customer; its yes or no is given once. */
function nextAsked(
  state: TalkState,
  facts: readonly Fact[],
  plain: string,
  answer: 'yes' | 'no' | null,
): Pick<TalkState, 'asked' | 'askedAgo'> {
  if (
    !facts.some((fact) => fact.kind === 'phone') &&
    !(state.bare && saysItIsAnothers(plain)) &&
    announcesOther(plain)
  ) {
    return { asked: { ...state.asked, phone: 'other', email: 'other' }, askedAgo: 1 };
  }
  const askedAgo = state.askedAgo + 1;
  if (state.asked === null || askedAgo >= 3) return { asked: null, askedAgo: 0 };
  const { proposed, sign, ...values } = state.asked;
  const { company, ...others } = values;
  // Who named his company does not name it again with the next words.
  const rest = company !== undefined && facts.some(({ kind }) => kind === 'company') ? others : values;
  if (answer === null)
    return { asked: { ...rest, ...(proposed && { proposed }), ...(sign && { sign }) }, askedAgo };
  return { asked: Object.keys(rest).length > 0 ? rest : null, askedAgo };
}

/** A fact and the place of its message in the conversation. */
export interface TalkFact extends Fact {
  message: number;
}

/** A whole conversation: what still stands at its end, each value once, with the message that said it first. */
export function readConversation(
  messages: readonly TalkMessage[],
  start: TalkState = startTalk(),
): { facts: TalkFact[]; state: TalkState } {
  let state = start;
  const standing = new Map<string, TalkFact>();
  for (const [message, one] of messages.entries()) {
    const next = readNext(state, one);
    state = next.state;
    for (const { kind, value } of next.withdrawn) standing.delete(`${kind}:${value}`);
    for (const fact of next.facts) {
      const key = SIGNS.has(fact.kind) ? fact.kind : `${fact.kind}:${fact.value}`;
      if (!standing.has(key)) standing.set(key, { ...fact, message });
    }
    for (const { kind } of next.withdrawn) if (SIGNS.has(kind)) standing.delete(kind);
  }
  return { facts: [...standing.values()], state };
}

const SIGNS: ReadonlySet<FactKind> = new Set<FactKind>(['quote', 'order', 'contract', 'payment']);
