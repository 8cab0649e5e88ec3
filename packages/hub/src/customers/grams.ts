/** Signs of a gram: two of Chinese, since two find; four of letters and digits, of which there are so few. */
const CHINESE = 2;
const PLAIN = 4;

/** A word of a search: a whole gram, or the beginning of one where less was typed. */
export interface GramTerm {
  gram: string;
  isPrefix: boolean;
}

/** What an index keeps of texts: at each place the gram that begins there. */
export function gramsOf(texts: readonly (string | null)[]): string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    for (const { signs, width } of piecesOf(text ?? '')) {
      for (let at = 0; at < signs.length; at += 1) grams.add(signs.slice(at, at + width).join(''));
    }
  }
  return [...grams];
}

/** What has to stand in the index for a text to be found; empty for a text of nothing but spaces and signs. */
export function termsOf(text: string): GramTerm[] {
  const terms = piecesOf(text).flatMap(({ signs, width }): GramTerm[] => {
    if (signs.length < width) return [{ gram: signs.join(''), isPrefix: true }];
    const last = signs.length - width;
    return Array.from({ length: last + 1 }, (_none, at) => ({
      gram: signs.slice(at, at + width).join(''),
      isPrefix: false,
    }));
  });
  return [...new Map(terms.map((term) => [term.gram, term])).values()].slice(0, MOST_TERMS);
}

const MOST_TERMS = 30;

/** Unbroken stretches of one kind of sign, without width and letter case. */
function piecesOf(text: string): { signs: string[]; width: number }[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return (plain.match(/[a-z0-9]+|[^\P{L}a-z]+|[^\P{N}0-9]+/gu) ?? []).map((piece) => ({
    signs: [...piece],
    width: /^[a-z0-9]/.test(piece) ? PLAIN : CHINESE,
  }));
}
