import type { Faults, Oddities } from '../packages/zhibang-sim/src/index.ts';
import { PEOPLE } from './people.ts';
import { Dice } from './random.ts';
import { afterFault, pickFaults, pickOddities } from './weather.ts';

export type Verb = 'sync' | 'pull' | 'push';

/** One thing that happens. Numbers called `which` choose among what is there when the step comes. */
export type Step =
  | { do: 'bring'; person: number; wechat: number; colleague: boolean }
  | { do: 'insert'; person: number }
  | { do: 'edit-here'; which: number; value: number }
  /** With `ofRow` the record of the row that `edit-here` with the same number edits. */
  | { do: 'edit-erp'; which: number; field: 'email' | 'address' | 'mobile'; value: number; ofRow?: true }
  /** A colleague empties a field of the ERP. */
  | { do: 'erase'; which: number; field: 'email' | 'address' }
  | { do: 'remove' | 'pool' | 'hide' | 'show'; which: number }
  /** A colleague makes another company of a record. */
  | { do: 'swap'; which: number }
  /** Another customer stands under an `ord` that was allocated for ours and never used. */
  | { do: 'reuse' }
  | { do: 'rules'; set: 'default' | 'nobody' | 'strict' }
  | { do: 'resolve'; which: number; answer: 'erp' | 'hub' | 'value' }
  | { do: 'undo'; which: number }
  | { do: 'desk'; which: number; verb: 'retry' | 'cancel' }
  | { do: 'fault'; faults: Partial<Faults> }
  | { do: 'calm' }
  | { do: 'kill-tokens' }
  /** Calm weather and runs until all is quiet: from here on both sides are known to agree. */
  | { do: 'settle' }
  | { do: 'run'; kind: Verb }
  /** Processes at once; the first dies at that step when `at` is not 0. */
  | { do: 'at-once'; kinds: Verb[]; at: number }
  /** Somebody cancels an open write just before a run's N-th transaction. */
  | { do: 'cancel-during'; kind: Verb; at: number }
  | { do: 'crash'; kind: Verb; at: number };

/** Everything that a history is made from: the same one plays the same, but for the order in which answers arrive. */
export interface History {
  seed: number;
  /** Customers that the ERP has from the beginning. */
  customers: number;
  oddities: Partial<Oddities>;
  /** Rows that a run may write without an answer. */
  breaker: number;
  steps: Step[];
}

const VERBS = ['sync', 'sync', 'pull', 'push', 'push'] as const;

/** Weight, and what happens. */
const MAKERS: readonly (readonly [number, (dice: Dice) => Step[]])[] = [
  [20, (dice) => [bring(dice)]],
  [5, (dice) => [{ do: 'insert', person: dice.below(PEOPLE) }]],
  [9, (dice) => [{ do: 'edit-here', which: dice.below(50), value: dice.below(4) }]],
  [
    10,
    (dice) => [
      {
        do: 'edit-erp',
        which: dice.below(50),
        field: dice.pick(['email', 'email', 'address', 'mobile']),
        value: dice.below(4),
      },
    ],
  ],
  [3, (dice) => [{ do: 'erase', which: dice.below(50), field: dice.pick(['email', 'address'] as const) }]],
  [6, (dice) => [{ do: dice.pick(['remove', 'pool', 'hide', 'show'] as const), which: dice.below(50) }]],
  [14, (dice) => [{ do: 'fault', faults: pickFaults(dice) }]],
  [3, () => [{ do: 'calm' }]],
  [2, () => [{ do: 'kill-tokens' }]],
  [10, (dice) => [{ do: 'run', kind: dice.pick(VERBS) }]],
  [12, crash],
  [4, atOnce],
  [4, cancelled],
  [4, refused],
  [3, (dice) => [{ do: 'rules', set: dice.pick(['default', 'nobody', 'strict'] as const) }]],
  [
    3,
    (dice) => [{ do: 'resolve', which: dice.below(9), answer: dice.pick(['erp', 'hub', 'value'] as const) }],
  ],
  [2, (dice) => [{ do: 'undo', which: dice.below(5) }]],
  [3, (dice) => [{ do: 'desk', which: dice.below(9), verb: dice.pick(['retry', 'cancel'] as const) }]],
  [8, lostAnswers],
  [3, staleRecord],
  [3, thereAndBack],
  [2, usedOrd],
  [3, () => [{ do: 'settle' }]],
];

const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

export function makeHistory(seed: number): History {
  const dice = new Dice(seed);
  const length = 6 + dice.below(9);
  // The first pull is the one with most to lose. It has some sixty steps; the pages are written from the 44th on.
  const steps: Step[] = dice.next() < 0.15 ? [{ do: 'crash', kind: 'pull', at: 1 + dice.below(62) }] : [];
  while (steps.length < length) steps.push(...pickMaker(dice)(dice));
  return {
    seed,
    customers: 4 + dice.below(12),
    oddities: pickOddities(dice),
    breaker: dice.next() < 0.2 ? 2 : 10_000,
    steps,
  };
}

function pickMaker(dice: Dice): (dice: Dice) => Step[] {
  let left = dice.next() * TOTAL;
  for (const [weight, make] of MAKERS) {
    left -= weight;
    if (left < 0) return make;
  }
  return crash;
}

function bring(dice: Dice): Step {
  const person = dice.below(PEOPLE);
  return { do: 'bring', person, wechat: dice.below(3), colleague: dice.next() < 0.3 };
}

/** Half of the commands that died are typed again at once. */
function crash(dice: Dice): Step[] {
  const kind = dice.pick(VERBS);
  const at = 1 + Math.floor(dice.next() ** 1.5 * 110);
  const again: Step[] = dice.next() < 0.5 ? [{ do: 'run', kind }] : [];
  return [{ do: 'crash', kind, at }, ...again];
}

function atOnce(dice: Dice): Step[] {
  const kinds = Array.from({ length: 2 + dice.below(2) }, () => dice.pick(VERBS));
  return [{ do: 'at-once', kinds, at: dice.next() < 0.5 ? 1 + dice.below(80) : 0 }];
}

/** People are pushed while the answers to their saves are lost. */
function lostAnswers(dice: Dice): Step[] {
  const people = Array.from({ length: 2 + dice.below(2) }, () => bring(dice));
  return [...people, { do: 'fault', faults: afterFault(dice) }, { do: 'run', kind: 'sync' }];
}

/** More people than are worked at once, so that one of them still waits when his write is cancelled. */
function cancelled(dice: Dice): Step[] {
  const first = dice.below(PEOPLE);
  const people = Array.from({ length: 5 }, (_, at): Step => {
    return { do: 'bring', person: (first + at) % PEOPLE, wechat: 0, colleague: dice.next() < 0.3 };
  });
  return [
    { do: 'run', kind: 'pull' },
    ...people,
    { do: 'cancel-during', kind: 'push', at: 8 + dice.below(25) },
  ];
}

/** Two customers with one e-mail: some systems refuse the second. */
function refused(dice: Dice): Step[] {
  const which = dice.below(50);
  const value = dice.below(4);
  return [
    { do: 'settle' },
    { do: 'edit-here', which, value },
    { do: 'edit-here', which: which + 1, value },
    { do: 'run', kind: 'push' },
    { do: 'run', kind: 'push' },
  ];
}

/** A record becomes another company between our last reading and our update of it. */
function staleRecord(dice: Dice): Step[] {
  const which = dice.below(50);
  return [
    { do: 'settle' },
    { do: 'edit-here', which, value: dice.below(4) },
    { do: 'swap', which },
    { do: 'run', kind: dice.pick(['push', 'push', 'sync'] as const) },
  ];
}

/** One side changes a value, all is quiet, then the other side does. */
function thereAndBack(dice: Dice): Step[] {
  const which = dice.below(50);
  return [
    { do: 'settle' },
    { do: 'edit-here', which, value: dice.below(4) },
    { do: 'settle' },
    { do: 'edit-erp', which, field: 'email', value: dice.below(4), ofRow: true },
    { do: 'run', kind: 'sync' },
  ];
}

/** A create loses its way after its `ord` is known, and somebody else stands there when it comes back. */
function usedOrd(dice: Dice): Step[] {
  const lost: Step =
    dice.next() < 0.5 ? { do: 'crash', kind: 'push', at: 1 + dice.below(90) } : { do: 'run', kind: 'push' };
  return [
    { do: 'settle' },
    bring(dice),
    { do: 'fault', faults: { lieSuccess: 1 } },
    lost,
    { do: 'calm' },
    { do: 'reuse' },
    { do: 'run', kind: dice.pick(['push', 'push', 'sync', 'pull'] as const) },
  ];
}
