import type { Ground } from './ground.ts';
import { play } from './history.ts';
import type { History, Step } from './steps.ts';

/** The history without every step, and without every oddity, that it fails without. */
export async function shrink(ground: Ground, history: History): Promise<History> {
  const fails = async (one: History) => (await play(ground, one)).violations.length > 0;
  let short = history;
  for (let at = history.steps.length - 1; at >= 0; at -= 1) {
    const steps: Step[] = short.steps.filter((_, index) => index !== at);
    if (await fails({ ...short, steps })) short = { ...short, steps };
  }
  for (const name of Object.keys(history.oddities)) {
    const { [name as 'noPage']: _left, ...oddities } = short.oddities;
    if (await fails({ ...short, oddities })) short = { ...short, oddities };
  }
  return short;
}

/** One step a line: short enough to be read, whole enough to be kept under `found/` and played again. */
export function asText({ steps, ...rest }: History): string {
  const lines = steps.map((step) => `    ${JSON.stringify(step)}`).join(',\n');
  return `${JSON.stringify(rest).slice(0, -1)},"steps":[\n${lines}\n]}`;
}
