import { refusals } from './refusals.ts';

/** Where a list goes on, as one opaque word. */
export function toCursor(place: readonly (string | number)[] | null): string | null {
  return place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * @param by what the list is sorted by: the database takes nothing else in its place
 * @throws HubError `bad_cursor` when it is none of this list's
 */
export function fromCursor(cursor: string | undefined, by: 'number'): readonly [number, number] | null;
export function fromCursor(cursor: string | undefined, by: 'time'): readonly [string, number] | null;
export function fromCursor(cursor: string | undefined, by: keyof typeof IS_VALUE): Place | null;
export function fromCursor(cursor: string | undefined, by: keyof typeof IS_VALUE): Place | null {
  if (cursor === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(place) &&
      place.length === 2 &&
      IS_VALUE[by](place[0]) &&
      Number.isSafeInteger(place[1])
    ) {
      return [place[0], place[1]];
    }
  } catch {
    // Told below.
  }
  throw refusals.badCursor();
}

/** The sorted value and the number of the last row that was shown. */
type Place = readonly [string | number, number];

const IS_VALUE = {
  number: (value: unknown) => Number.isFinite(value),
  time: (value: unknown) => typeof value === 'string' && TIME.test(value) && isOnTheCalendar(value),
};
const TIME = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** JavaScript takes 30 February for 2 March. */
function isOnTheCalendar(time: string): boolean {
  const at = Date.parse(time);
  return !Number.isNaN(at) && new Date(at).toISOString() === time;
}
