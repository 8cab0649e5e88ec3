import type { Failure as FailureBody, Words } from '@bangqiao/api';
import { ERROR_TABLE, ZhibangError } from '@bangqiao/zhibang';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ConfigError } from '../../config/index.ts';
import { HubError } from '../../errors.ts';
import { failureOf } from '../../failure.ts';
import { faultInWords } from '../../input-faults.ts';
import { StoreError } from '../../store/index.ts';

/** HTTP's word for a code; a HubError that is not named here is a 422: understood, and cannot be done. */
const STATUS: Readonly<Record<string, number>> = {
  starting: 503,
  not_signed_in: 401,
  wrong_login: 401,
  not_allowed: 403,
  not_from_here: 403,
  set_up_elsewhere: 403,
  wrong_set_up_code: 403,
  locked_out: 429,
  too_many_requests: 429,
  bad_cursor: 400,
  not_there: 404,
  nobody: 404,
  no_user: 404,
  no_token: 404,
  no_conflict: 404,
  no_write: 404,
  no_follow_up: 404,
  not_merged: 404,
  no_such_run: 404,
  rules_unknown: 404,
  plan_unreadable: 404,
  user_exists: 409,
  set_up_done: 409,
  last_administrator: 409,
  conflict_settled: 409,
  customer_moved: 409,
  write_not_open: 409,
  write_may_be_there: 409,
  write_is_follow_up: 409,
  write_under_way: 409,
  follow_up_not_open: 409,
  both_in_erp: 409,
  same_customer: 409,
  no_erp: 409,
  former_moved: 409,
  lease_held: 409,
  erase_not_confirmed: 422,
};

export interface Told {
  status: number;
  body: FailureBody;
  /** Nobody's mistake but ours: goes into the log whole, and not to the asker. */
  isOurs: boolean;
}

/** Whatever went wrong, as what the asker is told: no stack, no text of a library, nothing of another's data. */
export function toldOf(error: unknown): Told {
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(faultsOf(error.validation));
  const isForPeople = error instanceof HubError || error instanceof ConfigError;
  if (isForPeople || error instanceof ZhibangError || isBusy(error)) {
    const { code, message, next, exitCode } = failureOf(error);
    const status = STATUS[code] ?? (error instanceof ZhibangError ? statusOf(error) : byExit(exitCode));
    return { status, body: { error: { code, message, next } }, isOurs: false };
  }
  const status = (error as { statusCode?: number }).statusCode;
  if (status !== undefined && status >= 400 && status < 500) return refused(status);
  return { status: 500, body: { error: { code: 'internal', ...INTERNAL } }, isOurs: true };
}

/** Somebody else is at it, as the database says: nobody's mistake. */
function isBusy(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'lease_held';
}

/** What was asked, or how the ERP is set up, is at fault: 422. The ERP or the way to it: 502. */
function statusOf({ code }: ZhibangError): number {
  const { blame } = ERROR_TABLE[code];
  return blame === 'business' || blame === 'config' ? 422 : 502;
}

function byExit(exitCode: 1 | 2 | 3): number {
  return exitCode === 3 ? 409 : 422;
}

/** Sends what went wrong, and logs what was ours. */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body, isOurs } = toldOf(error);
  if (isOurs) request.server.trouble?.({ err: error, request: request.id, route: request.routeOptions.url });
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

function invalid(faults: NonNullable<FailureBody['error']['faults']>): Told {
  return { status: 400, body: { error: { code: 'invalid_input', ...INVALID, faults } }, isOurs: false };
}

/** The server itself refused it: too large, no JSON, wrong kind. */
function refused(status: number): Told {
  const words = REFUSED[status] ?? INVALID;
  const code = { 413: 'too_large', 415: 'wrong_media_type', 404: 'not_there' }[status] ?? 'invalid_input';
  return { status, body: { error: { code, ...words } }, isOurs: false };
}

function faultsOf(validation: readonly { instancePath: string; message?: string }[]) {
  return validation.slice(0, 20).map(({ instancePath, message = '' }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.').slice(0, 200),
    problem: faultInWords(message.slice(0, 300)),
  }));
}

const INVALID = {
  message: { zh: '请求的内容有误，没有执行。', en: 'Something in this request is wrong; nothing was done.' },
  next: { zh: '按提示改正后再试', en: 'Correct what is named and try again' },
};
const INTERNAL = {
  message: { zh: '邦桥内部出错，这一步没有完成。', en: 'Something went wrong inside Bangqiao.' },
  next: {
    zh: '再试一次；仍然如此，请把日志和请求编号 x-request-id 交给维护的人',
    en: 'Try again; if it stays, give the log and the x-request-id to whoever looks after Bangqiao',
  },
};
const REFUSED: Readonly<Record<number, { message: Words; next: Words }>> = {
  404: {
    message: { zh: '没有这个地址。', en: 'There is no such address.' },
    next: { zh: '可用的地址见 /docs/api', en: 'The addresses stand at /docs/api' },
  },
  413: {
    message: { zh: '内容太大，没有接收。', en: 'This is too large and was not taken.' },
    next: { zh: '分成几次提交', en: 'Send it in parts' },
  },
  415: {
    message: { zh: '只接受 JSON。', en: 'Only JSON is taken here.' },
    next: { zh: '请求头写 content-type: application/json', en: 'Send content-type: application/json' },
  },
};

declare module 'fastify' {
  interface FastifyInstance {
    /** Takes what the log is told of our own failures. */
    trouble?: (what: object) => void;
  }
}
