import type { Conflict as ConflictSchema, JournalRow } from '@bangqiao/api';
import type { z } from 'zod';
import { requireCustomer } from '../../customers/index.ts';
import { type Conflict, listConflicts, resolveConflict } from '../../desk/conflicts.ts';
import {
  type AuditStep,
  auditOf,
  cancelWrite,
  listWrites,
  type NamedWrite,
  retryWrite,
} from '../../desk/writes.ts';
import { labelOf } from '../../explain/labels.ts';
import { withMaskedPhones } from '../../explain/masking.ts';
import { nextStepOf } from '../../explain/next-step.ts';
import { inWords } from '../../explain/phrases.ts';
import { readWrites } from '../../explain/writes.ts';
import { OPEN_STATES, OWN_KINDS, PILES, WRITE_STATES } from '../../journal/states.ts';
import { bothWays } from '../../words/two-languages.ts';
import { fromCursor } from './cursor.ts';
import { authorOf, type Context, type Handlers } from './handler.ts';
import { forEach, paged } from './many.ts';
import { ownersFor, requireOwn, shownTo } from './own.ts';
import { refusals } from './refusals.ts';

export const journalHandlers: Handlers<'journal'> = {
  'journal.list': async ({ query }, context) => {
    const { state, pile, kind, code, customer, run, limit, cursor } = query;
    const isOfOne = customer !== undefined || run !== undefined;
    const states = pile ? PILES[pile] : isOfOne ? WRITE_STATES : OPEN_STATES;
    const kinds = pile ? OWN_KINDS : undefined;
    const rows = await listWrites(context.store.db, {
      states: state ? [state] : states,
      kinds: kind ? [kind] : kinds,
      code,
      customerId: customer,
      runId: run,
      owners: ownersFor(context, 'customers.read'),
      page: { before: fromCursor(cursor, 'number')?.[1] ?? null, limit: limit + 1 },
    });
    return withMaskedPhones(paged(rows, limit, writeOf));
  },
  'journal.show': async ({ params: { id } }, context) => {
    const write = await requireWrite(context, id);
    const { db } = context.store;
    const all = await readWrites(db, await requireCustomer(db, write.customer_id));
    const told = all.find((one) => one.id === id);
    return withMaskedPhones({
      write: writeOf(write),
      fields: told?.fields ?? [],
      // A follow-up's write is told in few words: its conversation says more.
      steps: told?.trail ?? (await auditOf(db, id)).map(stepOf),
    });
  },
  'journal.retry': async ({ body }, context) =>
    forEach(body.ids, async (id) => {
      await requireWrite(context, id);
      await retryWrite(context.store, id, authorOf(context));
    }),
  'journal.cancel': async ({ body }, context) =>
    forEach(body.ids, async (id) => {
      await requireWrite(context, id);
      await cancelWrite(context.store, id, authorOf(context));
    }),
};

export const conflictHandlers: Handlers<'conflicts'> = {
  'conflicts.list': async ({ query: { field, customer, all, limit, cursor } }, context) => {
    const rows = await listConflicts(context.store.db, {
      field,
      customerId: customer,
      all,
      owners: ownersFor(context, 'customers.read'),
      page: { before: fromCursor(cursor, 'number')?.[1] ?? null, limit: limit + 1 },
    });
    return shownTo(context, paged(rows, limit, conflictOf));
  },
  'conflicts.resolve': async ({ body: { ids, answer } }, context) =>
    forEach(ids, async (id) => {
      const [conflict] = await listConflicts(context.store.db, { ids: [id], all: true });
      if (!conflict) throw refusals.notThere(`#${id}`);
      await requireOwn(context, conflict.customer_id, 'conflicts.decide');
      await resolveConflict(context.store, id, answer, authorOf(context));
    }),
};

async function requireWrite(context: Context, id: number): Promise<NamedWrite> {
  const [write] = await listWrites(context.store.db, { ids: [id] });
  if (!write) throw refusals.notThere(`#${id}`);
  await requireOwn(context, write.customer_id, 'customers.read');
  return write;
}

function writeOf(write: NamedWrite): z.infer<typeof JournalRow> {
  const { error_message, reason } = write;
  return {
    ...write,
    reason: inWords(reason),
    why: error_message === null ? null : bothWays(error_message),
    next: nextStepOf(write),
  };
}

function conflictOf(row: Conflict): z.infer<typeof ConflictSchema> {
  const hub = (row.evidence.hub ?? {}) as Record<string, unknown>;
  const erp = (row.evidence.erp ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const reason = text(hub.change_reason);
  return {
    ...row,
    label: labelOf(row.field),
    agreed: row.base_erp ?? row.base_hub,
    hub_evidence: {
      by: text(hub.changed_by),
      at: text(hub.changed_at),
      reason: reason === null ? null : inWords(reason),
    },
    erp_evidence: { ord: typeof erp.ord === 'number' ? erp.ord : null, read_at: text(erp.read_at) },
  };
}

/** A step of a write's way, in words. */
export function stepOf({ from_state, to_state, note, at, by }: AuditStep) {
  return { from: from_state, to: to_state, words: inWords(note), at, by };
}
