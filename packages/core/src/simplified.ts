import { Converter } from 'opencc-js/t2cn';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Traditional characters as simplified ones, character by character: the length stays, so places in the text do too. */
export function toSimplified(text: string): string {
  simple ??= pairs();
  let simplified = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const other = simple[text.charCodeAt(at) - FIRST_HAN];
    if (other === undefined) continue;
    simplified += text.slice(copied, at) + other;
    copied = at + 1;
  }
  return copied === 0 ? text : simplified + text.slice(copied);
}

/** By the distance from the first Han character; made once, when first asked for, because converting whole texts is fifty times slower. */
let simple: readonly (string | undefined)[] | undefined;

function pairs(): (string | undefined)[] {
  const all = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, at) =>
    String.fromCharCode(FIRST_HAN + at),
  );
  const converted = Converter({ from: 't', to: 'cn' })(all.join('\n')).split('\n');
  return all.map((char, at) =>
    converted[at] === char || converted[at]?.length !== 1 ? undefined : converted[at],
  );
}
