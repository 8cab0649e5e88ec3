// One process of `npm run torture`: plays the histories that its job names and tells each outcome as a line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job, Told } from './jobs.ts';
import { plant, plantOf } from './planting.ts';

const job = JSON.parse(process.argv[2] as string) as Job;
// Before anything of the product is loaded.
if (job.plant) plant(plantOf(job.plant));
const { Ground } = await import('./ground.ts');
const { play } = await import('./history.ts');
const { asText, shrink } = await import('./shrink.ts');
const { makeHistory } = await import('./steps.ts');
const { CASE_COUNT, caseAt } = await import('./every-step.ts');

/** Histories at once in this process: each waits most of its time, for stalled answers and for leases. */
const LANES = 4;
const folder = mkdtempSync(join(tmpdir(), 'bangqiao-ground-'));
let next = 0;
let stopped = false;

await Promise.all(
  Array.from({ length: LANES }, (_, lane) => (job.everyStep ? cases(lane) : histories(lane))),
);
rmSync(folder, { recursive: true, force: true });
process.exit();

function ground(lane: number) {
  return Ground.open({ file: join(folder, `${lane}.db`) });
}

async function histories(lane: number): Promise<void> {
  const place = await ground(lane);
  while (!stopped && next < job.seeds.length && Date.now() < (job.until ?? Number.POSITIVE_INFINITY)) {
    const seed = job.seeds[next] as number;
    next += 1;
    const history = makeHistory(seed);
    const outcome = await play(place, history);
    const isBad = outcome.violations.length > 0;
    tell({ seed, outcome, short: isBad && !job.plant ? asText(await shrink(place, history)) : null });
    // One catch of a planted bug is enough.
    if (isBad && job.plant) stopped = true;
  }
  await place.close();
}

async function cases(lane: number): Promise<void> {
  const place = await ground(lane);
  while (next < 2 * CASE_COUNT) {
    const mine = next;
    next += 1;
    if (mine % job.of !== job.part) continue;
    for (let at = 1; ; at += 1) {
      const history = caseAt(mine >> 1, at, mine % 2 === 1);
      const outcome = await play(place, history);
      tell({ seed: history.seed, outcome, short: outcome.violations.length > 0 ? asText(history) : null });
      if (outcome.crashes === 0) break;
    }
  }
  await place.close();
}

function tell(told: Told): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
