import { CONTACT_SAVE_FIELDS, CUSTOMER_SAVE_FIELDS } from './save-fields.ts';

const KNOWN = new Map(
  [
    ...CUSTOMER_SAVE_FIELDS[1],
    ...CUSTOMER_SAVE_FIELDS[2],
    ...CONTACT_SAVE_FIELDS,
    'ord',
    'intsort',
    'sort2',
    'sort',
    'telord',
    'company',
  ].map((each) => {
    const id = typeof each === 'string' ? each : each.id;
    return [id.toLowerCase(), id] as const;
  }),
);

/** A column or field id as this package writes it: systems differ in letter case (`ORD`, `weixinacc`). Unknown ids stay. */
export function canonicalId(id: string): string {
  return KNOWN.get(id.toLowerCase()) ?? id;
}
