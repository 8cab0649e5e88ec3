import type { FactField } from './facts.ts';

/** A field with the fields inside it. */
export interface Nested {
  field: FactField;
  inside: Nested[];
}

interface Level {
  id: string;
  seen: Set<string>;
  nodes: Nested[];
}

/**
 * The tree behind a flat list: an object or array holds what follows it, until an id comes that it holds already, which
 * belongs further out. The published lists do not say more.
 */
export function nest(fields: readonly FactField[]): Nested[] {
  const root: Level = { id: '', seen: new Set(), nodes: [] };
  const open = [root];
  for (const field of fields) {
    while (open.length > 1 && open.at(-1)!.seen.has(field.id)) open.pop();
    const level = open.at(-1)!;
    if (level.seen.has(field.id)) continue;
    const node: Nested = { field, inside: [] };
    level.seen.add(field.id);
    level.nodes.push(node);
    const opens = field.type === 'array' || field.type === 'object';
    if (opens && open.every(({ id }) => id !== field.id))
      open.push({ id: field.id, seen: new Set(), nodes: node.inside });
  }
  return root.nodes;
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
