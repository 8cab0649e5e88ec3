import type { Span } from './fact.ts';

/** A landline as it stands in a text, in normal form: `0571-88001234`, with an extension `0571-88001234-802`. */
export interface WrittenLandline extends Span {
  phone: string;
}

/** Area code and number with something between them; without it, or without an area code, only behind a word for telephones. */
const LANDLINE =
  /(?<![\d.\-+]|传真[^,。\n]{0,3})(?:\+?86[- ]?)?(?:(?<split>\(0(?:10|2\d|[3-9]\d\d)\)[- ]?|0(?:10|2\d|[3-9]\d\d)[- ]{1,3})|(?<=(?:电话|座机|固话|tel)(?:号码?)?(?:是|为)?[.: ]{0,3})(?<joined>0(?:10|2\d|[3-9]\d\d))?)(?<number>[2-8]\d{6,7}|[2-8]\d{2,3}[- ]\d{4})(?:(?:转|-|分机| 转| 分机|ext\.?)[: ]?(?<extension>\d{2,5}))?(?![\d.]|[- ]\d{3})/g;

/** Every landline in a text of `plainOf`. It tells no person from another: a whole company may share it. */
export function writtenLandlines(plain: string): WrittenLandline[] {
  if (!HINT.test(plain)) return [];
  return [...plain.matchAll(LANDLINE)].flatMap((found): WrittenLandline[] => {
    const { split, joined, number, extension } = found.groups!;
    const area = (split ?? joined ?? '').replace(/\D/g, '');
    const own = number!.replace(/\D/g, '');
    if (own.length < (LONG_AREAS.test(area) ? 8 : 7)) return [];
    const phone = [area, own, extension].filter((part) => part).join('-');
    return [{ phone, start: found.index, end: found.index + found[0].length }];
  });
}

const HINT = /0\d{2,3}[-) ]|电话|座机|固话|tel/;
/** Areas of three digits have numbers of eight. */
const LONG_AREAS = /^0(?:10|2\d)$/;
