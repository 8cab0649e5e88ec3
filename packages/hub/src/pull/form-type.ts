import { cleanText, isMasked, looksLikeCompany } from '@bangqiao/core';
import { CUSTOMER_SAVE_FIELDS } from '@bangqiao/zhibang';

const OF_PERSON: ReadonlySet<string> = new Set(idsOf(2));
const OF_COMPANY_ALONE = idsOf(1).filter((id) => !OF_PERSON.has(id) && !id.includes('person'));

/**
 * The type of a record whose form does not state it (wire.md says of no field that it does), by what its form shows: only a
 * company has banks, 注册资本 and the like, and a contact who is called otherwise than the customer, which a save of it cannot
 * do without. Empty fields prove nothing, for one form may serve both types; without them, and without `person_name`, it is a
 * person's. A save carries the type, and a wrong one would turn a person into a company. null: the form does not tell.
 *
 * @param fields the form's values by field id in small letters
 */
export function typeOfForm(fields: ReadonlyMap<string, string>): 1 | 2 | null {
  const name = cleanText(fields.get('name'));
  const contact = cleanText(fields.get('person_name'));
  const hasContact = contact !== null && !isMasked(contact) && contact !== name;
  if (hasContact || OF_COMPANY_ALONE.some((id) => isFilled(fields.get(id)))) return 1;
  const mayBeCompany = fields.has('person_name') || OF_COMPANY_ALONE.some((id) => fields.has(id));
  return name === null || mayBeCompany || looksLikeCompany(name) ? null : 2;
}

/** Number fields that nobody filled in come as 0. */
function isFilled(value: string | undefined): boolean {
  return !/^[0.]*$/.test(value?.trim() ?? '');
}

function idsOf(type: 1 | 2): string[] {
  return CUSTOMER_SAVE_FIELDS[type].map(({ id }) => id.toLowerCase());
}
