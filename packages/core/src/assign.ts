import type { Bilingual } from './bilingual.ts';

/** A seller of the tenant, as the operator lists them (`assign`). */
export interface Seller {
  /** The ERP's id of the user. */
  id: string;
  name: string;
  available: boolean;
  /** On the list of the strongest. */
  strongest: boolean;
  /** Open customers now. */
  load: number;
  /** No more than this at once; null for no bound. */
  capacity: number | null;
}

/** `open`: free for all (`member1: 1`); `sellers`: to these users. */
export type Assignment =
  | { to: 'open'; reason: Bilingual }
  | { to: 'seller'; seller: Seller; reason: Bilingual };

/** domain.md, Assigning: from here to the strongest, from here to anybody. */
const STRONGEST_FROM = 80;
const ANYBODY_FROM = 60;

/**
 * Who gets a customer of this quality score: the least loaded of the strongest, of all, or nobody in particular. Where no
 * strong seller is free the next list is asked. Equal loads: the smaller id, so that the same input gives the same seller.
 */
export function assignSeller(score: number, sellers: readonly Seller[]): Assignment {
  if (score < ANYBODY_FROM) return { to: 'open', reason: LOW };
  const free = sellers
    .filter((one) => one.available && (one.capacity === null || one.load < one.capacity))
    .toSorted((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1));
  const strong = free.find((one) => one.strongest);
  if (score >= STRONGEST_FROM && strong) return { to: 'seller', seller: strong, reason: STRONG };
  const anybody = free[0];
  if (!anybody) return { to: 'open', reason: NOBODY_FREE };
  return { to: 'seller', seller: anybody, reason: score >= STRONGEST_FROM ? NO_STRONG : LEAST };
}

const LOW: Bilingual = {
  zh: '资料质量分低于 60，对所有销售开放',
  en: 'quality score below 60: open to all sellers',
};
const STRONG: Bilingual = {
  zh: '资料质量分 80 以上，指派给骨干销售中客户最少者',
  en: 'quality score of 80 or more: the least loaded of the strongest sellers',
};
const NO_STRONG: Bilingual = {
  zh: '骨干销售都不空，指派给其他销售中客户最少者',
  en: 'none of the strongest sellers is free: the least loaded of the others',
};
const LEAST: Bilingual = { zh: '指派给可用销售中客户最少者', en: 'the least loaded seller who is available' };
const NOBODY_FREE: Bilingual = {
  zh: '没有可用的销售，对所有销售开放',
  en: 'no seller is available: open to all sellers',
};
