import type { Bilingual } from '@bangqiao/core';
import type { CatalogueEntry } from '@bangqiao/zhibang';

/** Lists of choices: the catalogue has no entries of their own, only fields that take their values from them. */
const CHOICES: readonly (readonly [address: RegExp, list: Bilingual])[] = [
  [/\/source(?:\.asp)?\?(?:.*&)?enumid=11(?:&|$)/i, { zh: '行业', en: 'industries' }],
  [/\/source(?:\.asp)?\?(?:.*&)?enumid=13(?:&|$)/i, { zh: '客户来源', en: 'sources of customers' }],
  [/\/source(?:\.asp)?\?(?:.*&)?enumid=14(?:&|$)/i, { zh: '价值评估', en: 'assessments' }],
  [/\/source(?:\.asp)?\?(?:.*&)?enumid=98(?:&|$)/i, { zh: '跟进方式', en: 'kinds of follow-up' }],
  [/\/area_list\b/i, { zh: '客户区域', en: 'regions' }],
  [/\/telsort_list\b/i, { zh: '客户分类', en: 'categories of customers' }],
  [/\/gate_list\b/i, { zh: 'ERP 用户', en: "the ERP's users" }],
];

/** What a call to this address (path and query) does, in the catalogue's words; null where nothing says so. */
export function nameOfCall(address: string, entries: readonly CatalogueEntry[]): Bilingual | null {
  const choice = CHOICES.find(([pattern]) => pattern.test(address))?.[1];
  if (choice) return { zh: `读取选项：${choice.zh}`, en: `Choices: ${choice.en}` };
  const entry = entryAt(address, entries);
  return entry ? { zh: entry.name, en: entry.nameEn } : null;
}

/** The entry of this path, or of its older one, whose query says most of what the address says, and nothing else. */
function entryAt(address: string, entries: readonly CatalogueEntry[]): CatalogueEntry | undefined {
  const asked = partsOf(address);
  const fits = entries.flatMap((entry) => {
    const counts = [entry.path, entry.alias ?? ''].flatMap((known) => {
      const { path, query } = partsOf(known);
      const isMet = path === asked.path && [...query].every((pair) => asked.query.has(pair));
      return isMet ? [query.size] : [];
    });
    return counts.length === 0 ? [] : [{ entry, count: Math.max(...counts) }];
  });
  return fits.sort((one, other) => other.count - one.count)[0]?.entry;
}

function partsOf(address: string): { path: string; query: ReadonlySet<string> } {
  const [path = '', query = ''] = address.toLowerCase().split('?');
  return { path, query: new Set(query.split('&').filter((pair) => pair !== '')) };
}
