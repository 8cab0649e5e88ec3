import { z } from 'zod';
import { Loose, Time, Words } from './common.ts';
import { endpoint } from './endpoint.ts';

const Rate = z.object({ tried: z.number(), succeeded: z.number(), share: z.number().nullable() });
const Pile = z.object({
  count: z.number(),
  first: z.array(
    z.object({
      customer_id: z.number(),
      name: z.string(),
      kind: z.string(),
      code: z.string().nullable(),
      why: Words.nullable(),
      next: Words.nullable(),
      retry_at: Time.nullable(),
      since: Time,
    }),
  ),
});

/** How many things of each kind wait for a person: what the desk lists. */
export const ForPeople = z.object({
  conflicts: z.number(),
  duplicates: z.number(),
  parked: z.number(),
  follow_ups: z.number(),
  plans: z.number(),
});
export type ForPeople = z.infer<typeof ForPeople>;

export const Run = z.object({
  id: z.number(),
  kind: z.string(),
  trigger: z.string(),
  by: z.string(),
  started_at: Time,
  ended_at: Time.nullable(),
  ms: z.number().nullable(),
  state: z.enum(['running', 'done', 'stopped', 'failed', 'broken_off']),
  pull: Loose.nullable(),
  push: Loose.nullable(),
  error: z.object({ message: Words, next: Words.nullable() }).nullable(),
  /** It stopped to ask a person. */
  asked: z.boolean(),
  /** What it did, in one sentence. */
  sentence: Words,
});

export const Overview = z.object({
  at: Time,
  /** 一切正常 / 有 N 件事需要您处理 / 同步已停; to who decides nothing: 有 N 件事等同事处理. */
  headline: Words,
  erp: z.object({ kind: z.string(), base_url: z.string(), account: z.string(), bound_at: Time }).nullable(),
  rules: z.object({ version: z.number(), active: z.number() }).nullable(),
  under_way: z.object({ label: z.string(), since: Time }).nullable(),
  runs: z.array(Run),
  success: z.object({ last_24_hours: Rate, last_7_days: Rate }),
  customers: z.object({
    total: z.number(),
    in_erp: z.number(),
    by_stage: z.object({ contact: z.number(), lead: z.number(), customer: z.number() }),
    outside: z.object({ pending: z.number(), synced: z.number(), failed: z.number(), skipped: z.number() }),
  }),
  /** Of today in China, in customers: exactly those whom the list shows with the filter `today` of that name. */
  today: z.object({
    decided: z.number(),
    admitted: z.number(),
    created: z.number(),
    linked: z.number(),
    updated: z.number(),
    pulled: z.number(),
  }),
  writes: z.object({ waiting: Pile, parked: Pile, in_doubt: Pile }),
  /** What waits for a person, by kind; the headline counts their sum. */
  for_people: ForPeople,
  quality: z.object({
    mean: z.number().nullable(),
    at_least_80: z.number(),
    from_60: z.number(),
    from_30: z.number(),
    less: z.number(),
  }),
  mirror: z.object({
    present: z.number(),
    pool: z.number(),
    hidden: z.number(),
    gone: z.number(),
    without_phone: z.number(),
    unreadable: z
      .number()
      .describe("Of those without a phone: masked, out of the account's sight, or never opening"),
    last_complete_sweep: Time.nullable(),
  }),
});

/** Per day in China, the oldest first; who was decided about twice on a day counts once. */
export const Charts = z.object({
  entered: z.array(z.object({ day: z.string(), rule: z.string(), count: z.number() })),
  decided: z.array(z.object({ day: z.string(), admitted: z.number(), kept_out: z.number() })),
  calls: z.array(
    z.object({ day: z.string(), count: z.number(), failed: z.number(), mean_ms: z.number().nullable() }),
  ),
});

export const overviewEndpoints = {
  'overview.show': endpoint({
    method: 'GET',
    path: '/api/overview',
    summary: {
      zh: '总览：流程上的数字、要您处理的事、最近的同步',
      en: 'the flow in numbers, what needs a person, the last runs',
    },
    right: 'overview.read',
    answer: Overview,
  }),
  'overview.charts': endpoint({
    method: 'GET',
    path: '/api/overview/charts',
    summary: { zh: '总览的图：按天', en: 'the charts of the overview, by day' },
    right: 'overview.read',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(92).default(30) }),
    answer: Charts,
  }),
  'events.stream': endpoint({
    method: 'GET',
    path: '/api/events',
    summary: {
      zh: '正在发生的事（SSE）：event: pulse，变化时才发',
      en: 'what is happening now, as server-sent events `pulse`, sent on change',
    },
    right: 'overview.read',
    media: 'text/event-stream',
    answer: z.string(),
  }),
};

/** The data of an event `pulse`. */
export const Pulse = z.object({
  at: Time,
  under_way: z.object({ label: z.string(), since: Time }).nullable(),
  last_run: z.object({ id: z.number(), kind: z.string(), ended_at: Time.nullable() }).nullable(),
  in_doubt: z.number(),
  waiting: z.number(),
  for_people: ForPeople,
});
export type Pulse = z.infer<typeof Pulse>;
