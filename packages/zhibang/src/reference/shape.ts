import type { CatalogueEntry, CatalogueField } from '../catalogue.ts';
import { answerFieldsOf, type FieldNode, paramsOf } from '../field-tree.ts';

/** The class of an answer; `inferred` where nobody has published it and the kind of operation tells. */
export interface AnswerClass {
  name: 'SourceClass' | 'BillClass' | 'MessageClass' | 'Login' | 'V3List' | 'V3Record' | 'V3Done' | 'Helper';
  inferred: boolean;
}

/** What a caller fills in, without the envelope of the style. Undefined: nobody has published it. */
export function requestFields(entry: CatalogueEntry): readonly FieldNode[] | undefined {
  const isSilent = entry.documented === 'partial' && entry.request?.length === 0;
  return entry.request === undefined || isSilent ? undefined : paramsOf(entry);
}

/** Columns of a list, fields of a record. Undefined: nobody has published them. */
export function answerFields(entry: CatalogueEntry): readonly FieldNode[] | undefined {
  if (entry.operation === 'login') return undefined;
  const fields = answerFieldsOf(entry);
  return fields.length > 0 ? fields : undefined;
}

/** The same field by field, each after the one that it stands in. */
export function flat(nodes: readonly FieldNode[], depth = 0): { field: CatalogueField; depth: number }[] {
  return nodes.flatMap(({ field, children }) => [{ field, depth }, ...flat(children, depth + 1)]);
}

/** `refresh` runs a list, `__sys_dosave` saves a form, all else but the login goes without (wire.md "cmdkey"). */
export function cmdkeyOf({ style, operation }: CatalogueEntry): string | undefined {
  if (style !== 'ov1') return undefined;
  if (operation === 'login') return 'login';
  if (operation === 'save') return '__sys_dosave';
  return operation === 'list' ? 'refresh' : undefined;
}

/** The fixed query of an entry's path, in its own spelling. */
export function queryOf({ path }: CatalogueEntry): [name: string, value: string][] {
  return [...new URLSearchParams(path.split('?')[1] ?? '')];
}

export function answerClass(entry: CatalogueEntry): AnswerClass {
  const { style, operation, returns } = entry;
  if (style === 'helper') return { name: 'Helper', inferred: false };
  if (style === 'v3') return { name: v3Class(operation), inferred: false };
  if (operation === 'login') return { name: 'Login', inferred: false };
  return { name: returns ?? usualClass(operation), inferred: returns === undefined };
}

function v3Class(operation: CatalogueEntry['operation']): AnswerClass['name'] {
  if (operation === 'list') return 'V3List';
  return operation === 'get' ? 'V3Record' : 'V3Done';
}

function usualClass(operation: CatalogueEntry['operation']): AnswerClass['name'] {
  if (operation === 'list' || operation === 'options') return 'SourceClass';
  return operation === 'get' || operation === 'new' ? 'BillClass' : 'MessageClass';
}
