import learned from '../generated/quote-weights.json' with { type: 'json' };
import { type Moment, oddsOf, type SeenClause, seenClauses } from './clause-model.ts';
import { anyOf } from './clauses.ts';
import type { Fact, Span } from './fact.ts';
import { knownQuestion, NOT_ABOUT_US } from './quote-words.ts';

/**
 * The customer asks for a price: the words that ask. A price mentioned, bargained about or refused is none. A list of words
 * and what was learned from labelled talks tell it together (docs/decisions/0036): known words count unless the learned reader
 * finds them unlikely, other words where it finds them likely.
 */
export function quoteFact(plain: string, moment: Moment): Fact | null {
  const known = knownQuestion(plain, moment.priced);
  if (known === null && !moment.priced && !moment.offered && !OF_PRICES.test(plain)) return null;
  const { clause, odds } = likeliest(plain, moment);
  if (known !== null && odds > UNLIKELY) return factAt(plain, known);
  return clause !== null && odds > LIKELY ? factAt(plain, clause) : null;
}

function factAt(plain: string, { start, end }: Span): Fact {
  return { kind: 'quote', value: plain.slice(start, end), span: { start, end }, certainty: 'stated' };
}

/** Log odds. On sets that were held out, precision and recall were best about here, and much the same beside it. */
const UNLIKELY = -2;
const LIKELY = 0.5;

function likeliest(plain: string, moment: Moment): { clause: SeenClause | null; odds: number } {
  let best: SeenClause | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const clause of seenClauses(plain, moment)) {
    if (NOT_ABOUT_US.test(clause.own)) continue;
    const odds = oddsOf(clause, weights);
    if (odds > most) [best, most] = [clause, odds];
  }
  return { clause: best, odds: most };
}

/**
 * Words without which nobody asks for a price unless our side spoke of one. They spare most messages the closer look, and
 * keep what was learned on talks of sales from what is far from any.
 */
const OF_PRICES =
  /[报抱价贵钱卖费租批核询估]|多少|好多|几|合计|预算|算|行情|便宜|大洋|出个?单|(?:怎么|咋)个?[收出走给拿要]|拿货|price|quot|how much|offer|rfq|cost|\bpi\b/;

const weights: ReadonlyMap<string, number> = new Map(Object.entries(learned.weights));

/** `不用报价了`: what was asked for is no longer wanted; null when nothing of the kind is said. */
export function quoteRefused(plain: string): Span | null {
  const found = REFUSED.exec(plain);
  return found && { start: found.index, end: found.index + found[0].length };
}

const REFUSED = anyOf([
  '(?:不用|不要|不需要?|不必|无需|先别|别|暂时不|先不)(?:再|给我|给我们|麻烦|帮我|你们?)*报(?:价)?(?:了|啦)?',
  '(?:报价|价格)(?:单)?(?:就|先|也|都|暂时)?(?:不用|不要|不需|算了|免了|不必|取消|作罢)',
]);
