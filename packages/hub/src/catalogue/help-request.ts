import {
  type CookieFile,
  cookiesFor,
  type HelpPage,
  readHelpPage,
  type SavedCookie,
} from '@bangqiao/zhibang';
import {
  expiredCookies,
  halfPage,
  helpBroken,
  helpNotEncrypted,
  helpSilent,
  helpUnreachable,
  noCookiesFor,
  notHelpPage,
} from './errors.ts';

export interface HelpRequest {
  url: string;
  cookies: CookieFile;
  /** Longest wait for the whole page, ms. */
  patienceMs: number;
  now: Date;
}

export interface Help extends Extract<HelpPage, { kind: 'help' }> {
  /** Where the page was in the end. */
  url: string;
  /** The cookies that this address gets. */
  cookies: SavedCookie[];
}

const HELP = '/sysn/view/OpenApi/help.ashx';
/** Folders of the ERP itself: what stands before one of them in an address is where it was installed. */
const OWN_FOLDER = /\/(?:sys[a-z]|webapi)(?:\/.*)?$/i;
const MOST_REDIRECTS = 5;

/** The help page of an ERP at `[/prefix]`, whatever page of it `baseUrl` was copied from. */
export function helpAddress(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl);
  if (/\/openapi\/help\.\w+$/i.test(pathname)) return origin + pathname;
  const prefix = pathname.replace(OWN_FOLDER, '').replace(/\/[^/]*\.\w+$/, '');
  return origin + prefix.replace(/\/+$/, '') + HELP;
}

/** Asks for the help page as a browser would. @throws HubError that says what came instead */
export async function askForHelp(request: HelpRequest): Promise<Help> {
  const first = cookiesAt(request, request.url);
  if (first.valid.length === 0)
    throw first.expired.length > 0 ? expiredCookies(first.expired) : noCookiesFor(hostOf(request.url));
  const { url, status, html } = await answerOf(request);
  const { valid, expired } = cookiesAt(request, url);
  const page = readHelpPage(html);
  if (page.kind === 'help') return { ...page, url, cookies: valid };
  if (page.kind === 'login' || status === 401 || status === 403)
    throw valid.length + expired.length > 0 ? expiredCookies(expired) : noCookiesFor(hostOf(url));
  if (page.kind === 'half') throw halfPage();
  throw status >= 500 ? helpBroken(url, status) : notHelpPage(url);
}

/** Follows to another port or host: `fetch` by itself would leave the cookies behind. Each host gets its own ones. */
async function answerOf(request: HelpRequest) {
  const { patienceMs } = request;
  const signal = AbortSignal.timeout(patienceMs);
  let { url } = request;
  for (let hop = 0; ; hop++) {
    const { valid } = cookiesAt(request, url);
    const headers: Record<string, string> = valid.length > 0 ? { cookie: cookieHeader(valid) } : {};
    const answer = await attempt(url, patienceMs, helpUnreachable, () =>
      fetch(url, { redirect: 'manual', signal, headers }),
    );
    const next = answer.headers.get('location');
    if (answer.status < 300 || answer.status >= 400 || next === null || !URL.canParse(next, url)) {
      const html = await attempt(url, patienceMs, halfPage, () => answer.text());
      return { url, status: answer.status, html };
    }
    await answer.body?.cancel();
    if (hop === MOST_REDIRECTS) throw notHelpPage(url);
    url = nextHop(url, next);
  }
}

/** Where a redirect leads. @throws HubError `help_not_encrypted` from https to http: a session is not sent in clear */
export function nextHop(url: string, location: string): string {
  const next = new URL(location, url);
  if (new URL(url).protocol === 'https:' && next.protocol !== 'https:')
    throw helpNotEncrypted(url, next.href);
  return next.href;
}

/** What the host of `url` gets. Cookies that were saved without a host are those of the address that was asked for. */
function cookiesAt({ url: asked, cookies, now }: HelpRequest, url: string) {
  const host = hostOf(url);
  const meant = cookies.cookies.filter(({ domain }) => domain !== undefined || host === hostOf(asked));
  return cookiesFor({ ...cookies, cookies: meant }, host, now);
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}

async function attempt<T>(
  url: string,
  patienceMs: number,
  failure: (url: string, cause: unknown) => Error,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') throw helpSilent(url, patienceMs);
    throw failure(url, error);
  }
}

/** As browsers send it: what is beyond Latin-1 as the bytes of UTF-8. */
function cookieHeader(cookies: readonly SavedCookie[]): string {
  const text = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return Buffer.from(text, 'utf8').toString('latin1');
}
