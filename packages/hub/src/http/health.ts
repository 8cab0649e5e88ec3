/** What the service can say of itself. The engine implements it; the pages below only show it. */
export interface HealthSource {
  /** Asks the database now; of the ERP and the runs it tells what it knows. */
  health(): Promise<Health>;
}

export interface Health {
  database: { ok: boolean; problem?: string };
  /** Null: no ERP is configured. `reachable` is null until it was asked. */
  erp: { kind: 'erp' | 'stand-in'; reachable: boolean | null; checkedAt: string | null } | null;
  lastRun: LastRun | null;
  counts: { customers: number; linked: number; waiting: number; parked: number };
}

export interface LastRun {
  kind: string;
  startedAt: string;
  endedAt: string | null;
  /** Null while it runs. */
  ok: boolean | null;
  error: string | null;
  /** Figures as `sync --json` prints them; null for a half that did not run. */
  pull: Readonly<Record<string, number | boolean>> | null;
  push: Readonly<Record<string, number | boolean>> | null;
}

/** `ready`: all well. `degraded`: works, but the ERP does not answer or the last run failed. `down`: no database. */
export type Readiness = 'ready' | 'degraded' | 'down';

export function readinessOf(health: Health): Readiness {
  if (!health.database.ok) return 'down';
  const isErpAway = health.erp?.reachable === false;
  return isErpAway || health.lastRun?.ok === false ? 'degraded' : 'ready';
}

/** What `database.problem` says before the database is open for the first time. */
export const STARTING = 'starting';

/** The source's answer, or a database that does not answer when it takes too long or fails. */
export async function askHealth(source: HealthSource, timeoutMs: number): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve(noAnswer(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  const answer = source
    .health()
    .catch((error: unknown) => noAnswer(error instanceof Error ? error.message : String(error)));
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function noAnswer(problem: string): Health {
  return {
    database: { ok: false, problem },
    erp: null,
    lastRun: null,
    counts: { customers: 0, linked: 0, waiting: 0, parked: 0 },
  };
}
