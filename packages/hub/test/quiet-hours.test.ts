import { expect, test } from 'vitest';
import { isQuietTime, QUIET_SPAN } from '../src/jobs/quiet-hours.ts';

/** Beijing time, eight hours ahead of UTC. */
const beijing = (time: string) => new Date(`2026-03-01T${time}:00.000+08:00`);

test('a span holds its first minute and not its last, in Beijing time', () => {
  const spans = ['12:00-13:30'];
  expect(isQuietTime(spans, beijing('11:59'))).toBe(false);
  expect(isQuietTime(spans, beijing('12:00'))).toBe(true);
  expect(isQuietTime(spans, beijing('13:29'))).toBe(true);
  expect(isQuietTime(spans, beijing('13:30'))).toBe(false);
});

test('a span may go over midnight, and several count together', () => {
  const spans = ['22:00-06:00', '12:00-13:00'];
  for (const time of ['22:00', '23:59', '00:00', '05:59', '12:30']) {
    expect(isQuietTime(spans, beijing(time)), time).toBe(true);
  }
  for (const time of ['06:00', '21:59', '11:59', '13:00']) {
    expect(isQuietTime(spans, beijing(time)), time).toBe(false);
  }
  expect(isQuietTime([], beijing('00:00'))).toBe(false);
});

test('what is no span is refused by the configuration', () => {
  for (const text of ['24:00-06:00', '9:00-10:00', '22:00', '22:60-23:00', 'night']) {
    expect(QUIET_SPAN.test(text), text).toBe(false);
  }
});
