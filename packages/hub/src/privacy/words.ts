const ERASED = '***';

/** Words that are taken out of texts; what was JSON is JSON afterwards. */
export class Words {
  readonly #words: readonly string[];
  /** As they stand in a text, in JSON too. */
  readonly #spelled: readonly string[];

  /** @param words the longest first. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#spelled = [...new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))];
  }

  /** The text without them; the very same where it has none. */
  takenOutOf(text: string): string {
    if (!this.#spelled.some((word) => text.includes(word))) return text;
    if (/^\s*[[{]/.test(text)) {
      try {
        return JSON.stringify(this.#outOf(JSON.parse(text)));
      } catch {
        // Cut off, or no JSON after all: a text like any other.
      }
    }
    return this.#outOfText(text);
  }

  #outOf(value: unknown): unknown {
    if (typeof value === 'string') return this.#outOfText(value);
    if (typeof value === 'number') return this.#outOfText(String(value)) === String(value) ? value : ERASED;
    if (Array.isArray(value)) return value.map((one) => this.#outOf(one));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [this.#outOfText(key), this.#outOf(one)]),
    );
  }

  #outOfText(text: string): string {
    return this.#words.reduce((rest, word) => rest.replaceAll(word, ERASED), text);
  }
}
