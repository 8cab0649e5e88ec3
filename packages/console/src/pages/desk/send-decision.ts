import { ApiError, type EndpointName } from '@bangqiao/api';
import { askFor, lasting } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import type { Choice, DeskKind } from './item.ts';

type Outcomes = AnswerOf<'journal.retry'>;

/** Closing the page sends what is held back: it has to arrive without it. */
const send = <N extends EndpointName>(name: N, ask: unknown) => askFor(name, ask, lasting);

/** How the decisions of each kind reach the hub. */
const SENDERS: Readonly<
  Record<DeskKind, (ids: number[], choice: string, value: string | null) => Promise<Outcomes | undefined>>
> = {
  conflict: (ids, choice, value) =>
    send('conflicts.resolve', { body: { ids, answer: value === null ? { take: choice } : { value } } }),
  duplicate: (ids, choice) => send(choice === 'merge' ? 'people.merge' : 'people.apart', { body: { ids } }),
  follow_up: (ids, answer) => send('followups.answer', { body: { ids, answer } }),
  parked: (ids, choice) => send(choice === 'retry' ? 'journal.retry' : 'journal.cancel', { body: { ids } }),
  plan: async ([id], choice) => {
    if (choice === 'refuse') return send('plans.refuse', { params: { id } });
    if (choice === 'apply') await send('plans.apply', { params: { id }, body: {} });
    else await send('runs.start', { body: { kind: 'sync', accept: id } });
    return undefined;
  },
};

/** @throws ApiError with the first refusal; what was not refused is done. */
export async function sendDecision(
  kind: DeskKind,
  ids: number[],
  choice: Choice,
  value: string | null,
): Promise<void> {
  const outcomes = await SENDERS[kind](ids, choice.name, value);
  const refused = outcomes?.refused[0];
  if (refused) throw new ApiError(409, { error: { ...refused } });
}
