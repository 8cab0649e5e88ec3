import type { ZhibangError } from '@bangqiao/zhibang';
import { stopsRun } from '../erp/stopping.ts';
import { moveDurably, openWrites, readWrite, touchWrite, type Write, whenMoved } from '../journal/journal.ts';
import { type CustomerKind, HELD_STATES, OPEN_STATES, type SecondKind } from '../journal/states.ts';
import { holdsStill, StoreError } from '../store/index.ts';
import { isAbout, now, type RunContext } from '../sync/context.ts';
import { inParallel } from '../sync/parallel.ts';
import { runAssign } from './assign.ts';
import { runContact } from './contact.ts';
import { runCreate } from './create.ts';
import { Holding } from './holding.ts';
import { runLevel } from './level.ts';
import { CreatesBarred, type MayCreate, type PushOutcome } from './outcome.ts';
import { note, settleTrouble } from './settle.ts';
import { runUpdate } from './update.ts';

export interface Worked {
  outcomes: Map<number, PushOutcome>;
  newlyParked: number;
  /** The trouble that made the rest wait: the ERP is away, does not let us in, or lets us create nobody. */
  stoppedBy: ZhibangError | null;
}

/**
 * Works the open writes of one kind that `mayWork` lets through: what was left in doubt first, then what waits, then what
 * is new. Parked ones are a person's.
 */
export async function workJournal(
  context: RunContext,
  kind: CustomerKind | SecondKind,
  mayCreate: MayCreate,
  mayWork: (write: Write) => boolean = hasPassed,
): Promise<Worked> {
  const worked: Worked = { outcomes: new Map(), newlyParked: 0, stoppedBy: null };
  let queue = (await openWrites(context.store.db, kind)).filter(
    (write) => isOpen(write) && isAbout(context, write.customer_id) && mayWork(write),
  );
  queue.sort((a, b) => rank(a) - rank(b) || a.id - b.id);
  const total = queue.length;
  let done = 0;
  let before = Number.POSITIVE_INFINITY;
  // Rows that wait for another's keys come again: three times, and as long as some get through.
  for (let round = 0; queue.length > 0 && (round < 3 || queue.length < before); round += 1) {
    before = queue.length;
    const busy: Write[] = [];
    const one = async ({ id }: Write) => {
      // Read again: a person, or a run that went first, may have moved it since.
      const write = await readWrite(context.store.db, id);
      if (!isOpen(write) || !mayWork(write)) return;
      const outcome = await workOne(context, kind, write, worked, mayCreate);
      if (outcome === 'busy') busy.push(write);
      else if (outcome) worked.outcomes.set(write.customer_id, outcome);
      done += outcome === 'busy' ? 0 : 1;
      context.progress.advance(done, total);
    };
    await inParallel(queue, context.settings.concurrency, one, context.turn);
    if (context.turn.isOver) return worked;
    queue = busy;
  }
  for (const write of queue) worked.outcomes.set(write.customer_id, 'waiting');
  return worked;
}

function isOpen({ state }: Write): boolean {
  return state !== 'parked' && (OPEN_STATES as readonly string[]).includes(state);
}

/** What has not passed the breaker is not begun; what was begun is brought to its end. */
export function hasPassed(write: Write): boolean {
  const isBegun = write.state !== 'planned' && write.state !== 'waiting';
  return isBegun || write.saves > 0 || write.passed_at !== null;
}

/** It may stand in the ERP already: it is read back and settled whatever else a run may do. */
export function mayBeThere(write: Write): boolean {
  return write.saves > 0;
}

function rank(write: Write): number {
  if (write.state === 'in_doubt' || write.state === 'sent') return 0;
  if (write.state === 'allocated' || write.state === 'claimed') return 1;
  return write.state === 'waiting' ? 2 : 3;
}

const WORK = {
  create: runCreate,
  update: runUpdate,
  contact: runContact,
  assign: runAssign,
  level: runLevel,
} as const;

/** Null: somebody else works this row. */
async function workOne(
  context: RunContext,
  kind: CustomerKind | SecondKind,
  write: Write,
  worked: Worked,
  mayCreate: MayCreate,
): Promise<PushOutcome | 'busy' | null> {
  if (write.state === 'waiting' && !context.byHand && (write.retry_at ?? '') > now(context)) return 'waiting';
  if (worked.stoppedBy) return write.state === 'in_doubt' || write.state === 'sent' ? 'inDoubt' : 'waiting';
  if (context.signal?.aborted) return 'waiting';
  const claimed = await claim(context, write).catch(whenMoved);
  if (!claimed) return null;
  const holding = new Holding(claimed);
  try {
    const outcome = await WORK[kind](context, holding, mayCreate);
    if (outcome === 'busy') await giveBack(context, holding.write);
    if (outcome === 'inDoubt') await letGo(context, holding.write);
    return outcome;
  } catch (error) {
    // The run is over: the row stays as it stands, and whoever has the turn now goes on with it.
    if (error instanceof StoreError && error.code === 'lease_lost') throw error;
    if (error instanceof CreatesBarred) worked.stoppedBy ??= error.trouble;
    if (stopsRun(error)) worked.stoppedBy ??= error;
    const outcome = await settleTrouble(context, holding.write, error);
    if (outcome === 'parked') worked.newlyParked += 1;
    if (outcome === 'inDoubt') await letGo(context, holding.write);
    return outcome;
  }
}

/** Planned and waiting rows are claimed; what a dead process left is taken over as it stands. Null when a living one holds it. */
async function claim(context: RunContext, write: Write): Promise<Write | null> {
  const held = (HELD_STATES as readonly string[]).includes(write.state) || write.state === 'in_doubt';
  const mine = { holder: context.holder, claimed_at: now(context), run_id: context.runId };
  if (!held) {
    return moveDurably(
      context.store,
      write,
      'claimed',
      { ...mine, retry_at: null },
      note(context, 'claimed'),
    );
  }
  if (write.holder !== null && write.holder !== context.holder && holdsStill(write.holder)) return null;
  return context.store.transaction((trx) => touchWrite(trx, write, mine, note(context, 'taken over')), {
    durable: true,
  });
}

/** What stays in doubt is nobody's until the next run: this process may live long, and another one may come first. */
async function letGo(context: RunContext, { id }: Write): Promise<void> {
  const write = await readWrite(context.store.db, id);
  if (write.holder !== context.holder) return;
  const words = note(context, 'left in doubt for the next run');
  // What is in doubt of an allocated one is an earlier save, not one that is under way.
  if (write.state === 'sent' || write.state === 'claimed')
    await moveDurably(context.store, write, 'in_doubt', { holder: null }, words);
  else await context.store.transaction((trx) => touchWrite(trx, write, { holder: null }, words));
}

async function giveBack(context: RunContext, write: Write): Promise<void> {
  if (write.state !== 'claimed') return;
  await moveDurably(
    context.store,
    write,
    'planned',
    { holder: null },
    note(context, 'another create holds one of its keys'),
  );
}
