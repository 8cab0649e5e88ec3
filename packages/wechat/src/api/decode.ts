/** Lenient reading of WeCom's JSON: a field that is absent, null or of another kind is simply not there. */
export type Json = Record<string, unknown>;

export function objectIn(from: Json, name: string): Json {
  const value = from[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function objectsIn(from: Json, name: string): Json[] {
  const value = from[name];
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Json => typeof one === 'object' && one !== null && !Array.isArray(one));
}

export function stringsIn(from: Json, name: string): string[] {
  const value = from[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** '' where there is none; a number becomes its digits. */
export function stringIn(from: Json, name: string): string {
  const value = from[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

/** null where there is none: unknown is not 0. */
export function numberIn(from: Json, name: string): number | null {
  const value = from[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
