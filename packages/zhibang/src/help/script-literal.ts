/** The text ended before its value did. */
export class CutShort extends Error {}

/**
 * Reads the list, object, string or number that stands at `from` in a script: JSON, and what scripts allow besides (single
 * quotes, bare keys, commas at the end, comments). Nothing is run. @throws CutShort, or Error for anything else
 */
export function readLiteral(script: string, from = 0): unknown {
  return new Reader(script, from).value();
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};
/** Python's too: cookies are printed by scripts of either language. */
const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
  True: true,
  False: false,
  None: null,
};

class Reader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(): unknown {
    const next = this.#peek();
    if (next === '[') return this.#list();
    if (next === '{') return this.#object();
    if (next === '"' || next === "'") return this.#string();
    const word = this.#word();
    if (word in WORDS) return WORDS[word];
    const number = Number(word);
    if (Number.isNaN(number)) throw new Error(`not a literal: ${word.slice(0, 20)}`);
    return number;
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.#at++;
    while (this.#peek() !== ']') {
      items.push(this.value());
      if (this.#peek() === ',') this.#at++;
    }
    this.#at++;
    return items;
  }

  #object(): Record<string, unknown> {
    const found: Record<string, unknown> = Object.create(null);
    this.#at++;
    while (this.#peek() !== '}') {
      const quoted = this.#peek() === '"' || this.#peek() === "'";
      const key = quoted ? this.#string() : this.#word();
      if (this.#peek() !== ':') throw new Error(`no value after ${key}`);
      this.#at++;
      found[key] = this.value();
      if (this.#peek() === ',') this.#at++;
    }
    this.#at++;
    return found;
  }

  #string(): string {
    const quote = this.#text[this.#at++];
    let read = '';
    for (;;) {
      const letter = this.#text[this.#at++];
      if (letter === undefined) throw new CutShort();
      if (letter === quote) return read;
      read += letter === '\\' ? this.#escape() : letter;
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at++];
    if (letter === undefined) throw new CutShort();
    const digits = { u: 4, x: 2 }[letter];
    if (!digits) return ESCAPES[letter] ?? letter;
    const code = this.#text.slice(this.#at, this.#at + digits);
    this.#at += digits;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #word(): string {
    const word = /[\w$.+-]*/y;
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0] ?? '';
    if (found === '') throw new Error(`unexpected ${this.#text[this.#at]}`);
    this.#at += found.length;
    // Nothing ends with a word: it may be half of one.
    if (this.#at === this.#text.length) throw new CutShort();
    return found;
  }

  /** The next letter that means something. */
  #peek(): string {
    const filler = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*/y;
    filler.lastIndex = this.#at;
    this.#at += filler.exec(this.#text)?.[0].length ?? 0;
    const next = this.#text[this.#at];
    if (next === undefined) throw new CutShort();
    return next;
  }
}
