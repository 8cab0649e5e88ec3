import type { SimRecord } from '../types.ts';
import type { World } from '../world.ts';
import type { FactField } from './facts.ts';
import { MEANINGS } from './meaning.ts';
import { plausible } from './plausible.ts';
import { isKey, type Resource } from './resource.ts';

/** Rows that a resource has before anybody saves, unless it has its own. */
const SEEDED = 23;

/** As the seeded customers. */
const FIRST_ORD = 1001;

/** All records of a kind, ascending: the seed's, changed and extended by what was stored. */
export function recordsOf(world: World, { name }: Resource): SimRecord[] {
  const seeds = MEANINGS[name]?.seeds?.(world) ?? Array.from({ length: SEEDED }, () => ({}));
  const found = new Map<number, SimRecord>();
  seeds.forEach((fields, index) => {
    const ord = Number((fields as { ord?: string }).ord ?? FIRST_ORD + index);
    found.set(ord, { resource: name, ord, fields, seeded: true });
  });
  for (const stored of world.state.records(name)) {
    const before = found.get(stored.ord);
    found.set(stored.ord, { ...stored, fields: { ...before?.fields, ...stored.fields } });
  }
  return [...found.values()].filter(({ gone }) => !gone).sort((a, b) => a.ord - b.ord);
}

export function recordOf(world: World, resource: Resource, ord: number): SimRecord | undefined {
  return recordsOf(world, resource).find((record) => record.ord === ord);
}

/** What was sent for a field, under any of its ids; undefined when nobody has. */
function given(world: World, resource: Resource, record: SimRecord, field: FactField): unknown {
  const meaning = MEANINGS[resource.name];
  const fields = { ...meaning?.derived?.(world, record.fields), ...record.fields };
  const sames = [...resource.samesOf(field), ...(meaning?.sames?.[field.id.toLowerCase()] ?? [])];
  return sames.map((id) => fields[id]).find((value) => value !== undefined && value !== '');
}

/** A field's value: what was sent, else, for records of the seed, a plausible one. */
export function valueIn(world: World, resource: Resource, record: SimRecord, field: FactField): unknown {
  if (isKey(field)) return record.ord;
  const own = given(world, resource, record, field);
  if (own !== undefined) return own;
  return record.seeded ? plausible(world, resource.name, field, record.ord) : '';
}

/** As a list shows it: the label of an option, where the system shows labels. */
export function shown(
  world: World,
  resource: Resource,
  record: SimRecord,
  field: FactField,
): string | number {
  const value = valueIn(world, resource, record, field);
  if (typeof value === 'number') return value;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return world.oddities.labelCells ? (field.options?.[text] ?? text) : text;
}

/** Keeps fields on top of what the record has; without an `ord` it is a new one. Returns its number. */
export function keep(
  world: World,
  { name }: Resource,
  ord: number | undefined,
  fields: Record<string, unknown>,
): number {
  const before = world.state.records(name).find((record) => record.ord === ord);
  const number = ord ?? world.state.nextRecordOrd();
  const seeded = ord !== undefined && (before?.seeded ?? true);
  world.state.putRecord({ resource: name, ord: number, fields: { ...before?.fields, ...fields }, seeded });
  return number;
}

export function discard(world: World, record: SimRecord): void {
  world.state.putRecord({ ...record, gone: true });
}
