import { type Executor, parseHolder } from '../store/index.ts';
import type { UndoResult } from './undo.ts';

/** That a run was undone: by which run, by whom and when. */
export interface Undone {
  run_id: number;
  by: string;
  at: string;
}

/** Which of these runs are undone; an undo that was undone itself counts no more. */
export async function undoneAmong(db: Executor, runs: readonly number[]): Promise<Map<number, Undone>> {
  if (runs.length === 0) return new Map();
  const undos = await db
    .selectFrom('sync_runs')
    .select(['id', 'holder', 'started_at', 'ended_at', 'result'])
    .where('kind', '=', 'undo')
    .where('id', '>', Math.min(...runs))
    .where('result', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  const undone = new Map<number, Undone>();
  // The newest first: whether an undo was undone is known before its run is looked at.
  for (const row of undos) {
    const { undo } = JSON.parse(row.result as string) as { undo?: UndoResult & { by?: string } };
    if (!undo || undo.dryRun || undo.putBack === 0 || undone.has(row.id)) continue;
    const by = undo.by ?? parseHolder(row.holder)?.label ?? '';
    const at = row.ended_at ?? row.started_at;
    if (!undone.has(undo.run)) undone.set(undo.run, { run_id: row.id, by, at });
  }
  return undone;
}
