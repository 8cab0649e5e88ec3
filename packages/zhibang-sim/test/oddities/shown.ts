import type { Oddities } from '../../src/index.ts';
import { type Doc, table, type Visitor, visit } from '../visitor.ts';

/** One sentence and its proof for each oddity. */
export type Shown = Partial<Record<keyof Oddities, [sentence: string, shows: () => Promise<void>]>>;

/** A visitor to a system with these oddities. */
export const odd = (oddities: Partial<Oddities>): Promise<Visitor> => visit({ oddities });

export const formPath = (query: string): string => `salesmanage/custom/add?${query}`;

export const colIds = (doc: Doc): string[] => table(doc).cols.map((each: Doc) => each.id);
