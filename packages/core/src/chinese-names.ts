import { FACTS } from './fact-names.ts';

/** What an office writes in a condition, in CEL; the longest first, since 手机号 begins 手机号已验证. */
export const CHINESE_NAMES: readonly (readonly [chinese: string, cel: string])[] = [
  ...Object.entries(FACTS).flatMap(([name, fact]) => {
    if (fact.type === 'flag') return [pair(fact.yes.zh, name), pair(fact.no.zh, `!${name}`)];
    if (fact.type === 'number') return [pair(fact.zh, name)];
    return [
      pair(fact.zh, name),
      pair(`有${fact.zh}`, `${name} != ""`),
      pair(`没有${fact.zh}`, `${name} == ""`),
    ];
  }),
  pair('手机', 'phone'),
  pair('手机号码', 'phone'),
  pair('公司名称', 'company_name'),
  pair('意向分数', 'intent_score'),
  pair('质量分', 'data_quality_score'),
].sort(byLength);

export const CHINESE_OPERATORS: readonly (readonly [chinese: string, cel: string])[] = [
  ...['，并且', '，且', '并且', '且'].map((word) => pair(word, '&&')),
  ...['，或者', '，或', '或者', '或'].map((word) => pair(word, '||')),
  ...['≥', '大于等于', '不小于', '不低于', '不少于', '至少'].map((word) => pair(word, '>=')),
  ...['≤', '小于等于', '不大于', '不高于', '不超过', '至多'].map((word) => pair(word, '<=')),
  ...['＞', '大于', '高于', '超过'].map((word) => pair(word, '>')),
  ...['＜', '小于', '低于', '少于'].map((word) => pair(word, '<')),
  ...['≠', '不等于'].map((word) => pair(word, '!=')),
  ...['＝', '等于'].map((word) => pair(word, '==')),
].sort(byLength);

/** The word that stands at the beginning of a text, and how it is written in CEL. */
export function chineseWordIn(text: string): { word: string; cel: string } | null {
  const found = [...CHINESE_NAMES, ...CHINESE_OPERATORS].find(([chinese]) => text.startsWith(chinese));
  return found ? { word: found[0], cel: found[1] } : null;
}

function pair(chinese: string, cel: string): readonly [string, string] {
  return [chinese, cel];
}

function byLength([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return b.length - a.length;
}
