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
  /** One round now, as at the start. */
  round(progress?: RunProgress): Promise<RunReport>;
  /** Begins the schedule of the configuration. */
  schedule(): void;
  /** Ends what runs at its next step; what it had begun is gone on with by the next run. */
  interrupt(): void;
  stop(): Promise<void>;
}

/** The hub as a service: runs on schedule, one after the other, and knows how it is. */
export function createService(hub: Hub, config: Config, health: ServiceHealth, log: Logger): Service {
  const stopping = new AbortController();
  const work = async (
    kind: RunKind,
    trigger: 'start' | 'schedule',
    { light = false, progress }: { light?: boolean; progress?: RunProgress } = {},
  ): Promise<RunReport> => {
    try {
      const report = await hub.run(kind, {
        trigger,
        light,
        signal: stopping.signal,
        onWait: ({ label, pid }) => log.info({ holder: label, pid }, 'waiting for another run to end'),
        ...(progress ? { progress } : {}),
      });
      const at = new Date().toISOString();
      health.erpAnswered(report.stopped === null, at);
      if (report.asked)
        log.warn({ rows: report.asked.rows, plan: report.asked.file }, report.asked.userMessage.en);
      await noteLastRun(hub.store.db, { pull: kind !== 'push', push: kind !== 'pull' }, at);
      return report;
    } catch (error) {
      health.erpAnswered(false, new Date().toISOString());
      throw error;
    }
  };
  const scheduler = new Scheduler({
    jobs: jobsOf(hub, config),
    work: async (job) => {
      if (isQuietTime(config.limits.quiet_hours, new Date())) return;
      await work(job.kind, 'schedule', { light: job.light ?? false });
    },
    log,
  });
  return {
    round: (progress) => work('sync', 'start', progress ? { progress } : {}),
    interrupt: () => stopping.abort(),
    schedule: () => scheduler.start(),
    async stop() {
      stopping.abort();
      await scheduler.stop();
    },
  };
}

function jobsOf(hub: Hub, config: Config): Job[] {
  const every = (pick: (live: LiveSettings) => number | null) => async () => {
    if (!config.enabled || isQuietTime(config.limits.quiet_hours, new Date())) return null;
    return pick(await liveSettings(hub.store.db, config));
  };
  return [
    {
      name: 'newest',
      kind: 'pull',
      light: true,
      interval: every((live) => (live.pullEnabled ? Math.min(NEWEST_S, live.pullInterval) : null)),
    },
    { name: 'pull', kind: 'pull', interval: every((live) => (live.pullEnabled ? live.pullInterval : null)) },
    { name: 'push', kind: 'push', interval: every((live) => (live.pushEnabled ? live.pushInterval : null)) },
  ];
}
