import { Failure, type Words } from './common.ts';
import type { Answer, Ask, Endpoint } from './endpoint.ts';
import { ENDPOINTS, type EndpointName, type Endpoints } from './endpoints.ts';

/** What the hub refused or could not do, in words for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly next: Words | null;
  readonly faults: NonNullable<Failure['error']['faults']>;

  constructor(status: number, { error }: Failure) {
    super(error.message.en);
    this.name = 'ApiError';
    this.status = status;
    this.code = error.code;
    this.words = error.message;
    this.next = error.next;
    this.faults = error.faults ?? [];
  }
}

export interface ClientOptions {
  /** `http://127.0.0.1:8787`; in a page of the hub itself: absent. */
  baseUrl?: string;
  /** An API token; in the console the session's cookie does. */
  token?: string;
  fetch?: typeof fetch;
}

/** Asks that carry nothing may be left out. */
type Given<E> = object extends Ask<E> ? [ask?: Ask<E>] : [ask: Ask<E>];

export interface Client {
  /** @throws ApiError when the hub says no; `unreachable` when it does not answer. */
  ask<N extends EndpointName>(name: N, ...given: Given<Endpoints[N]>): Promise<Answer<Endpoints[N]>>;
  /** The address of an endpoint, for links (export) and streams (events). */
  address<N extends EndpointName>(name: N, ...given: Given<Endpoints[N]>): string;
}

/** A typed fetch over the table of endpoints; runs in browsers and in Node, and brings no server code along. */
export function createClient({ baseUrl = '', token, fetch: send = fetch }: ClientOptions = {}): Client {
  const address = (it: Endpoint, ask: Parts) =>
    `${baseUrl}${pathOf(it.path, ask.params)}${queryOf(ask.query)}`;
  return {
    address: (name, ...[ask]) => address(ENDPOINTS[name], (ask ?? {}) as Parts),
    async ask(name, ...[given]) {
      const it: Endpoint = ENDPOINTS[name];
      const ask = (given ?? {}) as Parts;
      const response = await send(address(it, ask), {
        method: it.method,
        credentials: 'same-origin',
        headers: {
          ...(it.method === 'GET' ? {} : { 'x-bangqiao': '1' }),
          ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
      }).catch((cause: unknown) => {
        throw Object.assign(new ApiError(0, UNREACHABLE), { cause });
      });
      if (!response.ok) throw new ApiError(response.status, await failureIn(response));
      return (it.media ? await response.text() : await response.json()) as never;
    },
  };
}

interface Parts {
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
}

function pathOf(path: string, params: Parts['params'] = {}): string {
  return path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(String(params[name])));
}

function queryOf(query: Parts['query'] = {}): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) text.set(name, String(value));
  }
  return text.size === 0 ? '' : `?${text}`;
}

async function failureIn(response: Response): Promise<Failure> {
  const parsed = Failure.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : UNREACHABLE;
}

const UNREACHABLE: Failure = {
  error: {
    code: 'unreachable',
    message: { zh: '邦桥没有应答', en: 'Bangqiao does not answer' },
    next: {
      zh: '检查网络，或邦桥是否在运行；恢复后会自动继续',
      en: 'Check the network, and whether Bangqiao runs',
    },
  },
};
