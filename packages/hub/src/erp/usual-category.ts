import type { Store } from '../store/index.ts';
import type { RunContext } from '../sync/context.ts';
import type { ErpAccess } from './access.ts';
import { openRecord } from './open-record.ts';
import { stopsRun } from './stopping.ts';

const RECORDS = 8;

interface Place {
  store: Store;
  erp: Pick<ErpAccess, 'client'>;
}

/** Neither the configuration names a category for new customers, nor does this system give out its tree. */
export function lacksCategory({ settings, erp }: Pick<RunContext, 'settings' | 'erp'>): boolean {
  return settings.defaultCategory === null && erp.options.firstLeaf('sort1') === null;
}

/**
 * The category that most of the newest customers have, as their records hold it: for a system that does not give out its
 * category tree, where a create could not be sent at all. Null when no record shows one.
 */
export async function readUsualCategory({ store, erp }: Place): Promise<string | null> {
  const rows = await store.db
    .selectFrom('erp_mirror')
    .select('ord')
    .where('presence', '=', 'present')
    .orderBy('ord', 'desc')
    .limit(RECORDS)
    .execute();
  const counts = new Map<string, number>();
  for (const { ord } of rows) {
    const bill = await openRecord(erp, ord).catch((error: unknown) => {
      if (stopsRun(error)) throw error;
      return null;
    });
    const category = bill?.fields.sort1?.trim();
    if (category) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
