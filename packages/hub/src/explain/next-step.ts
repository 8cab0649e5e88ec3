import type { Bilingual } from '@bangqiao/core';
import type { Write } from '../journal/journal.ts';
import { isOneOf, PILES, SECOND_KINDS } from '../journal/states.ts';
import { bothWays, say } from '../words/two-languages.ts';

const READ_BACK = say(
  '下次同步先回读核对：ERP 里有了就记为已确认，没有才再写，不会重复',
  'the next sync reads it back first: what is in the ERP counts as confirmed, else it is written again, never twice',
);
const LOOKED_AT = say(
  '下次同步先到 ERP 里核对：看不出结果就请人决定，不会自动再发',
  'the next sync looks in the ERP first: where that does not tell, a person is asked; it is not sent again by itself',
);

/** What comes next for a write that is not done: the step that a person has to take, or what the hub does by itself. */
export function nextStepOf({ state, kind, next_step }: Step): Bilingual | null {
  if (next_step !== null) return bothWays(next_step);
  if (!isOneOf(PILES.in_doubt, state)) return null;
  return isOneOf(SECOND_KINDS, kind) ? LOOKED_AT : READ_BACK;
}

type Step = Pick<Write, 'state' | 'next_step'> & { kind: string };
