/** Do the ten statements hold after storms of edits, faults and crashes? `npm run torture -- --histories N --seed S` */
import { parseArgs } from 'node:util';
import { makeSteps, play, type Step } from './history.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    /** Plays one history of that seed and prints its steps. */
    replay: { type: 'string' },
  },
});

/** A history takes half a second. */
const MOST_MS = 40_000;

const startedAt = Date.now();
const totals = { histories: 0, crashes: 0, afterEffect: 0, violations: 0 };
const faults: Record<string, number> = {};
const seeds = values.replay
  ? [Number(values.replay)]
  : Array.from({ length: Number(values.histories) }, (_, at) => Number(values.seed) * 1_000_003 + at);

for (const seed of seeds) {
  const { customers, steps } = makeSteps(seed);
  if (values.replay) console.log(JSON.stringify(steps, null, 1));
  const outcome = await inTime(play(seed, steps, customers)).catch((error: unknown) => ({
    violations: [
      { statement: 0, what: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ],
    faults: {},
    crashes: 0,
    crashesAfterEffect: 0,
  }));
  totals.histories += 1;
  totals.crashes += outcome.crashes;
  totals.afterEffect += outcome.crashesAfterEffect;
  for (const [name, count] of Object.entries(outcome.faults)) faults[name] = (faults[name] ?? 0) + count;
  if (outcome.violations.length === 0) continue;
  totals.violations += 1;
  console.log(
    `history ${seed}: ${outcome.violations.map((one) => `(${one.statement}) ${one.what}`).join('; ')}`,
  );
  if (!values.replay) console.log(`  ${JSON.stringify(await shrink(seed, steps, customers))}`);
}

console.log(JSON.stringify({ ...totals, faults, seconds: Math.round((Date.now() - startedAt) / 1000) }));
process.exitCode = totals.violations > 0 ? 1 : 0;

/** A history that does not end is a violation too. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ended after ${MOST_MS / 1000} s`)), MOST_MS);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** The history without every step that it fails without. */
async function shrink(seed: number, steps: readonly Step[], customers: number): Promise<Step[]> {
  let short = [...steps];
  for (let at = short.length - 1; at >= 0; at -= 1) {
    const without = short.filter((_, index) => index !== at);
    const still = await inTime(play(seed, without, customers)).then(
      ({ violations }) => violations.length > 0,
      () => true,
    );
    if (still) short = without;
  }
  return short;
}
