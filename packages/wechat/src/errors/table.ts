import { CALLBACK_ERRORS } from './callback.ts';
import { EXPORT_ERRORS } from './export.ts';
import { KF_ERRORS } from './kf.ts';
import { NETWORK_ERRORS } from './network.ts';
import { ROBOT_ERRORS } from './robot.ts';
import type { Action, Blame } from './row.ts';
import { WECOM_ERRORS } from './wecom.ts';

interface ErrorRow {
  blame: Blame;
  action: Action;
  zh: string;
  en: string;
  nextZh: string;
  nextEn: string;
}

const CELLS = {
  ...NETWORK_ERRORS,
  ...WECOM_ERRORS,
  ...KF_ERRORS,
  ...CALLBACK_ERRORS,
  ...ROBOT_ERRORS,
  ...EXPORT_ERRORS,
};

export type ErrorCode = keyof typeof CELLS;

/** Every way this package can fail. README.md shows the same table; a test keeps the two in step. */
export const ERROR_TABLE = Object.fromEntries(
  Object.entries(CELLS).map(([code, [blame, action, zh, en, nextZh, nextEn]]) => [
    code,
    { blame, action, zh, en, nextZh, nextEn },
  ]),
) as Record<ErrorCode, ErrorRow>;
