import { cleanText, looksLikeCompany, normaliseCreditCode, toHalfWidth } from '@bangqiao/core';

/** One line as the library read it; `mean` 0–1, how sure it is of its characters. */
export interface ReadLine {
  text: string;
  mean: number;
}

/** What stands on a business licence (营业执照), as far as it was read. */
export interface LicenceReading {
  fields: { credit_code?: string; company_name?: string };
  /** 0–1; below a half where the code's check character is wrong. */
  confidence: number;
  /** Degrees by which the picture had to be turned, clockwise; absent: none. */
  turned?: 90 | 180 | 270;
  /** Nothing of a licence was seen, however the picture was turned; or the file is no picture that can be opened. */
  problem?: 'no_licence' | 'unreadable';
}

/** A reading of one way round, and how much it looks like a licence. */
export interface SideReading extends Pick<LicenceReading, 'fields' | 'confidence'> {
  /** 0: nothing of a licence. Both fields beyond doubt: `COMPLETE`. */
  score: number;
}

/** Words that stand on every licence. */
const MARKS = ['营业执照', '统一社会信用代码', '法定代表人', '经营范围', '注册资本', '成立日期', '登记机关'];
const FIELD = 10;
export const COMPLETE = 2 * FIELD;
/** So many marks, or a valid code, make a licence of a picture. */
export const LEAST = 2;

/** Reads the fields from the lines of a picture, whatever else stands in the same line. */
export function readSide(lines: readonly ReadLine[]): SideReading {
  const plain = lines.map(({ text, mean }) => ({ text: toHalfWidth(text), mean }));
  const code = codeIn(plain);
  const name = nameIn(plain);
  const all = plain.map(({ text }) => text.replace(/\s/g, '')).join('\n');
  const marks = MARKS.filter((mark) => all.includes(mark)).length;
  const means = [code, name].flatMap((found) => (found ? [found.mean] : []));
  const sure = means.length === 0 ? 0 : Math.min(...means);
  return {
    fields: { ...(code ? { credit_code: code.value } : {}), ...(name ? { company_name: name.value } : {}) },
    confidence: code && !code.valid ? sure / 2 : sure,
    score: marks + (code?.valid ? FIELD : 0) + (name?.labelled ? FIELD : 0),
  };
}

/** Letters that no code holds (GB 32100-2015), and what was meant. */
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' };

/** The first code whose check character is right, else the first that has its length. */
function codeIn(lines: readonly ReadLine[]): { value: string; valid: boolean; mean: number } | null {
  const found = lines.flatMap(({ text, mean }) =>
    [
      ...text
        .toUpperCase()
        .replace(/\s/g, '')
        .matchAll(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g),
    ].map(([run]) => {
      const value = run.replace(/[OIZS]/g, (letter) => MISREAD[letter] ?? letter);
      return { value, valid: normaliseCreditCode(value) !== null, mean };
    }),
  );
  return found.find(({ valid }) => valid) ?? found[0] ?? null;
}

/** What follows the name in a line when the library joins two columns. */
const NEXT =
  /\s*(?:注\s*册\s*资\s*本|类\s*型|成\s*立\s*日\s*期|法\s*定\s*代\s*表\s*人|住\s*所|营\s*业\s*期\s*限|经\s*营\s*范\s*围).*$/u;
const LABEL = /(?:^|\s)名\s*称\s*[::]?\s*(\S.*)$/u;

/** After the label 名称, else the longest word that ends as companies do. */
function nameIn(lines: readonly ReadLine[]): { value: string; labelled: boolean; mean: number } | null {
  for (const { text, mean } of lines) {
    const value = cleanText(LABEL.exec(text)?.[1]?.replace(NEXT, ''));
    if (value && looksLikeCompany(value)) return { value, labelled: true, mean };
  }
  const words = lines.flatMap(({ text, mean }) => text.split(/\s+/).map((value) => ({ value, mean })));
  const companies = words.filter(
    ({ value }) => value.length >= 4 && /(?:公司|企业|厂|合作社|商行|经营部)$/u.test(value),
  );
  const longest = companies.toSorted((a, b) => b.value.length - a.value.length)[0];
  return longest ? { ...longest, labelled: false } : null;
}
