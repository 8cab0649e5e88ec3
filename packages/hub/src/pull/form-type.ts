import { looksLikeCompany } from '@bangqiao/core';
import { CUSTOMER_SAVE_FIELDS } from '@bangqiao/zhibang';

const OF_PERSON: ReadonlySet<string> = new Set(idsOf(2));
/** `person_name` and its pinyin prove nothing: the form of a person may carry them too. */
const OF_COMPANY_ALONE = idsOf(1).filter((id) => !OF_PERSON.has(id) && !id.includes('person'));

/**
 * The type of a record whose form does not state it (wire.md says of no field that it does), by the fields of its form: a
 * company's has 注册资本, banks and the like, and cannot do without `person_name`, which does not exist for a person. A
 * save carries the type, and a wrong one would turn a person into a company. null: the form does not tell.
 *
 * @param fields the form's values by field id in small letters
 */
export function typeOfForm(fields: ReadonlyMap<string, string>): 1 | 2 | null {
  if (OF_COMPANY_ALONE.some((id) => fields.has(id))) return 1;
  const name = fields.get('name') ?? '';
  return name === '' || fields.has('person_name') || looksLikeCompany(name) ? null : 2;
}

function idsOf(type: 1 | 2): string[] {
  return CUSTOMER_SAVE_FIELDS[type].map(({ id }) => id.toLowerCase());
}
