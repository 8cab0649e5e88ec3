import type { Catalogue } from './catalogue/catalogue.ts';
import type { Dice, Faults } from './faults.ts';
import type { HelpSite } from './help/site.ts';
import type { Oddities } from './oddities.ts';
import type { RowCache } from './row-cache.ts';
import type { Sessions } from './sessions.ts';
import type { State } from './state.ts';
import type { SimStats } from './types.ts';

/** All that a handler may look at or change. */
export interface World {
  readonly state: State;
  readonly oddities: Oddities;
  readonly faults: Faults;
  readonly dice: Dice;
  readonly sessions: Sessions;
  readonly rows: RowCache;
  readonly catalogue: Catalogue;
  readonly help: HelpSite;
  stats: SimStats;
  readonly now: () => Date;
  readonly seed: number;
}

/** China time, `2025-10-19 09:05:00`, whatever the machine's zone. */
export function chinaTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function bump(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** The customer number that the ERP proposes for a sequence. */
export function customerNumber(world: World, sequence: number): string {
  return `KH${chinaTime(world.now()).slice(0, 4)}${String(sequence).padStart(5, '0')}`;
}
