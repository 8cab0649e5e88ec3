import type { CatalogueEntry, CatalogueField, Operation } from './catalogue.ts';
import { type FieldNode, PAGING, paramsOf } from './field-tree.ts';

/**
 * A small request that the entry accepts: its required fields, the record it is about, a first page of 20. Values are
 * invented; ids that a tenant gives (units, users, categories) are examples and differ from system to system. The records
 * are such as the stand-in ERP has, so that examples run there.
 */
export function exampleRequest(entry: CatalogueEntry): Record<string, unknown> {
  const wanted = (node: FieldNode): boolean =>
    node.field.required === true || alsoShown(entry, node.field) || node.children.some(wanted);
  const example = filled(paramsOf(entry), wanted);
  const known = { ...recordsOf(entry), ...EXTRAS[entry.call] };
  for (const [id, value] of Object.entries(known))
    if (id in example) example[id] = typeof example[id] === 'string' ? String(value) : value;
  return example;
}

/** The stand-in numbers records from 1001, contact persons from 10001001, users from 63. What a delete takes, no other asks for. */
function recordsOf({ call, operation }: CatalogueEntry): Record<string, unknown> {
  const [topic] = call.split('.');
  const isDelete = operation === 'delete';
  if (topic === 'contact') return { ord: 10_001_001, company: AN_ORD };
  if (topic === 'user') return { ord: isDelete ? 67 : 63 };
  return { ord: isDelete ? AN_ORD + 2 : AN_ORD, company: AN_ORD };
}

const OF_ONE_RECORD = new Set<Operation | undefined>(['get', 'save', 'edit', 'delete', 'command']);
/** A record without a name says nothing, even where the tenant's settings decide whether it must have one. */
const WRITES_A_NAME = new Set<Operation | undefined>(['save', 'add', 'edit']);

function alsoShown({ operation, style }: CatalogueEntry, { id, in: place }: CatalogueField): boolean {
  if (style !== 'page' && operation === 'list') return Object.values<string>(PAGING[style]).includes(id);
  if (place === undefined && /^(name|title|person_name)$/i.test(id)) return WRITES_A_NAME.has(operation);
  return id === 'ord' && OF_ONE_RECORD.has(operation);
}

function filled(nodes: readonly FieldNode[], wanted: (node: FieldNode) => boolean): Record<string, unknown> {
  const example = Object.fromEntries(
    nodes.filter(wanted).map((node) => [node.field.id, exampleOf(node, wanted)] as const),
  );
  const demanded = nodes.filter(({ field }) =>
    Object.entries(field.requiredWhen ?? {}).some(([id, values]) => values.includes(String(example[id]))),
  );
  for (const node of demanded) example[node.field.id] = exampleOf(node, wanted);
  return example;
}

function exampleOf({ field, children }: FieldNode, wanted: (node: FieldNode) => boolean): unknown {
  if (field.type === 'object') return filled(children, wanted);
  if (field.type === 'array') return children.length > 0 ? [filled(children, wanted)] : [];
  return isOwnNumber(field) ? 0 : exampleValue(field);
}

/** A helper's save names its records by number; 0 is taken for a new one. [assumed] */
function isOwnNumber({ id, label, required }: CatalogueField): boolean {
  return id === 'ID' && label === '唯一标识' && required === true;
}

const AN_ORD = 1001;
const A_DAY = '2026-01-15';

/** An invented value of the field's kind. */
export function exampleValue(field: CatalogueField): string | number | boolean {
  const { id, type, options, maxLength } = field;
  const first = Object.keys(options ?? {})[0];
  if (first !== undefined) return type === 'string' ? first : Number(first);
  if (id.toLowerCase() === 'ord') return type === 'string' ? String(AN_ORD) : AN_ORD;
  if (/^page_?size$/i.test(id)) return 20;
  switch (type) {
    case 'integer':
    case 'decimal':
      return 1;
    case 'boolean':
      return true;
    case 'datetime':
      return `${A_DAY} 09:00:00`;
    case 'date-string':
      return A_DAY;
    default:
      return textFor(field).slice(0, maxLength);
  }
}

/** Invented words by what the label speaks of; the first that fits. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/手机|电话/, '13800000001'],
  [/邮件/, 'zhang@example.com'],
  [/网址/, 'http://www.example.com'],
  [/密码/, 'Example-2026'],
  [/用户名|账号/, 'example'],
  [/编号|单号|串号|型号/, 'EX20260001'],
  [/币种/, '人民币'],
  [/性别/, '男'],
  [/跟进程度/, '意向客户'],
  [/客户分类/, '3,7'],
  [/(客户|供应商)名称/, '杭州示例电子有限公司'],
  [/产品名称/, '示例产品'],
  [/姓名|对方代表|联系人/, '张示例'],
  [/分类|ID|id$|人员|指派/, '1'],
  [/数量|折扣|单价|金额/, '1'],
];

/** What the rules above cannot know. v3 takes labels where ov1 takes ids (wire.md "v3 edit / add"). */
const EXTRAS: Readonly<Record<string, Record<string, unknown>>> = {
  'session.login': { user: 'demo', password: 'demo-pass', serialnum: 'docs0001' },
  'customer.savePerson': { ord: 1002, name: '李示例' },
  'customer.assign': { member2: '63' },
  'customer.share': { member2: '63' },
  'customer.add': { name: '宁波示例机械有限公司', sort: '生产企业' },
  'customer.edit': { sort: '生产企业' },
};

function textFor({ label = '', format }: CatalogueField): string {
  if (format !== undefined) return format.length > 10 ? `${A_DAY} 09:00:00` : A_DAY;
  if (/日期|时间/.test(label)) return `${A_DAY} 09:00:00`;
  return WORDS.find(([about]) => about.test(label))?.[1] ?? '示例';
}
