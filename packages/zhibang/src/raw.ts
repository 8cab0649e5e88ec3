import { type Entries, olderPath } from './entries.ts';
import { type Fields, ov1 } from './ov1.ts';
import type { Style } from './styles.ts';
import type { ListOptions, Sweep } from './types.ts';
import { helper, v3 } from './v3.ts';

export interface RawOptions {
  /** True: changes something, so it is sent at most once. False: may be tried again. */
  writes?: boolean;
  /** The older path of the same entry (catalogue.json `alias`). */
  alias?: string;
  operation?: string;
  signal?: AbortSignal;
}

export interface RawOv1Options extends RawOptions {
  cmdkey?: string;
  datas?: Fields;
  /** Added to the query of `path`. */
  query?: Fields;
}

/** For the entries of the catalogue without typed surface. Each answers the parsed document; refusals are thrown. */
export interface RawCalls {
  /** `path` below `/webapi/v3/ov1/`. A `__sys_dosave` or a button command counts as a write unless said otherwise. */
  ov1(path: string, options?: RawOv1Options): Promise<unknown>;
  /** Any `ov1` list, e.g. `salesmanage/product/billlist`. */
  ov1List(path: string, datas?: Fields, options?: ListOptions): Sweep;
  /** `path` from `/webapi/…`. Counts as a write unless `writes: false`. */
  v3(path: string, body?: Record<string, unknown>, options?: RawOptions): Promise<unknown>;
  v3List(path: string, body?: Record<string, unknown>, options?: ListOptions): Sweep;
  /** `path` from `/webapi/apiHelper/…`. Counts as a write unless `writes: false`. Lists bring at most 50 rows. */
  helper(path: string, datas?: unknown, options?: RawOptions): Promise<unknown>;
}

export function rawCalls(entries: Entries): RawCalls {
  const send = async (path: string, style: Style, { operation = path, ...rest }: RawOptions) => {
    const { json } = await entries.call({ writes: true, ...rest, operation, path, style });
    return json;
  };
  return {
    ov1: (path, options = {}) => {
      const { cmdkey, datas, query = {}, ...rest } = options;
      const handler = withQuery(below(path), query);
      const writes = options.writes ?? (cmdkey === '__sys_dosave' || /[?&]__msgid=/i.test(handler));
      const alias = options.alias ?? olderPath(handler);
      return send(`/webapi/v3/ov1/${handler}`, ov1({ cmdkey, datas, saves: writes }), {
        ...rest,
        alias,
        writes,
      });
    },
    ov1List: (path, datas = {}, options = {}) =>
      entries.list({ operation: `${below(path)} list`, path: below(path), datas }, options),
    v3: (path, body = {}, options = {}) => send(path, v3(body), options),
    v3List: (path, body = {}, options = {}) => entries.v3List(`${path} list`, path, body, options),
    helper: (path, datas = {}, options = {}) => send(path, helper(datas), options),
  };
}

function below(path: string): string {
  return path.replace(/^\/?(webapi\/v3\/ov1\/)?/i, '');
}

function withQuery(path: string, query: Fields): string {
  const parts = Object.entries(query).map(
    ([id, val]) => `${encodeURIComponent(id)}=${encodeURIComponent(val)}`,
  );
  if (parts.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${parts.join('&')}`;
}
