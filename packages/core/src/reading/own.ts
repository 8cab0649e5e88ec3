import { cleanText } from '../text.ts';
import { addressFacts } from './addresses.ts';
import { companyFacts } from './companies.ts';
import { emailFacts } from './emails.ts';
import type { Fact } from './fact.ts';
import { nameFacts } from './names.ts';
import { phonesOf } from './phones.ts';
import { plainOf } from './plain.ts';
import { productFacts } from './products.ts';
import type { Asked } from './question.ts';
import { quoteFact } from './quote.ts';
import { dealFacts } from './signs.ts';

/** What the reader of one message knows of the talk around it. */
export interface MessageContext {
  /** What our side asked before it. */
  asked?: Asked | null;
  /** Keys (`companyKey`) of the names by which our side goes; never taken for the customer's. */
  ours?: readonly string[];
  /** The customer's company was named before. */
  isKnown?: boolean;
  /** Our side named a price just before it. */
  priced?: boolean;
}

/**
 * What a customer's message says of the customer, by itself: values of theirs, and signs that they want a price, ordered,
 * signed or paid. Numbers and companies of other people, and what is denied, are not among it. Total and linear: any text
 * is read, up to its first 4,000 UTF-16 units; same text, same facts.
 */
export function readMessage(text: string, context: MessageContext = {}): Fact[] {
  const written = text.slice(0, LONGEST);
  if (!WORTH_READING.test(written)) return [];
  return factsIn(plainOf(written), context).map((fact) => inOwnWords(fact, written));
}

/** Longer ones are pasted documents; WeChat itself cuts a message at 2,048 bytes. */
const LONGEST = 4000;
/** One digit, letter or Han character at least. */
const WORTH_READING = /[\p{L}\p{N}]/u;

function factsIn(
  plain: string,
  { asked = null, ours = [], priced = false, isKnown = false }: MessageContext,
): Fact[] {
  const companies = companyFacts(plain, { asked, ours, isKnown });
  const phones = phonesOf(plain, asked, companies);
  const emails = emailFacts(plain, asked);
  const quote = quoteFact(plain, { priced, offered: asked?.sign === 'quote' });
  return [
    ...phones,
    ...companies,
    ...nameFacts(plain, asked, { phones, companies }),
    ...emails,
    ...addressFacts(plain, asked),
    ...productFacts(plain, asked),
    ...(quote === null ? [] : [quote]),
    // Who asks what so many cost has not ordered them yet.
    ...dealFacts(plain).filter(({ kind }) => kind !== 'order' || quote === null),
  ];
}

/** Reading folds characters; what is kept is what the customer wrote. */
function inOwnWords(fact: Fact, text: string): Fact {
  if (fact.kind === 'phone' || fact.kind === 'landline' || fact.kind === 'email') return fact;
  const { start, end } = fact.span;
  if (fact.kind === 'name' && fact.value.length < end - start) return fact;
  return { ...fact, value: cleanText(text.slice(start, end)) ?? fact.value };
}
