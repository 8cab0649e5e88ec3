import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json, type Reply } from '../answers.ts';
import { cookiesOf } from '../call.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BrowserCookie } from '../types.ts';
import { drawnEntry } from './drawn.ts';
import { helpPage, loginPage } from './page.ts';

const HELP = '/sysn/view/openapi/help.ashx';
const ENTRY = '/sysn/view/openapi/entry.ashx';
const LOGIN = '/sysn/view/init/login.ashx';

const SESSION_COOKIE = 'ASP.NET_SessionId';
/** A browser's login lasts a working day. */
const LIFE_MS = 8 * 3600_000;

export const RELEASE = '32.17';

/** What a browser sees of the ERP: its login page, and the help site behind it. */
export class HelpSite {
  /** Session ids and when they end. */
  readonly #alive = new Map<string, number>();
  readonly #catalogue: Catalogue;
  readonly #account: { username: string; password: string };
  readonly #now: () => Date;

  constructor(catalogue: Catalogue, account: { username: string; password: string }, now: () => Date) {
    this.#catalogue = catalogue;
    this.#account = account;
    this.#now = now;
  }

  /** The cookies of a browser that has just logged in, as Chrome's extensions export them. */
  logIn(domain: string): BrowserCookie[] {
    const session = randomUUID().replaceAll('-', '').slice(0, 24);
    const ends = this.#now().getTime() + LIFE_MS;
    this.#alive.set(session, ends);
    const common = { domain, path: '/', expirationDate: Math.floor(ends / 1000) };
    return [
      { name: SESSION_COOKIE, value: session, ...common },
      { name: 'ZBLang', value: 'zh-cn', ...common },
    ];
  }

  endAll(): void {
    this.#alive.clear();
  }

  /** Null for what no browser asks for. */
  answer(request: IncomingMessage, body: string): Reply | null {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname.toLowerCase();
    if (path === LOGIN && request.method === 'POST') return this.#login(new URLSearchParams(body));
    if (![HELP, ENTRY, LOGIN, '/'].includes(path) || (request.method !== 'GET' && path !== ENTRY))
      return null;
    if (path === LOGIN || path === '/' || !this.#admitted(request)) return loginPage('');
    if (path === HELP) return helpPage(RELEASE, this.#catalogue.facts);
    const fact = this.#catalogue.facts.find(({ id }) => String(id) === url.searchParams.get('id'));
    const drawn = fact && drawnEntry(fact, request.headers.host ?? '127.0.0.1');
    return drawn ? json(JSON.stringify(drawn)) : { status: 404, type: 'text', body: '' };
  }

  #admitted(request: IncomingMessage): boolean {
    const session = cookiesOf(request.headers.cookie ?? '')[SESSION_COOKIE] ?? '';
    return (this.#alive.get(session) ?? 0) > this.#now().getTime();
  }

  #login(form: URLSearchParams): Reply {
    const { username, password } = this.#account;
    if (form.get('username') !== username || form.get('password') !== password)
      return loginPage('用户名或密码错误');
    const cookies = this.logIn('').map(({ name, value }) => `${name}=${value}; path=/; HttpOnly`);
    return { status: 302, type: 'text', body: '', cookies, location: '/sysn/view/OpenApi/help.ashx' };
  }
}
