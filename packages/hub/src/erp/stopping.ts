import { type ErrorCode, ZhibangError } from '@bangqiao/zhibang';

/** Trouble that every other call would meet too: going on would only be a retry storm, or lock the account. */
const STOPPING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unreachable',
  'refused_connection',
  'dns_failed',
  'login_refused',
  'login_known_bad',
  'login_unavailable',
  'login_not_wanted',
  'captcha_demanded',
  'session_dead',
  'budget_exhausted',
  'aborted',
]);

/** The ERP answers, and gives this account no way to do such a thing, whoever it is about. */
const BARRING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['no_permission', 'missing_handler']);

/** Asked of a call that is about no record; of one that is, such a refusal may mean that record alone. */
export function barsAll(error: unknown): error is ZhibangError {
  return error instanceof ZhibangError && isBarring(error.code);
}

export function isBarring(code: string): boolean {
  return (BARRING as ReadonlySet<string>).has(code);
}

export function stopsRun(error: unknown): error is ZhibangError {
  return error instanceof ZhibangError && STOPPING.has(error.code);
}
