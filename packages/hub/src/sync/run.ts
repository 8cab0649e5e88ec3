import type { CompiledRuleSet, ScoreFloor } from '@bangqiao/core';
import type { ZhibangError } from '@bangqiao/zhibang';
import { barsAll, isBarring } from '../erp/stopping.ts';
import { nextOf } from '../failure.ts';
import { syncFollowUps } from '../followup/follow-ups.ts';
import type { FollowUpResult } from '../followup/settings.ts';
import { type Asked, askAboutGone } from '../plan/asked.ts';
import type { Passage } from '../plan/passage.ts';
import { pullNewest } from '../pull/newest.ts';
import { pullOnly } from '../pull/only.ts';
import { type PullResult, pull } from '../pull/pull.ts';
import type { PushResult } from '../push/outcome.ts';
import { push } from '../push/push.ts';
import type { Holder, Store } from '../store/index.ts';
import { type UndoRequest, type UndoResult, undoRun } from '../undo/undo.ts';
import type { RunContext } from './context.ts';
import { figuresOf } from './figures.ts';
import { type Lane, Turn } from './turn.ts';

/** `change`: a customer changed and is pushed at once. */
type Trigger = 'cli' | 'schedule' | 'start' | 'change';
/** `followups`: nothing but what conversations become. */
export type RunKind = 'sync' | 'pull' | 'push' | 'followups' | 'undo';

export interface RunReport {
  runId: number;
  kind: RunKind;
  pull: PullResult | null;
  push: PushResult | null;
  /** What conversations became; null when the run had nothing to do with them. */
  followUps: FollowUpResult | null;
  /** Of an undo: what it put back, and what it could not. */
  undo: UndoResult | null;
  /** 0 done, 1 a row failed or was newly parked, or the ERP stopped the push, 3 a person is asked first. */
  exitCode: 0 | 1 | 3;
  /** What the run would have written and asks about; null when it had nothing to ask. */
  asked: Asked | null;
  /** It ended at a border because it was told to (quiet hours); the next run goes on from there. */
  brokenOff: boolean;
  /** Why the push ended early, in words; null when it did not. */
  stopped: { code: string; zh: string; en: string; nextZh: string; nextEn: string } | null;
}

interface Admission {
  rules: CompiledRuleSet;
  floor: ScoreFloor | undefined;
}

export interface RunRequest {
  kind: RunKind;
  /** The pull reads the newest customers only. */
  light?: boolean;
  trigger: Trigger;
  /** Default `usual`. */
  lane?: Lane;
  /** Asked at each border of pages or rows; the run ends at the first one where it says so. */
  endsNow?: () => boolean;
  self: Holder;
  /** Who is let in; asked once the run has the lease, so that rules activated meanwhile count. */
  admission: () => Promise<Admission>;
  /** Which of the planned writes may be worked. */
  passage: Passage;
  /** Whether what conversations become is part of this run. */
  followUps?: boolean;
  /** Of an undo: which run, and whether it is only shown. */
  undo?: UndoRequest;
  /** Told once when another run holds the lease. */
  onWait: (holder: Holder) => void;
  waitMs: number;
}

/**
 * One run: alone on this database (a second one waits and says for whom, one in a hurry goes first), with its row in
 * `sync_runs`, whatever comes. `contextFor` makes the context once the run has its number.
 */
export async function run(
  store: Store,
  request: RunRequest,
  contextFor: (runId: number, turn: Turn) => RunContext,
): Promise<RunReport> {
  const turn = await Turn.take(store, request.self, { lane: 'usual', ...request }, request.endsNow);
  try {
    const startedAt = contextFor(0, turn).clock().toISOString();
    const runId = await begin(store, request, startedAt);
    const context = contextFor(runId, turn);
    context.log.info({ run: runId, kind: request.kind, trigger: request.trigger }, 'run started');
    try {
      const report = await work(context, request, await request.admission());
      await end(
        context,
        JSON.stringify({
          pull: report.pull,
          push: report.push && { ...report.push, asked: undefined, stayedOut: undefined },
          ...(report.followUps ? { followUps: { ...report.followUps, stoppedBy: undefined } } : {}),
          ...(report.brokenOff ? { brokenOff: true } : {}),
          ...(isBarred(report) ? { barred: true } : {}),
          ...(context.only ? { named: true } : {}),
          ...(report.asked ? { asked: inShort(report.asked) } : {}),
          ...(report.undo ? { undo: { ...report.undo, not: report.undo.not.length, by: context.by } } : {}),
        }),
        report.stopped?.en ?? (report.exitCode === 3 ? (report.asked?.userMessage.en ?? null) : null),
      );
      context.log.info({ run: runId, ...figuresOf(report) }, 'run ended');
      return report;
    } catch (error) {
      await end(context, null, error instanceof Error ? error.message : String(error));
      context.log.info({ run: runId, err: error }, 'run failed');
      throw error;
    } finally {
      await context.erp.log.flush();
    }
  } finally {
    await turn.release();
  }
}

async function work(
  context: RunContext,
  request: RunRequest,
  { rules, floor }: Admission,
): Promise<RunReport> {
  if (request.undo) return undone(context, await undoRun(context, request.undo));
  const pulls = request.kind === 'sync' || request.kind === 'pull';
  const pulled = pulls ? await pullerOf(request, context)(context) : null;
  const missed = pulled?.absent.asks ?? [];
  const pushes = (request.kind === 'sync' || request.kind === 'push') && !context.turn.isOver;
  const pushed = pushes ? await push(context, rules, floor, request.passage, missed) : null;
  const asked = pushed?.asked ?? (missed.length > 0 ? await askAboutGone(context, [], missed) : null);
  // A run that asks begins nothing, and where the ERP is away nothing leaves; where it only bars creates it is there.
  const trouble = pushed?.stoppedBy ?? null;
  const maySend = asked === null && (trouble === null || barsAll(trouble));
  const { followUps: settings } = context.settings;
  const followed =
    request.followUps && settings && !context.turn.isOver
      ? await syncFollowUps(context, settings, maySend)
      : null;
  const stoppedBy = pushed?.stoppedBy ?? followed?.stoppedBy ?? null;
  const forPeople = (pushed?.newlyParked ?? 0) + (followed?.parked ?? 0) + (followed?.doubtful ?? 0);
  const bad = (pulled?.failed ?? 0) + (pushed?.failed ?? 0) + forPeople > 0 || stoppedBy !== null;
  return {
    runId: context.runId,
    kind: request.kind,
    pull: pulled,
    push: pushed,
    followUps: followed,
    undo: null,
    asked,
    exitCode: asked?.isQuestion ? 3 : bad ? 1 : 0,
    brokenOff: context.turn.isOver,
    stopped: stoppedBy && wordsOf(stoppedBy),
  };
}

function pullerOf({ light }: RunRequest, { only }: RunContext): (context: RunContext) => Promise<PullResult> {
  if (only) return pullOnly;
  return light ? pullNewest : pull;
}

/** Nobody may be created, which the row tells as its error; all else that was to do was done. */
function isBarred({ stopped, exitCode }: RunReport): boolean {
  return stopped !== null && isBarring(stopped.code) && exitCode !== 3;
}

/** What stands in `sync_runs` of a question: without the rows, which the plan has. */
function inShort({ code, isQuestion, rows, gone, file, userMessage, nextStep }: Asked) {
  return { code, isQuestion, rows, gone, file, userMessage, nextStep };
}

function undone(context: RunContext, undo: UndoResult): RunReport {
  const { stoppedBy } = undo;
  return {
    runId: context.runId,
    kind: 'undo',
    pull: null,
    push: null,
    followUps: null,
    undo,
    asked: null,
    exitCode: undo.asks > 0 ? 3 : undo.failed > 0 || stoppedBy ? 1 : 0,
    brokenOff: context.turn.isOver,
    stopped: stoppedBy && wordsOf(stoppedBy),
  };
}

function wordsOf(error: ZhibangError): NonNullable<RunReport['stopped']> {
  const next = nextOf(error);
  return {
    code: error.code,
    zh: error.userMessage.zh,
    en: error.userMessage.en,
    nextZh: next.zh,
    nextEn: next.en,
  };
}

async function begin(store: Store, request: RunRequest, at: string): Promise<number> {
  return store.transaction(async (trx) => {
    const row = await trx
      .insertInto('sync_runs')
      .values({
        kind: request.kind,
        trigger: request.trigger,
        holder: JSON.stringify(request.self),
        started_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

async function end(context: RunContext, result: string | null, error: string | null): Promise<void> {
  await context.store.transaction(async (trx) => {
    await trx
      .updateTable('sync_runs')
      .set({ ended_at: context.clock().toISOString(), result, error })
      .where('id', '=', context.runId)
      .execute();
  });
}
