import { toCursor } from './cursor.ts';
import { toldOf } from './failure.ts';

/** One after another; what is refused does not keep the others from being done. A fault of ours ends it. */
export async function forEach(ids: readonly number[], work: (id: number) => Promise<void>) {
  const done: number[] = [];
  const refused = [];
  for (const id of new Set(ids)) {
    try {
      await work(id);
      done.push(id);
    } catch (error) {
      const { body, isOurs } = toldOf(error);
      if (isOurs) throw error;
      refused.push({ id, ...body.error });
    }
  }
  return { done, refused };
}

/** A page of rows that are listed by number; one more was read, to know whether it goes on. */
export function paged<Row extends { id: number }, View>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => View,
): { items: View[]; next: string | null } {
  const last = rows[limit - 1]?.id ?? 0;
  return { items: rows.slice(0, limit).map(view), next: toCursor(rows.length > limit ? [last, last] : null) };
}
