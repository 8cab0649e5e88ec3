import type { CatalogueEntry, CatalogueField } from './catalogue.ts';
import { type FieldNode, isOpen, paramsOf } from './field-tree.ts';
import { nearest } from './nearest.ts';
import {
  inEnvelope,
  NO_DATE,
  NO_OPTION,
  REQUIRED,
  type RequestFault,
  tooLarge,
  tooLong,
  unknownField,
  wrongType,
} from './request-fault.ts';

export type Params = Readonly<Record<string, unknown>>;

/** Everything wrong with a request, as far as the catalogue knows; `[]` when nothing is. */
export function checkRequest(entry: CatalogueEntry, params: Params): RequestFault[] {
  const wrapped = entry.style === 'helper' ? ENVELOPE.filter((id) => params[id] !== undefined) : [];
  if (wrapped.length > 0) return wrapped.map(inEnvelope);
  return checkRecord(paramsOf(entry), params, '', isOpen(entry));
}

/** What the style adds around the fields (wire.md "Four styles", `helper`). */
const ENVELOPE = ['Token', 'Datas'];

function checkRecord(
  nodes: readonly FieldNode[],
  given: Params,
  place: string,
  anyPass: boolean,
): RequestFault[] {
  const known = new Map(nodes.map((node) => [node.field.id, node]));
  const strange = Object.keys(given).filter((id) => given[id] !== undefined && !known.has(id) && !isOwn(id));
  const unknown = anyPass
    ? []
    : strange.map((id) => unknownField(place + id, known.get(meant(id, nodes) ?? '')?.field));
  return [...unknown, ...nodes.flatMap((node) => checkField(node, given, place + node.field.id))];
}

/** A tenant's own fields have systematic names; the catalogue of another tenant cannot know them. */
function isOwn(id: string): boolean {
  return /^(!B__SysCusmf_|sysIcusI|@InheritId_)/.test(id);
}

/** By id, or by what a person reads on the screen. */
function meant(word: string, nodes: readonly FieldNode[]): string | undefined {
  const labelled = nodes.find(({ field }) => field.label === word || field.labelEn === word);
  return (
    labelled?.field.id ??
    nearest(
      word,
      nodes.map(({ field }) => field.id),
    )
  );
}

function checkField({ field, children }: FieldNode, given: Params, place: string): RequestFault[] {
  const value = given[field.id];
  if (isEmpty(value)) return isRequired(field, given) ? [REQUIRED(field, place)] : [];
  if (field.type === 'array' || field.type === 'object') return checkNested(field, children, value, place);
  if (Array.isArray(value) && field.multiple) return value.flatMap((each) => checkScalar(field, each, place));
  return checkScalar(field, value, place);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isRequired({ required, requiredWhen = {} }: CatalogueField, given: Params): boolean {
  if (required === true) return true;
  return Object.entries(requiredWhen).some(([other, values]) => values.includes(String(given[other])));
}

function checkNested(
  field: CatalogueField,
  children: readonly FieldNode[],
  value: unknown,
  place: string,
): RequestFault[] {
  const inner = (each: unknown, where: string): RequestFault[] => {
    if (!isRecord(each)) return [wrongType({ zh: '对象', en: 'an object' })(field, where)];
    return checkRecord(children, each, `${where}.`, children.length === 0);
  };
  if (field.type === 'object') return inner(value, place);
  if (!Array.isArray(value)) return [wrongType({ zh: '列表', en: 'a list' })(field, place)];
  return value.flatMap((each, at) => inner(each, `${place}[${at}]`));
}

function isRecord(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const WANTED = {
  string: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  decimal: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
} as const;

function checkScalar(field: CatalogueField, value: unknown, place: string): RequestFault[] {
  const { type, maxLength, max, options = {}, closed } = field;
  if (typeof value === 'object') return [wrongType(WANTED.string)(field, place)];
  const text = String(value);
  // What a single field takes for a range is not published.
  if (field.match === 'range') return [];
  if (isDate(field)) return isCalendarDate(text) ? [] : [NO_DATE(field, place)];
  if (!fits(type, value)) return [wrongType(WANTED[type as keyof typeof WANTED])(field, place)];
  const faults: RequestFault[] = [];
  const length = [...text].length;
  if (maxLength !== undefined && length > maxLength) faults.push(tooLong(maxLength, length)(field, place));
  if (max !== undefined && Number(text) > max) faults.push(tooLarge(max)(field, place));
  if (closed && !chosen(field, value).every((each) => Object.hasOwn(options, each)))
    faults.push(NO_OPTION(field, place));
  return faults;
}

/** A number may be given as its text. */
function fits(type: CatalogueField['type'], value: unknown): boolean {
  const text = String(value);
  if (type === 'integer')
    return typeof value === 'number' ? Number.isSafeInteger(value) : /^-?\d+$/.test(text);
  if (type === 'decimal')
    return typeof value === 'number' ? Number.isFinite(value) : /^-?\d+(\.\d+)?$/.test(text);
  if (type === 'boolean') return /^(true|false|0|1)$/i.test(text);
  return true;
}

/** Filters take several values too. */
function chosen({ filter, multiple }: CatalogueField, value: unknown): string[] {
  const text = typeof value === 'boolean' ? String(Number(value)) : String(value);
  return filter || multiple ? text.split(',') : [text];
}

function isDate({ type, format }: CatalogueField): boolean {
  return type === 'datetime' || type === 'date-string' || format !== undefined;
}

const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: ([01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/;

/** `2026-01-15`, `2026/1/15 9:05:00`: a day that exists (wire.md "Answers that lie or break" 5). */
function isCalendarDate(text: string): boolean {
  const [, year, , month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
