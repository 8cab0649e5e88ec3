import { sql } from 'kysely';
import type { RunContext } from '../sync/context.ts';

/**
 * Fields that this tenant does not keep: the save succeeds, the read-back stays empty (wire.md). After two customers
 * whose value came back empty twice, a field is not sent a second time any more, until one is seen that was kept.
 */
const TENANT_AFTER = 2;

export async function isDroppedHere(
  context: RunContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await context.store.db
    .selectFrom('bangqiao_meta')
    .selectAll()
    .where(
      'key',
      'in',
      ids.map((id) => key(id)),
    )
    .execute();
  const counts = new Map(rows.map((row) => [row.key, Number(row.value)]));
  return new Set(ids.filter((id) => (counts.get(key(id)) ?? 0) >= TENANT_AFTER));
}

export async function rememberDropped(context: RunContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await context.store.transaction(async (trx) => {
    // Counted by the database: two creates at once must not both read the old number.
    const value = sql<string>`cast(cast(bangqiao_meta.value as integer) + 1 as text)`;
    for (const id of ids) {
      await trx
        .insertInto('bangqiao_meta')
        .values({ key: key(id), value: '1' })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    }
  });
}

export async function rememberKept(
  context: RunContext,
  sent: Record<string, string>,
  record: Record<string, string>,
): Promise<void> {
  const kept = Object.keys(sent).filter((id) => sent[id] && record[id]);
  const dropped = await isDroppedHere(context, kept);
  if (dropped.size === 0) return;
  await context.store.transaction(async (trx) => {
    await trx
      .deleteFrom('bangqiao_meta')
      .where('key', 'in', [...dropped].map(key))
      .execute();
  });
}

function key(id: string): string {
  return `not_kept:${id}`;
}
