import type { Reading } from './answer.ts';
import { ZhibangError } from './errors.ts';
import { classifyRefusal } from './messages.ts';
import type { Style, Verdict } from './styles.ts';
import type { HttpAnswer } from './transport.ts';

/** One call in the ERP's language. */
export interface Call {
  /** What it does, for people: `customer.list`. */
  operation: string;
  /** Path and query below the base URL. */
  path: string;
  /** The older path of the same thing, tried when this system lacks the handler. */
  alias?: string;
  style: Style;
  /** Changes something in the ERP: sent at most once. */
  writes?: boolean;
  /** A write that changes no more when it comes twice: a save with its own `ord`. */
  repeatable?: boolean;
  /** A guess at a path that this system may not have: not tried again. */
  isGuess?: boolean;
  signal?: AbortSignal;
}

/** A good answer. */
export interface Answered {
  json: unknown;
  http: HttpAnswer;
}

/** A call under way. */
export type Try = Call & {
  attempt: number;
  /** Of a login: there is no token yet. */
  login: LoginTry | null;
};

/** The answers to one login after which the password may have been judged. Too many, and a wrong one is locked. */
export interface LoginTry {
  unread: string[];
}

/** Three failures lock an account behind a captcha (wire.md "Login"). */
export const MOST_DOUBTS = 2;

export type Outcome =
  | (Answered & { verdict: Verdict })
  | { verdict: { kind: 'wants_zsml' }; http: HttpAnswer };

export function judged(reading: Reading, http: HttpAnswer, call: Call): Outcome {
  if (reading.kind === 'json')
    return { json: reading.json, http, verdict: call.style.judge(reading.json, http) };
  if (reading.kind === 'wants_zsml') return { verdict: { kind: 'wants_zsml' }, http };
  const verdict: Verdict =
    reading.kind === 'login_page'
      ? { kind: 'dead', message: '', hinted: reading.hinted }
      : { kind: 'missing_handler' };
  return { json: null, http, verdict };
}

export function settled(call: Try, outcome: Outcome): Answered {
  const { verdict } = outcome;
  const place = { ...placeOf(call), status: outcome.http.status };
  switch (verdict.kind) {
    case 'ok':
      return outcome as Answered;
    case 'missing_handler':
      throw new ZhibangError('missing_handler', place);
    case 'wants_zsml':
      throw new ZhibangError('http_error', place);
    case 'dead':
      throw new ZhibangError('html_answer', { ...place, erpMessage: LOGIN_PAGE_CAME });
    case 'server_error':
      throw new ZhibangError('server_error', { ...place, erpMessage: verdict.message, effect: lost(call) });
    case 'protocol':
      throw new ZhibangError('protocol', { ...place, erpMessage: verdict.message, effect: lost(call) });
    case 'refused':
      if (verdict.code) throw new ZhibangError(verdict.code, { ...place, erpMessage: verdict.message });
      throw refusal(call, verdict.message);
    case 'unread':
      throw new ZhibangError('login_refused', { ...place, erpMessage: verdict.message });
  }
}

const LOGIN_PAGE_CAME = '登录页 (a login page came instead of an answer; is base_url right?)';

/**
 * What the ERP turned down in words. Where they tell of its own trouble (`保存超时`) it may have been stored all the same; a save
 * with its own `ord` is refused plainly by a reason beside it, as it is read back anyway.
 */
export function refusal(call: Call, message: string): ZhibangError {
  const { code, field, isTrouble } = classifyRefusal(message);
  const isOpen = code === 'server_error' || (isTrouble && !call.repeatable);
  const effect = isOpen ? lost(call) : 'none';
  return new ZhibangError(code, { ...placeOf(call), erpMessage: message, field, effect });
}

function lost(call: Call): 'none' | 'unknown' {
  return call.writes ? 'unknown' : 'none';
}

export function placeOf(call: Call): { endpoint: string; operation: string } {
  return { endpoint: call.path, operation: call.operation };
}

export function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'object' && value !== null && 'verdict' in value;
}

export function asZhibangError(error: unknown, call: Call): ZhibangError {
  if (error instanceof ZhibangError) return error;
  const effect = 'none';
  if ((error as Error | undefined)?.name === 'AbortError' || call.signal?.aborted)
    return new ZhibangError('aborted', { ...placeOf(call), effect, cause: error });
  throw error;
}
