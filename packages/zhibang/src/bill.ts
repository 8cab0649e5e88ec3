import { canonicalId } from './field-ids.ts';
import { asObject, countOf, type Json, textOf } from './styles.ts';
import type { Bill } from './types.ts';

/** A `BillClass`: fields of all groups by id. Groups may nest, values may be text, numbers, null, lists or {value, text}. */
export function readBill(bill: Json): Bill {
  const fields: Record<string, string> = {};
  const captions: Record<string, string> = {};
  const visit = (node: Json, depth: number): void => {
    for (const field of objects(node.fields)) {
      const id = canonicalId(textOf(field.id ?? field.dbname));
      if (id === '' || id in fields) continue;
      fields[id] = fieldValue('value' in field ? field.value : field.text);
      captions[id] = textOf(field.caption);
    }
    if (depth < 5) for (const group of objects(node.groups)) visit(group, depth + 1);
  };
  visit(bill, 0);
  const ord = countOf(bill.value) || countOf(bill.ord) || countOf(fields.ord) || 0;
  return { ord, fields, captions };
}

/** Some systems give lists as objects keyed by number. */
function objects(value: unknown): Json[] {
  const list = Array.isArray(value) ? value : Object.values(asObject(value) ?? {});
  return list.map(asObject).filter((each) => each !== null);
}

function fieldValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(fieldValue).filter(Boolean).join(',');
  const object = asObject(value);
  return object ? textOf(object.value ?? object.id ?? object.text) : textOf(value);
}
