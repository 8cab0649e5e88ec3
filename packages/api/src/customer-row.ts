import { z } from 'zod';
import { Time } from './common.ts';

export const Stage = z.enum(['contact', 'lead', 'customer']);
export const SyncStatus = z.enum(['pending', 'synced', 'failed', 'skipped']);
export const IntentLevel = z.enum(['high', 'medium', 'low']);
export const Presence = z.enum(['present', 'pool', 'hidden', 'gone']);

/** One line of the list. Phones are masked where the asker may not see them. */
export const CustomerRow = z.object({
  id: z.number(),
  name: z.string(),
  company_name: z.string().nullable(),
  real_name: z.string().nullable(),
  phone: z.string().nullable(),
  phone_verified: z.boolean(),
  wechat_nickname: z.string().nullable(),
  stage: Stage,
  type: z.union([z.literal(1), z.literal(2)]).nullable(),
  erp_customer_id: z.number().nullable(),
  erp_customer_code: z.string().nullable(),
  erp_presence: Presence.nullable(),
  erp_contact_of: z.number().nullable(),
  status: SyncStatus,
  rule: z.string().nullable(),
  quality: z.number(),
  intent: z.number(),
  intent_level: IntentLevel.nullable(),
  has_quote_request: z.boolean(),
  marked_as_important: z.boolean(),
  marked_as_invalid: z.boolean(),
  message_count: z.number(),
  last_contact_at: Time.nullable(),
  updated_at: Time,
});
export type CustomerRow = z.infer<typeof CustomerRow>;
