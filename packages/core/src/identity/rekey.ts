import type { IdentityKey } from '../keys.ts';

/** One id that WeCom replaced by another: another app, a migrated corp. */
export interface KeyChange {
  from: IdentityKey;
  to: IdentityKey;
}

/** Who holds a key now. */
export interface HeldKey extends IdentityKey {
  customer: number;
}

/**
 * `move`: `to` takes the place of `from` at its holders. `suggest`: somebody else holds `to` already, so both may be one person.
 * `done`: `to` is there already. `unknown`: nobody holds `from`.
 */
export interface Rekeying extends KeyChange {
  action: 'move' | 'suggest' | 'done' | 'unknown';
  /** Holders of `from` (`move`, `suggest`) or of `to` (`done`), ascending. */
  customers: number[];
  /** `suggest`: who holds `to`. */
  others: number[];
}

/** Plans changed ids; doing it twice is doing it once. `held` has the holders of every `from` and `to`. */
export function planRekeying(changes: readonly KeyChange[], held: readonly HeldKey[]): Rekeying[] {
  const holders = (key: IdentityKey) =>
    held
      .filter((one) => one.kind === key.kind && one.value === key.value)
      .map(({ customer }) => customer)
      .sort((a, b) => a - b);
  return changes.map((change) => {
    const before = holders(change.from);
    const after = holders(change.to);
    const others = after.filter((customer) => !before.includes(customer));
    if (before.length === 0) {
      return { ...change, action: after.length > 0 ? 'done' : 'unknown', customers: after, others: [] };
    }
    return { ...change, action: others.length > 0 ? 'suggest' : 'move', customers: before, others };
  });
}
