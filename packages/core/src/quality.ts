import { isPersonsName } from './company.ts';
import type { Customer } from './customer.ts';
import { hasLicence } from './licence.ts';
import { phoneProblem } from './phone.ts';
import { cleanText, hasCharacters } from './text.ts';

type QualityPartName = 'phone' | 'company_name' | 'business_license' | 'intent';

export interface QualityPart {
  part: QualityPartName;
  points: number;
  of: number;
}

export interface Quality {
  /** 0–100. */
  score: number;
  /** 0–1: the share of `COMPLETENESS_FIELDS` that is filled, to two decimals. */
  completeness: number;
  issues: QualityIssue[];
  parts: QualityPart[];
}

export type QualityIssue =
  | 'phone_missing'
  | 'phone_wrong_format'
  | 'phone_unverified'
  | 'company_name_missing'
  | 'company_name_too_short'
  | 'company_name_is_a_person'
  | 'company_name_unverified'
  | 'business_license_missing'
  | 'business_license_unverified'
  | 'intent_low';

export type QualityFacts = Pick<
  Customer,
  | (typeof COMPLETENESS_FIELDS)[number]
  | 'phone_verified'
  | 'company_name_verified'
  | 'business_license_path'
  | 'business_license_info'
  | 'business_license_verified'
  | 'intent_score'
>;

const COMPLETENESS_FIELDS = [
  'company_name',
  'real_name',
  'phone',
  'email',
  'address',
  'wechat_id',
  'extracted_product_interest',
  'extracted_needs',
] as const satisfies readonly (keyof Customer)[];

interface Scored {
  points: number;
  issue: QualityIssue | null;
}

/** The quality score of domain.md, part by part, with what would raise it. A phone of a wrong format earns nothing. */
export function scoreQuality(customer: QualityFacts): Quality {
  const phone = scorePhone(customer);
  const company = scoreCompany(customer);
  const licence = scoreLicence(customer);
  const intent = scoreIntentPart(customer.intent_score);
  const parts: QualityPart[] = [
    { part: 'phone', points: phone.points, of: 30 },
    { part: 'company_name', points: company.points, of: 30 },
    { part: 'business_license', points: licence.points, of: 20 },
    { part: 'intent', points: intent.points, of: 20 },
  ];
  return {
    score: phone.points + company.points + licence.points + intent.points,
    completeness: completenessOf(customer),
    issues: issuesOf(phone, company, licence, intent),
    parts,
  };
}

function issuesOf(...scored: Scored[]): QualityIssue[] {
  const issues: QualityIssue[] = [];
  for (const { issue } of scored) if (issue !== null) issues.push(issue);
  return issues;
}

function scorePhone(customer: QualityFacts): Scored {
  const phone = cleanText(customer.phone);
  if (phone === null) return { points: 0, issue: 'phone_missing' };
  if (phoneProblem(phone) !== null) return { points: 0, issue: 'phone_wrong_format' };
  return customer.phone_verified ? { points: 30, issue: null } : { points: 15, issue: 'phone_unverified' };
}

function scoreCompany(customer: QualityFacts): Scored {
  const name = cleanText(customer.company_name);
  if (name === null) return { points: 0, issue: 'company_name_missing' };
  if (isPersonsName(name)) return { points: 0, issue: 'company_name_is_a_person' };
  if (!hasCharacters(name, 4)) return { points: 0, issue: 'company_name_too_short' };
  return customer.company_name_verified
    ? { points: 30, issue: null }
    : { points: 20, issue: 'company_name_unverified' };
}

function scoreLicence(customer: QualityFacts): Scored {
  if (customer.business_license_verified) return { points: 20, issue: null };
  return hasLicence(customer)
    ? { points: 10, issue: 'business_license_unverified' }
    : { points: 0, issue: 'business_license_missing' };
}

function scoreIntentPart(intent: number): Scored {
  if (intent >= 80) return { points: 20, issue: null };
  if (intent >= 60) return { points: 15, issue: null };
  if (intent >= 40) return { points: 10, issue: null };
  return { points: 0, issue: 'intent_low' };
}

function completenessOf(customer: QualityFacts): number {
  let filled = 0;
  for (const field of COMPLETENESS_FIELDS) if (cleanText(customer[field]) !== null) filled += 1;
  return Math.round((filled / COMPLETENESS_FIELDS.length) * 100) / 100;
}
