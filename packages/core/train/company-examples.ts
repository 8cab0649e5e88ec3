import { answerOf } from '../src/reading/answer.ts';
import { companiesIn } from '../src/reading/company-names.ts';
import { OURS, type Situation, situationOf } from '../src/reading/company-signs.ts';
import type { Span } from '../src/reading/fact.ts';
import { afterPlace } from '../src/reading/places.ts';
import { plainOf } from '../src/reading/plain.ts';
import { readNext, startTalk, type TalkMessage, type TalkState } from '../src/reading/read.ts';
import type { Labelled } from '../test/support/labelled.ts';
import { pick, type Random } from './random.ts';

/** A message, and where the customer's own company stands in it. */
export interface Example {
  /** Of `plainOf`. */
  plain: string;
  situation: Situation;
  own: Span[];
  /** Other names with the ending of a company. */
  others: Span[];
  /** Of a set of pieces written to be trained on: companies are more frequent in it than in talks. */
  isPiece: boolean;
}

/** The messages of labelled talks. What the labels leave open, a company's short name or one taken back later, is left out. */
export function examplesOf(talks: readonly Labelled[], isPiece = false): Example[] {
  return talks.flatMap(({ messages, expected }) => {
    const names = expected.filter(({ kind }) => kind === 'company').map(({ value }) => withoutSpaces(value));
    const examples: Example[] = [];
    let state = startTalk();
    let isKnown = false;
    for (const [at, message] of messages.entries()) {
      if (!message.recalled && message.text.trim() !== '') {
        const example = exampleOf(message, { state, isKnown, names, isPiece });
        const isSure = example.own.length > 0 || !isOpen(example, messages.slice(at + 1), names);
        if (isSure) examples.push(example);
        isKnown ||= message.direction === 'in' && example.own.length > 0;
      }
      state = readNext(state, message).state;
      if (isKnown) state = withoutQuestion(state);
    }
    return examples;
  });
}

/** Messages that name no company. */
export function withoutCompany(messages: readonly string[]): Example[] {
  const situation = situationOf(null, false);
  return messages.map((text) => ({ plain: plainOf(text), situation, own: [], others: [], isPiece: false }));
}

const withoutSpaces = (name: string) => plainOf(name).replace(/\s/g, '');

interface Around {
  state: TalkState;
  isKnown: boolean;
  names: readonly string[];
  isPiece: boolean;
}

function exampleOf({ direction, text }: TalkMessage, { state, isKnown, names, isPiece }: Around): Example {
  const plain = plainOf(text.slice(0, LONGEST));
  const found = names.flatMap((name) => placesOf(plain, name));
  const own = found.filter(
    (one) => !found.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
  const others = companiesIn(plain).filter(
    (one) => !own.some(({ start, end }) => start < one.end && one.start < end),
  );
  const situation = direction === 'out' ? OURS : situationOf(state.asked, isKnown);
  return { plain, situation, own, others, isPiece };
}
const LONGEST = 600;

function placesOf(plain: string, name: string): Span[] {
  const places: Span[] = [];
  for (let start = plain.indexOf(name); start >= 0 && name !== ''; start = plain.indexOf(name, start + 1))
    places.push({ start, end: start + name.length });
  return places;
}

/** A message without a label that may still tell of the company: a part of its name, our question that was denied, a correction. */
function isOpen(
  { plain, situation, others }: Example,
  next: readonly TalkMessage[],
  names: readonly string[],
): boolean {
  if (situation === OURS) {
    const reply = next.find(({ direction, recalled }) => direction === 'in' && !recalled);
    return reply !== undefined && answerOf(plainOf(reply.text)) === 'no';
  }
  const isCorrected =
    others.length > 0 && next.some(({ direction, text }) => direction === 'in' && CORRECTS.test(text));
  return isCorrected || names.some((name) => plain.includes((afterPlace(name) || name).slice(0, 2)));
}

const CORRECTS = /不对|错了|不是|改成|改为|现在叫/;

function withoutQuestion(state: TalkState): TalkState {
  if (state.asked?.company === undefined) return state;
  const { company: _named, ...asked } = state.asked;
  return { ...state, asked };
}

/** What names are made of: whole ones, and the characters that they begin with behind their place. */
export interface NameParts {
  names: readonly string[];
  characters: readonly string[];
}

export function namePartsOf(examples: readonly Example[]): NameParts {
  const names = [
    ...new Set(examples.flatMap(({ plain, own }) => own.map(({ start, end }) => plain.slice(start, end)))),
  ];
  const characters = names.flatMap((name) => [...(afterPlace(name) || name)].slice(0, 2));
  return { names, characters: characters.filter((char) => /[一-鿿]/.test(char)) };
}

/** The same message about other companies, now and then with spaces for commas: what is learned is how it is said. */
export function varied(example: Example, parts: NameParts, random: Random): Example {
  const spans = [...example.own, ...example.others].sort((a, b) => a.start - b.start);
  const renamings = new Map<string, string>();
  const own: Span[] = [];
  const others: Span[] = [];
  let plain = '';
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    plain += example.plain.slice(at, span.start);
    const old = example.plain.slice(span.start, span.end);
    if (!renamings.has(old))
      renamings.set(old, random() < 0.5 ? renamed(old, parts, random) : newName(parts, random));
    const name = renamings.get(old)!;
    (example.own.includes(span) ? own : others).push({
      start: plain.length,
      end: plain.length + name.length,
    });
    plain += name;
    at = span.end;
  }
  plain += example.plain.slice(at);
  return { ...example, plain: withOtherMarks(plain, random()), own, others };
}

function withOtherMarks(plain: string, chance: number): string {
  if (chance < 0.15) return plain.replace(/[,。]/g, ' ');
  return chance < 0.25 ? plain.replace(/ /g, ',') : plain;
}

export function newName(parts: NameParts, random: Random): string {
  const name = pick(random, parts.names);
  return random() < 0.6 ? name : renamed(name, parts, random);
}

/** With its place and its trade, but two other characters between them. */
function renamed(name: string, { characters }: NameParts, random: Random): string {
  const own = afterPlace(name) ?? name;
  const place = name.slice(0, name.length - own.length);
  return place + pick(random, characters) + pick(random, characters) + own.slice(2);
}
