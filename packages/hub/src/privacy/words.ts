const ERASED = '***';

/** Words that are taken out of texts; what was JSON is JSON afterwards. */
export class Words {
  readonly #words: readonly RegExp[];
  /** As they stand in a text, in JSON too. */
  readonly #spelled: readonly string[];

  /**
   * @param words the longest first.
   * @param where `whole`: `zhang1` stays a part of `zhang123`. Elsewhere a part goes too: in an address or a line that was cut off
   * letters stand before a word that are none of it.
   */
  constructor(words: readonly string[], where: 'anywhere' | 'whole' = 'anywhere') {
    this.#words = words.map((word) => new RegExp(where === 'whole' ? wholeOf(word) : literal(word), 'g'));
    this.#spelled = [...new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))];
  }

  /** The text without them; the very same where it has none. */
  takenOutOf(text: string): string {
    if (!this.#spelled.some((word) => text.includes(word))) return text;
    if (/^\s*[[{]/.test(text)) {
      try {
        const value = JSON.parse(text);
        const without = JSON.stringify(this.#outOf(value));
        return without === JSON.stringify(value) ? text : without;
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
    return this.#words.reduce((rest, word) => rest.replace(word, ERASED), text);
  }
}

const literal = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A number may have its country before it; beside another digit it is a part of something longer. */
function wholeOf(word: string): string {
  if (/^\d+$/.test(word)) return `(?:(?<!\\d)|(?<=(?<!\\d)(?:00)?86))${word}(?!\\d)`;
  return `${/^\w/.test(word) ? '(?<!\\w)' : ''}${literal(word)}${/\w$/.test(word) ? '(?!\\w)' : ''}`;
}
