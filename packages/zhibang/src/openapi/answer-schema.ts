import type { CatalogueEntry } from '../catalogue.ts';
import type { FieldNode } from '../field-tree.ts';
import { type Language, labelIn } from '../reference/language.ts';
import { answerClass, answerFields } from '../reference/shape.ts';
import { objectSchema } from './field-schema.ts';
import { ref, type Schema } from './schema.ts';

const CLASSES: Record<ReturnType<typeof answerClass>['name'], string> = {
  Login: 'LoginAnswer',
  SourceClass: 'SourceClassAnswer',
  BillClass: 'BillClassAnswer',
  MessageClass: 'MessageClassAnswer',
  V3List: 'V3ListAnswer',
  V3Record: 'V3RecordAnswer',
  V3Done: 'V3Answer',
  Helper: 'HelperAnswer',
};

export function answerClassSchema(entry: CatalogueEntry): string {
  return CLASSES[answerClass(entry).name];
}

/** The entry's own answer where its fields are published; undefined: the class says all that is known. */
export function answerSchema(entry: CatalogueEntry, lang: Language): Schema | undefined {
  const fields = answerFields(entry);
  const base = ref(answerClassSchema(entry));
  if (fields === undefined || entry.style === 'ov1') return undefined;
  switch (answerClass(entry).name) {
    case 'V3List':
      return { allOf: [base], 'x-zhibang-columns': columnsOf(fields, lang) };
    case 'V3Record':
      return { allOf: [base, { type: 'object', properties: { Data: objectSchema(fields, lang) } }] };
    case 'Helper':
      return { allOf: [base, { type: 'object', properties: { datas: helperDatas(entry, fields, lang) } }] };
    default:
      return undefined;
  }
}

/** What the columns of a list mean; their order and number are the tenant's own, so `Cols` is to be read. */
function columnsOf(fields: readonly FieldNode[], lang: Language): Record<string, string>[] {
  return fields.map(({ field }) => ({ id: field.id, label: labelIn(field, lang), type: field.type }));
}

function helperDatas(entry: CatalogueEntry, fields: readonly FieldNode[], lang: Language): Schema {
  const record = objectSchema(fields, lang);
  return entry.operation === 'list' ? { type: 'array', items: record } : record;
}
