import { expect, test } from 'vitest';
import { PageWriter } from '../src/pull/page-writer.ts';

/** A writer whose writings end when told to, and what it was given to write. */
function byHand() {
  const given: number[][] = [];
  const ends: (() => void)[] = [];
  const fails: ((reason: Error) => void)[] = [];
  const writer = new PageWriter<number>((pages) => {
    given.push([...pages]);
    return new Promise((resolve, reject) => {
      ends.push(resolve);
      fails.push(reject);
    });
  });
  return { writer, given, ends, fails };
}

/** Whether the promise is settled after everything else had its turn. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => setImmediate(() => resolve('later')));
  return (await Promise.race([promise.then(() => 'settled'), later])) === 'settled';
}

test('the first page is written at once; what comes meanwhile is written together, in its order', async () => {
  const { writer, given, ends } = byHand();
  for (const page of [1, 2, 3]) await writer.take(page);
  expect(given).toEqual([[1]]);
  ends[0]?.();
  await new Promise(setImmediate);
  expect(given).toEqual([[1], [2, 3]]);
  const settled = writer.settled();
  expect(await isSettled(settled)).toBe(false);
  ends[1]?.();
  await settled;
});

test('who brings more than may wait has to wait until there is room', async () => {
  const { writer, given, ends } = byHand();
  let page = 0;
  let last = writer.take(page++);
  while (await isSettled(last)) last = writer.take(page++);
  expect(given).toEqual([[0]]);
  ends[0]?.();
  await last;
  expect(given[1]).toEqual(Array.from({ length: page - 1 }, (_, index) => index + 1));
});

test('after a failed writing nothing more is written, and who waits hears of it', async () => {
  const { writer, given, fails } = byHand();
  await writer.take(1);
  await writer.take(2);
  fails[0]?.(new Error('disk full'));
  await expect(writer.settled()).rejects.toThrow('disk full');
  await expect(writer.take(3)).rejects.toThrow('disk full');
  await expect(writer.settled()).rejects.toThrow('disk full');
  expect(given).toEqual([[1]]);
});
