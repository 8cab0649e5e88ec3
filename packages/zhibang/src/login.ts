import { applyCookies } from './cookies.ts';
import {
  asksForAStepFirst,
  classifyLoginRefusal,
  saysCredentialsAbsent,
  saysLoginRefused,
} from './messages.ts';
import type { Answered, Call } from './outcome.ts';
import { ov1 } from './ov1.ts';
import { shownJson } from './redact.ts';
import type { LoginAnswer } from './session.ts';
import { asObject, type Style, textOf, type Verdict } from './styles.ts';
import type { HttpAnswer } from './transport.ts';

const PATH = '/webapi/v3/ov1/login';
/** Systems without the new handler (wire.md "Four styles", `login`). */
const OLDER_PATH = '/SYSA/mobilephone/login.asp';

/** The login call. `txt:` marks clear text; `rndcode` is the captcha, sent empty (wire.md "Login" [doc]). */
export function loginCall(
  { username, password, serialNumber }: { username: string; password: string; serialNumber: string },
  clock: () => number,
): Call {
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
      shown: shownJson({ cmdkey: 'login', datas }),
    }),
    judge: (json, http) => judge(json, cookiesOf(http, clock())),
  };
  return { operation: 'login', path: PATH, alias: OLDER_PATH, style };
}

/** The call that ends a session; the older path is the same but for its handler (wire.md "Four styles"). */
export function logoutCall(): Call {
  return {
    operation: 'logout',
    path: '/webapi/v3/ov1/logout',
    alias: '/sysa/mobilephone/logout.asp',
    style: ov1({}),
  };
}

/** Only words refuse a password: it is not tried again afterwards. Anything else is an answer that cannot be read. */
function judge(json: unknown, cookies: Record<string, string>): Verdict {
  const header = asObject(asObject(json)?.header);
  if (!header) return { kind: 'protocol', message: 'no header in the answer to the login' };
  const message = textOf(header.message);
  if (textOf(header.status) !== '0') {
    if (message === '') return { kind: 'protocol', message: 'refused without a word' };
  } else if (textOf(header.session) !== '') return { kind: 'ok' };
  else if (!saysLoginRefused(message)) return withoutSession(message, cookies);
  if (saysCredentialsAbsent(message)) return { kind: 'unread', message };
  const code = classifyLoginRefusal(message);
  return code === 'missing_handler' ? { kind: 'missing_handler' } : { kind: 'refused', message, code };
}

/** Status 0 and no word against it: cookies stand for a session (wire.md "Login"), unless a step is asked for first. */
function withoutSession(message: string, cookies: Record<string, string>): Verdict {
  if (asksForAStepFirst(message)) return { kind: 'refused', message, code: 'login_unavailable' };
  if (Object.keys(cookies).length > 0) return { kind: 'ok' };
  return { kind: 'protocol', message: `status 0 without a session ${message}`.trim() };
}

function cookiesOf(http: HttpAnswer, now: number): Record<string, string> {
  const cookies: Record<string, string> = {};
  applyCookies(cookies, http.cookies, now);
  return cookies;
}

/** What a good answer brought: a non-empty token, or cookies instead of one (wire.md "Login" [field]). */
export function readLogin({ json, http }: Answered, now: number): LoginAnswer {
  const header = asObject(asObject(json)?.header);
  const appVersion = textOf(header?.appversion) || null;
  return { token: textOf(header?.session), cookies: cookiesOf(http, now), appVersion };
}
