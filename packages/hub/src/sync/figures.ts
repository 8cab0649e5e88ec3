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

/** What `sync --json` prints; each customer counts once in each half. A half that did not run is absent. */
export interface SyncFigures {
  pull?: Pick<PullResult, (typeof PULL)[number]>;
  push?: Pick<PushResult, (typeof PUSH)[number]>;
}

export function figuresOf({ pull, push }: Pick<RunReport, 'pull' | 'push'>): SyncFigures {
  return {
    ...(pull ? { pull: pick(pull, PULL) } : {}),
    ...(push ? { push: pick(push, PUSH) } : {}),
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
