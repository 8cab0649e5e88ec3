import type { Bilingual } from '../bilingual.ts';
import { companyKey, isFullCompanyName } from '../company.ts';
import { nameParts } from './company-parts.ts';

export type CompanyLikeness = 'same' | 'likely' | 'different';

export type CompanyReason =
  | 'same_name'
  | 'no_name'
  | 'other_ending'
  | 'short_name'
  | 'region_left_out'
  | 'other_region'
  | 'other_branch'
  | 'other_name';

export interface CompanyComparison {
  likeness: CompanyLikeness;
  reasons: CompanyReason[];
}

/**
 * Two company names: `same` when their keys are equal and say a company by themselves, `likely` when one may be the short form
 * of the other (简称), lacks its region or ends in another legal form, else `different`. Only `same` ever links by itself:
 * a short name is shared by many companies.
 */
export function compareCompanies(a: unknown, b: unknown): CompanyComparison {
  const [left, right] = [companyKey(a), companyKey(b)];
  if (left === null || right === null) return { likeness: 'different', reasons: ['no_name'] };
  if (left === right) {
    return isFullCompanyName(a)
      ? { likeness: 'same', reasons: ['same_name'] }
      : { likeness: 'likely', reasons: ['short_name'] };
  }
  return compareParts(nameParts(left), nameParts(right));
}

type Parts = ReturnType<typeof nameParts>;

function compareParts(left: Parts, right: Parts): CompanyComparison {
  if (left.branch !== right.branch) return { likeness: 'different', reasons: ['other_branch'] };
  const core = compareCores(left, right);
  if (core === null) return { likeness: 'different', reasons: ['other_name'] };
  if (left.region !== '' && right.region !== '' && left.region !== right.region) {
    return { likeness: 'different', reasons: ['other_region'] };
  }
  const reasons: CompanyReason[] = [...core];
  if (left.region !== right.region) reasons.push('region_left_out');
  if (left.form !== '' && right.form !== '' && left.form !== right.form) reasons.push('other_ending');
  if ((left.form === '') !== (right.form === '') && !reasons.includes('short_name'))
    reasons.push('short_name');
  return { likeness: 'likely', reasons };
}

/** Equal without region and ending, or the shorter one without an ending begins the longer one: `示光`, `示光科技有限公司`. */
function compareCores(left: Parts, right: Parts): CompanyReason[] | null {
  if (left.core === right.core) return left.core.length >= 2 ? [] : null;
  const [short, full] = left.core.length < right.core.length ? [left, right] : [right, left];
  const isShort = short.core.length >= 2 && short.form === '' && full.core.startsWith(short.core);
  return isShort ? ['short_name'] : null;
}

/** In the words of the desk. */
export const COMPANY_REASONS: Record<CompanyReason, Bilingual> = {
  same_name: { zh: '公司全称相同', en: 'the full company names are the same' },
  no_name: { zh: '缺少公司名称', en: 'a company name is missing' },
  other_ending: {
    zh: '名称相同，公司形式不同（如有限公司与有限责任公司）',
    en: 'the same name with another legal form',
  },
  short_name: { zh: '一个像是另一个的简称', en: 'one may be the short form of the other' },
  region_left_out: { zh: '一个带地区，一个不带', en: 'one names a region, the other does not' },
  other_region: { zh: '地区不同', en: 'the regions differ' },
  other_branch: { zh: '一个是分公司，或分公司不同', en: 'one is a branch, or the branches differ' },
  other_name: { zh: '名称不同', en: 'the names differ' },
};
