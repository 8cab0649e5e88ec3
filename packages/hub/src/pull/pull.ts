import { readOptions } from '../erp/options.ts';
import { lacksCategory, readUsualCategory } from '../erp/usual-category.ts';
import { now, type RunContext } from '../sync/context.ts';
import { type AbsenceResult, judgeMissed } from './absent.ts';
import { complete } from './complete.ts';
import { sweep } from './sweep.ts';

/** Each customer counts once: `created + updated + unchanged + failed = total`. */
export interface PullResult {
  total: number;
  created: number;
  updated: number;
  /** Of `updated`, those of whom only the detail told something new. */
  filled: number;
  unchanged: number;
  failed: number;
  complete: boolean;
  /** What was to be read: everybody, the newest, or those that the run is about. */
  scope: 'all' | 'newest' | 'named';
  calls: number;
  ms: number;
  /** Why the sweep was not complete; null when it was. */
  reason: string | null;
  absent: AbsenceResult;
  /** Customers whose phone is unknown: while some were not read yet, creates wait for them. */
  withoutPhone: number;
  /** Of these, read and unreadable: masked, out of the account's sight, or never opening. */
  unreadable: number;
  detailsRead: number;
}

/** Reads the ERP: option lists, the whole customer list, the details that are wanted, and what became of missed ones. */
export async function pull(context: RunContext): Promise<PullResult> {
  const startedAt = context.clock().getTime();
  const callsBefore = context.erp.log.calls;
  const { options, failed } = await readOptions(context.erp.client, context.store, now(context));
  context.erp.options = options;
  for (const { list, error } of failed)
    context.log.warn({ list, err: error }, 'an option list could not be read');

  context.progress.start('pull');
  const swept = await sweep(context);
  context.progress.finish('pull');
  const completed = await complete(context);
  if (lacksCategory(context)) context.erp.usualCategory = await readUsualCategory(context);
  const absent = await judgeMissed(context, swept);

  const { tally, total } = swept;
  const listed = tally.count('updated');
  for (const ord of completed.updated) if (swept.shows(ord)) tally.completed(ord);
  return {
    total,
    ...tally.parts(total),
    filled: tally.count('updated') - listed,
    complete: swept.complete,
    scope: 'all',
    calls: context.erp.log.calls - callsBefore,
    ms: context.clock().getTime() - startedAt,
    reason: swept.reason,
    absent,
    withoutPhone: completed.withoutPhone,
    unreadable: completed.unreadable,
    detailsRead: completed.read,
  };
}
