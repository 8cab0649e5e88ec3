import { z } from 'zod';
import { ById, Loose, PAGE, pageOf, Time, Words } from './common.ts';
import { Outcomes } from './desk.ts';
import { endpoint } from './endpoint.ts';
import { Run } from './overview.ts';

/** Long work that somebody began here. It goes on when the page is closed, and ends with the service. `undo_look`: an undo only shown. */
export const Task = z.object({
  id: z.string(),
  kind: z.enum(['sync', 'pull', 'push', 'plan', 'apply', 'undo', 'undo_look']),
  by: z.string(),
  started_at: Time,
  ended_at: Time.nullable(),
  /** `asks`: nothing was written and a person is asked; `problem` says what. */
  state: z.enum(['running', 'done', 'asks', 'failed']),
  progress: z.object({ step: z.string(), done: z.number(), total: z.number().nullable() }).nullable(),
  run_id: z.number().nullable(),
  result: Loose.nullable(),
  problem: z.object({ code: z.string(), message: Words, next: Words.nullable() }).nullable(),
  /** The plan that answers what it asks. */
  plan_id: z.number().nullable(),
});
export type Task = z.infer<typeof Task>;

const PlanLine = z.object({
  id: z.number(),
  made_at: Time,
  rows: z.number(),
  gone: z.number(),
  cost: z.object({ calls: z.number(), minutes: z.number() }),
  totals: z.object({
    byKind: z.record(z.string(), z.number()),
    byRule: z.record(z.string(), z.number()),
    byField: z.record(z.string(), z.number()),
  }),
  /** What became of its writes by now: `open` ones may still be carried out, `parked` ones need a person first. */
  standing: z.object({
    open: z.number(),
    written: z.number(),
    cancelled: z.number(),
    parked: z.number(),
  }),
});
/** A plan that a run asks about: the breaker stopped it, and nothing of it is written before a person answers. */
const WaitingPlan = PlanLine.extend({
  run_id: z.number(),
  code: z.enum(['breaker', 'breaker_gone']),
  why: Words,
  since: Time,
  /** The first few that it names. */
  examples: z.array(z.object({ kind: z.string(), name: z.string() })),
});
const PlanRow = z.object({
  customer: z.number(),
  kind: z.string(),
  name: z.string(),
  ord: z.number().nullable(),
  rule: z.string().nullable(),
  reason: Words,
  fields: z.array(
    z.object({ field: z.string(), label: Words, from: z.string().nullable(), to: z.string().nullable() }),
  ),
});

/** That a run was undone, by whom, and by which run. */
const Undone = z.object({ run_id: z.number(), by: z.string(), at: Time });

const Started = z.object({ task: Task });
const taskParams = z.strictObject({ id: z.uuid() });

export const runEndpoints = {
  'runs.list': endpoint({
    method: 'GET',
    path: '/api/runs',
    summary: { zh: '历次同步', en: 'the runs, the newest first' },
    right: 'runs.read',
    query: z.strictObject(PAGE),
    answer: pageOf(Run.extend({ changed_values: z.number(), undone: Undone.nullable() })),
  }),
  'runs.show': endpoint({
    method: 'GET',
    path: '/api/runs/:id',
    summary: { zh: '一次同步和它写入 ERP 的改动', en: 'one run, and the values that it changed in the ERP' },
    right: 'runs.read',
    params: ById,
    answer: z.object({
      run: Run,
      /** `left`: values that another undo would still put back. */
      undone: Undone.extend({ left: z.number() }).nullable(),
      changes: z.array(
        z.object({
          customer_id: z.number(),
          customer: z.string(),
          field: z.string(),
          label: Words,
          before: z.string().nullable(),
          after: z.string().nullable(),
          at: Time,
        }),
      ),
      /** There are more than are listed. */
      more: z.boolean(),
      /** Values that it only read from the ERP, and that an undo could put back. */
      read: z.number(),
    }),
  }),
  'runs.start': endpoint({
    method: 'POST',
    path: '/api/runs',
    summary: { zh: '现在同步、拉取或推送', en: 'sync, pull or push now' },
    right: 'runs.start',
    changes: true,
    body: z.strictObject({
      kind: z.enum(['sync', 'pull', 'push']),
      light: z.boolean().default(false),
      customers: z.array(z.int().min(1)).min(1).max(500).optional(),
      /** What this plan names is accepted. */
      accept: z.int().min(1).optional(),
    }),
    answer: Started,
  }),
  'runs.undo': endpoint({
    method: 'POST',
    path: '/api/runs/:id/undo',
    summary: {
      zh: '撤销一次同步：先看会改回什么（dry_run），再执行',
      en: 'put back what a run changed; with dry_run only shown',
    },
    right: 'runs.start',
    changes: true,
    params: ById,
    body: z.strictObject({ dry_run: z.boolean().default(true), yes: z.boolean().default(false) }),
    answer: Started,
  }),
  'plans.list': endpoint({
    method: 'GET',
    path: '/api/plans',
    summary: { zh: '同步计划', en: 'the plans, the newest first' },
    right: 'plans.read',
    answer: z.object({ plans: z.array(PlanLine) }),
  }),
  'plans.waiting': endpoint({
    method: 'GET',
    path: '/api/plans/waiting',
    summary: {
      zh: '熔断的计划：超过一次允许的数量，等人决定',
      en: 'the plan that the breaker stopped and that waits for a person; at most one',
    },
    right: 'plans.read',
    answer: z.object({ plans: z.array(WaitingPlan) }),
  }),
  'plans.refuse': endpoint({
    method: 'POST',
    path: '/api/plans/:id/refuse',
    summary: {
      zh: '不执行：取消计划里还没有发出的写入',
      en: 'do not carry it out: its writes that have not left are cancelled',
    },
    right: 'runs.start',
    changes: true,
    params: ById,
    answer: Outcomes,
  }),
  'plans.show': endpoint({
    method: 'GET',
    path: '/api/plans/:id',
    summary: { zh: '一份计划将要写入的每一位客户', en: 'who would be written, field by field' },
    right: 'plans.read',
    params: ById,
    query: z.strictObject({
      from: z.coerce.number().int().min(0).max(10_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: PlanLine.extend({ items: z.array(PlanRow) }),
  }),
  'plans.make': endpoint({
    method: 'POST',
    path: '/api/plans',
    summary: { zh: '做一份计划：只列出，不写入', en: 'make a plan: nothing is written' },
    right: 'runs.start',
    changes: true,
    answer: Started,
  }),
  'plans.apply': endpoint({
    method: 'POST',
    path: '/api/plans/:id/apply',
    summary: { zh: '执行计划：只写计划里的客户', en: 'write what the plan names, and nothing else' },
    right: 'runs.start',
    changes: true,
    params: ById,
    body: z.strictObject({ skip_moved: z.boolean().default(false) }),
    answer: Started,
  }),
  'tasks.list': endpoint({
    method: 'GET',
    path: '/api/tasks',
    summary: { zh: '在这里开始的长时间工作', en: 'long work that was begun here' },
    right: 'runs.read',
    answer: z.object({ tasks: z.array(Task) }),
  }),
  'tasks.show': endpoint({
    method: 'GET',
    path: '/api/tasks/:id',
    summary: { zh: '一项工作的进度和结果', en: 'how one piece of work stands' },
    right: 'runs.read',
    params: taskParams,
    answer: Task,
  }),
};
