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

export function stopsRun(error: unknown): error is ZhibangError {
  return error instanceof ZhibangError && STOPPING.has(error.code);
}
