import type { Reach, Right } from '@bangqiao/api';
import { useAsk } from './queries.ts';

export function useSession() {
  return useAsk('session.show');
}

/** How far the person's right reaches; null: not at all, so its keys are not shown. */
export function useRight(right: Right): Reach | null {
  return useSession().data?.rights[right] ?? null;
}
