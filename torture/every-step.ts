import type { History, Step, Verb } from './steps.ts';

interface Case {
  what: string;
  customers: number;
  oddities?: History['oddities'];
  before: Step[];
  kind: Verb;
}

const bring = (person: number, colleague = false): Step => ({ do: 'bring', person, wechat: 0, colleague });
const edit = (which: number): Step => ({ do: 'edit-here', which, value: which % 4 });
const theirs = (which: number): Step => ({ do: 'edit-erp', which, field: 'email', value: 1 });

/** Short histories in which a process is killed at its first step, its second, and so on to the last. */
const CASES: readonly Case[] = [
  { what: 'the first pull', customers: 12, before: [], kind: 'pull' },
  {
    what: 'a pull that completes customers from their details',
    customers: 6,
    oddities: { missingColumns: ['mobile', 'weixinAcc', 'email', 'intsort'] },
    before: [],
    kind: 'pull',
  },
  {
    what: 'a pull of changes, a newcomer and a disappearance, merged with changes here',
    customers: 8,
    before: [
      { do: 'settle' },
      theirs(0),
      theirs(3),
      edit(0),
      edit(1),
      { do: 'insert', person: 0 },
      { do: 'remove', which: 4 },
      bring(0),
    ],
    kind: 'pull',
  },
  {
    what: 'a push of two people, a colleague and one who is in the ERP already',
    customers: 4,
    before: [{ do: 'insert', person: 2 }, { do: 'settle' }, bring(0), bring(1), bring(1, true), bring(2)],
    kind: 'push',
  },
  {
    what: 'a push whose answers are lost',
    customers: 4,
    before: [{ do: 'settle' }, bring(0), bring(1), { do: 'fault', faults: { dropAfterSave: 1 } }],
    kind: 'push',
  },
  {
    what: 'a push whose saves are lies',
    customers: 4,
    before: [{ do: 'settle' }, bring(0), { do: 'fault', faults: { lieSuccess: 1 } }],
    kind: 'push',
  },
  {
    what: 'a push of updates',
    customers: 6,
    before: [{ do: 'settle' }, edit(0), edit(1), edit(2)],
    kind: 'push',
  },
  {
    what: 'a first sync with people on both sides',
    customers: 5,
    before: [{ do: 'insert', person: 0 }, bring(0), bring(1)],
    kind: 'sync',
  },
];

/** The histories of one case: death at step 1, 2, 3, …; with `again` the same command is typed once more at once. */
export function caseAt(which: number, at: number, again: boolean): History {
  const { customers, oddities = {}, before, kind } = CASES[which] as Case;
  const after: Step[] = again ? [{ do: 'run', kind }] : [];
  return {
    seed: 7000 + which,
    customers,
    oddities,
    breaker: 10_000,
    steps: [...before, { do: 'crash', kind, at }, ...after],
  };
}

export const CASE_COUNT = CASES.length;
