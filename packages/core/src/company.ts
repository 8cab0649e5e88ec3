import { toSimplified } from './simplified.ts';
import { cleanText, hasCharacters } from './text.ts';

/** Endings that say "a company" (domain.md, Quality score and format). */
const KNOWN_ENDINGS = ['公司', '企业', '集团', '中心', '厂', '工厂'];
/** Other organisations: they tell a company from a person where the type is unknown, but raise no confidence. */
const OTHER_ENDINGS = [
  '合作社',
  '事务所',
  '研究所',
  '研究院',
  '设计院',
  '医院',
  '学校',
  '大学',
  '学院',
  '银行',
  '协会',
  '商会',
  '商行',
  '商店',
  '商贸',
  '经营部',
  '门市部',
  '服务部',
  '工作室',
  '酒店',
  '超市',
  '个体户',
];
const ENDINGS = [...KNOWN_ENDINGS, ...OTHER_ENDINGS];
const PERSON_WORDS = ['先生', '女士', '老板', '小姐'];

/**
 * The form in which company names are compared: full and half width, traditional and simplified characters, brackets,
 * white space, letter case and variants of punctuation made equal. Null for no name. `有限公司` and `有限责任公司` stay different: they may be two companies.
 */
export function companyKey(name: unknown): string | null {
  const text = cleanText(name);
  if (text === null) return null;
  if (PLAIN.test(text)) return toSimplified(text);
  const key = toSimplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[[{〔【〈《「『]/gu, '(')
    .replace(/[\]}〕】〉》」』]/gu, ')')
    .replace(/[\p{Dash_Punctuation}−]/gu, '-')
    .replace(/[·•・‧∙⋅・]/gu, '·')
    .replace(/[“”„"‘’`]/gu, "'")
    .replace(/、/gu, ',')
    .replace(/[.。,;]+$/u, '');
  return key || null;
}

/** Han, small letters and digits only, as most names are: already in the form in which they are compared. */
const PLAIN = /^[\u4E00-\u9FFFa-z0-9]+$/;

/** Ends like an organisation, a bracketed place after the ending set aside: `某某公司（深圳）`. */
export function looksLikeCompany(name: unknown): boolean {
  return endsWithAny(name, ENDINGS) || isForeignCompany(name);
}

/** A person's name in the place of a company's: `王老板`, `李女士（深圳）`. `老板电器有限公司` is a company. */
export function isPersonsName(name: unknown): boolean {
  const text = cleanText(name);
  if (text === null || !PERSON_WORDS.some((word) => text.includes(word))) return false;
  return !looksLikeCompany(text);
}

/** Of at least four characters and not a person's: what earns points and what may identify a customer. */
export function isFullCompanyName(name: unknown): boolean {
  const text = cleanText(name);
  return text !== null && hasCharacters(text, 4) && !isPersonsName(text);
}

/** How surely a text is a company's name, 0–1: 0 not one, 0.6 long enough, 0.9 with a known ending. */
export function companyConfidence(name: unknown): number {
  if (!isFullCompanyName(name)) return 0;
  return endsWithAny(name, KNOWN_ENDINGS) || isForeignCompany(name) ? 0.9 : 0.6;
}

function endsWithAny(name: unknown, endings: readonly string[]): boolean {
  const key = companyKey(name)?.replace(/\([^()]*\)$/u, '');
  return key !== undefined && endings.some((ending) => key.endsWith(ending) && key.length > ending.length);
}

const FOREIGN = /\b(?:(?:co)?ltd|inc|llc|gmbh|corp(?:oration)?|limited)\.?$/iu;

function isForeignCompany(name: unknown): boolean {
  const text = cleanText(name);
  return text !== null && FOREIGN.test(text);
}
