import { z } from 'zod';
import { ById } from './common.ts';
import { CUSTOMER_FILTERS, CUSTOMER_SORTS } from './customers.ts';
import { endpoint } from './endpoint.ts';

const Score = z.number().min(0).max(100).optional();
const Mark = z.boolean().optional();

/** What the list of customers shows: its filters and its order, as values and not as the text of an address. */
export const ViewQuery = z.strictObject({
  ...CUSTOMER_FILTERS,
  in_erp: Mark,
  quality_from: Score,
  quality_to: Score,
  important: Mark,
  invalid: Mark,
  quote: Mark,
  sort: z.enum(CUSTOMER_SORTS).optional(),
});
export type ViewQuery = z.infer<typeof ViewQuery>;

/** A way of looking at the customers that somebody keeps under a name. */
export const SavedView = z.object({ id: z.number(), name: z.string(), query: ViewQuery });
export type SavedView = z.infer<typeof SavedView>;

/** Everybody has their own and sees no other's; what one shows is in the address of the list, so a link shares it. */
export const viewEndpoints = {
  'views.list': endpoint({
    method: 'GET',
    path: '/api/views',
    summary: { zh: '自己存下的客户视图', en: 'the own saved views of the customers' },
    right: 'account.use',
    answer: z.object({ views: z.array(SavedView) }),
  }),
  'views.save': endpoint({
    method: 'POST',
    path: '/api/views',
    summary: {
      zh: '存一个客户视图；同名的会被替换',
      en: 'keep a view of the customers; one of the same name is replaced',
    },
    right: 'account.use',
    changes: true,
    body: z.strictObject({ name: z.string().trim().min(1).max(40), query: ViewQuery }),
    answer: SavedView,
  }),
  'views.remove': endpoint({
    method: 'DELETE',
    path: '/api/views/:id',
    summary: { zh: '删除自己的一个客户视图', en: 'remove one of the own views' },
    right: 'account.use',
    changes: true,
    params: ById,
    answer: SavedView,
  }),
};
