import type { Bilingual } from '@bangqiao/core';
import { ERROR_TABLE } from '@bangqiao/zhibang';
import type { Selectable } from 'kysely';
import { type Executor, holderIsAlive, parseHolder, type Schema } from '../store/index.ts';
import { say } from '../words/two-languages.ts';
import type { RunView, Status, UndoFigures } from './status.ts';

const SHOWN = 5;

type RunRow = Selectable<Schema['sync_runs']>;
type Half = Record<string, unknown>;
type Question = Stopped & { code: string; rows: number; isQuestion: boolean };
type Stopped = { userMessage?: Bilingual; nextStep?: Bilingual };

/** The last runs, the newest first. */
export async function readRuns(db: Executor): Promise<RunView[]> {
  const rows = await db.selectFrom('sync_runs').selectAll().orderBy('id', 'desc').limit(SHOWN).execute();
  return rows.map(viewOfRun);
}

/** Who syncs just now; a process that ended without giving its lease back is nobody. */
export async function readUnderWay(db: Executor): Promise<Status['under_way']> {
  const lease = await db.selectFrom('leases').selectAll().where('name', '=', 'sync').executeTakeFirst();
  const holder = lease && parseHolder(lease.holder);
  if (!lease || !holder || !holderIsAlive(lease.holder)) return null;
  return { label: holder.label, host: holder.host, pid: holder.pid, since: lease.acquired_at };
}

/** A row of `sync_runs` as people are told it. */
export function viewOfRun(row: RunRow): RunView {
  const result =
    row.result === null
      ? null
      : (JSON.parse(row.result) as {
          pull: Half | null;
          push: Half | null;
          followUps?: Half;
          asked?: Question;
          undo?: UndoFigures;
        });
  const { stoppedBy: byErp = null, ...push } = (result?.push ?? {}) as Half & { stoppedBy?: Stopped | null };
  const stoppedBy = byErp ?? (result?.asked?.isQuestion ? result.asked : null);
  return {
    id: row.id,
    kind: row.kind,
    trigger: row.trigger,
    by: parseHolder(row.holder)?.label ?? row.holder,
    started_at: row.started_at,
    ended_at: row.ended_at,
    ms: row.ended_at === null ? null : Date.parse(row.ended_at) - Date.parse(row.started_at),
    state: stateOf(row, stoppedBy !== null),
    pull: result?.pull ?? null,
    push: result?.push ? push : null,
    followUps: result?.followUps ?? null,
    planned: result?.asked?.code === 'plan_only' ? result.asked.rows : null,
    undo: result?.undo ?? null,
    error: errorOf(row, stoppedBy),
    asked: result?.asked?.isQuestion === true,
  };
}

function stateOf(row: RunRow, stopped: boolean): RunView['state'] {
  if (row.ended_at === null) return holderIsAlive(row.holder) ? 'running' : 'broken_off';
  if (row.error === null) return 'done';
  return stopped ? 'stopped' : 'failed';
}

function errorOf(row: RunRow, stoppedBy: Stopped | null): RunView['error'] {
  if (stoppedBy?.userMessage) return { message: stoppedBy.userMessage, next: stoppedBy.nextStep ?? null };
  if (row.error === null) return null;
  return fromErp(row.error) ?? { message: say(row.error, row.error), next: null };
}

/** A run that the ERP's client ended keeps only the English text, which begins as in the client's table. */
function fromErp(text: string): RunView['error'] {
  const row = Object.values(ERROR_TABLE).find(({ en }) => text.startsWith(`${en} (`));
  if (!row) return null;
  const said = /\): (.*)$/su.exec(text)?.[1];
  const words = said === undefined ? say('', '') : say(`：${said}`, `: ${said}`);
  return { message: say(row.zh + words.zh, row.en + words.en), next: say(row.nextZh, row.nextEn) };
}
