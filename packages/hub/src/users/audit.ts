import type { AuditRow } from '@bangqiao/api';
import type { z } from 'zod';
import { withoutSecrets } from '../log.ts';
import type { Executor } from '../store/index.ts';

type AuditView = z.infer<typeof AuditRow>;

/** A change that a person makes, wherever: who, by which way, what. Values are masked before they are kept. */
export interface Deed {
  who: string;
  userId: number | null;
  via: AuditView['via'];
  /** An endpoint's name or a verb. */
  action: string;
  subject: string | null;
  before?: unknown;
  after?: unknown;
  requestId?: string;
}

/** Written before the change is begun, so that one that a crash cut off stands there too, as `begun`. */
export async function beginDeed(db: Executor, deed: Deed, at: string): Promise<number> {
  const { id } = await db
    .insertInto('audit')
    .values({
      at,
      who: deed.who,
      user_id: deed.userId,
      via: deed.via,
      action: deed.action,
      subject: deed.subject,
      before: kept(deed.before),
      after: kept(deed.after),
      outcome: 'begun',
      code: null,
      request_id: deed.requestId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function endDeed(
  db: Executor,
  id: number,
  end: {
    outcome: Exclude<AuditView['outcome'], 'begun'>;
    code?: string;
    before?: unknown;
    userId?: number | null;
  },
): Promise<void> {
  await db
    .updateTable('audit')
    .set({
      outcome: end.outcome,
      code: end.code ?? null,
      ...(end.before === undefined ? {} : { before: kept(end.before) }),
      ...(end.userId === undefined ? {} : { user_id: end.userId }),
    })
    .where('id', '=', id)
    .execute();
}

const LONGEST = 10_000;

function kept(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = JSON.stringify(withoutSecrets(value));
  return text.length <= LONGEST ? text : JSON.stringify({ cut: text.slice(0, LONGEST) });
}

/** The newest first, `after` a row of the page before. */
export async function readAudit(
  db: Executor,
  which: { action?: string; who?: string; before: number | null; limit: number },
): Promise<AuditView[]> {
  let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(which.limit);
  if (which.action !== undefined) query = query.where('action', '=', which.action);
  if (which.who !== undefined) query = query.where('who', '=', which.who);
  if (which.before !== null) query = query.where('id', '<', which.before);
  const rows = await query.execute();
  return rows.map(({ user_id: _user, request_id: _request, before, after, ...row }) => ({
    ...row,
    before: parsed(before),
    after: parsed(after),
  }));
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
