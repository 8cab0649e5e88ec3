import type { CatalogueEntry, CatalogueField } from './catalogue.ts';
import { answerFieldsOf, type FieldNode, isOpen, paramsOf } from './field-tree.ts';

/**
 * The catalogue as TypeScript: `CallParams` and `CallResults` by call name. `from` is the module that the types of
 * results come from.
 */
export function typescriptOf(entries: readonly CatalogueEntry[], from = '@bangqiao/zhibang'): string {
  const endpoints = entries.filter(({ style }) => style !== 'page');
  return `${HEAD}
import type { ${IMPORTED.join(', ')} } from '${from}';

export type CallName = keyof CallParams;

/** What each call takes. */
export interface CallParams {
${members(endpoints, 'CallParams', paramsType)}
}

/** What each call answers. */
export interface CallResults {
${members(endpoints, 'CallResults', resultType)}
}
`;
}

const HEAD = `// Made from the catalogue by \`bangqiao catalogue typescript\`; changes here are lost.
`;

const IMPORTED = [
  'AnyRow',
  'Choice',
  'ChoicesResult',
  'ListResult',
  'Numeric',
  'RecordResult',
  'SaveReceipt',
  'Text',
  'Value',
];

/** One member per entry; a type that stood before is named, not repeated. */
function members(
  entries: readonly CatalogueEntry[],
  owner: string,
  typeOf: (entry: CatalogueEntry) => string,
): string {
  const seen = new Map<string, string>();
  const lines = entries.map((entry) => {
    const type = typeOf(entry);
    const before = type.includes('\n') ? seen.get(type) : undefined;
    if (before === undefined) seen.set(type, entry.call);
    return `  ${comment(summary(entry))}\n  '${entry.call}': ${before === undefined ? type : `${owner}['${before}']`};`;
  });
  return lines.join('\n');
}

function summary({ id, name, nameEn, path }: CatalogueEntry): string {
  return `${id} ${name} · ${nameEn}: ${path}`;
}

function paramsType(entry: CatalogueEntry): string {
  const { operation } = entry;
  if (operation === 'login' || operation === 'logout') return 'Record<never, never>';
  const lines = paramsOf(entry).flatMap((node) => paramLines(node, '    '));
  if (isOpen(entry)) lines.push('    [unpublished: string]: unknown;');
  return lines.length === 0 ? 'Record<never, never>' : block(lines, '  ');
}

function paramLines(node: FieldNode, indent: string): string[] {
  const { field } = node;
  if (field.custom) return [];
  const optional = field.required === true ? '' : '?';
  return [
    `${indent}${comment(about(field))}`,
    `${indent}${key(field.id)}${optional}: ${paramType(node, indent)};`,
  ];
}

function paramType({ field, children }: FieldNode, indent: string): string {
  const { type, options, closed, multiple } = field;
  if (type === 'array' || type === 'object') {
    const lines = children.flatMap((child) => paramLines(child, `${indent}  `));
    const record = lines.length > 0 ? block(lines, indent) : 'Record<string, unknown>';
    return type === 'array' ? `readonly ${wrapped(record)}[]` : record;
  }
  const one = closed && options ? choice(Object.keys(options)) : (PARAM_TYPES[type] ?? 'Text');
  return multiple ? `Text | readonly (${one})[]` : one;
}

const PARAM_TYPES: Readonly<Partial<Record<CatalogueField['type'], string>>> = {
  integer: 'Numeric',
  decimal: 'Numeric',
  boolean: 'boolean',
  datetime: 'string',
  'date-string': 'string',
};

function choice(values: readonly string[]): string {
  return `Choice<${values.map((value) => (/^-?\d+$/.test(value) ? value : quoted(value))).join(' | ')}>`;
}

function wrapped(record: string): string {
  return record.startsWith('{') ? record : `(${record})`;
}

function resultType(entry: CatalogueEntry): string {
  switch (entry.operation) {
    case 'list':
      return generic('ListResult', entry);
    case 'options':
      return 'ChoicesResult';
    case 'get':
    case 'new':
    case 'login':
      return generic('RecordResult', entry);
    default:
      return 'SaveReceipt';
  }
}

function generic(name: string, entry: CatalogueEntry): string {
  const lines = answerFieldsOf(entry).flatMap((node) => answerLines(node, '    '));
  return lines.length === 0
    ? name
    : `${name}<${block([...lines, '    [more: string]: Value | undefined;'], '  ')}>`;
}

function answerLines({ field, children }: FieldNode, indent: string): string[] {
  if (field.custom) return [];
  const inner = children.flatMap((child) => answerLines(child, `${indent}  `));
  const record = inner.length > 0 ? block(inner, indent) : 'AnyRow';
  const type = field.type === 'array' ? `readonly ${record}[]` : field.type === 'object' ? record : 'string';
  return [`${indent}${comment(about(field))}`, `${indent}${key(field.id)}?: ${type};`];
}

/** 客户名称 · Customer name · ≤ 100 · 1 单位客户, 2 个人客户 */
function about(field: CatalogueField): string {
  const { id, label, labelEn, maxLength, max, options, closed, optionsFrom, required, requiredWhen } = field;
  const parts = [label ?? id, ...(labelEn === undefined ? [] : [labelEn])];
  if (required === 'by-policy') parts.push('required by policy');
  for (const [other, values] of Object.entries(requiredWhen ?? {}))
    parts.push(`required when ${other} is ${values.join(', ')}`);
  if (maxLength !== undefined) parts.push(`≤ ${maxLength}`);
  if (max !== undefined) parts.push(`max ${max}`);
  if (options) parts.push(`${closed ? '' : 'e.g. '}${listed(options)}`);
  if (optionsFrom !== undefined) parts.push(`options: ${optionsFrom}`);
  return parts.join(' · ');
}

function listed(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([value, label]) => (value === label ? value : `${value} ${label}`))
    .join(', ');
}

function block(lines: readonly string[], indent: string): string {
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function comment(text: string): string {
  return `/** ${text.replaceAll('*/', '* /')} */`;
}

function key(id: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(id) ? id : quoted(id);
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
