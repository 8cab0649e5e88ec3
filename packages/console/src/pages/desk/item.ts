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
  /** Whom it is about, or what it is called. */
  name: string;
  /** What it is about, in a line. */
  line: string;
  /** ISO-8601, UTC. */
  since: string;
  ifLeft: Words;
  /** Two sides to compare; null where there is nothing to compare. */
  sides: { left: string; right: string; rows: SideRow[] } | null;
  sentences: string[];
  /** What would be written, as it stands. */
  quote?: string;
  links: DeskLink[];
  choices: Choice[];
  /** Items with the same value can be decided together. */
  alike: string;
}

export interface SideRow {
  name: string;
  left: string | null;
  right: string | null;
  leftNote?: string | null;
  rightNote?: string | null;
}

interface DeskLink {
  words: Words;
  to: '/customers/$id' | '/plans/$id';
  id: number;
  /** Whose page it is, where there are several. */
  name?: string;
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
