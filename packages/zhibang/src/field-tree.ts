import type { CatalogueEntry, CatalogueField } from './catalogue.ts';

/** A field with the fields that stand in it. */
export interface FieldNode {
  field: CatalogueField;
  children: FieldNode[];
}

/** What a caller of `client.call` fills in: without `Token` and `Datas`, which the style adds. */
export function paramsOf(entry: CatalogueEntry): FieldNode[] {
  const tree = fieldTree(entry.request ?? []);
  if (entry.style !== 'helper') return tree;
  return tree.find(({ field }) => field.id === 'Datas')?.children ?? [];
}

/** Other fields than the published ones may be asked for. */
export function isOpen({ documented }: CatalogueEntry): boolean {
  return documented === 'name' || documented === 'partial';
}

/** Where each style keeps what was asked for; the rest of an answer tells how the call went. */
const CONTENT = new Set(['Rows', 'Data', 'datas', 'header']);

/** The fields of one row or record in the answer; empty where nobody has published them. */
export function answerFieldsOf(entry: CatalogueEntry): FieldNode[] {
  return fieldTree(entry.response ?? []).flatMap(({ field, children }) =>
    CONTENT.has(field.id) ? children : [],
  );
}

/** The flat list of the catalogue as a tree, by `in`. Of two fields of one name in one place the first stays. */
export function fieldTree(fields: readonly CatalogueField[]): FieldNode[] {
  const root: FieldNode[] = [];
  const places = new Map<string, FieldNode[]>([['', root]]);
  for (const field of fields) {
    const place = field.in ?? '';
    const siblings = places.get(place);
    if (!siblings || siblings.some((each) => each.field.id === field.id)) continue;
    const node: FieldNode = { field, children: [] };
    siblings.push(node);
    places.set(place === '' ? field.id : `${place}.${field.id}`, node.children);
  }
  return root;
}

/** Paging as the three styles call it: page size, page number. */
export const PAGING = {
  ov1: { size: 'pagesize', index: 'pageindex' },
  v3: { size: 'page_size', index: 'page_index' },
  helper: { size: 'PageSize', index: 'PageNumber' },
} as const;
