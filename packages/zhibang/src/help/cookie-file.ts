/** A cookie as people export it. */
export interface SavedCookie {
  name: string;
  value: string;
  /** Without a leading dot; absent in a raw header. */
  domain?: string;
  path?: string;
  /** Milliseconds; absent: until the browser is closed. */
  expires?: number;
}

export interface CookieFile {
  kind: 'json' | 'netscape' | 'header';
  cookies: SavedCookie[];
}

/**
 * Reads exported cookies: a JSON list as Chrome's extensions and Playwright write it, Netscape's `cookies.txt`, or a raw
 * `Cookie:` header. Null when the text is none of them.
 */
export function readCookieFile(content: string): CookieFile | null {
  const text = content.replace(/^\uFEFF/, '').trim();
  if (/^[[{]/.test(text)) return fromJson(text);
  const lines = text.split(/\r?\n/);
  if (lines.some((line) => line.split('\t').length >= 7)) return fromNetscape(lines);
  return fromHeader(text);
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

function fromJson(text: string): CookieFile | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { cookies?: unknown }).cookies;
  if (!Array.isArray(list)) return null;
  const cookies = list.flatMap((each: Record<string, unknown>) =>
    typeof each?.name === 'string' && typeof each.value === 'string'
      ? [
          saved(each.name, each.value, {
            domain: each.domain,
            path: each.path,
            seconds: each.expirationDate ?? each.expires ?? each.expiry,
          }),
        ]
      : [],
  );
  return cookies.length > 0 ? { kind: 'json', cookies } : null;
}

/** `domain, subdomains too, path, secure, expires, name, value`; `#HttpOnly_` before the domain is no comment. */
function fromNetscape(lines: readonly string[]): CookieFile | null {
  const cookies = lines
    .map((line) => line.replace(/^#HttpOnly_/i, ''))
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length >= 7)
    .map(([domain, , path, , seconds, name = '', ...value]) =>
      saved(name, value.join('\t'), { domain, path, seconds }),
    );
  return cookies.length > 0 ? { kind: 'netscape', cookies } : null;
}

/** Also as it stands in a copied `curl` command: `-H 'Cookie: a=1; b=2'`. */
function fromHeader(text: string): CookieFile | null {
  const named = /cookie:\s*([^'"\r\n]+)/i.exec(text)?.[1];
  const header = named ?? (/^[^\s=;]+=[^\r\n]*$/.test(text) ? text : '');
  const cookies = header
    .split(';')
    .map((part) => /^\s*([^=\s]+)=(.*)$/.exec(part))
    .flatMap((parts) => (parts ? [saved(parts[1]!, parts[2]!.trim(), {})] : []));
  return cookies.length > 0 ? { kind: 'header', cookies } : null;
}

function saved(
  name: string,
  value: string,
  { domain, path, seconds }: { domain?: unknown; path?: unknown; seconds?: unknown },
): SavedCookie {
  const ends = Number(seconds);
  return {
    name,
    value,
    ...(typeof domain === 'string' && domain !== ''
      ? { domain: domain.replace(/^\./, '').toLowerCase() }
      : {}),
    ...(typeof path === 'string' && path !== '' ? { path } : {}),
    // 0 and -1 stand for a cookie that lives as long as the browser does.
    ...(ends > 0 ? { expires: ends * 1000 } : {}),
  };
}
