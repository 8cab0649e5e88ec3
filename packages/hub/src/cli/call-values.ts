import { type CatalogueEntry, type CatalogueField, paramsOf } from '@bangqiao/zhibang';
import { HubError } from '../errors.ts';
import { shownValues } from './typed-words.ts';

/** `name=甲 pagesize=20` as parameters of a call; lists and records inside are given as JSON. */
export function readValues(entry: CatalogueEntry, given: readonly string[]): Record<string, unknown> {
  const known = new Map(paramsOf(entry).map(({ field }) => [field.id, field]));
  const values = new Map<string, unknown>();
  for (const [index, pair] of given.entries()) {
    const at = pair.indexOf('=');
    if (at < 1) throw noPair(index + 1, shownValues(given)[index]!);
    const id = pair.slice(0, at);
    if (values.has(id)) throw givenTwice(id);
    values.set(id, readValue(known.get(id), pair.slice(at + 1)));
  }
  return Object.fromEntries(values);
}

function readValue(field: CatalogueField | undefined, text: string): unknown {
  if (field?.type !== 'array' && field?.type !== 'object') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `shown`: without what may be the rest of a password. */
function noPair(number: number, shown: string): HubError {
  return new HubError({
    code: 'usage',
    exitCode: 2,
    zh: `第 ${number} 个值 ${shown} 不是“字段=值”。`,
    en: `Value ${number}, ${shown}, is not field=value.`,
    nextZh: "写成 name=甲，等号两边不留空格，值里有空格要加引号；列表和对象写 JSON，如 childtd='[{…}]'",
    nextEn:
      "Write name=X without a blank beside the =, a value with blanks in quotes; lists and records as JSON, such as childtd='[{…}]'",
  });
}

function givenTwice(id: string): HubError {
  return new HubError({
    code: 'usage',
    exitCode: 2,
    zh: `${id} 写了两次。`,
    en: `${id} is given twice.`,
    nextZh: '只写一次；可以有多个值的字段用逗号隔开，如 sort1=3,7',
    nextEn: 'Give it once; a field that takes several values has them joined by commas, such as sort1=3,7',
  });
}
