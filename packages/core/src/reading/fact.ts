/** What a message can tell of the customer who wrote it: values of theirs, and signs of what they want or did. */
export const VALUE_FACTS = ['phone', 'company', 'name', 'email', 'address', 'product'] as const;
export const SIGN_FACTS = ['quote', 'order', 'contract', 'payment'] as const;
export type ValueFactKind = (typeof VALUE_FACTS)[number];
export type SignFactKind = (typeof SIGN_FACTS)[number];
/** `landline`: theirs as a phone is, but only noted: people share it, and the ERP's field is for mobiles. */
export type FactKind = ValueFactKind | 'landline' | SignFactKind;

/** A place in a message's text, in UTF-16 units: `text.slice(start, end)` is the evidence. */
export interface Span {
  start: number;
  end: number;
}

/** `stated`: said to be theirs in plain words, or given when asked for it. `likely`: stands there without such a word. */
export type Certainty = 'stated' | 'likely';

export interface Fact {
  kind: FactKind;
  /** In normal form for phone and e-mail; else the words as written, white space cleaned. */
  value: string;
  /** In the customer's own message: where the value stands, or the "yes" that took it over from our question. */
  span: Span;
  certainty: Certainty;
}

/** The customer took something back: a correction, "not my number", "no quote needed after all". */
export interface Withdrawal {
  kind: FactKind;
  value: string;
  span: Span;
}

/** A number, name or address that stands in a message and is not the writer's; only the place matters. */
export interface Reading {
  facts: Fact[];
  withdrawn: Withdrawal[];
}
