import { z } from 'zod';
import { ById, PAGE, pageOf, Time } from './common.ts';
import { Change, CustomerWrite, Decision, LogLine, Merge } from './customer-records.ts';
import { endpoint } from './endpoint.ts';
import { FollowUp } from './people.ts';

/** What happens to a customer, each kind with its own mark in the time line. */
export const TIMELINE_KINDS = [
  'message',
  'decision',
  'write',
  'follow_up',
  'change',
  'read',
  'merge',
] as const;

/** One message as it was said; phones masked where the asker may not see them. */
const Message = z.object({
  id: z.number(),
  /** `in`: the customer said it. */
  direction: z.enum(['in', 'out', 'unknown']),
  kind: z.string(),
  /** Null for what has no words, and for what was taken back. */
  text: z.string().nullable(),
  in_group: z.boolean(),
  /** Its words went with time, as the retention says. */
  pruned: z.boolean(),
  recalled_at: Time.nullable(),
  /** What was read from it: kind and value, and whether it stands on the customer. */
  facts: z.array(z.object({ kind: z.string(), value: z.string(), taken: z.boolean() })),
});

/** One thing that happened, by its kind. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), at: Time, message: Message }),
  z.object({ kind: z.literal('decision'), at: Time, decision: Decision }),
  z.object({ kind: z.literal('write'), at: Time, write: CustomerWrite }),
  z.object({ kind: z.literal('follow_up'), at: Time, follow_up: FollowUp }),
  /** Changes that one step made: same moment, same reason, same hand. */
  z.object({ kind: z.literal('change'), at: Time, changes: z.array(Change) }),
  z.object({ kind: z.literal('read'), at: Time, line: LogLine }),
  z.object({ kind: z.literal('merge'), at: Time, merge: Merge }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** `message,write`: these kinds alone. */
const Kinds = z
  .string()
  .max(100)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(TIMELINE_KINDS)).min(1))
  .optional();

export const timelineEndpoints = {
  'timeline.show': endpoint({
    method: 'GET',
    path: '/api/customers/:id/timeline',
    summary: {
      zh: '一位客户的时间线：消息、判定、写入、跟进、资料变化、读取、合并，最新的在前',
      en: 'all that happened to a customer, the newest first: messages, decisions, writes, follow-ups, changes, reads, merges',
    },
    right: 'customers.read',
    params: ById,
    query: z.strictObject({ kinds: Kinds, ...PAGE }),
    answer: pageOf(TimelineEntry).extend({
      /** How many there are of each kind. */
      counts: z.record(z.enum(TIMELINE_KINDS), z.number()),
    }),
  }),
  'timeline.messages': endpoint({
    method: 'GET',
    path: '/api/customers/:id/messages',
    summary: { zh: '一位客户的消息，最新的在前', en: 'the messages of a customer, the newest first' },
    right: 'customers.read',
    params: ById,
    query: z.strictObject(PAGE),
    answer: pageOf(Message.extend({ at: Time })),
  }),
};
