import type { Oddities } from '../oddities.ts';
import type { Fact, FactField } from './facts.ts';
import { flat, type Nested, nest } from './nest.ts';
import { isSteering } from './resource.ts';

const blank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  String(value).trim() === '' ||
  (Array.isArray(value) && value.length === 0);

/** The first published rule that a saving call breaks, as the ERP words it; null when it passes. */
export function broken({ request = [] }: Fact, sent: Record<string, unknown>): string | null {
  const values = flat(sent);
  for (const field of needed(nest(request), values)) {
    const value = values[field.id.toLowerCase()];
    const caption = field.label || field.id;
    if (blank(value)) {
      if (field.required === true || due(field, values)) return `${caption}不能为空`;
      continue;
    }
    const text = String(value);
    if (field.maxLength && text.length > field.maxLength)
      return `${caption}长度不能超过${field.maxLength}个字`;
    if (isNumber(field) && !/^-?\d+(\.\d+)?$/.test(text.trim())) return `${caption}必须为数字`;
  }
  return null;
}

/** Required because of what another field holds. */
function due({ requiredWhen = {} }: FactField, values: Record<string, unknown>): boolean {
  return Object.entries(requiredWhen).some(([id, held]) => held.includes(String(values[id.toLowerCase()])));
}

/** What is required inside an optional part counts only when the part was sent. */
function needed(nodes: readonly Nested[], values: Record<string, unknown>): FactField[] {
  return nodes.flatMap(({ field, inside }) => {
    if (inside.length === 0) return [field];
    const within = needed(inside, values);
    const touched =
      field.required === true ||
      !blank(values[field.id.toLowerCase()]) ||
      within.some(({ id }) => !blank(values[id.toLowerCase()]));
    return touched || field.id === 'Datas' ? within : [];
  });
}

/** A number that is no option (saved by label in v3) and no list of ids. */
function isNumber({ type, options, multiple }: FactField): boolean {
  return (type === 'integer' || type === 'decimal') && !options && !multiple;
}

/** What a saving call leaves behind, by id in lower case. */
export function storable(oddities: Oddities, sent: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(flat(sent)).filter(
    ([id]) => !isSteering({ id, type: '' }) && !oddities.droppedFields.includes(id),
  );
  return Object.fromEntries(kept);
}
