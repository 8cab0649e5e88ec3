import type { FactField } from './facts.ts';

/** A field with the fields inside it. */
export interface Nested {
  field: FactField;
  inside: Nested[];
}

/** The tree behind a published list: each field names the one that it stands in. The first of a name in a place stays. */
export function nest(fields: readonly FactField[]): Nested[] {
  const places = new Map<string, Nested[]>([['', []]]);
  for (const field of fields) {
    const siblings = places.get(field.in ?? '');
    if (!siblings || siblings.some((each) => each.field.id === field.id)) continue;
    const node: Nested = { field, inside: [] };
    siblings.push(node);
    places.set(field.in === undefined ? field.id : `${field.in}.${field.id}`, node.inside);
  }
  return places.get('')!;
}

/** Every value that was sent, however deep, by id in lower case; the outermost of one id wins. */
export function flat(sent: Record<string, unknown>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(sent)) found[id.toLowerCase()] = value;
  for (const value of Object.values(sent)) {
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (typeof inner !== 'object' || inner === null) continue;
      for (const [id, deep] of Object.entries(flat(inner as Record<string, unknown>))) found[id] ??= deep;
    }
  }
  return found;
}
