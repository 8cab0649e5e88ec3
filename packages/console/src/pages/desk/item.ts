import type { DESK_KINDS } from '../../words/desk.ts';
import type { Words } from '../../words/words.ts';

export type DeskKind = keyof typeof DESK_KINDS;

/** One thing that a person has to decide, whatever kind it is. */
export interface DeskItem {
  /** `conflict-12` */
  key: string;
  /** Its number among its kind. */
  id: number;
  kind: DeskKind;
  customer: { id: number; name: string } | null;
  /** What it is about, in a line. */
  line: string;
  /** ISO-8601, UTC. */
  since: string;
  ifLeft: Words;
  /** Facts of the matter, one row each: name, what the hub and what the ERP says. */
  sides: {
    name: string;
    hub: string | null;
    erp: string | null;
    hubNote: string | null;
    erpNote: string | null;
  }[];
  sentences: string[];
  choices: Choice[];
  /** Items with the same value can be decided together. */
  alike: string;
}

/** A way to decide; its place in the list is its key: 1, 2, 3. */
export interface Choice {
  name: string;
  words: Words;
  /** What it does to the ERP. */
  effect: Words;
  /** A value has to be typed first; it starts with this one. */
  types?: string;
}
