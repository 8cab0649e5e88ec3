import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHistory } from './found.ts';
import { Ground } from './ground.ts';
import { play } from './history.ts';
import { asText } from './shrink.ts';
import { makeHistory } from './steps.ts';

/** Plays one history and prints it, as a seed or a file gives it. True when nothing was violated. */
export async function replay(which: string): Promise<boolean> {
  const history = /^\d+$/.test(which) ? makeHistory(Number(which)) : readHistory(which);
  console.log(asText(history));
  const folder = mkdtempSync(join(tmpdir(), 'bangqiao-ground-'));
  const ground = await Ground.open({ file: join(folder, 'hub.db') });
  const { violations, ...rest } = await play(ground, history);
  await ground.close();
  rmSync(folder, { recursive: true, force: true });
  console.log(JSON.stringify(rest));
  for (const { statement, what } of violations) console.log(`(${statement}) ${what}`);
  return violations.length === 0;
}
