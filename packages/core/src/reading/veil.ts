const GAPPED_DIGITS = /[0-9０-９](?:[\s.\-‐-―－()（）]{0,2}[0-9０-９]){6,}/gu;
const SPOKEN_DIGITS =
  /[零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[\s,，、.]?[零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]){6,}/gu;

/**
 * Hides every number that could be a telephone (seven digits and more, also spaced, full-width or in words) but for its last two
 * digits. The text keeps its length, so that what is found in it stands at the same place in the original.
 */
export function veilNumbers(text: string): string {
  return text.replace(GAPPED_DIGITS, veil).replace(SPOKEN_DIGITS, veil);
}

function veil(run: string): string {
  const isDigit = (char: string) => !/[\s,，、.\-‐-―－()（）]/u.test(char);
  let left = [...run].filter(isDigit).length;
  return [...run].map((char) => (isDigit(char) && left-- > 2 ? '*' : char)).join('');
}
