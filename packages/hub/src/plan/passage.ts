import { join } from 'node:path';
import { now, type RunContext } from '../sync/context.ts';
import { type MovedRow, movedRows } from './moved.ts';
import { type PendingRow, pendingRows } from './pending.ts';
import { checkPlanBelongs, makePlan, type Plan, type PlanTotals, writePlan } from './plan-file.ts';

/** Why a run wrote nothing and asks a person, and the plan that the person may answer with. */
export interface Asked {
  code: 'breaker' | 'breaker_gone' | 'plan_only' | 'plan_moved';
  rows: number;
  totals: PlanTotals;
  cost: Plan['cost'];
  /** The plan; null when a plan was given and has moved. */
  file: string | null;
  moved: MovedRow[];
  examples: { kind: string; name: string }[];
  userMessage: { zh: string; en: string };
  nextStep: { zh: string; en: string };
}

/**
 * Decides which of the planned writes this run may work, and marks those as passed: a write that did not pass is not
 * worked (`workJournal`). Asked before the first write of a push, and again for updates that follow from its own links.
 */
export type Passage = (context: RunContext) => Promise<Asked | null>;

const EXAMPLES = 5;

/**
 * The mass-change breaker (statement 7): over `number` rows in a run, or changes of over `share` of the linked customers
 * with at least `min_rows`, and nothing passes. What an accepted plan names is not counted.
 */
export function breakerPassage(accepted: Plan | null): Passage {
  const passed: Counted = { rows: 0, linked: 0 };
  return async (context) => {
    if (accepted) await checkPlanBelongs(context, accepted);
    const rows = await pendingRows(context);
    const named = new Map((accepted?.rows ?? []).map((row) => [keyOf(row), JSON.stringify(row.fields)]));
    const counted = rows.filter(
      (row) => !isLinkedMeanwhile(row) && named.get(keyOf(row)) !== JSON.stringify(row.fields),
    );
    const fresh = { rows: counted.length, linked: counted.filter((row) => row.kind !== 'create').length };
    if (await isTooMuch(context, passed, fresh)) return ask(context, 'breaker', rows);
    passed.rows += fresh.rows;
    passed.linked += fresh.linked;
    await markPassed(context, rows);
    return null;
  };
}

/** Nothing passes: the run only shows what it would do. */
export function planOnlyPassage(file: string | null): Passage {
  return async (context) => ask(context, 'plan_only', await pendingRows(context), file);
}

/** Exactly the rows of a plan pass, and only when none of them moved, or the moved ones are to be left out. */
export function applyPassage(
  plan: Plan,
  skipMoved: boolean,
  /** Told which rows were left out because they moved. */
  onSkipped: (rows: readonly MovedRow[]) => void = () => {},
): Passage {
  let done = false;
  return async (context) => {
    if (done) return null;
    done = true;
    await checkPlanBelongs(context, plan);
    const rows = await pendingRows(context);
    const moved = await movedRows(context, plan, rows);
    if (moved.length > 0 && !skipMoved) return askMoved(plan, moved);
    onSkipped(moved);
    const left = new Set(moved.map((row) => keyOf(row)));
    const named = new Set(plan.rows.map(keyOf).filter((key) => !left.has(key)));
    await markPassed(
      context,
      rows.filter((row) => named.has(keyOf(row))),
    );
    return null;
  };
}

/** A create whose customer a pull linked writes nothing any more. */
const isLinkedMeanwhile = ({ kind, ord }: PendingRow) => kind === 'create' && ord !== null;

function keyOf({ kind, customer }: { kind: string; customer: number }): string {
  return `${kind}:${customer}`;
}

/** The share is one of the linked customers: creates touch none of them and count by number only (decision 0010). */
async function isTooMuch(context: RunContext, passed: Counted, fresh: Counted): Promise<boolean> {
  const { number, share, min_rows } = context.settings.breaker;
  if (fresh.rows > 0 && passed.rows + fresh.rows > number) return true;
  const touched = passed.linked + fresh.linked;
  if (fresh.linked === 0 || touched < min_rows) return false;
  const row = await context.store.db
    .selectFrom('customers_unified')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('erp_customer_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return touched > share * Number(row.count);
}

/** Rows to write, and those of them that change a customer which is in the ERP already. */
interface Counted {
  rows: number;
  linked: number;
}

/** Parameters of one statement are limited; so many rows are marked at once. */
const CHUNK = 500;

async function markPassed(context: RunContext, rows: readonly PendingRow[]): Promise<void> {
  if (rows.length === 0) return;
  const passed_at = now(context);
  await context.store.transaction(async (trx) => {
    for (let start = 0; start < rows.length; start += CHUNK) {
      const ids = rows.slice(start, start + CHUNK).map((row) => row.journal);
      await trx.updateTable('write_journal').set({ passed_at }).where('id', 'in', ids).execute();
    }
  });
}

async function ask(
  context: RunContext,
  code: 'breaker' | 'plan_only',
  rows: PendingRow[],
  wanted: string | null = null,
): Promise<Asked> {
  const plan = await makePlan(context, rows, []);
  const file = wanted ?? join(context.settings.plansFolder, `${context.runId}.json`);
  await writePlan(file, plan);
  const { number, share, min_rows } = context.settings.breaker;
  const percent = Math.round(share * 100);
  return {
    code,
    rows: rows.length,
    totals: plan.totals,
    cost: plan.cost,
    file,
    moved: [],
    examples: rows.slice(0, EXAMPLES).map(({ kind, name }) => ({ kind, name })),
    userMessage:
      code === 'breaker'
        ? {
            zh: `这次要写入 ERP ${rows.length} 位客户，超过一次允许的数量（${number} 位，或已关联客户的 ${percent}% 且不少于 ${min_rows} 位），一位也没有写，请先确认`,
            en: `This run would write ${rows.length} customers to the ERP, more than passes unasked (${number}, or ${percent}% of the linked ones with at least ${min_rows}); none was written`,
          }
        : {
            zh: `计划写入 ERP ${rows.length} 位客户，尚未写入`,
            en: `${rows.length} customers would be written to the ERP; none was written`,
          },
    nextStep: {
      zh: `看过计划后执行：bangqiao apply ${file}`,
      en: `Read the plan, then: bangqiao apply ${file}`,
    },
  };
}

/** A sweep missed more customers than may be judged unasked: the plan that lets them be judged. */
export async function askAboutGone(context: RunContext, missed: readonly number[]): Promise<Asked> {
  const plan = await makePlan(context, [], [...missed]);
  const file = join(context.settings.plansFolder, `${context.runId}-gone.json`);
  await writePlan(file, plan);
  return {
    code: 'breaker_gone',
    rows: missed.length,
    totals: plan.totals,
    cost: plan.cost,
    file,
    moved: [],
    examples: missed.slice(0, EXAMPLES).map((ord) => ({ kind: 'ord', name: String(ord) })),
    userMessage: {
      zh: `ERP 列表里一下子少了 ${missed.length} 位客户，没有判定任何一位，请先检查接口账号的权限`,
      en: `${missed.length} customers are missing from the ERP's list at once; none was judged: check the account's rights first`,
    },
    nextStep: {
      zh: `确认确实如此：bangqiao sync --accept ${file}`,
      en: `If it is so: bangqiao sync --accept ${file}`,
    },
  };
}

function askMoved(plan: Plan, moved: MovedRow[]): Asked {
  return {
    code: 'plan_moved',
    rows: plan.rows.length,
    totals: plan.totals,
    cost: plan.cost,
    file: null,
    moved,
    examples: [],
    userMessage: {
      zh: `计划中有 ${moved.length} 位客户已经变化，一位也没有写`,
      en: `${moved.length} customers of the plan have changed since; none was written`,
    },
    nextStep: {
      zh: '重新做计划（bangqiao plan），或加 --skip-moved 只写没有变化的',
      en: 'Make a new plan (bangqiao plan), or add --skip-moved to write the others',
    },
  };
}
