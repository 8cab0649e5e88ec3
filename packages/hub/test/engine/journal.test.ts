import { expect, test } from 'vitest';
import { carries, isAnother } from '../../src/journal/carries.ts';
import {
  HELD_STATES,
  OPEN_STATES,
  TRANSITIONS,
  WRITE_STATES,
  type WriteState,
} from '../../src/journal/states.ts';

const ENDS: readonly WriteState[] = ['confirmed', 'cancelled'];

/** All states that can be reached from one. */
function reach(from: WriteState): Set<WriteState> {
  const seen = new Set<WriteState>([from]);
  const queue = [from];
  for (const state of queue) {
    for (const next of TRANSITIONS[state]) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

test('a record that shows our WeChat id is ours, though the ERP gave it a number of its own and the list hides its name', () => {
  const sent = { name: '无锡示例集团', khid: 'KH20260028', weixinAcc: 'wx_demo_07' };
  const row = { khid: 'ZB1248', mobile: '', weixinAcc: 'wx_demo_07' };
  expect([carries(row, sent), isAnother(row, sent)]).toEqual([true, false]);
  expect(isAnother({ ...row, weixinAcc: 'wx_somebody_else' }, sent)).toBe(true);
});

test('every state can be reached from planned', () => {
  expect([...reach('planned')].sort()).toEqual([...WRITE_STATES].sort());
});

test('no state is a trap: from each one that is open, confirmed can be reached', () => {
  for (const state of OPEN_STATES) expect([state, reach(state).has('confirmed')]).toEqual([state, true]);
});

test('what is confirmed or cancelled stays so, and everything else is open', () => {
  for (const state of ENDS) expect(TRANSITIONS[state]).toEqual([]);
  expect([...OPEN_STATES, ...ENDS].sort()).toEqual([...WRITE_STATES].sort());
});

test('nothing is sent before it was claimed, and nothing that was sent is cancelled unseen', () => {
  expect(TRANSITIONS.planned).not.toContain('sent');
  expect(TRANSITIONS.waiting).not.toContain('sent');
  expect(TRANSITIONS.sent).not.toContain('cancelled');
  expect(TRANSITIONS.in_doubt).not.toContain('cancelled');
});

test('who holds a write may let go of it again', () => {
  for (const state of HELD_STATES) {
    expect(TRANSITIONS[state]).toContain('waiting');
    expect(TRANSITIONS[state]).toContain('parked');
  }
});
