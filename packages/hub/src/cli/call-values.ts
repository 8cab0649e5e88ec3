import { type CatalogueEntry, type CatalogueField, paramsOf } from '@bangqiao/zhibang';
import { HubError } from '../errors.ts';

/** `name=甲 pagesize=20` as parameters of a call; lists and records inside are given as JSON. */
export function readValues(entry: CatalogueEntry, given: readonly string[]): Record<string, unknown> {
  const known = new Map(paramsOf(entry).map(({ field }) => [field.id, field]));
  const values = new Map<string, unknown>();
  for (const pair of given) {
    const at = pair.indexOf('=');
    if (at < 1) throw noPair(pair);
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

function noPair(pair: string): HubError {
  return new HubError({
    code: 'usage',
    exitCode: 2,
    zh: `${pair} 不是“字段=值”。`,
    en: `${pair} is not field=value.`,
    nextZh: "写成 name=甲；列表和对象写 JSON，如 childtd='[{…}]'",
    nextEn: "Write name=X; lists and records as JSON, such as childtd='[{…}]'",
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
