import { z } from 'zod';
import { ById } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What stands in the ERP of a person, where nothing is erased from here. */
const Remains = z.object({
  customer: z.object({ ord: z.number(), khid: z.string().nullable() }).nullable(),
  contact: z.object({ id: z.number(), of: z.number().nullable() }).nullable(),
  followUps: z.number(),
});

export const privacyEndpoints = {
  'privacy.show': endpoint({
    method: 'GET',
    path: '/api/customers/:id/erasure',
    summary: {
      zh: '删除一位客户会删掉什么、ERP 里还会留下什么；只看，不删',
      en: 'what erasing a customer would take away, and what would stay in the ERP; nothing is erased',
    },
    right: 'people.erase',
    params: ById,
    answer: z.object({
      /** What has to be typed to confirm it, like `#12`. */
      confirm: z.string(),
      messages: z.number(),
      /** Customers that became one with this one. */
      merged: z.number(),
      in_erp: Remains,
    }),
  }),
  'privacy.erase': endpoint({
    method: 'POST',
    path: '/api/customers/:id/erasure',
    summary: {
      zh: '删除一位客户在这里的全部资料，不能恢复；ERP 不动，以后的同步不再取回',
      en: 'erase all of a customer here, for good; the ERP is not touched, and no sync brings them back',
    },
    right: 'people.erase',
    changes: true,
    params: ById,
    body: z.strictObject({ confirm: z.string().max(40) }),
    answer: z.object({
      /** How many rows, files and lines of each kind went. */
      erased: z.record(z.string(), z.number()),
      in_erp: Remains,
    }),
  }),
};
