import { z } from 'zod';
import { Loose, Time, Words } from './common.ts';

// What is kept of each step with a customer: shown on its page, its timeline and the desk.

const Missing = z.object({ what: z.string(), rule: z.string(), zh: z.string(), en: z.string() });
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const Decision = z.object({
  decided_at: Time,
  rule: z.string(),
  rule_set_version: z.number(),
  rule_type: z.string().nullable(),
  priority: z.number().nullable(),
  action: z.enum(['CREATE', 'UPDATE', 'SKIP']),
  confidence: z.number(),
  condition: z.string().nullable(),
  saw: z.record(z.string(), Scalar),
  missing: z.array(Missing),
  reason: Words,
  /** Rule, condition, values seen, what is missing and the question to ask next, one sentence each. */
  words: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
});

const WriteState = z.enum([
  'planned',
  'claimed',
  'allocated',
  'sent',
  'confirmed',
  'in_doubt',
  'waiting',
  'parked',
  'cancelled',
]);

/** One field of a save, in words: what left, and what was read back after it. */
export const SentField = z.object({
  erp_field: z.string(),
  label: Words,
  sent: z.string(),
  came_back: z.string().nullable(),
  kept: z.boolean(),
});

/** A write to the ERP about one customer, with what was sent and what came back (phones masked). */
export const CustomerWrite = z.object({
  id: z.number(),
  kind: z.string(),
  state: WriteState,
  outcome: z.string().nullable(),
  ord: z.number().nullable(),
  number: z.string().nullable(),
  rule: z.string().nullable(),
  rule_set_version: z.number().nullable(),
  reason: Words,
  saves: z.number(),
  attempts: z.number(),
  planned_at: Time,
  changed_at: Time,
  retry_at: Time.nullable(),
  request: z.record(z.string(), z.string()).nullable(),
  response: z.record(z.string(), z.string().nullable()).nullable(),
  fields: z.array(SentField),
  error: z.object({ code: z.string(), words: Words }).nullable(),
  next: Words.nullable(),
  trail: z.array(
    z.object({ at: Time, from: WriteState.nullable(), to: WriteState, words: Words, by: z.string() }),
  ),
});

export const Change = z.object({
  at: Time,
  field: z.string(),
  label: Words,
  from: z.string().nullable(),
  to: z.string().nullable(),
  first: Loose.nullable(),
  source: z.string().nullable(),
  reason: Words.nullable(),
  by: z.string(),
});

/** A row that became one with this customer. */
export const Merge = z.object({
  kept_id: z.number(),
  merged_id: z.number(),
  merged_name: z.string(),
  merged_number: z.string().nullable(),
  merged_at: Time,
  merged_by: z.string(),
});

export const LogLine = z.object({
  at: Time,
  direction: z.enum(['erp_to_local', 'local_to_erp']),
  type: z.string(),
  action: z.string().nullable(),
  result: z.string(),
  fields: z.array(z.string()),
  reason: Words.nullable(),
  error: z.object({ code: z.string().nullable(), message: z.string() }).nullable(),
  ms: z.number().nullable(),
  by: z.string(),
});
