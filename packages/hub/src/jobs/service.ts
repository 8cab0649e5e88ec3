import type { Logger } from 'pino';
import { activeRules } from '../admit/rule-store.ts';
import { AlertWatch } from '../alerts/watch.ts';
import type { Config } from '../config/index.ts';
import { type LiveSettings, liveSettings, noteLastRun } from '../config/live.ts';
import { isBarring } from '../erp/stopping.ts';
import { rotateLog } from '../log.ts';
import { pruneOld } from '../retention/prune.ts';
import type { RunProgress } from '../sync/context.ts';
import { floorOf, type Hub } from '../sync/hub.ts';
import type { RunKind, RunReport } from '../sync/run.ts';
import { AtOnce } from './at-once.ts';
import type { ServiceHealth } from './health.ts';
import { newestInterval } from './newest-interval.ts';
import { isQuietTime } from './quiet-hours.ts';
import { sweepRules } from './rule-sweep.ts';
import { type Job, Scheduler } from './scheduler.ts';

/** Seconds between two sweeps of the rules (domain.md, When). */
const RULES_S = 300;

/** Seconds between two looks for trouble. */
const ALERTS_S = 60;
/** Seconds between two looks for what is older than it is kept. */
const RETENTION_S = 3600;

export interface Service {
  /** One round now, of what is switched on; null where nothing is, and in quiet hours, when the schedule makes up for it. */
  round(progress?: RunProgress): Promise<RunReport | null>;
  /** Begins the schedule of the configuration. */
  schedule(): void;
  /** Ends what runs at its next step; what it had begun is gone on with by the next run. */
  interrupt(): void;
  /** Somebody in this process asked for a push (`requestPush`, committed): it is begun now. */
  wake(): void;
  stop(): Promise<void>;
}

interface Work {
  kind: RunKind;
  trigger: 'start' | 'schedule' | 'change';
  /** A pull of the newest customers only. */
  light?: boolean;
  /** Only these customers, before whatever else runs. */
  only?: readonly number[];
  progress?: RunProgress;
}

/** Seconds. A follow-up is written to the ERP as well: where pushing is off, none leaves by itself. */
export function followUpInterval(
  { pushEnabled }: Pick<LiveSettings, 'pushEnabled'>,
  { followup_sync }: Pick<Config, 'followup_sync'>,
): number | null {
  return pushEnabled && followup_sync.enabled ? followup_sync.sync_interval : null;
}

function kindOf({ pullEnabled, pushEnabled }: LiveSettings): RunKind | null {
  if (pullEnabled) return pushEnabled ? 'sync' : 'pull';
  return pushEnabled ? 'push' : null;
}

/** A push with nothing to write calls nobody: of the ERP it knows nothing. */
const callsOf = ({ pull, push, followUps }: RunReport) =>
  [pull, push, followUps].reduce((sum, part) => sum + (part?.calls ?? 0), 0);

const isOf = (kind: RunKind, part: 'pull' | 'push') => kind === part || kind === 'sync';

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
      const isThere = report.stopped === null || isBarring(report.stopped.code);
      if (report.stopped || callsOf(report) > 0) health.erpAnswered(isThere, at);
      if (report.asked)
        log.warn({ rows: report.asked.rows, plan: report.asked.file }, report.asked.userMessage.en);
      if (report.brokenOff) log.info({ run: report.runId }, 'quiet hours: the run goes on after them');
      else if (!options.only)
        await noteLastRun(hub.store.db, { pull: isOf(kind, 'pull'), push: isOf(kind, 'push') }, at);
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
  const isAtOnce = ({ pushEnabled, autoSync }: LiveSettings) => pushEnabled && autoSync;
  const atOnce = new AtOnce({
    store: hub.store,
    limit: async () => {
      if (!config.enabled || isQuiet()) return null;
      const live = await liveSettings(hub.store.db, config);
      return isAtOnce(live) ? live.batchSize : null;
    },
    push: async (only) => {
      const { stopped } = await work({ kind: 'push', trigger: 'change', only });
      return stopped === null;
    },
    log,
  });
  const sweepRulesOnce = async () => {
    if (isQuiet()) return false;
    const now = new Date().toISOString();
    const rules = await activeRules(hub.store, config.rules, now);
    const floor = await floorOf(hub.store, config);
    const { batchSize } = await liveSettings(hub.store.db, config);
    if ((await sweepRules(hub.store, { rules, floor }, batchSize, now)) > 0) atOnce.wake();
    return true;
  };
  const erp = hub.erp.identity;
  const watch = new AlertWatch({ store: hub.store, config, erp, startedAt: new Date() }, log);
  const lookForTrouble = async () => {
    await watch.round(new Date());
    return true;
  };
  const letGo = async () => {
    const { store } = hub;
    const surroundings = { store, log, clock: () => new Date(), signal: stopping.signal };
    await pruneOld(surroundings, config.retention);
    const { file, max_megabytes, keep_files: keep } = config.logging;
    rotateLog(log, file, { maxBytes: max_megabytes * 1_000_000, keep });
    return true;
  };
  const every = (seconds: (live: LiveSettings) => number | null) => async () => {
    if (!config.enabled || isQuiet()) return null;
    return seconds(await liveSettings(hub.store.db, config));
  };
  const jobs: Job[] = [
    {
      name: 'newest',
      interval: every(newestInterval),
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
    {
      name: 'followups',
      interval: every((live) => followUpInterval(live, config)),
      work: scheduled('followups'),
    },
    { name: 'alerts', interval: async () => ALERTS_S, work: lookForTrouble },
    { name: 'retention', interval: async () => RETENTION_S, work: letGo },
    { name: 'rules', interval: every((live) => (isAtOnce(live) ? RULES_S : null)), work: sweepRulesOnce },
  ];
  const scheduler = new Scheduler(jobs, log);
  let missedRound = false;
  return {
    async round(progress) {
      missedRound = isQuiet();
      const kind = missedRound ? null : kindOf(await liveSettings(hub.store.db, config));
      return kind === null ? null : work({ kind, trigger: 'start', ...(progress ? { progress } : {}) });
    },
    interrupt: () => stopping.abort(),
    schedule() {
      scheduler.start(missedRound);
      atOnce.start();
    },
    wake: () => atOnce.wake(),
    async stop() {
      stopping.abort();
      await Promise.all([scheduler.stop(), atOnce.stop()]);
    },
  };
}
