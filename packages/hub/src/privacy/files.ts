import { open, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Erasure } from './erase.ts';
import type { Person } from './person.ts';

const CHUNK = 1 << 20;

/** Licences of the person, plans that name them, and their names in the log (`telling`). How many there were. */
export async function clearFiles(
  person: Person,
  telling: readonly string[],
  { folder, logFile }: Erasure,
): Promise<{ pictures: number; plans: number; log_lines: number }> {
  return {
    pictures: await removePictures(person, folder),
    plans: await removePlans(telling, join(folder, 'storage', 'plans')),
    log_lines: await clearLogs(telling, logFile),
  };
}

async function removePictures(person: Person, folder: string): Promise<number> {
  const paths = await picturesOf(person, folder);
  for (const path of paths) await rm(path, { force: true });
  return paths.length;
}

/** The licences of a person, those of before as well. */
export async function picturesOf({ ids, customer }: Person, folder: string): Promise<string[]> {
  const licences = join(folder, 'storage', 'licences');
  const own = (await namesIn(licences)).filter((name) => ids.some((id) => name.startsWith(`${id}-`)));
  const paths = new Set(own.map((name) => join(licences, name)));
  const { business_license_path: kept } = customer;
  // Only what lies in our own folder: a path that an import brought may be anybody's.
  if (kept !== null && dirname(resolve(folder, kept)) === licences) paths.add(resolve(folder, kept));
  return [...paths];
}

/** A plan that names somebody who is gone cannot be applied any more. */
async function removePlans(telling: readonly string[], folder: string): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (!telling.some((one) => text.includes(one))) continue;
    await rm(join(folder, name), { force: true });
    removed += 1;
  }
  return removed;
}

/** The log and those before it. */
async function clearLogs(telling: readonly string[], logFile: string): Promise<number> {
  const name = basename(logFile);
  let found = 0;
  for (const one of await namesIn(dirname(logFile)))
    if (one === name || one.startsWith(`${name}.`))
      found += await overwrite(join(dirname(logFile), one), telling);
  return found;
}

/**
 * Overwrites every place in a file with as many stars: its length stays, so that a process which has it open goes on
 * appending. A place that two pieces share is found because they overlap.
 */
async function overwrite(file: string, telling: readonly string[]): Promise<number> {
  const wanted = telling.map((one) => Buffer.from(one));
  const overlap = Math.max(0, ...wanted.map(({ length }) => length));
  const handle = await open(file, 'r+');
  let found = 0;
  try {
    const piece = Buffer.alloc(CHUNK + overlap);
    for (let from = 0; ; from += CHUNK) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, from);
      for (const one of wanted) {
        for (
          let at = piece.indexOf(one);
          at >= 0 && at + one.length <= bytesRead;
          at = piece.indexOf(one, at + 1)
        ) {
          await handle.write(Buffer.alloc(one.length, '*'), 0, one.length, from + at);
          piece.fill('*', at, at + one.length);
          found += 1;
        }
      }
      if (bytesRead < piece.length) return found;
    }
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}
