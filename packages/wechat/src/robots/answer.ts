import { type ErrorDetails, WechatError } from '../errors/error.ts';
import type { ErrorCode } from '../errors/table.ts';
import type { Robot } from './message.ts';

type Verdict = [code: ErrorCode, retryAfterMs?: number];

const MINUTE = 60_000;

/** Refusals come with HTTP 200 and a number of the vendor's own (facts 6). */
const VERDICTS: Readonly<Record<Robot['vendor'], Readonly<Record<number, Verdict>>>> = {
  wecom: { 93000: ['robot_gone'], 45009: ['robot_rate_limited', MINUTE] },
  dingtalk: { 300005: ['robot_gone'], 130101: ['robot_rate_limited', 10 * MINUTE] },
  feishu: {
    19021: ['robot_bad_signature'],
    19022: ['robot_ip_refused'],
    19024: ['robot_keyword_missing'],
    11232: ['robot_rate_limited', MINUTE],
  },
};

/** Throws what a vendor's answer means, unless it took the message. */
export function refuseUnlessTaken(
  vendor: Robot['vendor'],
  answer: Record<string, unknown>,
  details: Pick<ErrorDetails, 'operation' | 'endpoint'>,
): void {
  const errcode = Number(answer.errcode ?? answer.code ?? answer.StatusCode ?? Number.NaN);
  if (errcode === 0) return;
  const said = String(answer.errmsg ?? answer.msg ?? '');
  const [code, retryAfterMs = null] = verdictOn(vendor, errcode, said);
  throw new WechatError(code, {
    ...details,
    errcode: Number.isNaN(errcode) ? null : errcode,
    said,
    retryAfterMs,
  });
}

function verdictOn(vendor: Robot['vendor'], errcode: number, said: string): Verdict {
  if (Number.isNaN(errcode)) return ['wecom_protocol'];
  if (vendor === 'dingtalk' && errcode === 310000) return [dingtalkSecurity(said)];
  return VERDICTS[vendor][errcode] ?? ['robot_bad_message'];
}

/** DingTalk has one number for all three of its guards; only the words tell which it was. */
function dingtalkSecurity(said: string): ErrorCode {
  if (/keyword/i.test(said) || said.includes('关键词')) return 'robot_keyword_missing';
  if (/whitelist|ip /i.test(said) || said.includes('白名单')) return 'robot_ip_refused';
  return 'robot_bad_signature';
}
