import { join } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import type { RunContext } from '../sync/context.ts';
import type { MovedRow } from './moved.ts';
import type { PendingRow } from './pending.ts';
import { makePlan, type Plan, type PlanTotals, sameQuestion, writePlan } from './plan-file.ts';

/** Why a run wrote nothing and asks a person, and the plan that the person may answer with. */
export interface Asked {
  code: 'breaker' | 'breaker_gone' | 'plan_only' | 'plan_moved' | 'plan_done';
  /** A person must answer (exit code 3); else it is only told. */
  isQuestion: boolean;
  /** Rows that it is about: writes, or records that are missing. */
  rows: number;
  /** Records of the ERP that are missing from its list and would be judged. */
  gone: number;
  totals: PlanTotals;
  cost: Plan['cost'];
  /** The plan; null when a plan was given. */
  file: string | null;
  moved: MovedRow[];
  examples: { kind: string; name: string }[];
  userMessage: Bilingual;
  nextStep: Bilingual | null;
}

const EXAMPLES = 5;

export async function ask(
  context: RunContext,
  code: 'breaker' | 'plan_only',
  rows: PendingRow[],
  missed: readonly number[],
  wanted: string | null = null,
): Promise<Asked> {
  const { plan, file } = await put(context, rows, missed, wanted);
  return {
    ...about(plan),
    code,
    isQuestion: code === 'breaker',
    rows: rows.length,
    file,
    examples: rows.slice(0, EXAMPLES).map(({ kind, name }) => ({ kind, name })),
    userMessage: code === 'breaker' ? tooMuch(context, plan) : shown(plan),
    nextStep:
      rows.length + missed.length === 0
        ? null
        : {
            zh: `看过计划后执行：bangqiao apply ${file}`,
            en: `Read the plan, then: bangqiao apply ${file}`,
          },
  };
}

/** A sweep missed more customers than may be judged unasked: the plan that lets them be judged. */
export async function askAboutGone(
  context: RunContext,
  rows: PendingRow[],
  missed: readonly number[],
): Promise<Asked> {
  const { plan, file } = await put(context, rows, missed, null);
  return {
    ...about(plan),
    code: 'breaker_gone',
    isQuestion: true,
    rows: missed.length,
    file,
    examples: missed.slice(0, EXAMPLES).map((ord) => ({ kind: 'ord', name: String(ord) })),
    userMessage: {
      zh: `ERP 列表里找不到这里的 ${missed.length} 位客户，没有判定任何一位，也没有写入任何一位，请先检查接口账号的权限`,
      en: `${missed.length} of the customers here are missing from the ERP's list; none was judged and none written: check the account's rights first`,
    },
    nextStep: {
      zh: `确认确实如此：bangqiao sync --accept ${file}`,
      en: `If it is so: bangqiao sync --accept ${file}`,
    },
  };
}

export function askMoved(plan: Plan, moved: MovedRow[]): Asked {
  return {
    ...about(plan),
    code: 'plan_moved',
    isQuestion: true,
    moved,
    userMessage: {
      zh: `计划中有 ${moved.length} 位客户已经变化，一位也没有写`,
      en: `Changed since the plan was made: ${moved.length} of its customers; none was written`,
    },
    nextStep: {
      zh: '重新做计划（bangqiao plan），或加 --skip-moved 只写没有变化的',
      en: 'Make a new plan (bangqiao plan), or add --skip-moved to write the others',
    },
  };
}

export function tellDone(plan: Plan): Asked {
  return {
    ...about(plan),
    code: 'plan_done',
    isQuestion: false,
    userMessage: {
      zh: `这份计划已经执行过，${plan.rows.length} 位客户都已写入`,
      en: `This plan was carried out already: all of its ${plan.rows.length} customers are written`,
    },
    nextStep: null,
  };
}

function about(plan: Plan) {
  const { rows, gone, totals, cost } = plan;
  return { rows: rows.length, gone: gone.length, totals, cost, file: null, moved: [], examples: [] };
}

/** The plan in its file. A question that stands unanswered is asked again with the plan that it had. */
async function put(
  context: RunContext,
  rows: PendingRow[],
  missed: readonly number[],
  wanted: string | null,
): Promise<{ plan: Plan; file: string }> {
  const plan = await makePlan(context, rows, [...missed]);
  const { plansFolder } = context.settings;
  const before = wanted === null ? await sameQuestion(plansFolder, plan) : null;
  const file = wanted ?? before ?? join(plansFolder, `${context.runId}.json`);
  if (before === null) await writePlan(file, plan);
  return { plan, file };
}

function tooMuch(context: RunContext, plan: Plan): Bilingual {
  const { number, share, min_rows } = context.settings.breaker;
  const percent = Math.round(share * 100);
  const gone = missing(plan);
  return {
    zh: `这次要写入 ERP ${plan.rows.length} 位客户，超过一次允许的数量（${number} 位，或已关联客户的 ${percent}% 且不少于 ${min_rows} 位），一位也没有写，请先确认${gone.zh}`,
    en: `This run would write ${plan.rows.length} customers to the ERP, more than passes unasked (${number}, or ${percent}% of the linked ones with at least ${min_rows}); none of them was written${gone.en}`,
  };
}

function shown(plan: Plan): Bilingual {
  const gone = missing(plan);
  return {
    zh: `计划写入 ERP ${plan.rows.length} 位客户，尚未写入${gone.zh}`,
    en: `${plan.rows.length} customers would be written to the ERP; none was written${gone.en}`,
  };
}

function missing({ gone }: Plan): Bilingual {
  if (gone.length === 0) return { zh: '', en: '' };
  return {
    zh: `；另有 ${gone.length} 位客户不在 ERP 列表里，尚未判定`,
    en: `; ${gone.length} customers are missing from the ERP's list and not judged`,
  };
}
