import { expect, test } from 'vitest';
import { foundHistories } from '../../../../torture/found.ts';
import { pageOf } from '../../../../torture/report.ts';
import { emptyScore } from '../../../../torture/score.ts';

const MEASURED = {
  seed: 1,
  seconds: 1,
  storms: emptyScore(),
  steps: null,
  kills: { insidePush: 0, ofCommands: 0, sent: 0, worlds: 0, violations: 0, mostRounds: 0 },
  killsAsked: 0,
  plants: [],
};

test.each(['en', 'zh'] as const)(
  'the page of guarantees (%s) lists every history that once failed',
  (lang) => {
    const files = [...foundHistories().keys()];
    expect(files.length).toBeGreaterThan(0);
    const listed = [...pageOf(MEASURED, lang).matchAll(/\(\.\.\/torture\/found\/(.+?)\)/g)].map(
      ([, file]) => file,
    );
    expect(listed).toEqual(files);
  },
);

test('the command that measures again asks for the kills that were asked for, however many more fell', () => {
  const kills = { ...MEASURED.kills, insidePush: 504 };
  expect(pageOf({ ...MEASURED, kills, killsAsked: 500 }, 'en')).toContain('--kills 500 --report');
});
