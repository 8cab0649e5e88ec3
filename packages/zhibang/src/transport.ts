import { Pool } from 'undici';
import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';

/** One HTTP request as it goes out; `path` is what follows the base URL. */
export interface HttpRequest {
  method: 'POST' | 'GET';
  path: string;
  headers: Record<string, string>;
  body?: string;
  operation: string;
  /** A writing call that was lost may have taken effect. */
  writes: boolean;
  /** A write that changes no more when it comes twice: a save with its own `ord`. */
  repeatable: boolean;
  signal?: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  contentType: string;
  /** `Set-Cookie` lines. */
  cookies: string[];
  /** `Date` header, for the clock check. */
  date: string | null;
  retryAfterMs: number | null;
  /** `Location` of a redirect, else ''. */
  location: string;
  text: string;
}

/** Found before a byte of the request could have left: the ERP cannot have acted. */
const NEVER_SENT: Record<string, ErrorCode> = {
  ECONNREFUSED: 'refused_connection',
  ENOTFOUND: 'dns_failed',
  EAI_AGAIN: 'dns_failed',
  EAI_FAIL: 'dns_failed',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  UND_ERR_CONNECT_TIMEOUT: 'unreachable',
  ERR_TLS_CERT_ALTNAME_INVALID: 'unreachable',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unreachable',
  SELF_SIGNED_CERT_IN_CHAIN: 'unreachable',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unreachable',
  CERT_HAS_EXPIRED: 'unreachable',
};

const TIMED_OUT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/**
 * One try over the network, nothing else: no retry, no meaning. Writes go over connections of their own that are not
 * kept alive: a kept connection that the server closes just then would lose a save without need.
 */
export class Transport {
  readonly #reads: Pool;
  readonly #writes: Pool;
  readonly #prefix: string;
  readonly #timeoutMs: number;
  #closed = false;

  constructor(options: { baseUrl: string; concurrency: number; timeoutMs: number }) {
    const url = new URL(options.baseUrl);
    this.#prefix = url.pathname.replace(/\/+$/, '');
    this.#timeoutMs = options.timeoutMs;
    const connect = { timeout: Math.min(options.timeoutMs, 10_000) };
    const common = { connect, headersTimeout: 0, bodyTimeout: 0, connections: options.concurrency };
    this.#reads = new Pool(url.origin, common);
    this.#writes = new Pool(url.origin, { ...common, pipelining: 0 });
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    if (this.#closed || request.signal?.aborted) throw failure('aborted', request, 'none');
    const abort = new AbortController();
    const stop = () => abort.abort();
    request.signal?.addEventListener('abort', stop, { once: true });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort.abort();
    }, this.#timeoutMs);
    try {
      return await this.#exchange(request, abort.signal);
    } catch (error) {
      if (late) throw failure('timed_out', request, effectOf(request), error);
      if (request.signal?.aborted || this.#closed)
        throw failure('aborted', request, effectOf(request), error);
      throw networkFailure(error, request);
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([this.#reads.destroy(), this.#writes.destroy()]);
  }

  async #exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const pool = request.writes ? this.#writes : this.#reads;
    const { statusCode, headers, body } = await pool.request({
      method: request.method,
      path: this.#prefix + request.path,
      headers: request.headers,
      body: request.body,
      signal,
    });
    const cookies = headers['set-cookie'] ?? [];
    return {
      status: statusCode,
      contentType: String(headers['content-type'] ?? ''),
      cookies: Array.isArray(cookies) ? cookies : [cookies],
      date: typeof headers.date === 'string' ? headers.date : null,
      retryAfterMs: retryAfter(headers['retry-after']),
      location: String(headers.location ?? ''),
      text: await body.text(),
    };
  }
}

function retryAfter(header: string | string[] | undefined): number | null {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds, 60) * 1000
    : null;
}

function effectOf(request: HttpRequest): 'none' | 'unknown' {
  return request.writes ? 'unknown' : 'none';
}

function networkFailure(error: unknown, request: HttpRequest): ZhibangError {
  for (const code of errorCodes(error)) {
    const never = NEVER_SENT[code];
    if (never) return failure(never, request, 'none', error);
    if (TIMED_OUT.has(code)) return failure('timed_out', request, effectOf(request), error);
  }
  return failure('connection_lost', request, effectOf(request), error);
}

/** A host with several addresses fails with an AggregateError that hides the codes one level down. */
function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  const visit = (each: unknown, depth: number): void => {
    if (typeof each !== 'object' || each === null || depth > 3) return;
    const { code, errors, cause } = each as { code?: unknown; errors?: unknown; cause?: unknown };
    if (typeof code === 'string') codes.push(code);
    if (Array.isArray(errors)) for (const inner of errors) visit(inner, depth + 1);
    visit(cause, depth + 1);
  };
  visit(error, 0);
  return codes;
}

function failure(
  code: ErrorCode,
  request: HttpRequest,
  effect: 'none' | 'unknown',
  cause?: unknown,
): ZhibangError {
  return new ZhibangError(code, { endpoint: request.path, operation: request.operation, effect, cause });
}
