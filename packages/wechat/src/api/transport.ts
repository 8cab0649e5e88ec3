import { Pool } from 'undici';
import { type Effect, WechatError } from '../errors/error.ts';
import type { ErrorCode } from '../errors/table.ts';

export interface HttpRequest {
  method: 'GET' | 'POST';
  /** Path and query; the query is kept out of every error. */
  path: string;
  body?: unknown;
  operation: string;
  /** A writing call that was lost may have taken effect. */
  writes: boolean;
  /** The path itself holds a key and is kept out of errors too. */
  secretPath?: boolean;
  signal?: AbortSignal;
}

/** Found before a byte could have left: the other side cannot have acted. */
const NEVER_SENT: Readonly<Record<string, ErrorCode>> = {
  ECONNREFUSED: 'wecom_unreachable',
  EHOSTUNREACH: 'wecom_unreachable',
  ENETUNREACH: 'wecom_unreachable',
  UND_ERR_CONNECT_TIMEOUT: 'wecom_unreachable',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'wecom_unreachable',
  SELF_SIGNED_CERT_IN_CHAIN: 'wecom_unreachable',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'wecom_unreachable',
  CERT_HAS_EXPIRED: 'wecom_unreachable',
  ENOTFOUND: 'wecom_dns_failed',
  EAI_AGAIN: 'wecom_dns_failed',
};

const LARGEST_ANSWER = 32 * 1024 * 1024;

/**
 * One try over the network: no retry, no meaning. Answers are JSON objects, whatever their content type says. Writes that
 * must not be repeated go over connections of their own that are not kept alive: one that the server closes just then
 * would lose a write without need.
 */
export class Transport {
  readonly #reads: Pool;
  readonly #writes: Pool;
  readonly #prefix: string;
  readonly #timeoutMs: number;

  constructor(options: { baseUrl: string; timeoutMs: number; connections: number }) {
    const url = new URL(options.baseUrl);
    this.#prefix = url.pathname.replace(/\/+$/, '');
    this.#timeoutMs = options.timeoutMs;
    const common = {
      connections: options.connections,
      connect: { timeout: Math.min(options.timeoutMs, 10_000) },
      maxResponseSize: LARGEST_ANSWER,
    };
    this.#reads = new Pool(url.origin, common);
    this.#writes = new Pool(url.origin, { ...common, pipelining: 0 });
  }

  async send(request: HttpRequest): Promise<Record<string, unknown>> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
    let answer: { status: number; text: string };
    try {
      answer = await this.#exchange(request, signal);
    } catch (error) {
      if (request.signal?.aborted) throw failure('wecom_aborted', request);
      if (timeout.aborted) throw failure('wecom_timed_out', request);
      throw networkFailure(error, request);
    }
    return objectOf(answer, request);
  }

  async close(): Promise<void> {
    await Promise.all([this.#reads.destroy(), this.#writes.destroy()]);
  }

  async #exchange(request: HttpRequest, signal: AbortSignal): Promise<{ status: number; text: string }> {
    const pool = request.writes ? this.#writes : this.#reads;
    const { statusCode, body } = await pool.request({
      method: request.method,
      path: this.#prefix + request.path,
      headers: request.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal,
    });
    return { status: statusCode, text: await body.text() };
  }
}

/** Every JSON interface answers 200, also for refusals (facts, head); another status tells of a proxy or an outage. */
function objectOf(answer: { status: number; text: string }, request: HttpRequest): Record<string, unknown> {
  const { status, text } = answer;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>;
  } catch {
    if (status === 200) throw failure('wecom_protocol', request);
  }
  throw failure(status === 200 ? 'wecom_protocol' : 'wecom_http_error', request, { status });
}

function networkFailure(error: unknown, request: HttpRequest): WechatError {
  const codes = errorCodes(error);
  const never = codes.map((code) => NEVER_SENT[code]).find((code) => code !== undefined);
  if (never) return failure(never, request, { effect: 'none' });
  if (codes.includes('UND_ERR_RES_EXCEEDED_MAX_SIZE')) return failure('wecom_protocol', request);
  return failure('wecom_connection_lost', request);
}

/** A host with several addresses fails with an AggregateError that hides the codes one level down. */
function errorCodes(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown[]; cause?: unknown };
  const inner = [...(Array.isArray(errors) ? errors : []), cause].flatMap((one) =>
    errorCodes(one, depth + 1),
  );
  return typeof code === 'string' ? [code, ...inner] : inner;
}

/** The cause stays out: undici's errors may hold the request with its query. */
function failure(
  code: ErrorCode,
  request: HttpRequest,
  more: { status?: number; effect?: Effect } = {},
): WechatError {
  const endpoint = request.secretPath ? '' : (request.path.split('?')[0] ?? '');
  const effect = more.effect ?? (request.writes ? 'unknown' : 'none');
  return new WechatError(code, { operation: request.operation, endpoint, status: more.status, effect });
}
