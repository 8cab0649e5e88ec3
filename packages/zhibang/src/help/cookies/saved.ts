/** A cookie as people export it. */
export interface SavedCookie {
  name: string;
  /** As a browser sends it: quotes are part of it. */
  value: string;
  /** Without a leading dot; absent where nothing says whose it is. */
  domain?: string;
  path?: string;
  /** Milliseconds; absent: until the browser is closed. */
  expires?: number;
}

/** Above it a number of seconds would be past the year 5000: it counts milliseconds, as `cookieStore` does. */
const MOST_SECONDS = 1e11;
/** The last moment that a browser's cookie can have. */
const END_OF_TIME = Date.UTC(9999, 11, 31);

/** `ends`: seconds, milliseconds or a date in words; 0, -1 and `Session` stand for a cookie that lives as long as the browser. */
export function saved(
  name: string,
  value: string,
  { domain, path, ends }: { domain?: unknown; path?: unknown; ends?: unknown } = {},
): SavedCookie {
  const host = typeof domain === 'string' ? hostIn(domain) : '';
  const expires = momentOf(ends);
  return {
    name,
    value,
    ...(host === '' ? {} : { domain: host }),
    ...(typeof path === 'string' && path !== '' ? { path } : {}),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** `.ERP.example.com`, `http://erp.example.com:8080/` → `erp.example.com`. */
function hostIn(domain: string): string {
  return domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[:/].*$/, '')
    .replace(/^\./, '');
}

function momentOf(ends: unknown): number | undefined {
  const number = typeof ends === 'number' || /^-?[\d.]+$/.test(String(ends)) ? Number(ends) : undefined;
  const moment =
    number === undefined
      ? Date.parse(String(ends ?? ''))
      : Math.round(number > MOST_SECONDS ? number : number * 1000);
  return moment > 0 && moment <= END_OF_TIME ? moment : undefined;
}

/** `a=1; b="x"`: what stands behind `Cookie:`. */
export function pairsIn(header: string): SavedCookie[] {
  return header
    .split(';')
    .map((part) => /^\s*([^=\s]+)\s*=(.*)$/s.exec(part))
    .flatMap((parts) => (parts ? [saved(parts[1]!, parts[2]!.trim())] : []));
}

/** One request that was copied, and the cookies that it sent; `url` undefined where it is not told. */
export interface CopiedRequest {
  url: string | undefined;
  cookies: readonly SavedCookie[];
}

/** The latest value of each. Their addresses say whose they are only where there are several: of one, it is the site that is meant. */
export function ofRequests(requests: readonly CopiedRequest[]): SavedCookie[] {
  const sent = requests.filter(({ cookies }) => cookies.length > 0);
  const hosts = new Set(sent.map(({ url }) => hostIn(url ?? '')));
  const latest = new Map<string, SavedCookie>();
  for (const { url, cookies } of sent)
    for (const { name, value } of cookies) {
      const cookie = saved(name, value, hosts.size > 1 ? { domain: url } : {});
      latest.set(`${cookie.domain}\n${name}`, cookie);
    }
  return [...latest.values()];
}
