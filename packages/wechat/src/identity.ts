import { createHash } from 'node:crypto';

/**
 * An id out of everything that makes an event this one: the same for the same content whatever the order of keys and the
 * blanks around values, another one for any difference. 128 bits of SHA-256.
 */
export function identityOf(source: string, content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(canonical(content)));
  return `${source}:${digest.digest('hex').slice(0, 32)}`;
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, canonical(inner)]);
}

/** Counts equal things, so that the second "好的" within a second is another event than the first. */
export class Ordinals {
  #span = '';
  readonly #owns = new Map<string, string[]>();

  /**
   * 0 for the first `key` within `span`, 1 for the second. A source that numbers its rows gives `own`: the same number
   * again is the same row, repeated. Only one span is remembered: constant memory.
   */
  next(span: string, key: string, own = ''): number {
    if (span !== this.#span) {
      this.#span = span;
      this.#owns.clear();
    }
    const owns = this.#owns.get(key) ?? [];
    this.#owns.set(key, owns);
    const before = own === '' ? -1 : owns.indexOf(own);
    return before >= 0 ? before : owns.push(own) - 1;
  }
}
