import type { CatalogueEntry, CatalogueField } from './catalogue.ts';
import type { Params } from './check-request.ts';
import { olderPath } from './entries.ts';
import { type FieldNode, paramsOf } from './field-tree.ts';
import type { Call } from './outcome.ts';
import { type Fields, ov1 } from './ov1.ts';
import { cmdkeyOf } from './reference/shape.ts';
import type { Style } from './styles.ts';
import { helper, v3 } from './v3.ts';

const READS = new Set(['list', 'options', 'get', 'new', 'login', 'logout']);

/** Does the entry change something in the ERP? Then it is sent at most once. */
export function writes({ operation = 'get' }: CatalogueEntry): boolean {
  return !READS.has(operation);
}

/** A checked request as the entry's style writes it. */
export function encodeRequest(entry: CatalogueEntry, params: Params, signal?: AbortSignal): Call {
  const given = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
  const call = {
    operation: entry.call,
    path: entry.path,
    style: styleOf(entry, given),
    writes: writes(entry),
    signal,
  };
  if (entry.style === 'v3') return call;
  if (entry.style === 'helper') return { ...call, alias: entry.alias };
  const path = withQuery(entry.path, given);
  const alias = entry.alias
    ? withQuery(entry.alias, given)
    : olderPath(path.replace(/^\/webapi\/v3\/ov1\//, ''));
  return { ...call, path, alias };
}

function styleOf(entry: CatalogueEntry, given: Params): Style {
  const { style } = entry;
  if (style === 'ov1') return ov1({ cmdkey: cmdkeyOf(entry), datas: texts(given), saves: writes(entry) });
  const body = typed(paramsOf(entry), given);
  return style === 'v3' ? v3(body) : helper(body);
}

function texts(given: Params): Fields {
  return Object.fromEntries(Object.entries(given).map(([id, value]) => [id, text(value)]));
}

function text(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** JSON values of the types that the catalogue names: a number may have been given as its text. */
function typed(nodes: readonly FieldNode[], given: Params): Record<string, unknown> {
  const known = new Map(nodes.map((node) => [node.field.id, node]));
  return Object.fromEntries(
    Object.entries(given).map(([id, value]) => [id, typedValue(known.get(id), value)]),
  );
}

function typedValue(node: FieldNode | undefined, value: unknown): unknown {
  if (!node) return value;
  const { field, children } = node;
  if (field.type === 'object') return typed(children, value as Params);
  if (field.type === 'array' && Array.isArray(value))
    return value.map((each) => typed(children, each as Params));
  return typedScalar(field, value);
}

function typedScalar({ type, multiple }: CatalogueField, value: unknown): unknown {
  if (multiple && Array.isArray(value)) return value.join(',');
  if (typeof value === 'string' && (type === 'integer' || type === 'decimal')) {
    const isExact = String(Number(value)) === value || (type === 'decimal' && isShortDecimal(value));
    return isExact ? Number(value) : value;
  }
  if (type === 'string' && typeof value === 'number') return String(value);
  if (type === 'boolean' && typeof value === 'string') return /^(true|1)$/i.test(value);
  return value;
}

/** `100.00` is the number 100; of more than 15 digits a number would keep some only. */
function isShortDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15;
}

/** What stands in the path's query is told there too, with the caller's value. */
function withQuery(path: string, given: Params): string {
  const [handler = '', query] = path.split('?', 2);
  if (query === undefined) return path;
  const values = new Map(Object.entries(given).map(([id, value]) => [id.toLowerCase(), text(value)]));
  const parts = query.split('&').map((part) => {
    const id = part.split('=', 1)[0]!;
    const value = values.get(id.toLowerCase());
    return value === undefined ? part : `${id}=${encodeURIComponent(value)}`;
  });
  return `${handler}?${parts.join('&')}`;
}
