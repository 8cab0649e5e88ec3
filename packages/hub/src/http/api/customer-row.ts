import type { CustomerRow } from '@bangqiao/api';
import type { Customer } from '@bangqiao/core';
import type { z } from 'zod';
import { nameOf } from '../../customers/index.ts';

/** One line of a list of customers. */
export function rowOf(customer: Customer): z.infer<typeof CustomerRow> {
  return {
    id: customer.id,
    name: nameOf(customer),
    company_name: customer.company_name,
    real_name: customer.real_name,
    phone: customer.phone,
    phone_verified: Boolean(customer.phone_verified),
    wechat_nickname: customer.wechat_nickname,
    stage: customer.stage,
    type: customer.erp_customer_type,
    erp_customer_id: customer.erp_customer_id,
    erp_customer_code: customer.erp_customer_code,
    erp_presence: customer.erp_presence,
    erp_contact_of: customer.erp_contact_of,
    status: customer.erp_sync_status,
    rule: customer.erp_sync_rule,
    quality: customer.data_quality_score,
    intent: customer.intent_score,
    intent_level: customer.intent_level,
    has_quote_request: Boolean(customer.has_quote_request),
    marked_as_important: Boolean(customer.marked_as_important),
    marked_as_invalid: Boolean(customer.marked_as_invalid),
    message_count: customer.message_count,
    last_contact_at: customer.last_contact_time,
    updated_at: customer.updated_at,
  };
}
