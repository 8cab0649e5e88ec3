import { maskSecrets } from '../redact.ts';
import type { Action, Blame } from './row.ts';
import { ERROR_TABLE, type ErrorCode } from './table.ts';

/** Could the other side have acted although no good answer came? Always `none` for a reading call. */
export type Effect = 'none' | 'unknown';

export interface Bilingual {
  zh: string;
  en: string;
}

export interface ErrorDetails {
  /** What was done, e.g. `contact.get`, `callback.open`. */
  operation: string;
  /** Path without host and query: the query holds the access token. */
  endpoint?: string;
  effect?: Effect;
  /** WeCom's (DingTalk's, Feishu's) own number. */
  errcode?: number | null;
  /** Their words; secrets and phones in them are masked. */
  said?: string | null;
  status?: number | null;
  retryAfterMs?: number | null;
  cause?: unknown;
}

/** The only error this package throws. Decide by `code`, `blame`, `action`, `effect`; never by the message. */
export class WechatError extends Error {
  readonly code: ErrorCode;
  readonly blame: Blame;
  readonly action: Action;
  readonly effect: Effect;
  readonly operation: string;
  readonly endpoint: string;
  readonly errcode: number | null;
  readonly said: string | null;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly userMessage: Bilingual;
  readonly nextStep: Bilingual;

  constructor(code: ErrorCode, details: ErrorDetails) {
    const row = ERROR_TABLE[code];
    const said = maskSecrets(details.said?.trim() ?? '') || null;
    const number = details.errcode == null ? '' : ` [${details.errcode}]`;
    super(`${row.en}${number} (${details.operation})${said ? `: ${said}` : ''}`, { cause: details.cause });
    this.name = 'WechatError';
    this.code = code;
    this.blame = row.blame;
    this.action = row.action;
    this.effect = details.effect ?? 'none';
    this.operation = details.operation;
    this.endpoint = details.endpoint ?? '';
    this.errcode = details.errcode ?? null;
    this.said = said;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.userMessage = { zh: words(row.zh, number, said, '：'), en: words(row.en, number, said, ': ') };
    this.nextStep = { zh: row.nextZh, en: row.nextEn };
  }
}

function words(text: string, number: string, said: string | null, colon: string): string {
  return text + number + (said ? colon + said : '');
}
