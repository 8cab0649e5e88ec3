import type { Bilingual } from './bilingual.ts';
import type { Customer } from './customer.ts';
import { FACTS, type FactName, isFactName } from './fact-names.ts';
import { hasLicence } from './licence.ts';
import { maskPhone, maskPhonesIn } from './text.ts';

/** What a condition can read: text ('' when empty), numbers (0 when unknown) and flags (false when unknown). */
export type Facts = Readonly<Record<string, string | number | boolean>>;
export type FactValue = string | number | boolean | null;

const EMPTY = { text: '', number: 0, flag: false } as const;

/** A customer as a full record of facts, so that a condition never meets null or an absent column. */
export function factsOf(customer: Partial<Customer>): Facts {
  const facts: Record<string, string | number | boolean> = {};
  for (const name of Object.keys(FACTS) as FactName[]) {
    facts[name] = customer[name] ?? EMPTY[FACTS[name].type];
  }
  if (
    !hasLicence({
      business_license_path: null,
      business_license_info: customer.business_license_info ?? null,
    })
  ) {
    facts.business_license_info = '';
  }
  return facts;
}

/** The named facts as they may be kept and shown: '' as null, phones masked. */
export function seenFacts(facts: Facts, names: Iterable<string>): Record<string, FactValue> {
  const seen: Record<string, FactValue> = {};
  for (const name of names) seen[name] = shown(name, facts[name]);
  return seen;
}

function shown(name: string, value: string | number | boolean | undefined): FactValue {
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') return value;
  return name === 'phone' ? maskPhone(value) : maskPhonesIn(value);
}

/** `手机号 138****0001`, `手机号未验证`, `意向分 55`, `没有公司名`. */
export function factInWords(name: string, value: FactValue): Bilingual {
  if (!isFactName(name)) return { zh: `${name} = ${value}`, en: `${name} = ${value}` };
  const fact = FACTS[name];
  if (fact.type === 'flag') return value === true ? fact.yes : fact.no;
  if (value === null) return { zh: `没有${fact.zh}`, en: `no ${fact.en}` };
  const short = typeof value === 'string' ? inBrief(value) : value;
  return { zh: `${fact.zh} ${short}`, en: `${fact.en} ${short}` };
}

/** A licence's JSON or a long message would drown the sentence. */
export function inBrief(text: string): string {
  const chars = [...text];
  return chars.length > 60 ? `${chars.slice(0, 60).join('')}…` : text;
}
