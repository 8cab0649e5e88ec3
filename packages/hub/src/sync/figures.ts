import type { FollowUpResult } from '../followup/settings.ts';
import type { PullResult } from '../pull/pull.ts';
import type { PushResult } from '../push/outcome.ts';
import type { RunReport } from './run.ts';

const PULL = ['total', 'created', 'updated', 'unchanged', 'failed', 'complete', 'calls', 'ms'] as const;
const PUSH = [
  'considered',
  'created',
  'linked',
  'updated',
  'skipped',
  'failed',
  'waiting',
  'parked',
  'inDoubt',
  'calls',
  'ms',
] as const;

const FOLLOW_UPS = [
  'planned',
  'sent',
  'doubtful',
  'waiting',
  'parked',
  'cancelled',
  'held',
  'calls',
  'ms',
] as const;

/** What `sync --json` prints; each customer counts once in each half. A part that did not run is absent. */
export interface SyncFigures {
  pull?: Pick<PullResult, (typeof PULL)[number]>;
  push?: Pick<PushResult, (typeof PUSH)[number]>;
  followUps?: FollowUpResult;
}

export function figuresOf({
  pull,
  push,
  followUps,
}: Pick<RunReport, 'pull' | 'push' | 'followUps'>): SyncFigures {
  return {
    ...(pull ? { pull: pick(pull, PULL) } : {}),
    ...(push ? { push: pick(push, PUSH) } : {}),
    ...(followUps ? { followUps: pick(followUps, FOLLOW_UPS) } : {}),
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
