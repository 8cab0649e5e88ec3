import type { RunReport } from './run.ts';

/** What `sync --json` prints; each customer counts once in each half. */
export interface SyncFigures {
  pull?: {
    total: number;
    created: number;
    updated: number;
    unchanged: number;
    failed: number;
    complete: boolean;
    calls: number;
    ms: number;
  };
  push?: {
    considered: number;
    created: number;
    linked: number;
    updated: number;
    skipped: number;
    failed: number;
    waiting: number;
    parked: number;
    inDoubt: number;
    calls: number;
    ms: number;
  };
}

export function figuresOf(report: RunReport): SyncFigures {
  const figures: SyncFigures = {};
  if (report.pull) {
    const { total, created, updated, unchanged, failed, complete, calls, ms } = report.pull;
    figures.pull = { total, created, updated, unchanged, failed, complete, calls, ms };
  }
  if (report.push) {
    const { considered, created, linked, updated, skipped, failed, waiting, parked, inDoubt, calls, ms } =
      report.push;
    figures.push = {
      considered,
      created,
      linked,
      updated,
      skipped,
      failed,
      waiting,
      parked,
      inDoubt,
      calls,
      ms,
    };
  }
  return figures;
}
