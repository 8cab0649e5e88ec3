import { expect, inject, onTestFinished, test } from 'vitest';
import { CASE_COUNT, caseAt } from '../../../../torture/every-step.ts';
import { foundHistories } from '../../../../torture/found.ts';
import { Ground } from '../../../../torture/ground.ts';
import { play } from '../../../../torture/history.ts';
import { asText, shrink } from '../../../../torture/shrink.ts';
import { type History, makeHistory } from '../../../../torture/steps.ts';
import { testDatabase } from '../support/database.ts';

/** `npm run torture` plays thousands; these are the few that every change has to get past. */
const isQuick = inject('database').dialect === 'sqlite';
const HISTORIES = isQuick ? 200 : 20;
/** Deaths in each of the short histories. */
const DEATHS = isQuick ? 8 : 2;
const FIRST_SEED = 20_260_300;
/** Each waits most of its time. */
const LANES = 4;

/** What the histories violate; a failing one is shown with the least that still fails, to be kept under `torture/found`. */
async function violated(histories: readonly History[]): Promise<string[]> {
  const queue = histories[Symbol.iterator]();
  const failures: string[] = [];
  const lane = async () => {
    const ground = await openGround();
    for (const history of queue) {
      const { violations } = await play(ground, history);
      const said = violations.map(({ statement, what }) => `(${statement}) ${what}`);
      if (said.length > 0) failures.push(`${said.join('; ')}\n${asText(await shrink(ground, history))}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return failures;
}

async function openGround(): Promise<Ground> {
  const ground = await Ground.open(await testDatabase());
  onTestFinished(() => ground.close());
  return ground;
}

test('after random storms of edits, faults and deaths all ten statements hold', async () => {
  const histories = Array.from({ length: HISTORIES }, (_, at) => makeHistory(FIRST_SEED + at));
  expect(await violated(histories)).toEqual([]);
}, 180_000);

test('a process that dies at one of the steps of a pull, a merge or a push leaves all ten statements standing', async () => {
  const histories = Array.from({ length: CASE_COUNT }, (_, which) =>
    Array.from({ length: DEATHS }, (_nth, at) => caseAt(which, 1 + at * 6 + (which % 6), at % 2 === 0)),
  );
  expect(await violated(histories.flat())).toEqual([]);
}, 120_000);

test('histories that once failed do not fail again', async () => {
  const histories = [...foundHistories().values()];
  expect(histories.length).toBeGreaterThan(0);
  expect(await violated(histories)).toEqual([]);
}, 120_000);
