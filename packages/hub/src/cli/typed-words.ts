import { isSecretName, withoutSecrets } from '../log.ts';

const HIDDEN = '***';

/** Words of a command as they may be kept and shown: what is given to a secret's name, `Pw=…`, is left out, and secrets inside of records. */
export function shownWords(words: readonly string[]): string[] {
  return words.map((word) => {
    const { name, value } = pairIn(word);
    return name === undefined ? shown(word) : `${name}=${isSecretName(name) ? HIDDEN : shown(value)}`;
  });
}

/**
 * The same of `call`, whose words should all be `field=value`: what stands loose behind a secret's name (`Pw= x`, `Pw = x`, `Pw x y`)
 * belongs to the secret, up to the next pair.
 */
export function shownValues(words: readonly string[]): string[] {
  const shown = shownWords(words);
  let ofSecret = false;
  let isAwaited = false;
  return words.map((word, at) => {
    const { name, value } = pairIn(word);
    if (ofSecret && (isAwaited || name === undefined)) {
      isAwaited &&= word === '=';
      return word === '=' ? word : HIDDEN;
    }
    ofSecret = name === undefined ? isBareSecretName(word) : isSecretName(name);
    isAwaited = ofSecret && (name === undefined || value === '');
    return shown[at]!;
  });
}

type Pair = { name: string; value: string } | { name?: undefined; value?: undefined };

/** A full-width `＝` as well, which an input method for Chinese types. */
function pairIn(word: string): Pair {
  const [, name, value] = /^([^=＝]+)[=＝](.*)$/s.exec(word) ?? [];
  return name === undefined || value === undefined ? {} : { name, value };
}

/** `session.login` is an endpoint, and no name of a field. */
function isBareSecretName(word: string): boolean {
  return /^[^=.\s]+$/.test(word) && isSecretName(word.replace(/[:：]$/, ''));
}

/** Records inside are given as JSON, with names of their own. */
function shown(text: string): string {
  const held = jsonIn(text);
  return typeof held === 'object' ? JSON.stringify(withoutSecrets(held)) : String(withoutSecrets(text));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
