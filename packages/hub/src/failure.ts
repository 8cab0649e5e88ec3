import type { Bilingual } from '@bangqiao/core';
import { WechatError } from '@bangqiao/wechat';
import { ZhibangError } from '@bangqiao/zhibang';
import { ConfigError, describeFaults } from './config/index.ts';
import { HubError } from './errors.ts';
import { StoreError } from './store/index.ts';

/** Why something ended early, for people, for `--json` and for the API. */
export interface Failure {
  exitCode: 1 | 2 | 3;
  code: string;
  message: Bilingual;
  next: Bilingual | null;
  /** More for `--json`: the faults of a configuration or of a request. */
  details?: unknown;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof ConfigError) return configFailure(error);
  if (error instanceof HubError) {
    const { exitCode, code, userMessage, nextStep } = error;
    return { exitCode, code, message: userMessage, next: nextStep };
  }
  if (error instanceof ZhibangError) {
    const { code, userMessage, faults } = error;
    return {
      exitCode: code === 'invalid_request' ? 2 : 1,
      code,
      message: userMessage,
      next: nextOf(error),
      ...(faults.length > 0 ? { details: { faults } } : {}),
    };
  }
  if (error instanceof WechatError) {
    const { code, userMessage, nextStep, blame } = error;
    return { exitCode: blame === 'config' ? 2 : 1, code, message: userMessage, next: nextStep };
  }
  if (error instanceof StoreError) {
    const { code, userMessage, nextStep } = error;
    return { exitCode: PASSING.has(code) ? 1 : 2, code, message: userMessage, next: nextStep };
  }
  const text = error instanceof Error ? error.message : String(error);
  return {
    exitCode: 1,
    code: 'unexpected',
    message: { zh: `意外错误：${text}`, en: `Unexpected error: ${text}` },
    next: {
      zh: '详情见 logs/erp_sync.log；可运行 bangqiao doctor 检查环境',
      en: 'See logs/erp_sync.log; bangqiao doctor looks at the surroundings',
    },
  };
}

/** What ends a run and not the next one (or is a mistake of the program): nothing about the database as it is configured. */
const PASSING: ReadonlySet<string> = new Set(['lease_lost', 'lease_held', 'nested_use']);

const RIGHT_AFTER_ALL: Bilingual = {
  zh: '（密码没错时：bangqiao doctor --login-again）',
  en: ' (if it is right: bangqiao doctor --login-again)',
};

/** How a refusal is lifted that is remembered, so that no process locks the account: only a person does. */
const LIFTED_BY: Readonly<Record<string, Bilingual>> = {
  login_refused: RIGHT_AFTER_ALL,
  login_known_bad: RIGHT_AFTER_ALL,
  captcha_demanded: {
    zh: '（bangqiao doctor --login-again）',
    en: ' (bangqiao doctor --login-again)',
  },
};

/** What to do about an error of the ERP. */
export function nextOf({ code, nextStep }: ZhibangError): Bilingual {
  const lift = LIFTED_BY[code];
  return lift ? { zh: `${nextStep.zh}${lift.zh}`, en: `${nextStep.en}${lift.en}` } : nextStep;
}

function configFailure(error: ConfigError): Failure {
  return {
    exitCode: 2,
    code: 'configuration',
    message: { zh: describeFaults(error.faults, 'zh'), en: describeFaults(error.faults, 'en') },
    next: null,
    details: { faults: error.faults },
  };
}
