import { meaningOf } from '../errors/errcodes.ts';
import { WechatError } from '../errors/error.ts';
import type { Budget, Sleep } from './budget.ts';
import type { TokenKeeper } from './token.ts';
import type { HttpRequest, Transport } from './transport.ts';

export interface Call {
  /** e.g. `/cgi-bin/externalcontact/get`; also the family its budget is counted in. */
  endpoint: string;
  operation: string;
  query?: Readonly<Record<string, string>>;
  /** Present: POST. */
  body?: unknown;
  /** Not to be repeated when its answer is lost: it may have taken effect. */
  once?: boolean;
  signal?: AbortSignal;
}

/** What is told of each HTTP call: no token, no body. */
export interface CallRecord {
  operation: string;
  endpoint: string;
  ms: number;
  /** `ok`, or the code of the error. */
  outcome: string;
  errcode: number | null;
}

interface CallerOptions {
  transport: Transport;
  budget: Budget;
  tries: number;
  backoffMs: number;
  clock: () => number;
  sleep: Sleep;
  random: () => number;
  onCall: (record: CallRecord) => void;
}

/** WeCom's refusals that mean "not done, try again"; anything else of an answer is final. */
const BUSY = new Set(['wecom_busy', 'wecom_tags_busy', 'wecom_too_concurrent']);

/** One call with its repeats: back-off with full jitter for the network and a busy WeCom, the token renewed once. */
export class Caller {
  readonly #options: CallerOptions;

  constructor(options: CallerOptions) {
    this.#options = options;
  }

  /** With an access token; a dead one (40014, 42001) is renewed and the call repeated once: WeCom had not acted. */
  async call(call: Call, tokens: TokenKeeper): Promise<Record<string, unknown>> {
    const token = await tokens.token();
    try {
      return await this.bare({ ...call, query: { access_token: token, ...call.query } });
    } catch (error) {
      if (!(error instanceof WechatError) || error.code !== 'wecom_token_dead') throw error;
      const fresh = await tokens.renew(token);
      return this.bare({ ...call, query: { access_token: fresh, ...call.query } });
    }
  }

  /** Without adding a token. */
  async bare(call: Call): Promise<Record<string, unknown>> {
    const { tries, backoffMs, sleep, random, budget } = this.#options;
    for (let tried = 1; ; tried++) {
      try {
        return await budget.spend(call.endpoint, call.operation, () => this.#once(call), call.signal);
      } catch (error) {
        if (tried >= tries || !repeatable(error, call)) throw error;
        await sleep(random() * backoffMs * 2 ** (tried - 1), call.signal);
      }
    }
  }

  async #once(call: Call): Promise<Record<string, unknown>> {
    const begun = this.#options.clock();
    const tell = (outcome: string, errcode: number | null) =>
      this.#options.onCall({
        operation: call.operation,
        endpoint: call.endpoint,
        ms: this.#options.clock() - begun,
        outcome,
        errcode,
      });
    try {
      const answer = await this.#options.transport.send(requestOf(call));
      this.#refuse(answer, call);
      tell('ok', 0);
      return answer;
    } catch (error) {
      if (error instanceof WechatError) tell(error.code, error.errcode);
      throw error;
    }
  }

  /** The errcode is looked at before any data: refusals carry their empty lists along (facts 2.2). */
  #refuse(answer: Record<string, unknown>, call: Call): void {
    const errcode = answer.errcode === undefined ? 0 : Number(answer.errcode);
    if (errcode === 0) return;
    const code = Number.isInteger(errcode) ? meaningOf(errcode) : 'wecom_protocol';
    if (code === 'wecom_rate_limited') this.#options.budget.block(call.endpoint);
    throw new WechatError(code, {
      operation: call.operation,
      endpoint: call.endpoint,
      errcode,
      said: typeof answer.errmsg === 'string' ? answer.errmsg : null,
      retryAfterMs: code === 'wecom_rate_limited' ? 60_000 : null,
    });
  }
}

function requestOf(call: Call): HttpRequest {
  const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
  return {
    method: call.body === undefined ? 'GET' : 'POST',
    path: call.endpoint + query,
    body: call.body,
    operation: call.operation,
    writes: call.once ?? false,
    signal: call.signal,
  };
}

function repeatable(error: unknown, call: Call): boolean {
  if (!(error instanceof WechatError) || call.signal?.aborted) return false;
  if (BUSY.has(error.code)) return true;
  return (
    error.errcode === null &&
    error.action === 'retry' &&
    error.effect === 'none' &&
    error.code !== 'wecom_aborted'
  );
}
