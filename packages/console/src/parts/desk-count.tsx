import { waiting } from '../api/pulse.ts';
import { useLive } from './live.tsx';

/** How many things wait for a person, beside the word of their place. */
export function DeskCount() {
  const live = useLive();
  const count = live === null ? 0 : waiting(live);
  return count === 0 ? null : <span className="count">{count > 99 ? '99+' : count}</span>;
}
