import { fromSetCookie } from './header-shapes.ts';
import { ofRequests, pairsIn, type SavedCookie, saved } from './saved.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** An archive of the network panel: the cookies that each of its requests sent (there only in one "with sensitive data"). */
export function fromHar(value: unknown): SavedCookie[] {
  const log = isObject(value) ? value.log : undefined;
  const entries = isObject(log) ? listIn(log.entries) : [];
  return ofRequests(
    entries.flatMap((entry) => {
      const request = isObject(entry) ? entry.request : undefined;
      if (!isObject(request)) return [];
      const headers = listIn(request.headers).flatMap((header) =>
        isObject(header) && /^cookie$/i.test(String(header.name)) ? pairsIn(String(header.value)) : [],
      );
      const cookies = headers.length > 0 ? headers : fromList(request.cookies);
      return [{ url: typeof request.url === 'string' ? request.url : undefined, cookies }];
    }),
  );
}

/**
 * A list of cookies, bare or as `cookies` of something larger: extensions of Chrome and Firefox, Playwright's storage state,
 * Puppeteer, Selenium, `cookieStore.getAll()`; each with its own names for the same things.
 */
export function fromList(value: unknown): SavedCookie[] {
  const list = isObject(value) ? value.cookies : value;
  return listIn(list).flatMap((each) => {
    if (typeof each === 'string') return fromSetCookie(each);
    return isObject(each) ? fromItem(each) : [];
  });
}

function fromItem(item: Json): SavedCookie[] {
  const facts = new Map(Object.entries(item).map(([key, fact]) => [plain(key), fact]));
  const first = (...keys: string[]): unknown =>
    keys.map((key) => facts.get(key)).find((fact) => fact !== undefined);
  const name = first('name', 'key');
  const value = first('value', 'content');
  if (typeof name !== 'string' || !['string', 'number', 'boolean'].includes(typeof value)) return [];
  const ends = first('expirationdate', 'expires', 'expiry');
  return [saved(name, String(value), { domain: first('domain', 'host'), path: first('path'), ends })];
}

/** `expirationDate`, `Expires raw` */
const plain = (key: string): string => key.toLowerCase().replace(/ raw$/, '');

/** Where maps of cookies stand in what is copied; Firefox's network panel has the last two. */
const WITHIN = ['cookies', 'headers', 'Request Cookies', 'Response Cookies'];

/** `{name: value}`, also one with the header `cookie` in it. */
export function fromMap(value: unknown): SavedCookie[] {
  if (!isObject(value)) return [];
  const within = WITHIN.filter((key) => isObject(value[key]));
  if (within.length > 0) return within.flatMap((key) => fromMap(value[key]));
  const header = Object.entries(value).find(
    ([key, fact]) => /^cookie$/i.test(key) && /=/.test(String(fact)),
  )?.[1];
  if (header !== undefined) return pairsIn(String(header));
  const pairs = Object.entries(value).map(([name, fact]) => [name, isObject(fact) ? fact.value : fact]);
  if (!pairs.every(([, fact]) => typeof fact === 'string')) return [];
  return pairs.map(([name, fact]) => saved(String(name), String(fact)));
}
