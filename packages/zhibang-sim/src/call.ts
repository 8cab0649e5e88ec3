import type { IncomingMessage } from 'node:http';

/** One call, whatever its style. Keys of `query` and `params` are in lower case, as the ERP does not tell case apart. */
export interface Call {
  style: 'ov1' | 'v3' | 'helper' | 'unknown';
  /** The older path with `.asp`. */
  asp: boolean;
  /** Documented alias of a helper. */
  alias: boolean;
  /** Lower case, without the prefix of its style and without `.asp`: `salesmanage/custom/list`. */
  route: string;
  /** As sent, without the query. */
  path: string;
  query: Record<string, string>;
  cmdkey: string;
  /** Query and `datas` together; what is in `datas` wins. For v3 the parameters, for helpers `Datas`. */
  params: Record<string, string>;
  /** What `datas`, `Datas` or the v3 body hold, as it was sent: letter case and nesting kept. */
  sent: Record<string, unknown>;
  /** From the body or the header of its style; '' when absent. */
  token: string;
  cookies: Record<string, string>;
  contentType: string;
  /** False when the body was not JSON. */
  readable: boolean;
}

const OV1 = '/webapi/v3/ov1/';
const ASP = '/sysa/mobilephone/';
const V3 = '/webapi/v3/';
const HELPER = '/webapi/apihelper/';
const HELPER_ALIAS = '/webapi/api/zbservices/';

export function readCall(request: IncomingMessage, body: string): Call {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const place = locate(url.pathname.toLowerCase());
  const query: Record<string, string> = {};
  for (const [key, value] of url.searchParams) query[key.toLowerCase()] = value;
  const content = parse(body);
  const sent = record(content);
  const own =
    place.style === 'ov1' ? fromDatas(sent.datas) : record(place.style === 'helper' ? sent.Datas : sent);
  const header = request.headers['zbapi-token'];
  const token =
    place.style === 'v3' ? header : place.style === 'helper' ? (sent.Token ?? sent.session) : sent.session;
  return {
    ...place,
    path: url.pathname,
    query,
    cmdkey: text(sent.cmdkey).toLowerCase(),
    params: { ...query, ...texts(own) },
    sent: own,
    token: text(token),
    cookies: cookiesOf(request.headers.cookie ?? ''),
    contentType: (request.headers['content-type'] ?? '').toLowerCase(),
    readable: content !== undefined,
  };
}

/** By the lower-case path, without query. */
export function locate(path: string): Pick<Call, 'style' | 'asp' | 'alias' | 'route'> {
  const rest = (prefix: string): string => path.slice(prefix.length);
  if (path.startsWith(OV1)) return { style: 'ov1', asp: false, alias: false, route: rest(OV1) };
  if (path.startsWith(ASP) && path.endsWith('.asp')) {
    return { style: 'ov1', asp: true, alias: false, route: rest(ASP).slice(0, -4) };
  }
  if (path.startsWith(V3)) return { style: 'v3', asp: false, alias: false, route: rest(V3) };
  if (path.startsWith(HELPER)) return { style: 'helper', asp: false, alias: false, route: rest(HELPER) };
  if (path.startsWith(HELPER_ALIAS))
    return { style: 'helper', asp: false, alias: true, route: rest(HELPER_ALIAS) };
  return { style: 'unknown', asp: false, alias: false, route: path };
}

function parse(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function texts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, each]) => [key.toLowerCase(), text(each)]));
}

/** `[{"id":"name","val":"…"}]`: anything else is not read. */
function fromDatas(datas: unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (!Array.isArray(datas)) return found;
  for (const entry of datas.map(record)) if (entry.id !== undefined) found[text(entry.id)] = entry.val;
  return found;
}

/** Of a `Cookie:` header. */
export function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(';').map((part) => part.trim().split('='));
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => (name && value !== undefined ? [[name, value]] : [])),
  );
}
