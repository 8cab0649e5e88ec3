import { useAsk } from '../../api/queries.ts';
import { useRight } from '../../api/session.ts';
import type { DeskItem } from './item.ts';
import { conflictItem } from './items/conflict.ts';
import { duplicateItem } from './items/duplicate.ts';
import { followUpItem } from './items/follow-up.ts';
import { parkedItem } from './items/parked.ts';
import { planItem } from './items/plan.ts';
import { useSpeaker } from './speaker.ts';

/** As many as one page of the API holds; the rest follow as these are decided. */
const AT_ONCE = 200;

/** Everything that waits for this person and that they may decide: what stops the most comes first. */
export function useItems() {
  const speaker = useSpeaker();
  const query = { limit: AT_ONCE };
  const plans = useAsk('plans.waiting', {}, { enabled: useRight('runs.start') !== null });
  const conflicts = useAsk('conflicts.list', { query });
  const people = useAsk('people.list', { query }, { enabled: useRight('people.decide') !== null });
  const parked = useAsk(
    'journal.list',
    { query: { ...query, pile: 'parked' } },
    { enabled: useRight('journal.decide') !== null },
  );
  const doubtful = useAsk('followups.list', { query: { ...query, standing: 'doubtful' } });
  const stopped = useAsk('followups.list', { query: { ...query, standing: 'parked' } });
  const held = useAsk('followups.list', { query: { ...query, standing: 'held' } });
  const all = [plans, conflicts, people, parked, doubtful, stopped, held];
  const isRead = all.every(({ data, isEnabled }) => !isEnabled || data !== undefined);
  const followUps = [doubtful, stopped, held].flatMap(({ data }) => data?.items ?? []);
  const items: DeskItem[] = [
    ...(plans.data?.plans ?? []).map((row) => planItem(row, speaker)),
    ...(conflicts.data?.items ?? []).map((row) => conflictItem(row, speaker)),
    ...(people.data?.items ?? []).map((row) => duplicateItem(row, speaker)),
    ...followUps.map((row) => followUpItem(row, speaker)),
    ...(parked.data?.items ?? []).map((row) => parkedItem(row, speaker)),
  ];
  return {
    data: isRead ? items : undefined,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => Promise.all(all.filter(({ isEnabled }) => isEnabled).map((one) => one.refetch())),
  };
}
