import { companyKey, type ErpRecord, normalisePhone } from '@bangqiao/core';

const plain = (text: string) => text.trim() || null;
/** What tells a customer's own record: its name, its phone, its WeChat id, its number (which some ERPs give by themselves). */
const MARKS: readonly [id: string, normalise: (text: string) => string | null][] = [
  ['name', companyKey],
  ['name', plain],
  ['mobile', normalisePhone],
  ['weixinAcc', plain],
  ['khid', plain],
];

/** The record carries what a write sent: its number, its phone, or its name. */
export function carries(record: ErpRecord, sent: Record<string, string>): boolean {
  return MARKS.some(([id, normalise]) => {
    const here = normalise(record[id] ?? '');
    return here !== null && here === normalise(sent[id] ?? '');
  });
}

/** The record shows such a mark and none of them is the write's: another customer. A list may show none at all. */
export function isAnother(record: ErpRecord, sent: Record<string, string>): boolean {
  const comparable = MARKS.some(([id]) => plain(record[id] ?? '') && plain(sent[id] ?? ''));
  return comparable && !carries(record, sent);
}
