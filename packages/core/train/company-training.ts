import {
  ANY_MESSAGE,
  ANY_PIECE,
  SIGN_COUNT,
  type Signs,
  signsOf,
  WIDTH,
} from '../src/reading/company-signs.ts';
import { type Candidate, candidates, eachSign } from '../src/reading/company-tagger.ts';
import { UNIT } from '../src/reading/company-weights.ts';
import { cards } from './company-cards.ts';
import { type Example, namePartsOf, varied } from './company-examples.ts';
import { goods } from './company-goods.ts';
import { type Random, seeded, shuffle } from './random.ts';

export interface TrainingOptions {
  rounds: number;
  /** Made-up cards beside the examples. */
  cards: number;
  /** Made-up messages about goods and places. */
  goods: number;
  seed: number;
}

/** First steps are small: what was seen once says little. */
const CAUTION = 1;
const RATE = 0.1;
const DECAY = 0.0005;
/** How many of the examples are read with other names. */
const VARIED = 0.9;

/**
 * Weights under which the labelled span of each example, or none where there is no label, is the likeliest choice. AdaGrad on
 * the logarithm of its likelihood, one example at a time; the mean of the second half of the rounds.
 */
export function trainCompany(examples: readonly Example[], options: TrainingOptions): Float64Array {
  const random = seeded(options.seed);
  const parts = namePartsOf(examples);
  const all = [...examples, ...cards(options.cards, parts, random), ...goods(options.goods, random)];
  const weights = new Float64Array(SIGN_COUNT);
  const steps = new Float64Array(SIGN_COUNT).fill(CAUTION);
  const sum = new Float64Array(SIGN_COUNT);
  const counted = Math.ceil(options.rounds / 2);
  for (let round = 0; round < options.rounds; round++) {
    shuffle(random, all);
    for (const example of all)
      learn(random() < VARIED ? varied(example, parts, random) : example, weights, steps, random);
    if (round >= options.rounds - counted) for (let at = 0; at < SIGN_COUNT; at++) sum[at]! += weights[at]!;
  }
  return sum.map((value) => value / counted);
}

function learn(
  { plain, situation, own, isPiece }: Example,
  weights: Float64Array,
  steps: Float64Array,
  random: Random,
): void {
  const signs = signsOf(plain, situation);
  if (isPiece) signs.always[signs.always.indexOf(ANY_MESSAGE)] = ANY_PIECE;
  forget(signs, random);
  const spans = candidates(signs, weights, { least: -Infinity, also: own });
  const isRight = (span: Candidate) => own.some(({ start, end }) => start === span.start && end === span.end);
  if (own.length > 0 && !spans.some(isRight)) return;
  const right = own.length > 0 ? likelihoods(spans.filter(isRight), false) : new Map<Candidate, number>();
  for (const [span, likely] of likelihoods(spans, true)) {
    const slope = likely - (right.get(span) ?? 0);
    if (Math.abs(slope) < 1e-4) continue;
    eachSign(signs, span, (sign) => {
      if (sign === NOTHING) return;
      const step = slope + DECAY * weights[sign]!;
      steps[sign]! += step * step;
      weights[sign]! -= (RATE * step) / Math.sqrt(steps[sign]!);
    });
  }
}

/** Leaves out some templates, so that no single one is relied upon. */
function forget({ always, rows }: Signs, random: Random): void {
  for (let at = 0; at < always.length; at++) if (random() < FORGOTTEN) always[at] = NOTHING;
  for (let column = 0; column < WIDTH; column++)
    if (random() < FORGOTTEN) for (let at = column; at < rows.length; at += WIDTH) rows[at] = NOTHING;
}
const FORGOTTEN = 0.15;
/** The sign whose weight stays 0. */
const NOTHING = 0;

/** How likely each span is among these, and none of them where that may be. */
function likelihoods(spans: readonly Candidate[], mayBeNone: boolean): Map<Candidate, number> {
  const most = Math.max(mayBeNone ? 0 : -Infinity, ...spans.map(({ score }) => score));
  const shares = spans.map(({ score }) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, mayBeNone ? Math.exp(-most) : 0);
  return new Map(spans.map((span, at) => [span, shares[at]! / all]));
}

/** Weights in `UNIT`s, a signed byte each, as base64: what `generated/company-weights.ts` holds. */
export function packed(weights: Float64Array): string {
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / UNIT))));
  return Buffer.from(bytes.buffer).toString('base64');
}
