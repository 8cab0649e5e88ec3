import { z } from 'zod';
import { ById, Flag, Id, Ids, PAGE, pageOf, Time, Words } from './common.ts';
import { SentField } from './customer-records.ts';
import { endpoint } from './endpoint.ts';

const STATES = [
  'planned',
  'claimed',
  'allocated',
  'sent',
  'confirmed',
  'in_doubt',
  'waiting',
  'parked',
  'cancelled',
] as const;

/**
 * Writes that did not go through at once, as the overview counts them: `waiting` for another try, sent and `in_doubt` until read
 * back, `parked` for a person. Those of follow-ups are told with their conversations.
 */
export const WRITE_PILES = ['waiting', 'in_doubt', 'parked'] as const;

/** One intended write to the ERP, without the values under way. */
export const JournalRow = z.object({
  id: z.number(),
  customer_id: z.number(),
  customer: z.string(),
  kind: z.string(),
  state: z.enum(STATES),
  outcome: z.string().nullable(),
  ord: z.number().nullable(),
  khid: z.string().nullable(),
  field_names: z.array(z.string()),
  rule: z.string().nullable(),
  reason: Words,
  attempts: z.number(),
  saves: z.number(),
  retry_at: Time.nullable(),
  error_code: z.string().nullable(),
  why: Words.nullable(),
  /** What a person has to do, or what the hub does by itself. */
  next: Words.nullable(),
  created_at: Time,
  updated_at: Time,
});

export const JournalStep = z.object({
  from: z.enum(STATES).nullable(),
  to: z.enum(STATES),
  words: Words,
  at: Time,
  by: z.string(),
});

/** What became of each row that was asked for: done, or why not. */
export const Outcomes = z.object({
  done: z.array(z.number()),
  refused: z.array(z.object({ id: z.number(), code: z.string(), message: Words, next: Words.nullable() })),
});

export const Conflict = z.object({
  id: z.number(),
  customer_id: z.number(),
  customer: z.string(),
  field: z.string(),
  label: Words,
  hub_value: z.string().nullable(),
  erp_value: z.string().nullable(),
  agreed: z.string().nullable(),
  hub_evidence: z.object({ by: z.string().nullable(), at: Time.nullable(), reason: Words.nullable() }),
  erp_evidence: z.object({ ord: z.number().nullable(), read_at: Time.nullable() }),
  state: z.enum(['open', 'resolved']),
  resolution: z.string().nullable(),
  resolved_by: z.string().nullable(),
  resolved_at: Time.nullable(),
  loser: z.string().nullable(),
  created_at: Time,
});

export const deskEndpoints = {
  'journal.list': endpoint({
    method: 'GET',
    path: '/api/journal',
    summary: {
      zh: '写入日志：默认只列没写完的',
      en: 'writes to the ERP; those that are not done unless states are named',
    },
    right: 'customers.read',
    query: z.strictObject({
      state: z.enum(STATES).optional(),
      /** A state or kind that is named beside it goes before it. */
      pile: z.enum(WRITE_PILES).optional(),
      kind: z.enum(['create', 'update', 'contact', 'assign', 'level', 'follow_up']).optional(),
      code: z.string().min(1).max(60).optional(),
      customer: Id.optional(),
      run: Id.optional(),
      ...PAGE,
    }),
    answer: pageOf(JournalRow),
  }),
  'journal.show': endpoint({
    method: 'GET',
    path: '/api/journal/:id',
    summary: { zh: '一次写入的每一步', en: 'one write, step by step' },
    right: 'customers.read',
    params: ById,
    /** `fields`: what left, phones masked; empty while nothing has. */
    answer: z.object({ write: JournalRow, fields: z.array(SentField), steps: z.array(JournalStep) }),
  }),
  'journal.retry': endpoint({
    method: 'POST',
    path: '/api/journal/retry',
    summary: { zh: '重试：下次同步再写', en: 'try again with the next run' },
    right: 'journal.decide',
    changes: true,
    body: z.strictObject({ ids: Ids }),
    answer: Outcomes,
  }),
  'journal.cancel': endpoint({
    method: 'POST',
    path: '/api/journal/cancel',
    summary: { zh: '取消还没有发给 ERP 的写入', en: 'take back writes that have not reached the ERP' },
    right: 'journal.decide',
    changes: true,
    body: z.strictObject({ ids: Ids }),
    answer: Outcomes,
  }),
  'conflicts.list': endpoint({
    method: 'GET',
    path: '/api/conflicts',
    summary: {
      zh: '两边都改过、等人决定的字段',
      en: 'fields that both sides changed and that wait for a person',
    },
    right: 'customers.read',
    query: z.strictObject({
      field: z.string().min(1).max(40).optional(),
      customer: Id.optional(),
      all: Flag.optional(),
      ...PAGE,
    }),
    answer: pageOf(Conflict),
  }),
  'conflicts.resolve': endpoint({
    method: 'POST',
    path: '/api/conflicts/resolve',
    summary: {
      zh: '裁定一个或多个冲突：用 ERP 的、用这里的，或输入一个值',
      en: "settle one or many: the ERP's value, the hub's, or a typed one",
    },
    right: 'conflicts.decide',
    changes: true,
    body: z.strictObject({
      ids: Ids,
      answer: z.union([
        z.strictObject({ take: z.enum(['erp', 'hub']) }),
        z.strictObject({ value: z.string().min(1).max(1000) }),
      ]),
    }),
    answer: Outcomes,
  }),
};
