import type { AlertRow, Executor, Store } from '../store/index.ts';
import type { Trouble } from './kinds.ts';

/** Trouble that was not seen for so long is over: what comes and goes is told once. */
const OVER_AFTER_MS = 10 * 60_000;

/** Keeps what was seen now: what is new begins, what was not seen for a while is over. */
export async function keepSeen(
  store: Store,
  seen: ReadonlyMap<string, Trouble | null>,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await store.transaction(async (trx) => {
    const known = new Map(
      (await trx.selectFrom('alerts').selectAll().execute()).map((row) => [row.kind, row]),
    );
    for (const [kind, trouble] of seen) {
      const row = known.get(kind);
      if (trouble !== null) await begin(trx, kind, row, JSON.stringify(trouble), at);
      else if (row && row.over_at === null && now.getTime() - Date.parse(row.seen_at) >= OVER_AFTER_MS)
        await trx.updateTable('alerts').set({ over_at: at }).where('kind', '=', kind).execute();
    }
  });
}

async function begin(
  trx: Executor,
  kind: string,
  row: AlertRow | undefined,
  words: string,
  at: string,
): Promise<void> {
  if (!row) {
    await trx.insertInto('alerts').values({ kind, since: at, seen_at: at, over_at: null, words }).execute();
    return;
  }
  const again = row.over_at === null ? {} : { since: at, over_at: null };
  await trx
    .updateTable('alerts')
    .set({ ...again, seen_at: at, words })
    .where('kind', '=', kind)
    .execute();
}

/** One thing to tell a channel. */
export interface Due extends Trouble {
  kind: string;
  since: string;
  said: 'trouble' | 'over';
}

/** Trouble waits so long for company: what begins together is told in one message. */
const GATHER_MS = 60_000;

/** What a channel has to be told: new trouble, trouble that stays, and the end of what it was told. */
export async function dueFor(db: Executor, channel: string, repeatHours: number, now: Date): Promise<Due[]> {
  const rows = await db
    .selectFrom('alerts')
    .leftJoin('alert_tellings as told', (join) =>
      join.onRef('told.kind', '=', 'alerts.kind').on('told.channel', '=', channel),
    )
    .select([
      'alerts.kind',
      'alerts.since',
      'over_at',
      'words',
      'told.since as told_since',
      'said',
      'told_at',
    ])
    .orderBy('alerts.since')
    .execute();
  return rows.flatMap(({ kind, since, over_at, words, told_since, said, told_at }) => {
    const what: Due = {
      kind,
      since,
      said: over_at === null ? 'trouble' : 'over',
      ...(JSON.parse(words) as Trouble),
    };
    const wasTold = told_since === since && said === 'trouble';
    if (over_at !== null) return wasTold ? [what] : [];
    if (!wasTold) return now.getTime() - Date.parse(since) >= GATHER_MS ? [what] : [];
    const isOld = told_at !== null && now.getTime() - Date.parse(told_at) >= repeatHours * 3_600_000;
    return repeatHours > 0 && isOld ? [what] : [];
  });
}

/** The channel took it. */
export async function keepTold(
  store: Store,
  channel: string,
  due: readonly Due[],
  at: string,
): Promise<void> {
  await store.transaction(async (trx) => {
    for (const { kind, since, said } of due) {
      await trx
        .insertInto('alert_tellings')
        .values({ channel, kind, since, said, told_at: at })
        .onConflict((conflict) =>
          conflict.columns(['channel', 'kind']).doUpdateSet({ since, said, told_at: at }),
        )
        .execute();
    }
  });
}
