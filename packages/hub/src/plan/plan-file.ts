import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { HubError } from '../errors.ts';
import { COUNTED_KINDS } from '../journal/states.ts';
import type { RunContext } from '../sync/context.ts';
import type { PendingRow } from './pending.ts';

const PLAN_VERSION = 1;

/** What a run wants to do in the ERP, as a file that a person reads and answers with `apply` or `--accept`. */
export interface Plan {
  version: typeof PLAN_VERSION;
  made_at: string;
  /** The database that it was made from: its serial number, and the ERP that it is bound to. */
  database: string;
  erp: { base_url: string; account: string };
  rows: PendingRow[];
  /** Records of the ERP (`ord`) that a sweep missed and that would be judged. */
  gone: number[];
  cost: { calls: number; minutes: number };
  totals: PlanTotals;
}

export interface PlanTotals {
  byKind: Record<string, number>;
  byRule: Record<string, number>;
  byField: Record<string, number>;
}

/** Calls that one write takes, measured: the check by `apply`, look-up and read-back included. */
const CALLS = { create: 9, update: 4, contact: 7, level: 5 } as const;
/** A call's time where none was measured yet, in milliseconds. */
const USUAL_CALL_MS = 200;

export async function makePlan(context: RunContext, rows: PendingRow[], gone: number[]): Promise<Plan> {
  const calls = rows.reduce((sum, row) => sum + CALLS[row.kind], 0) + 2 * gone.length;
  const { base_url, account } = context.erp.identity;
  return {
    version: PLAN_VERSION,
    made_at: context.clock().toISOString(),
    database: await serialNumber(context),
    erp: { base_url, account },
    rows,
    gone,
    cost: { calls, minutes: await minutesFor(context, calls) },
    totals: totalsOf(rows),
  };
}

function totalsOf(rows: readonly PendingRow[]): PlanTotals {
  const totals: PlanTotals = { byKind: {}, byRule: {}, byField: {} };
  const count = (into: Record<string, number>, key: string) => {
    into[key] = (into[key] ?? 0) + 1;
  };
  for (const row of rows) {
    count(totals.byKind, row.kind);
    if (row.rule !== null) count(totals.byRule, row.rule);
    if (row.kind === 'update' || row.kind === 'level')
      for (const field of Object.keys(row.fields)) count(totals.byField, field);
  }
  return totals;
}

async function minutesFor(context: RunContext, calls: number): Promise<number> {
  const { callsPerMinute, concurrency } = context.settings;
  const measured = await context.store.db
    .selectFrom('erp_api_logs')
    .select((select) => select.fn.avg<number>('response_time_ms').as('ms'))
    .executeTakeFirst();
  const ms = Number(measured?.ms ?? USUAL_CALL_MS) || USUAL_CALL_MS;
  const byTime = (calls * ms) / concurrency / 60_000;
  const byBudget = callsPerMinute > 0 ? calls / callsPerMinute : 0;
  return Math.ceil(Math.max(byTime, byBudget) * 10) / 10;
}

/** Written whole or not at all, readable by its owner alone: it holds customers. */
export async function writePlan(file: string, plan: Plan): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const text = `${JSON.stringify({ ...plan, digest: digestOf(plan) }, null, 1)}\n`;
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/**
 * A plan may replace a plan, and nothing else that stands there.
 * @throws HubError `plan_file_exists` (exit 2)
 */
export async function mayWritePlan(file: string): Promise<void> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (!isThere || (await readPlan(file).catch(() => null))) return;
  throw new HubError({
    code: 'plan_file_exists',
    exitCode: 2,
    zh: `这里已有一个文件，不是计划，没有覆盖：${file}`,
    en: `A file that is no plan stands there already and was not overwritten: ${file}`,
    nextZh: '换一个文件名',
    nextEn: 'Use another name',
  });
}

/** @throws HubError `plan_unreadable` (exit 2) when the file is none of ours, cut short or changed by hand. */
export async function readPlan(file: string): Promise<Plan> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw unreadable(file);
  try {
    const { digest, ...plan } = SHAPE.parse(JSON.parse(text));
    if (digest !== digestOf(plan as Plan)) throw unreadable(file);
    return plan as Plan;
  } catch {
    throw unreadable(file);
  }
}

/** The newest plan of the folder, when it says what this one says: a schedule that asks each hour keeps one file. */
export async function sameQuestion(folder: string, plan: Plan): Promise<string | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d+\.json$/.test(name));
  const newest = names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).at(-1);
  if (newest === undefined) return null;
  const file = join(folder, newest);
  const before = await readPlan(file).catch(() => null);
  return before && digestOf({ ...plan, made_at: before.made_at }) === digestOf(before) ? file : null;
}

/** A plan is the answer for the database and the ERP that it was made from, and for no other. */
export async function checkPlanBelongs(context: RunContext, plan: Plan): Promise<void> {
  const { base_url, account, kind } = context.erp.identity;
  const sameErp = plan.erp.account === account && (kind === 'stand-in' || plan.erp.base_url === base_url);
  if (sameErp && plan.database === (await serialNumber(context))) return;
  throw new HubError({
    code: 'plan_of_another',
    exitCode: 2,
    zh: '这份计划是另一个数据库或另一个 ERP 的。',
    en: 'This plan was made from another database or another ERP.',
    nextZh: '在这里重新做一份：bangqiao plan',
    nextEn: 'Make one here: bangqiao plan',
  });
}

async function serialNumber(context: RunContext): Promise<string> {
  const row = await context.store.db
    .selectFrom('bangqiao_meta')
    .select('value')
    .where('key', '=', 'serial_number')
    .executeTakeFirstOrThrow();
  return String(row.value);
}

const VALUE = z.string().nullable();
const SHAPE = z.object({
  version: z.literal(PLAN_VERSION),
  made_at: z.string(),
  database: z.string(),
  erp: z.object({ base_url: z.string(), account: z.string() }),
  rows: z.array(
    z.object({
      journal: z.number(),
      kind: z.enum(COUNTED_KINDS),
      customer: z.number(),
      ord: z.number().nullable(),
      name: z.string(),
      rule: VALUE,
      reason: z.string(),
      fields: z.record(z.string(), z.tuple([VALUE, VALUE])),
      erp: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  gone: z.array(z.number()),
  cost: z.object({ calls: z.number(), minutes: z.number() }),
  totals: z.object({
    byKind: z.record(z.string(), z.number()),
    byRule: z.record(z.string(), z.number()),
    byField: z.record(z.string(), z.number()),
  }),
  digest: z.string(),
});

function digestOf(plan: Plan): string {
  const { version, made_at, database, erp, rows, gone } = plan;
  return createHash('sha256')
    .update(JSON.stringify([version, made_at, database, erp, rows, gone]))
    .digest('hex');
}

function unreadable(file: string): HubError {
  return new HubError({
    code: 'plan_unreadable',
    exitCode: 2,
    zh: `读不出计划文件：${file}（不存在、不完整或被改过）`,
    en: `The plan cannot be read: ${file} (missing, cut short, or changed by hand)`,
    nextZh: '重新做一份：bangqiao plan',
    nextEn: 'Make a new one: bangqiao plan',
  });
}
