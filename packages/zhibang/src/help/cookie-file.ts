import { fromCurl, fromPowerShell, fromScript } from './cookies/command-shapes.ts';
import { fromHeaders, fromPairs } from './cookies/header-shapes.ts';
import { fromHar, fromList, fromMap } from './cookies/json-shapes.ts';
import type { SavedCookie } from './cookies/saved.ts';
import { fromDevTools, fromNetscape } from './cookies/table-shapes.ts';
import { readLiteral } from './script-literal.ts';

/** Shapes that are JSON, in the order in which they are tried. Each gives no cookies for what is none of its own. */
const JSON_SHAPES = {
  har: fromHar,
  json: fromList,
  map: fromMap,
} satisfies Record<string, (value: unknown) => SavedCookie[]>;

/** All others. Commands come before headers, which may stand in them. */
const TEXT_SHAPES = {
  powershell: fromPowerShell,
  curl: fromCurl,
  script: fromScript,
  netscape: fromNetscape,
  header: fromHeaders,
  devtools: fromDevTools,
  pairs: fromPairs,
} satisfies Record<string, (text: string) => SavedCookie[]>;

export interface CookieFile {
  kind: keyof typeof JSON_SHAPES | keyof typeof TEXT_SHAPES;
  cookies: SavedCookie[];
}

/** Reads cookies as people export or copy them, in any of the shapes above; null when the text is none of them. */
export function readCookieFile(content: string): CookieFile | null {
  // A tab at the very end is a cell without a value.
  const text = content.replace(/^[\uFEFF\s]+|[ \r\n]+$/g, '');
  const value = /^[[{]/.test(text) ? parsed(text) : undefined;
  return firstOf(JSON_SHAPES, value) ?? firstOf(TEXT_SHAPES, text);
}

function firstOf<T, K extends CookieFile['kind']>(
  shapes: Record<K, (given: T) => SavedCookie[]>,
  given: T,
): CookieFile | null {
  for (const kind of Object.keys(shapes) as K[]) {
    const cookies = shapes[kind](given).filter(canBeSent);
    if (cookies.length > 0) return { kind, cookies };
  }
  return null;
}

/** No browser keeps others. */
const canBeSent = ({ name, value }: SavedCookie): boolean => name !== '' && !/\p{Cc}/u.test(name + value);

/** JSON, or what a console prints. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return literalIn(text);
  }
}

function literalIn(text: string): unknown {
  try {
    return readLiteral(text);
  } catch {
    return undefined;
  }
}

/** Those that a browser would send to `host` now. `expired`: names of those that it would have sent until lately. */
export function cookiesFor(
  { cookies }: CookieFile,
  host: string,
  now: Date,
): { valid: SavedCookie[]; expired: string[] } {
  const meant = cookies.filter(
    ({ domain }) => domain === undefined || host === domain || host.endsWith(`.${domain}`),
  );
  const isOver = ({ expires }: SavedCookie): boolean => expires !== undefined && expires <= now.getTime();
  return {
    valid: meant.filter((cookie) => !isOver(cookie)),
    expired: meant.filter(isOver).map(({ name }) => name),
  };
}
