import type { Bilingual } from '../bilingual.ts';
import type { IdentityKey, KeyKind } from '../keys.ts';
import { compareCompanies } from './compare-companies.ts';

/** What identity looks at of a person: keys in the form of `identityKey`, and the names that can speak for or against. */
export interface Known {
  keys: readonly IdentityKey[];
  company_name: string | null;
  credit_code: string | null;
  real_name: string | null;
}

/** Somebody found by one of the newcomer's keys, or by a company's name. */
export interface Candidate extends Known {
  id: number;
}

export type PlacementOutcome = 'link' | 'suggest' | 'new' | 'ambiguous';

export interface Likeness {
  id: number;
  /** 0–1, for sorting the desk; never a reason to link. */
  score: number;
  reasons: Bilingual[];
}

export interface Placement {
  outcome: PlacementOutcome;
  /** `link`: who it is. */
  id: number | null;
  /** `link`: the keys that say so, strongest first. */
  by: KeyKind[];
  reasons: Bilingual[];
  /** `suggest`, `ambiguous`, and beside a `link` or a `new`: who else it may be, likeliest first. */
  others: Likeness[];
}

/** The same WeChat account, whatever else differs. */
const ACCOUNT: readonly KeyKind[] = ['wechat', 'external_userid', 'unionid'];
/** Exact, and linking unless something contradicts. */
const EXACT: readonly KeyKind[] = ['credit_code', 'phone', 'khid'];

/**
 * Who a newcomer is among those found by keys. An account links always; a phone, customer number or credit code unless two
 * credit codes contradict it; a full company name only to a row without a WeChat person, since a company has several people;
 * an e-mail, a short name and a person's name never (decision 0020). Several exact matches are for a person.
 */
export function placeNewcomer(newcomer: Known, candidates: readonly Candidate[]): Placement {
  const judged = candidates.map((candidate) => judge(newcomer, candidate));
  const accounts = judged.filter((one) => one.by.some((kind) => ACCOUNT.includes(kind)));
  if (accounts.length === 1) return linked(accounts[0]!, judged);
  if (accounts.length > 1) return undecided(judged);
  const exact = judged.filter((one) => !one.contradicted && one.by.some((kind) => EXACT.includes(kind)));
  if (exact.length === 1) return linked(exact[0]!, judged);
  if (exact.length > 1) return undecided(judged);
  const companies = judged.filter((one) => !one.contradicted && one.by.includes('company'));
  const free = companies.filter((one) => !one.hasAccount);
  if (free.length === 1 && companies.length === 1) return linked(free[0]!, judged);
  if (companies.length > 1 && free.length > 0) return undecided(judged);
  return suggested(judged);
}

interface Judged extends Likeness {
  by: KeyKind[];
  contradicted: boolean;
  hasAccount: boolean;
}

function judge(newcomer: Known, candidate: Candidate): Judged {
  const by = sharedKinds(newcomer.keys, candidate.keys);
  const contradicted =
    newcomer.credit_code !== null &&
    candidate.credit_code !== null &&
    newcomer.credit_code !== candidate.credit_code;
  const { likeness } = compareCompanies(newcomer.company_name, candidate.company_name);
  const hasAccount = isPerson(candidate.keys);
  const colleague = hasAccount && isPerson(newcomer.keys);
  const sameName = newcomer.real_name !== null && newcomer.real_name === candidate.real_name;
  const reasons = [
    ...by.map((kind) => SAME[kind]),
    ...(likeness === 'likely' ? [LIKELY_COMPANY] : []),
    ...(sameName ? [SAME_NAME] : []),
    ...(contradicted ? [OTHER_CODE] : []),
  ];
  return {
    id: candidate.id,
    by,
    contradicted,
    hasAccount,
    reasons,
    score: scoreOf({ by, likely: likeness === 'likely', sameName, contradicted, colleague }),
  };
}

const isPerson = (keys: readonly IdentityKey[]) => keys.some(({ kind }) => ACCOUNT.includes(kind));

const STRENGTH: readonly KeyKind[] = [...ACCOUNT, ...EXACT, 'company', 'email'];

function sharedKinds(a: readonly IdentityKey[], b: readonly IdentityKey[]): KeyKind[] {
  const held = new Set(b.map(({ kind, value }) => `${kind}:${value}`));
  const shared = new Set(a.filter(({ kind, value }) => held.has(`${kind}:${value}`)).map(({ kind }) => kind));
  return STRENGTH.filter((kind) => shared.has(kind));
}

function scoreOf(seen: {
  by: readonly KeyKind[];
  likely: boolean;
  sameName: boolean;
  contradicted: boolean;
  colleague: boolean;
}): number {
  const parts = [
    seen.by.some((kind) => ACCOUNT.includes(kind) || EXACT.includes(kind)) ? 0.6 : 0,
    seen.by.includes('email') ? 0.5 : 0,
    // Two WeChat people of one company are colleagues, until something else is the same as well.
    seen.by.includes('company') ? (seen.colleague ? 0.2 : 0.4) : 0,
    seen.likely ? 0.2 : 0,
    seen.sameName ? 0.3 : 0,
  ];
  const sum = Math.min(
    1,
    parts.reduce((total, part) => total + part, 0),
  );
  return Math.round((seen.contradicted ? sum / 2 : sum) * 100) / 100;
}

/** A name alone, or a likely company alone, is said by too many: from here on a person is asked. */
const WORTH_ASKING = 0.4;

function linked(who: Judged, judged: readonly Judged[]): Placement {
  return {
    outcome: 'link',
    id: who.id,
    by: who.by,
    reasons: who.reasons,
    others: othersOf(judged.filter((one) => one.id !== who.id)),
  };
}

function undecided(judged: readonly Judged[]): Placement {
  return { outcome: 'ambiguous', id: null, by: [], reasons: [SEVERAL], others: othersOf(judged) };
}

function suggested(judged: readonly Judged[]): Placement {
  const others = othersOf(judged);
  const outcome = others.length > 0 ? 'suggest' : 'new';
  return { outcome, id: null, by: [], reasons: [others.length > 0 ? ONLY_LIKELY : NOBODY], others };
}

function othersOf(judged: readonly Judged[]): Likeness[] {
  return judged
    .filter((one) => one.score >= WORTH_ASKING || one.contradicted)
    .map(({ id, score, reasons }) => ({ id, score, reasons }))
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

const SAME: Record<KeyKind, Bilingual> = {
  phone: { zh: '手机号相同', en: 'the same phone' },
  wechat: { zh: '微信号相同', en: 'the same WeChat id' },
  unionid: { zh: 'unionid 相同', en: 'the same unionid' },
  external_userid: { zh: '企业微信外部联系人相同', en: 'the same WeCom external contact' },
  credit_code: { zh: '统一社会信用代码相同', en: 'the same credit code' },
  company: { zh: '公司全称相同', en: 'the same full company name' },
  khid: { zh: '客户编号相同', en: 'the same customer number' },
  email: { zh: '邮箱相同', en: 'the same e-mail' },
};
const LIKELY_COMPANY: Bilingual = { zh: '公司名称相近', en: 'the company names are alike' };
const SAME_NAME: Bilingual = { zh: '姓名相同', en: 'the same name' };
const OTHER_CODE: Bilingual = { zh: '统一社会信用代码不同', en: 'the credit codes differ' };
const SEVERAL: Bilingual = { zh: '有多位符合，需要人来选', en: 'several match; a person has to choose' };
const ONLY_LIKELY: Bilingual = {
  zh: '只是疑似，不自动关联',
  en: 'only likely, so nothing is linked by itself',
};
const NOBODY: Bilingual = { zh: '没有找到相同的人', en: 'nobody like this was found' };
