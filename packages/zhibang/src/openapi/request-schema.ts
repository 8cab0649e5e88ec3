import type { CatalogueEntry, CatalogueField } from '../catalogue.ts';
import type { FieldNode } from '../field-tree.ts';
import { type Language, nameIn } from '../reference/language.ts';
import { cmdkeyOf, requestFields } from '../reference/shape.ts';
import { objectSchema, valueSchema } from './field-schema.ts';
import { ref, type Schema } from './schema.ts';

/** The body of one entry's request. Where no fields are published, any may be sent, and the schema says so. */
export function requestSchema(entry: CatalogueEntry, lang: Language): Schema {
  const fields = requestFields(entry);
  const title = nameIn(entry, lang);
  switch (entry.style) {
    case 'v3':
      return { title, ...parameters(fields, lang) };
    case 'helper': {
      const datas = parameters(fields, lang);
      return {
        title,
        type: 'object',
        properties: { Token: TOKEN[lang], Datas: datas },
        required: datas.required ? ['Token', 'Datas'] : ['Token'],
      };
    }
    default:
      return { title, ...ov1Request(entry, fields, lang) };
  }
}

function parameters(fields: readonly FieldNode[] | undefined, lang: Language): Schema {
  return fields ? objectSchema(fields, lang, true) : unpublished(lang);
}

function unpublished(lang: Language): Schema {
  return { type: 'object', additionalProperties: true, description: NOT_PUBLISHED[lang] };
}

const NOT_PUBLISHED = {
  zh: '没有公开资料，请用 bangqiao catalogue fetch 从自己的 ERP 读取',
  en: 'Nobody has published the fields: read them from your own ERP with bangqiao catalogue fetch',
};

const TOKEN: Record<Language, Schema> = {
  zh: { type: 'string', description: '登录得到的令牌' },
  en: { type: 'string', description: 'The token that the login brought' },
};

function ov1Request(entry: CatalogueEntry, fields: readonly FieldNode[] | undefined, lang: Language): Schema {
  const cmdkey = cmdkeyOf(entry);
  const isLogin = entry.operation === 'login';
  return {
    type: 'object',
    properties: {
      session: TOKEN[lang],
      ...(cmdkey === undefined ? {} : { cmdkey: { type: 'string', const: cmdkey } }),
      datas: datasSchema(fields, lang),
    },
    required: isLogin ? ['datas'] : ['session', ...(cmdkey === undefined ? [] : ['cmdkey']), 'datas'],
  };
}

/**
 * One `{id, val}` per parameter. JSON Schema's `contains` could demand the required ones, but many generators stumble
 * over it; they are named in `x-zhibang-required` instead.
 */
function datasSchema(fields: readonly FieldNode[] | undefined, lang: Language): Schema {
  if (fields === undefined || fields.length === 0)
    return {
      type: 'array',
      items: ref('Ov1Parameter'),
      ...(fields === undefined ? { description: NOT_PUBLISHED[lang] } : {}),
    };
  const required = fields.filter(({ field }) => field.required === true).map(({ field }) => field.id);
  const [first, ...others] = fields.map(({ field }) => parameterSchema(field, lang));
  return {
    type: 'array',
    items: first && others.length === 0 ? first : { anyOf: [first!, ...others] },
    ...(required.length > 0 ? { 'x-zhibang-required': required } : {}),
  };
}

function parameterSchema(field: CatalogueField, lang: Language): Schema {
  return {
    type: 'object',
    properties: { id: { type: 'string', const: field.id }, val: valueSchema(field, lang) },
    required: ['id', 'val'],
    additionalProperties: false,
  };
}
