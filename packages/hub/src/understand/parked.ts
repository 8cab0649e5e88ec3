import type { Bilingual } from '@bangqiao/core';
import type { Executor, Store } from '../store/index.ts';

export interface ParkedEvent {
  id: number;
  event_id: string;
  at: string;
  channel: string;
  type: string;
  problem: ({ code: string } & Bilingual) | null;
}

/** Events that could not be understood, the oldest first. */
export async function listParked(db: Executor): Promise<ParkedEvent[]> {
  const rows = await db
    .selectFrom('wechat_events')
    .select(['id', 'event_id', 'at', 'channel', 'type', 'problem'])
    .where('state', '=', 'parked')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...row, problem: row.problem === null ? null : JSON.parse(row.problem) }));
}

/** Parked events are taken up again, all or the named ones; how many. */
export async function retryParked(store: Store, ids: readonly number[] | null): Promise<number> {
  return await store.transaction(async (trx) => {
    let query = trx
      .updateTable('wechat_events')
      .set({ state: 'raw', problem: null })
      .where('state', '=', 'parked');
    if (ids !== null) query = query.where('id', 'in', ids);
    return Number((await query.executeTakeFirst()).numUpdatedRows);
  });
}
