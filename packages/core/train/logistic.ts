import { eachFeature, type SeenClause } from '../src/reading/clause-model.ts';
import { seeded, shuffle } from './random.ts';

/** A text of which one clause at least is what is looked for, or none. */
export interface Bag {
  holds: boolean;
  clauses: readonly SeenClause[];
}

const ROUNDS = 4;
const PASSES = 12;
const STEP = 0.1;
const SHRINK = 3e-3;

/**
 * Logistic regression over the features of clauses, by stochastic steps of falling size (AdaGrad). Which clause of a bag is
 * the one is not labelled: the first round learns from bags of a single clause and those that hold none, every later one
 * takes the likeliest clause of a bag for it. Same bags, same weights: log odds by feature.
 */
export function learn(bags: readonly Bag[]): Map<string, number> {
  const names = new Map<string, number>();
  const numbered = bags.map(({ holds, clauses }) => ({
    holds,
    clauses: clauses.map((clause) => numbersOf(clause, names)),
  }));
  const weights = new Float64Array(names.size);
  const slopes = new Float64Array(names.size).fill(1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const plain = numbered.filter(({ holds, clauses }) => round > 0 || !holds || clauses.length === 1);
    const samples = plain.flatMap((bag) => samplesOf(bag, weights));
    const random = seeded(7);
    for (let pass = 0; pass < PASSES; pass++) {
      shuffle(random, samples);
      for (const sample of samples) step(sample, weights, slopes);
    }
  }
  return worthKeeping(names, weights, numbered);
}

interface Numbered {
  holds: boolean;
  clauses: Int32Array[];
}

interface Sample {
  features: Int32Array;
  wanted: 0 | 1;
}

/** A clause of a bag that holds one, likely but not the likeliest, is left out: nobody knows. */
function samplesOf({ holds, clauses }: Numbered, weights: Float64Array): Sample[] {
  if (!holds) return clauses.map((features) => ({ features, wanted: 0 }));
  const odds = clauses.map((features) => sum(features, weights));
  const best = odds.indexOf(Math.max(...odds));
  return clauses.flatMap((features, at): Sample[] => {
    if (at === best) return [{ features, wanted: 1 }];
    return odds[at]! < 0 ? [{ features, wanted: 0 }] : [];
  });
}

function step({ features, wanted }: Sample, weights: Float64Array, slopes: Float64Array): void {
  const off = 1 / (1 + Math.exp(-sum(features, weights))) - wanted;
  for (const at of features) {
    const slope = off + SHRINK * weights[at]!;
    slopes[at]! += slope * slope;
    weights[at]! -= (STEP * slope) / Math.sqrt(slopes[at]!);
  }
}

function sum(features: Int32Array, weights: Float64Array): number {
  let all = 0;
  for (const at of features) all += weights[at]!;
  return all;
}

function numbersOf(clause: SeenClause, names: Map<string, number>): Int32Array {
  const numbers: number[] = [];
  eachFeature(clause, (feature) => {
    let at = names.get(feature);
    if (at === undefined) {
      at = names.size;
      names.set(feature, at);
    }
    numbers.push(at);
  });
  return Int32Array.from(numbers);
}

const FEWEST = 3;
const LEAST = 0.08;

/**
 * What was seen in one or two clauses took up, while learning, what is odd about these, and goes; so does what hardly weighs.
 * The others keep two places.
 */
function worthKeeping(
  names: ReadonlyMap<string, number>,
  weights: Float64Array,
  bags: readonly Numbered[],
): Map<string, number> {
  const seen = new Uint32Array(weights.length);
  for (const { clauses } of bags)
    for (const features of clauses) for (const at of new Set(features)) seen[at]!++;
  const kept = new Map<string, number>();
  for (const [name, at] of names) {
    if (seen[at]! >= FEWEST && Math.abs(weights[at]!) >= LEAST)
      kept.set(name, Math.round(weights[at]! * 100) / 100);
  }
  return kept;
}
