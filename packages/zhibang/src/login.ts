import { applyCookies } from './cookies.ts';
import { ZhibangError } from './errors.ts';
import { classifyLoginRefusal, saysCredentialsAbsent, saysSuccess } from './messages.ts';
import type { Answered, Call } from './outcome.ts';
import type { LoginAnswer } from './session.ts';
import { asObject, type Style, textOf, type Verdict } from './styles.ts';

const PATH = '/webapi/v3/ov1/login';
/** Systems without the new handler (wire.md "Four styles", `login`). */
const OLDER_PATH = '/SYSA/mobilephone/login.asp';

/** The login call. `txt:` marks clear text; `rndcode` is the captcha, sent empty (wire.md "Login" [doc]). */
export function loginCall(username: string, password: string, serialNumber: string): Call {
  const datas = [
    { id: 'user', val: `txt:${username}` },
    { id: 'password', val: `txt:${password}` },
    { id: 'serialnum', val: `txt:${serialNumber}` },
    { id: 'rndcode', val: '' },
  ];
  const style: Style = {
    encode: () => ({
      headers: {},
      body: JSON.stringify({ session: '', cmdkey: 'login', datas }),
      shown: JSON.stringify({ cmdkey: 'login', datas }),
    }),
    judge,
  };
  return { operation: 'login', path: PATH, alias: OLDER_PATH, style };
}

function judge(json: unknown): Verdict {
  const header = asObject(asObject(json)?.header);
  if (!header) return { kind: 'protocol', message: 'no header in the answer to the login' };
  const message = textOf(header.message);
  // Status 0 without a session is no success (wire.md "Login"), unless cookies stand for it and nothing is said against it.
  const loggedIn = textOf(header.session) !== '' || message === '' || saysSuccess(message);
  if (textOf(header.status) === '0' && loggedIn) return { kind: 'ok' };
  if (saysCredentialsAbsent(message)) return { kind: 'unread', message };
  const code = classifyLoginRefusal(message);
  return code === 'missing_handler' ? { kind: 'missing_handler' } : { kind: 'refused', message, code };
}

/** A non-empty token, or cookies instead of one (wire.md "Login" [field]). Neither: refused without a word. */
export function readLogin({ json, http }: Answered, now: number): LoginAnswer {
  const header = asObject(asObject(json)?.header);
  const token = textOf(header?.session);
  const cookies: Record<string, string> = {};
  applyCookies(cookies, http.cookies, now);
  if (token === '' && Object.keys(cookies).length === 0) {
    const erpMessage = 'status 0 without a session';
    throw new ZhibangError('login_refused', { endpoint: PATH, operation: 'login', erpMessage });
  }
  return { token, cookies, appVersion: textOf(header?.appversion) || null };
}
