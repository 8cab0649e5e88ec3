import { useDecidedCount } from '../api/decided.ts';
import { waiting } from '../api/pulse.ts';
import { useLive } from './live.tsx';

/** How many things wait for a person, beside the word of their place; what was just decided is left out at once. */
export function DeskCount() {
  const live = useLive();
  const decided = useDecidedCount();
  const count = live === null ? 0 : waiting(live) - decided;
  return count <= 0 ? null : <span className="count">{count > 99 ? '99+' : count}</span>;
}
