import type { Logger } from 'pino';
import type { Config } from '../config/index.ts';
import { type LiveSettings, liveSettings, noteLastRun } from '../config/live.ts';
import type { RunProgress } from '../sync/context.ts';
import type { Hub } from '../sync/hub.ts';
import type { RunKind, RunReport } from '../sync/run.ts';
import type { ServiceHealth } from './health.ts';
import { isQuietTime } from './quiet-hours.ts';
import { type Job, Scheduler } from './scheduler.ts';

/** Seconds between two looks at the newest customers. */
const NEWEST_S = 300;

export interface Service {
  /** One round now, as at the start; null in quiet hours, when the schedule makes up for it. */
  round(progress?: RunProgress): Promise<RunReport | null>;
  /** Begins the schedule of the configuration. */
  schedule(): void;
  /** Ends what runs at its next step; what it had begun is gone on with by the next run. */
  interrupt(): void;
  stop(): Promise<void>;
}

interface Work {
  kind: RunKind;
  trigger: 'start' | 'schedule';
  /** A pull of the newest customers only. */
  light?: boolean;
  progress?: RunProgress;
}

/** The hub as a service: runs on schedule, one after the other, and knows how it is. */
export function createService(hub: Hub, config: Config, health: ServiceHealth, log: Logger): Service {
  const stopping = new AbortController();
  const isQuiet = () => isQuietTime(config.limits.quiet_hours, new Date());
  const work = async ({ kind, ...options }: Work): Promise<RunReport> => {
    try {
      const report = await hub.run(kind, {
        ...options,
        endsNow: isQuiet,
        signal: stopping.signal,
        onWait: ({ label, pid }) => log.info({ holder: label, pid }, 'waiting for another run to end'),
      });
      const at = new Date().toISOString();
      health.erpAnswered(report.stopped === null, at);
      if (report.asked)
        log.warn({ rows: report.asked.rows, plan: report.asked.file }, report.asked.userMessage.en);
      if (report.brokenOff) log.info({ run: report.runId }, 'quiet hours: the run goes on after them');
      else await noteLastRun(hub.store.db, { pull: kind !== 'push', push: kind !== 'pull' }, at);
      return report;
    } catch (error) {
      health.erpAnswered(false, new Date().toISOString());
      throw error;
    }
  };
  const scheduled =
    (kind: RunKind, light = false) =>
    async () => {
      if (isQuiet()) return false;
      return !(await work({ kind, light, trigger: 'schedule' })).brokenOff;
    };
  const every = (seconds: (live: LiveSettings) => number | null) => async () => {
    if (!config.enabled || isQuiet()) return null;
    return seconds(await liveSettings(hub.store.db, config));
  };
  const jobs: Job[] = [
    {
      name: 'newest',
      interval: every((live) => (live.pullEnabled ? Math.min(NEWEST_S, live.pullInterval) : null)),
      work: scheduled('pull', true),
    },
    {
      name: 'pull',
      interval: every((live) => (live.pullEnabled ? live.pullInterval : null)),
      work: scheduled('pull'),
    },
    {
      name: 'push',
      interval: every((live) => (live.pushEnabled ? live.pushInterval : null)),
      work: scheduled('push'),
    },
  ];
  const scheduler = new Scheduler(jobs, log);
  let missedRound = false;
  return {
    async round(progress) {
      missedRound = isQuiet();
      return missedRound ? null : work({ kind: 'sync', trigger: 'start', ...(progress ? { progress } : {}) });
    },
    interrupt: () => stopping.abort(),
    schedule: () => scheduler.start(missedRound),
    async stop() {
      stopping.abort();
      await scheduler.stop();
    },
  };
}
