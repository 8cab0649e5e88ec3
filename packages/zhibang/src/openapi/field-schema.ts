import type { CatalogueField } from '../catalogue.ts';
import type { FieldNode } from '../field-tree.ts';
import { type Language, labelIn, optionsIn } from '../reference/language.ts';
import type { Schema } from './schema.ts';

const TYPES: Record<CatalogueField['type'], string> = {
  string: 'string',
  integer: 'integer',
  decimal: 'number',
  datetime: 'string',
  'date-string': 'string',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
};

/** One value of a field. What the vendor says of it and OpenAPI has no word for stands in `x-zhibang-…`. */
export function valueSchema(field: CatalogueField, lang: Language): Schema {
  const { type, maxLength, max, options, optionsFrom, multiple, match, format } = field;
  const isClosed = field.closed === true && !multiple;
  const schema: Schema = { type: multiple ? 'string' : TYPES[type], description: describe(field, lang) };
  if (maxLength !== undefined && schema.type === 'string') schema.maxLength = maxLength;
  if (max !== undefined && schema.type !== 'string') schema.maximum = max;
  if (options && isClosed) schema.enum = valuesOf(options, type);
  const labels = options && Object.fromEntries(optionsIn(field, lang));
  if (labels) schema[isClosed ? 'x-zhibang-option-labels' : 'x-zhibang-option-examples'] = labels;
  if (optionsFrom) schema['x-zhibang-options-from'] = optionsFrom;
  if (multiple) schema['x-zhibang-multiple'] = multiple;
  if (match) schema['x-zhibang-match'] = match;
  if (format) schema['x-zhibang-format'] = format;
  if (field.dedupeKey) schema['x-zhibang-duplicate-check'] = true;
  if (field.requiredWhen) schema['x-zhibang-required-when'] = field.requiredWhen;
  if (field.custom) schema['x-zhibang-custom'] = true;
  if (field.required === 'by-policy') schema['x-zhibang-required'] = 'by-policy';
  return schema;
}

/** An array or object with what stands inside. */
function nodeSchema({ field, children }: FieldNode, lang: Language, isRequest: boolean): Schema {
  const own = valueSchema(field, lang);
  if (field.type !== 'array' && field.type !== 'object') return own;
  const inside = objectSchema(children, lang, isRequest);
  return field.type === 'array' ? { ...own, items: inside } : { ...own, ...inside };
}

/**
 * `required` names only what is always demanded, not what a tenant's policy decides. Further properties pass: tenants add
 * fields of their own.
 */
export function objectSchema(nodes: readonly FieldNode[], lang: Language, isRequest = false): Schema {
  const required = nodes.filter(({ field }) => field.required === true).map(({ field }) => field.id);
  return {
    type: 'object',
    properties: Object.fromEntries(nodes.map((node) => [node.field.id, nodeSchema(node, lang, isRequest)])),
    ...(isRequest && required.length > 0 ? { required } : {}),
    additionalProperties: true,
  };
}

function valuesOf(options: Readonly<Record<string, string>>, type: string): (string | number)[] {
  return Object.keys(options).map((value) => (type === 'integer' ? Number(value) : value));
}

const WORDS = {
  zh: { required: '必填', policy: '是否必填由策略决定', comma: '多个值用逗号隔开', from: '可选值来自' },
  en: {
    required: 'required',
    policy: 'required or not by the tenant’s policy',
    comma: 'several values joined by commas',
    from: 'options come from',
  },
};

function describe(field: CatalogueField, lang: Language): string {
  const words = WORDS[lang];
  const listed = optionsIn(field, lang).map(([value, label]) => `${value}=${label}`);
  return [
    labelIn(field, lang),
    field.required === true ? words.required : '',
    field.required === 'by-policy' ? words.policy : '',
    field.multiple ? words.comma : '',
    field.format ?? '',
    listed.join(' '),
    field.optionsFrom ? `${words.from} ${field.optionsFrom}` : '',
  ]
    .filter(Boolean)
    .join(lang === 'zh' ? '；' : '; ');
}
