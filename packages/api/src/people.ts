import { z } from 'zod';
import { ById, Id, Ids, PAGE, pageOf, Time, Words } from './common.ts';
import { CustomerRow } from './customer-row.ts';
import { JournalStep, Outcomes } from './desk.ts';
import { endpoint } from './endpoint.ts';

/** One of two who may be one. */
const Twin = CustomerRow.extend({
  wechat_id: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  credit_code: z.string().nullable(),
});

/** Two customers who may be one person or company, and why. */
export const Suggestion = z.object({
  id: z.number(),
  /** The one that would stay. */
  a: Twin,
  b: Twin,
  reasons: z.array(Words),
  /** 0–1 */
  score: z.number(),
  created_at: Time,
  /** Null: they can be made one. Else why not, and what to do first. */
  hindrance: z.object({ message: Words, next: Words.nullable() }).nullable(),
});

/**
 * Where a follow-up stands. `held`: leaves when a person says so. `parked`: a person has to do something first. `doubtful`: it may
 * be in the ERP, which cannot be asked. `there`: a person saw it.
 */
const STANDINGS = ['held', 'planned', 'waiting', 'parked', 'doubtful', 'sent', 'there', 'cancelled'] as const;

/** What one conversation became, or becomes, in the ERP. Phones in the text are masked. */
export const FollowUp = z.object({
  id: z.number(),
  customer_id: z.number(),
  customer: z.string(),
  standing: z.enum(STANDINGS),
  /** 481 telephone, 482 e-mail, 483 visit, 484 other; and in words. */
  kind: z.number(),
  kind_words: Words,
  summary: z.string(),
  text: z.string(),
  started_at: Time,
  ended_at: Time,
  messages: z.number(),
  ord: z.number().nullable(),
  attempts: z.number(),
  retry_at: Time.nullable(),
  code: z.string().nullable(),
  why: Words.nullable(),
  next: Words.nullable(),
  changed_at: Time,
});

export const peopleEndpoints = {
  'people.list': endpoint({
    method: 'GET',
    path: '/api/people/suggestions',
    summary: {
      zh: '疑似重复：可能是同一位的两位客户',
      en: 'pairs of customers who may be one, the likeliest first',
    },
    right: 'customers.read',
    query: z.strictObject({ customer: Id.optional(), ...PAGE }),
    answer: pageOf(Suggestion),
  }),
  'people.merge': endpoint({
    method: 'POST',
    path: '/api/people/suggestions/merge',
    summary: { zh: '合并：这些都是同一位', en: 'each of these pairs is one customer: merge them' },
    right: 'people.decide',
    changes: true,
    body: z.strictObject({ ids: Ids }),
    answer: Outcomes,
  }),
  'people.apart': endpoint({
    method: 'POST',
    path: '/api/people/suggestions/apart',
    summary: {
      zh: '不是同一位：以后不再提示，也不会自动合并',
      en: 'each of these pairs is two customers: never suggested or merged again',
    },
    right: 'people.decide',
    changes: true,
    body: z.strictObject({ ids: Ids }),
    answer: Outcomes,
  }),
  'people.unmerge': endpoint({
    method: 'POST',
    path: '/api/customers/:id/unmerge',
    summary: {
      zh: '拆分：撤销这位客户最近一次合并，各自带回自己的消息',
      en: 'part the last merge of a customer: two again, each with its own messages',
    },
    right: 'people.decide',
    changes: true,
    params: ById,
    answer: z.object({ kept: z.number(), parted: z.number() }),
  }),
};

export const followUpEndpoints = {
  'followups.list': endpoint({
    method: 'GET',
    path: '/api/follow-ups',
    summary: {
      zh: '跟进：默认只列没写完的，最新的在前',
      en: 'follow-ups; those that are not done unless a standing is named',
    },
    right: 'customers.read',
    query: z.strictObject({ standing: z.enum(STANDINGS).optional(), customer: Id.optional(), ...PAGE }),
    answer: pageOf(FollowUp),
  }),
  'followups.show': endpoint({
    method: 'GET',
    path: '/api/follow-ups/:id',
    summary: { zh: '一条跟进的全文和每一步', en: 'one follow-up: its text, and step by step' },
    right: 'customers.read',
    params: ById,
    answer: z.object({ follow_up: FollowUp, steps: z.array(JournalStep) }),
  }),
  'followups.answer': endpoint({
    method: 'POST',
    path: '/api/follow-ups/answer',
    summary: {
      zh: '回答：已在 ERP（there）、发送（send）、略过（skip）',
      en: 'answer for them: seen in the ERP (there), send it (send), leave it out (skip)',
    },
    right: 'followups.decide',
    changes: true,
    body: z.strictObject({ ids: Ids, answer: z.enum(['there', 'send', 'skip']) }),
    answer: Outcomes,
  }),
};
