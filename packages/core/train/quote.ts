// Learns from the labelled talks and messages what a question for a price looks like: node packages/core/train/quote.ts
// With names of sets it learns without these, measures on them, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { readNext, startTalk, type TalkState } from '../src/index.ts';
import { type Moment, oddsOf, type SeenClause, seenClauses } from '../src/reading/clause-model.ts';
import { plainOf } from '../src/reading/plain.ts';
import { learnedSets, readPrices, readSet } from '../test/support/labelled.ts';
import { learn } from './logistic.ts';

/** A talk or a message: whether a price is asked in it, and its clauses; which of them asks is found while learning. */
interface Example {
  asks: boolean;
  clauses: SeenClause[];
}

/** Talk among friends and notices, full of numbers and money: nobody asks us for a price there. */
const EVERYDAY = new URL('everyday.txt', import.meta.url);

export const QUOTE_WEIGHTS = new URL('../src/generated/quote-weights.json', import.meta.url);

/** Log odds by feature, from all talks but those of the sets `without`. */
export function learnQuotes(without: readonly string[] = []): Map<string, number> {
  const sets = learnedSets().filter((name) => !without.includes(name));
  const examples = [...messages(), ...everyday(), ...sets.flatMap(talksOf)];
  return learn(examples.map(({ asks, clauses }) => ({ holds: asks, clauses })));
}

/** As it stands in the file of weights. */
export function written(weights: ReadonlyMap<string, number>): string {
  return `${JSON.stringify({ weights: Object.fromEntries(weights) })}\n`;
}

function talksOf(set: string): Example[] {
  return readSet(set).map(({ messages, expected }) => {
    let state = startTalk();
    const clauses: SeenClause[] = [];
    for (const message of messages) {
      const moment = momentOf(state);
      state = readNext(state, message).state;
      if (message.direction === 'in' && !message.recalled)
        clauses.push(...seenClauses(plainOf(message.text), moment));
    }
    return { asks: expected.some(({ kind }) => kind === 'quote'), clauses };
  });
}

function messages(): Example[] {
  return readPrices().map(({ asks, text, before }) => {
    const { state } = readNext(startTalk(), { direction: 'out', text: before });
    return { asks, clauses: seenClauses(plainOf(text), momentOf(state)) };
  });
}

function everyday(): Example[] {
  const lines = readFileSync(EVERYDAY, 'utf8').trim().split('\n');
  const moment = { priced: false, offered: false };
  return lines.map((line) => ({ asks: false, clauses: seenClauses(plainOf(line), moment) }));
}

const momentOf = ({ priced = false, asked }: TalkState): Moment => ({
  priced,
  offered: asked?.sign === 'quote',
});

function show(set: string, weights: ReadonlyMap<string, number>): void {
  const examples = talksOf(set);
  for (const least of [-1, -0.5, 0, 0.5, 1]) {
    const found = ({ clauses }: Example) => clauses.some((clause) => oddsOf(clause, weights) > least);
    const right = examples.filter((one) => one.asks && found(one)).length;
    const wrong = examples.filter((one) => !one.asks && found(one)).length;
    const missed = examples.filter((one) => one.asks && !found(one)).length;
    const figures = [right / (right + wrong), right / (right + missed)].map((figure) => figure.toFixed(3));
    console.log(`${set}, learned reader alone above ${least}: precision ${figures[0]}, recall ${figures[1]}`);
  }
}

if (import.meta.main) {
  const heldOut = process.argv.slice(2);
  const weights = learnQuotes(heldOut);
  for (const set of heldOut) show(set, weights);
  if (heldOut.length === 0) writeFileSync(QUOTE_WEIGHTS, written(weights));
  console.log(`${weights.size} weights`);
}
