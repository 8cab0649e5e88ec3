import type { CatalogueEntry, CatalogueField } from '../catalogue.ts';
import { fieldKeys } from './field-keys.ts';

/** One fact of a field or of the entry itself that the tenant's system has otherwise. */
export interface FactChange {
  fact: string;
  was: unknown;
  is: unknown;
}

export interface FieldChange {
  part: 'request' | 'response';
  field: string;
  label?: string;
  kind: 'added' | 'gone' | 'changed';
  /** Empty unless `changed`. */
  facts: FactChange[];
}

export interface EntryRef {
  id: number;
  call: string;
  name: string;
}

export interface EntryChange extends EntryRef {
  /** Of the entry itself: name, path, category, class of the answer. */
  facts: FactChange[];
  fields: FieldChange[];
}

/** How a tenant's catalogue differs from the built-in one. */
export interface CatalogueDifference {
  added: EntryRef[];
  gone: EntryRef[];
  changed: EntryChange[];
  same: number;
}

/** Facts of an entry that a help site shows. */
const ENTRY_FACTS = ['name', 'path', 'category', 'returns'] as const;
/** Facts of a field that no help site shows. */
const UNSEEN = new Set(['in', 'custom', 'labelEn', 'optionsEn']);

/** Entries are the same by call name, as `tenantEntry` gave it. */
export function compareCatalogues(
  builtIn: readonly CatalogueEntry[],
  tenant: readonly CatalogueEntry[],
): CatalogueDifference {
  const before = new Map(builtIn.map((entry) => [entry.call, entry]));
  const now = new Set(tenant.map(({ call }) => call));
  const both = tenant.flatMap((entry) => {
    const was = before.get(entry.call);
    return was ? [changeOf(was, entry)] : [];
  });
  const changed = both.filter(({ facts, fields }) => facts.length + fields.length > 0);
  return {
    added: tenant.filter(({ call }) => !before.has(call)).map(refOf),
    gone: builtIn.filter(({ call }) => !now.has(call)).map(refOf),
    changed,
    same: both.length - changed.length,
  };
}

const refOf = ({ id, call, name }: CatalogueEntry): EntryRef => ({ id, call, name });

function changeOf(was: CatalogueEntry, is: CatalogueEntry): EntryChange {
  return {
    ...refOf(is),
    facts: factsOf(was, is, ENTRY_FACTS),
    fields: (['request', 'response'] as const).flatMap((part) => fieldChanges(part, was[part], is[part])),
  };
}

function fieldChanges(
  part: FieldChange['part'],
  was: readonly CatalogueField[] = [],
  is: readonly CatalogueField[] = [],
): FieldChange[] {
  const [wasKeys, isKeys] = [fieldKeys(was), fieldKeys(is)];
  const before = new Map(wasKeys.map((key, at) => [key, was[at]!]));
  const naming = (key: string, { label }: CatalogueField) => ({
    part,
    field: key,
    ...(label ? { label } : {}),
  });
  const present = is.flatMap((field, at): FieldChange[] => {
    const key = isKeys[at]!;
    const old = before.get(key);
    if (!old) return [{ ...naming(key, field), kind: 'added', facts: [] }];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(field)])].filter(
      (name) => !UNSEEN.has(name),
    );
    const facts = factsOf(old, field, keys as (keyof CatalogueField)[]);
    return facts.length > 0 ? [{ ...naming(key, field), kind: 'changed', facts }] : [];
  });
  const missing = was.flatMap((field, at): FieldChange[] =>
    isKeys.includes(wasKeys[at]!) ? [] : [{ ...naming(wasKeys[at]!, field), kind: 'gone', facts: [] }],
  );
  return [...present, ...missing];
}

function factsOf<T>(was: T, is: T, names: readonly (keyof T)[]): FactChange[] {
  return names
    .filter((name) => !sameFacts(was[name], is[name]))
    .map((name) => ({ fact: String(name), was: was[name] ?? null, is: is[name] ?? null }));
}

/** Equal but for the order of keys. */
export function sameFacts(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`;
}
