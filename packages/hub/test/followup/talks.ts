import type { Customer } from '@bangqiao/core';
import type { FollowUpSettings } from '../../src/followup/settings.ts';
import { bulkInsert, type Store } from '../../src/store/index.ts';

export const SETTINGS: FollowUpSettings = {
  autoSync: true,
  maxAgeDays: 30,
  template: null,
  qualify: { minMessageLength: 10, excludedKeywords: ['在吗', '你好'] },
};

/** What one side says, `c` the customer; `r` takes the line before back. */
export type Line = readonly [side: 'c' | 's', text: string];

export interface Talk {
  customer: Customer;
  /** Of the first line, ISO 8601; a minute lies between two lines. */
  at: string;
  lines: readonly Line[];
}

const MINUTE = 60_000;

/** Puts messages where the understanding of events puts them; their numbers. */
export async function say(store: Store, talks: readonly Talk[]): Promise<number[]> {
  const last = await store.db
    .selectFrom('messages')
    .select((select) => select.fn.max('id').as('id'))
    .executeTakeFirst();
  let id = Number(last?.id ?? 0);
  const rows = talks.flatMap(({ customer, at, lines }) =>
    lines.map(([side, text], line) => {
      id += 1;
      return {
        id,
        customer_id: customer.id,
        identity: `wechat:talker-${customer.id}`,
        channel: 'wechat',
        account: 'sales-1',
        wechat_id: `talker-${customer.id}`,
        room_id: null,
        direction: side === 'c' ? ('in' as const) : ('out' as const),
        kind: 'text',
        text,
        at: new Date(Date.parse(at) + line * MINUTE).toISOString(),
        recalled_at: null,
        conversation_id: null,
      };
    }),
  );
  await store.transaction((trx) => bulkInsert(trx, 'messages', rows));
  return rows.map((row) => row.id);
}

export async function recall(store: Store, ids: readonly number[], at: string): Promise<void> {
  await store.db.updateTable('messages').set({ recalled_at: at }).where('id', 'in', ids).execute();
}
