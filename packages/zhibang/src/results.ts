import type { TreeNode } from './types.ts';

export type { SaveReceipt } from './types.ts';

/** Scalars as trimmed text (`''`: the ERP holds nothing), nested records and lists as they stand. */
export type Value = string | readonly Value[] | { readonly [id: string]: Value | undefined };

/** A row or record by field id. What the catalogue does not name may be there too; what is absent is unknown. */
export interface AnyRow {
  [id: string]: Value | undefined;
}

export interface ChoicesResult {
  /** Options, or a tree of them; a flat list has no children. */
  nodes: TreeNode[];
}

/** One page of a list. */
export interface ListResult<Row = AnyRow> extends ChoicesResult {
  columns: string[];
  captions: string[];
  rows: Row[];
  /** As the server says it, when it does. */
  page: { recordCount: number | null; pageCount: number | null };
}

/** One record, or a fresh form. */
export interface RecordResult<Fields = AnyRow> {
  ord: number | null;
  fields: Fields;
  captions: Record<string, string>;
}

/** A number, or its text. */
export type Numeric = number | `${number}`;

/** Text, or a number that is sent as text. */
export type Text = string | number;

/** One of the program's own states, as number or text. */
export type Choice<T extends string | number> = T | `${T}`;

/** Fields that a tenant added for itself. */
export interface OwnFields {
  [own: `!B__SysCusmf_${string}` | `sysIcusI${string}` | `@InheritId_${string}`]: Text | undefined;
}
