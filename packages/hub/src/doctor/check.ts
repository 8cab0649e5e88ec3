import type { Bilingual } from '@bangqiao/core';
import { say } from '../words/two-languages.ts';

/** What is looked at, in the order of the lines. */
export type CheckId =
  | 'config'
  | 'disk'
  | 'database'
  | 'rules'
  | 'archive'
  | 'phones'
  | 'catalogue'
  | 'session'
  | 'binding'
  | 'reachable'
  | 'clock'
  | 'login'
  | 'list'
  | 'options'
  | 'sellers';

/** One line of the doctor. `skipped` was not looked at, and is no fault. */
export interface Check {
  id: CheckId;
  state: 'ok' | 'bad' | 'skipped';
  said: Bilingual;
  /** What to do about it. */
  next: Bilingual | null;
}

export function ok(id: CheckId, said: Bilingual): Check {
  return { id, state: 'ok', said, next: null };
}

export function bad(id: CheckId, said: Bilingual, next: Bilingual): Check {
  return { id, state: 'bad', said, next };
}

export function skipped(id: CheckId, said: Bilingual): Check {
  return { id, state: 'skipped', said, next: null };
}

/** A fault of ours or the ERP's, which carry their own words; anything else is told as it is. */
export function failed(id: CheckId, error: unknown): Check {
  if (hasWords(error)) return bad(id, error.userMessage, error.nextStep);
  const text = error instanceof Error ? error.message : String(error);
  return bad(
    id,
    say(`意外错误：${text}`, `unexpected error: ${text}`),
    say('查看 logs/erp_sync.log', 'look into logs/erp_sync.log'),
  );
}

function hasWords(error: unknown): error is { userMessage: Bilingual; nextStep: Bilingual } {
  return error instanceof Error && 'userMessage' in error && 'nextStep' in error;
}
