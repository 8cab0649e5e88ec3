import { refusals } from './refusals.ts';

/** Where a list goes on, as one opaque word. */
export function toCursor(place: readonly (string | number)[] | null): string | null {
  return place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws HubError `bad_cursor` when it is none of ours. */
export function fromCursor(cursor: string | undefined): readonly [string | number, number] | null {
  if (cursor === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === 2 && isValue(place[0]) && Number.isSafeInteger(place[1])) {
      return [place[0], place[1]];
    }
  } catch {
    // Told below.
  }
  throw refusals.badCursor();
}

/** A number, or the time of a row: anything else would be an error of the database. */
function isValue(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isFinite(value);
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
