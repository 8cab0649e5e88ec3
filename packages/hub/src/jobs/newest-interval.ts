import type { LiveSettings } from '../config/live.ts';

const LONGEST_S = 300;

/** Seconds between two looks at the newest customers; null: none is to be. */
export function newestInterval({
  pullEnabled,
  pullInterval,
}: Pick<LiveSettings, 'pullEnabled' | 'pullInterval'>): number | null {
  return pullEnabled ? Math.min(LONGEST_S, pullInterval) : null;
}
