import type { CallRecord } from '@bangqiao/zhibang';
import type { Store } from '../store/index.ts';

const FLUSH_AT = 200;

/**
 * Keeps `erp_api_logs`. Rows are gathered and written together: a sweep must not pay one commit per call. What the
 * client hands over is already without secrets and with phones masked.
 */
export class CallLog {
  readonly #store: Store;
  readonly #by: string;
  #rows: CallRecord[] = [];
  #flushing: Promise<void> = Promise.resolve();
  calls = 0;

  constructor(store: Store, by: string) {
    this.#store = store;
    this.#by = by;
  }

  readonly record = (call: CallRecord): void => {
    this.calls += 1;
    this.#rows.push(call);
    if (this.#rows.length >= FLUSH_AT) void this.flush();
  };

  /** Writes what has gathered. Never throws: a log that cannot be written must not stop a sync. */
  flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > 0) this.#flushing = this.#flushing.then(() => this.#write(rows).catch(() => undefined));
    return this.#flushing;
  }

  #write(rows: CallRecord[]): Promise<void> {
    return this.#store.transaction(async (trx) => {
      await trx
        .insertInto('erp_api_logs')
        .values(
          rows.map((call) => ({
            api_endpoint: call.endpoint.slice(0, 200),
            http_method: call.method,
            request_params: JSON.stringify(call.request),
            request_headers: null,
            response_status: call.status,
            response_body: call.response,
            response_time_ms: Math.round(call.ms),
            is_success: call.ok,
            error_message: call.error,
            called_at: new Date(call.at).toISOString(),
            called_by: this.#by,
          })),
        )
        .execute();
    });
  }
}
