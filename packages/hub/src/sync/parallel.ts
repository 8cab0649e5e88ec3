import type { Breather } from './turn.ts';

/**
 * Runs `work` for each item, at most `limit` at once. The first error stops new work and is thrown once all have ended.
 * With a breather the items under way are brought to their end when somebody in a hurry waits, and the others follow
 * after; where the run is to end they do not.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
  breather?: Breather,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  let failure: { error: unknown } | null = null;
  let isDone = false;
  const lane = async () => {
    while (!failure && !isDone) {
      try {
        if (await breather?.isWanted()) return;
        const next = queue.next();
        isDone ||= next.done === true;
        if (!next.done) await work(next.value);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  do await Promise.all(Array.from({ length: limit }, lane));
  while (!failure && !isDone && (await breather?.breathe()));
  if (failure) throw (failure as { error: unknown }).error;
}
