import { type Action, type Blame, ERROR_TABLE, type ErrorCode, type ErrorRow } from './error-table.ts';
import { maskNumbers } from './redact.ts';
import type { RequestFault } from './request-fault.ts';

/** Could the ERP have acted although no good answer came? Always `none` for a reading call. */
export type Effect = 'none' | 'unknown';

export interface Bilingual {
  zh: string;
  en: string;
}

export interface ErrorDetails {
  /** Path and query without host. */
  endpoint: string;
  /** What the call did, e.g. `customer.save`. */
  operation: string;
  effect?: Effect;
  /** The ERP's own words, when it said any; phones and bank accounts in it are masked. */
  erpMessage?: string | null;
  /** The ERP's id of the field at fault (`khid`, `name`, `mobile`, `phone`, `email`, …), when the message names it. */
  field?: string | null;
  /** HTTP status, when there was an answer. */
  status?: number | null;
  /** The server asked to wait so long (`Retry-After`). */
  retryAfterMs?: number | null;
  /** `invalid_request`: everything that is wrong with it. */
  faults?: readonly RequestFault[];
  cause?: unknown;
}

/** The only error this package throws for a call. Decide by `code`, `blame`, `action`, `effect`; never by the message. */
export class ZhibangError extends Error {
  readonly code: ErrorCode;
  readonly blame: Blame;
  readonly action: Action;
  readonly effect: Effect;
  readonly endpoint: string;
  readonly operation: string;
  readonly erpMessage: string | null;
  readonly field: string | null;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly faults: readonly RequestFault[];
  readonly userMessage: Bilingual;
  readonly nextStep: Bilingual;

  constructor(code: ErrorCode, details: ErrorDetails) {
    const row: ErrorRow = ERROR_TABLE[code];
    const said = maskNumbers(details.erpMessage?.trim() ?? '') || null;
    const { faults = [] } = details;
    const words = said ?? (faults.map(({ en }) => en).join('; ') || null);
    super(withWords(`${row.en} (${details.operation}, ${details.endpoint})`, words, ': '), {
      cause: details.cause,
    });
    this.name = 'ZhibangError';
    this.code = code;
    this.blame = row.blame;
    this.action = row.action;
    this.effect = details.effect ?? 'none';
    this.endpoint = details.endpoint;
    this.operation = details.operation;
    this.erpMessage = said;
    this.field = details.field ?? null;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.faults = faults;
    this.userMessage = {
      zh: withWords(row.zh, said ?? (faults.map(({ zh }) => zh).join('；') || null), '：'),
      en: withWords(row.en, words, ': '),
    };
    this.nextStep = { zh: row.nextZh, en: row.nextEn };
  }
}

function withWords(text: string, said: string | null, colon: string): string {
  return said ? `${text}${colon}${said}` : text;
}
