import { companyKey } from '../company.ts';
import { companiesIn } from './company-names.ts';
import { isAskedFor, OURS, roomFor, type Situation, signsOf, situationOf } from './company-signs.ts';
import { type Candidate, candidates } from './company-tagger.ts';
import { companyWeights, UNIT } from './company-weights.ts';
import type { Fact, Span } from './fact.ts';
import { isDistinct, tradeLength } from './name-shape.ts';
import { isAnothers } from './other-companies.ts';
import { afterPlace } from './places.ts';
import type { Asked } from './question.ts';

/** What is known before a message is read. */
export interface CompanyContext {
  asked: Asked | null;
  /** Keys (`companyKey`) of the names by which our side goes. */
  ours: readonly string[];
  /** The customer's company was named before. */
  isKnown: boolean;
}

/** The customer's own companies in a text of `plainOf`. */
export function companyFacts(plain: string, { asked, ours, isKnown }: CompanyContext): Fact[] {
  return companiesTold(plain, situationOf(asked, isKnown))
    .filter(({ start, end }) => !ours.includes(companyKey(plain.slice(start, end)) ?? ''))
    .map(({ start, end, score }) => ({
      kind: 'company',
      value: plain.slice(start, end),
      span: { start, end },
      certainty:
        asked?.company === 'own' || score > PLAIN_WORDS || isSaid(plain, start) ? 'stated' : 'likely',
    }));
}

/** The names in a message of ours, first those that it says are the customer's: `您是示远家具的王总吗`. */
export function companiesAsked(plain: string): string[] {
  const theirs = companiesTold(plain, OURS).map(({ start, end }) => plain.slice(start, end));
  const others = companiesIn(plain).map(({ name }) => name);
  const asked = ASKED_OF.exec(plain)?.groups?.name ?? CONFIRMED.exec(plain)?.groups?.name ?? '';
  const isName = isDistinct(asked) && (tradeLength(asked) > 0 || afterPlace(asked) !== null);
  const named = [...new Set([...theirs, ...others])];
  return named.length === 0 && isName ? [asked] : named;
}
const ASKED_OF =
  /(?:^(?:您好|你好)[,!\s]*|(?:您|你)(?:这边|那边)?|请问|(?:单位|公司|抬头|[甲需买购]方|户名|名称|开票)(?:还|就)?)(?:是|:| |写) ?(?<name>[一-鿿]{4,12}?)(?=的|吗|对吧|吧|[?,。\s]|$)/;
/** `好的,青岛示岳碳素对吧` */
const CONFIRMED = /(?:^|[,。!\s])(?<name>[一-鿿]{4,12}?)[,\s]?(?:对吧|是吧|没错吧)/;

/**
 * Scores, in logarithms, from where on a span is taken for the company. Little is enough for an answer, for names in Latin
 * letters, of which there were few to learn from and whose endings say what they are, and for ours, which come to nothing without a yes.
 */
const ENOUGH = -0.2;
const ENOUGH_OF_ANSWER = -1;
const ENOUGH_OF_LATIN = -5;
const ENOUGH_OF_OURS = -1;
/** A registered name, whole, right behind words that say whose it is: `我司…有限公司`. */
const ENOUGH_OF_FULL = -3;
const HOPELESS = -4;
/** From here on it was said in plain words. */
const PLAIN_WORDS = 2;
/** Who names two companies of theirs says the same of both; a second one that scores less is an address or goods. */
const AS_GOOD = 2;
const MOST = 3;

/** Most messages fit in the same room: to make one for each costs a tenth of the reading. */
const USUAL = 500;
const room = roomFor(USUAL);

function companiesTold(plain: string, situation: Situation): Candidate[] {
  const told: Candidate[] = [];
  if (!NAMES_SOMETHING.test(plain)) return told;
  const signs = signsOf(plain, situation, plain.length <= USUAL ? room : undefined);
  const found = candidates(signs, companyWeights(), { least: HOPELESS / UNIT, also: [] });
  const likely = found
    .map((one) => ({ ...one, score: one.score * UNIT }))
    .filter((one) => one.score > enough(one, plain, situation));
  for (const one of likely) {
    if (told.length === MOST || one.score < likely[0]!.score - AS_GOOD) break;
    const isTheirs = situation === OURS || !isAnothers(plain, one.start, one.end);
    const isFree = !told.some((other) => overlap(one, other));
    const name = plain.slice(one.start, one.end);
    if (isFree && isTheirs && isDistinct(name) && !OF_A_SENTENCE.test(name)) told.push(one);
  }
  return told;
}

function enough({ start, end }: Span, plain: string, situation: Situation): number {
  if (situation === OURS) return ENOUGH_OF_OURS;
  const isLatin = !HAN.test(plain.slice(start, end));
  if (isLatin && companiesIn(plain).some((one) => one.start === start && one.end === end))
    return ENOUGH_OF_LATIN;
  if (isSaid(plain, start) && FULL_NAME.test(plain.slice(start, end))) return ENOUGH_OF_FULL;
  return isAskedFor(situation) ? ENOUGH_OF_ANSWER : ENOUGH;
}
const FULL_NAME = /有限(?:责任)?公司(?:[一-鿿]{2,6}分公司)?$/;

/** `我们公司是`, `抬头开`, `全称:` */
const isSaid = (plain: string, start: number) => SAID.test(plain.slice(Math.max(0, start - 16), start));
const SAID =
  /(?:我司|本公司|我代表|我们?(?:这边|这里)?(?:公司|单位|厂|店)?(?:的?(?:名称?|名字|全称))?(?:是|叫|:)|(?:^|[\s,。;!])(?:公司|单位)(?:的?(?:名称?|名字|全称))?(?:是|叫|:)|抬头(?:是|开|写|:)|全称(?:是|:))\s*$/;
const HAN = /[一-鿿]/;

/** No name speaks to anybody. */
const OF_A_SENTENCE = /[你您我她]|^都/;

/** Two characters that could be a name. */
const NAMES_SOMETHING = /[一-鿿a-z]{2}/;

const overlap = (one: Span, other: Span) => one.start < other.end && other.start < one.end;
