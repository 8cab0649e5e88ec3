/** Do the ten statements hold after storms of edits, faults and deaths? `npm run torture -- --histories N --seed S` */
import { parseArgs } from 'node:util';
import { inProcesses, type Job, type Told } from './jobs.ts';
import { killCampaign } from './kills.ts';
import { PLANTS } from './plants.ts';
import { writeReport } from './report.ts';
import { count, emptyScore, type Score, shareAfter } from './score.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    /** Processes that play histories. */
    jobs: { type: 'string', default: '2' },
    /** No history is begun later than so many minutes after the start; the report says how many were played. */
    minutes: { type: 'string' },
    /** Also: death at every step of short histories in turn. */
    'every-step': { type: 'boolean', default: false },
    /** Also: so many SIGKILLs inside the push of real processes. */
    kills: { type: 'string', default: '0' },
    /** Only: is that planted bug caught, or (--plants) each of them, within 500 histories? */
    plant: { type: 'string' },
    plants: { type: 'boolean', default: false },
    /** Only: the history of that seed, or of a file, and what became of it. */
    replay: { type: 'string' },
    /** All of it, and docs/guarantees.md is written with the result. */
    report: { type: 'boolean', default: false },
  },
});

const MOST_FOR_PLANT = 500;
const seed = Number(values.seed);
const jobs = Number(values.jobs);
const seedsOf = (histories: number) => Array.from({ length: histories }, (_, at) => seed * 1_000_003 + at);

if (values.replay) {
  const { replay } = await import('./replay.ts');
  process.exit((await replay(values.replay)) ? 0 : 1);
}
const startedAt = Date.now();
const seconds = () => Math.round((Date.now() - startedAt) / 1000);
if (values.plant || values.plants) {
  const names = values.plant ? [values.plant] : PLANTS.map(({ name }) => name);
  const caught = await plantAll(names);
  process.exit(caught.every(({ at }) => at !== null) ? 0 : 1);
}

const until = values.minutes === undefined ? null : startedAt + Number(values.minutes) * 60_000;
const seeds = seedsOf(Number(values.histories));
// The killed processes wait for one another most of the time: histories are played meanwhile.
const killsAsked = Number(values.kills);
const [storms, kills] = await Promise.all([
  score({ seeds, everyStep: false, until }),
  killCampaign(killsAsked, seed),
]);
const steps =
  values['every-step'] || values.report ? await score({ seeds: [], everyStep: true, until: null }) : null;
const plants = values.report ? await plantAll(PLANTS.map(({ name }) => name)) : null;
const violations = storms.violations + (steps?.violations ?? 0) + kills.violations;
console.log(
  JSON.stringify({ seconds: seconds(), storms: inShort(storms), steps: steps && inShort(steps), kills }),
);
if (plants) writeReport({ seed, seconds: seconds(), storms, steps, kills, killsAsked, plants });
process.exit(violations > 0 || plants?.some(({ at }) => at === null) ? 1 : 0);

async function score(work: Pick<Job, 'seeds' | 'everyStep' | 'until'>): Promise<Score> {
  const total = emptyScore();
  await inProcesses(jobs, { ...work, plant: null }, (told) => {
    count(total, told.outcome);
    if (told.short) console.log(failure(told));
    if (total.histories % 500 === 0)
      console.error(`${total.histories} histories, ${total.violations} violated, ${seconds()} s`);
  });
  return total;
}

/** The failing history as a file for `found/`, with what it violates. */
function failure({ seed: which, outcome, short }: Told): string {
  const said = outcome.violations.map(({ statement, what }) => `(${statement}) ${what}`);
  return `history ${which}: ${said.join('; ')}\n${short}`;
}

function inShort({ oddities, ...rest }: Score) {
  return {
    ...rest,
    shareAfter: Number(shareAfter(rest as Score).toFixed(3)),
    oddities: Object.keys(oddities).length,
  };
}

/** Which of the first histories caught each planted bug, and by which statement. */
async function plantAll(names: readonly string[]) {
  const found = [];
  for (const name of names) {
    const caught = await catchPlant(name);
    console.log(
      `${name}: ${caught.at === null ? 'NOT CAUGHT' : `history ${caught.at}, (${caught.statement}) ${caught.what}`}`,
    );
    found.push({ name, ...caught });
  }
  return found;
}

async function catchPlant(name: string): Promise<{ at: number | null; statement: number; what: string }> {
  const seeds = seedsOf(MOST_FOR_PLANT);
  let first: Told | null = null;
  await inProcesses(jobs, { seeds, plant: name, everyStep: false, until: null }, (told) => {
    if (brokenBy(told) && (first === null || told.seed < first.seed)) first = told;
  });
  const caught = first as Told | null;
  const violation = caught === null ? undefined : brokenBy(caught);
  return {
    at: caught === null ? null : seeds.indexOf(caught.seed) + 1,
    statement: violation?.statement ?? 0,
    what: violation?.what.split('\n')[0] ?? '',
  };
}

/** A statement that does not hold. What was merely thrown (statement 0) is no catch: the plant itself may be broken. */
function brokenBy({ outcome }: Told) {
  return outcome.violations.find(({ statement }) => statement > 0);
}
