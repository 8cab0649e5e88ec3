import { WRITE_PILES } from '@bangqiao/api';

export type Pile = (typeof WRITE_PILES)[number];

/** What the address of the journal holds; absent: what needs a person. */
export interface JournalSearch {
  pile?: Pile;
}

export function journalSearch({ pile }: Record<string, unknown>): JournalSearch {
  const known = WRITE_PILES.find((one) => one === pile);
  return known ? { pile: known } : {};
}
