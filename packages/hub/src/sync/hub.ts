import { join } from 'node:path';
import type { ScoreFloor } from '@bangqiao/core';
import type { Logger } from 'pino';
import { activeRules } from '../admit/rule-store.ts';
import { tenantCatalogue } from '../catalogue/tenant-file.ts';
import type { Config } from '../config/index.ts';
import { liveSettings } from '../config/live.ts';
import { type ErpAccess, type ErpSettings, openErp } from '../erp/access.ts';
import type { Identity } from '../erp/binding.ts';
import { HubError } from '../errors.ts';
import { applyPassage, atOncePassage, breakerPassage, planOnlyPassage } from '../plan/passage.ts';
import type { Plan } from '../plan/plan-file.ts';
import { type Holder, openStore, type Store, thisHolder } from '../store/index.ts';
import type { UndoRequest } from '../undo/undo.ts';
import { type RunContext, type RunProgress, type RunSettings, SILENT } from './context.ts';
import { type RunKind, type RunReport, type RunRequest, run } from './run.ts';

/** The ERP that a hub works with: the configured one, or the stand-in of the demo. */
export interface ErpTarget {
  kind: Identity['kind'];
  baseUrl: string;
  username: string;
  password: string;
}

export interface HubOptions {
  config: Config;
  log: Logger;
  /** For people: `sync (cli)`, `service`. Stands in leases, claims and history. */
  label: string;
  /** Nobody typed this command: logs in only where `auth.auto_login` allows it. */
  unattended?: boolean;
  target: ErpTarget | null;
  /** Told of every call to the ERP. */
  onCall?: ErpSettings['onCall'];
  clock?: () => Date;
  random?: () => number;
}

interface RunOptions {
  trigger: RunRequest['trigger'];
  /** Who acts, as history rows name them; the hub itself when absent. */
  by?: string;
  light?: boolean;
  /** Only these customers, and before any other run. */
  only?: readonly number[];
  /** Asked at each border of pages or rows; the run ends at the first one where it says so. */
  endsNow?: () => boolean;
  progress?: RunProgress;
  onWait?: (holder: Holder) => void;
  waiveMirror?: boolean;
  signal?: AbortSignal;
  /** A person's answer to the breaker: what this plan names passes uncounted. */
  accept?: Plan;
  /** Nothing is written; the plan goes into the file, or beside the database. */
  planOnly?: { file: string | null };
  /** Only the rows of this plan are written. */
  apply?: { plan: Plan; skipMoved: boolean; onSkipped?: Parameters<typeof applyPassage>[2] };
  /** Kind `undo`: which run is put back. */
  undo?: UndoRequest;
}

function passageOf({ accept, planOnly, apply, trigger }: RunOptions) {
  if (trigger === 'change') return atOncePassage();
  if (planOnly) return planOnlyPassage(planOnly.file);
  if (apply) return applyPassage(apply.plan, apply.skipMoved, apply.onSkipped);
  return breakerPassage(accept ?? null);
}

/**
 * The service sends follow-ups at times of their own (`followup_sync.sync_interval`); a person's run, and the round at the
 * start, bring them along. A plan is of customers, and customers that are in a hurry do not wait for conversations.
 */
function bringsFollowUps(kind: RunKind, { trigger, only, planOnly, apply }: RunOptions): boolean {
  if (kind === 'followups') return true;
  if (only || planOnly || apply || trigger === 'schedule') return false;
  return kind === 'sync' || kind === 'push';
}

/** The product, open: database, ERP, rules. */
export interface Hub {
  store: Store;
  erp: ErpAccess;
  run(kind: RunKind, options: RunOptions): Promise<RunReport>;
  close(): Promise<void>;
}

/** How long a run waits for another one before it gives up. */
const WAIT_MS = 24 * 3_600_000;
/** Calls that a scheduled run may spend on completing customers from their details. */
const COMPLETE_BUDGET = 5000;
const FALLBACK_SOURCE = '网站注册';

export function openDatabase(config: Config): Promise<Store> {
  return openStore(
    config.database.url === null ? { file: config.database.file } : { databaseUrl: config.database.url },
  );
}

/** The ERP that the configuration names; null when it names none. */
export function configuredTarget(config: Config): ErpTarget | null {
  if (!config.erp) return null;
  const { base_url: baseUrl, username, password } = config.erp;
  return { kind: 'erp', baseUrl, username, password };
}

export async function openHub(options: HubOptions): Promise<Hub> {
  const { config, log, label } = options;
  if (!options.target) throw noErp();
  const catalogue = tenantCatalogue(config.folder);
  const store = await openDatabase(config);
  const self = thisHolder(label);
  try {
    const erp = await openErp(store, {
      ...options.target,
      sessionFile: join(config.folder, 'storage', 'session'),
      autoLogin: config.auth.auto_login || options.unattended !== true,
      ...(catalogue ? { catalogue } : {}),
      concurrency: config.limits.concurrency,
      callsPerMinute: config.limits.calls_per_minute,
      timeoutMs: config.limits.timeout_ms,
      maxAttempts: config.retry.max_attempts,
      by: label,
      ...(options.onCall ? { onCall: options.onCall } : {}),
    });
    return { store, erp, run: runner(options, store, erp, self), close: () => closeAll(erp, store) };
  } catch (error) {
    await store.close();
    throw error;
  }

  function runner(settings: HubOptions, store: Store, erp: ErpAccess, self: Holder): Hub['run'] {
    const clock = settings.clock ?? (() => new Date());
    return async (kind, options) => {
      const { trigger, progress = SILENT, onWait = () => {}, light = false, signal } = options;
      const request: RunRequest = {
        kind,
        light,
        trigger,
        self,
        lane: options.only ? 'urgent' : 'usual',
        ...(options.endsNow ? { endsNow: options.endsNow } : {}),
        admission: async () => ({
          rules: await activeRules(store, config.rules, clock().toISOString()),
          floor: await floorOf(store, config),
        }),
        ...(options.undo ? { undo: options.undo } : {}),
        followUps: bringsFollowUps(kind, options),
        passage: passageOf(options),
        onWait,
        waitMs: WAIT_MS,
      };
      return run(
        store,
        request,
        (runId, turn): RunContext => ({
          store,
          turn,
          ...(options.only ? { only: new Set(options.only) } : {}),
          erp,
          log,
          settings: runSettings(config, options),
          clock,
          random: settings.random ?? Math.random,
          runId,
          by: options.by ?? label,
          holder: JSON.stringify(self),
          byHand: trigger === 'cli',
          progress,
          ...(signal ? { signal } : {}),
        }),
      );
    };
  }
}

async function closeAll(erp: ErpAccess, store: Store): Promise<void> {
  await erp.close();
  await store.close();
}

function runSettings(config: Config, { waiveMirror = false, accept, apply }: RunOptions): RunSettings {
  return {
    pageSize: config.erp_pull.batch_size,
    concurrency: config.limits.concurrency,
    completeBudget: COMPLETE_BUDGET,
    retryInterval: config.retry.retry_interval,
    defaultCategory: config.defaults.category,
    sourceLabels: [...new Set([config.defaults.source, FALLBACK_SOURCE])],
    waiveMirror,
    plansFolder: join(config.folder, 'storage', 'plans'),
    callsPerMinute: config.limits.calls_per_minute,
    acceptedGone: new Set((accept ?? apply?.plan)?.gone ?? []),
    breaker: config.sync.breaker,
    ...followUpSettings(config),
    ...(config.assign.enabled ? { assign: config.assign } : {}),
    ...(config.follow_level.sync ? { levels: config.follow_level } : {}),
  };
}

function followUpSettings({ followup_sync: wanted }: Config): Pick<RunSettings, 'followUps'> {
  if (!wanted.enabled) return {};
  const { auto_sync: autoSync, max_age_days: maxAgeDays, template } = wanted;
  const qualify = { minMessageLength: wanted.min_message_length, excludedKeywords: wanted.excluded_keywords };
  return { followUps: { autoSync, maxAgeDays, template, qualify } };
}

/** All three least scores are one floor, and act only when asked to (domain.md, `erp_sync_config`). */
export async function floorOf(store: Store, config: Config): Promise<ScoreFloor | undefined> {
  if (!config.data_quality.enforce_min_score) return undefined;
  const { minQualityScore, minIntentScore } = await liveSettings(store.db, config);
  return {
    min_score_for_sync: config.data_quality.min_score_for_sync,
    ...(minQualityScore === null ? {} : { min_quality_score: minQualityScore }),
    ...(minIntentScore === null ? {} : { min_intent_score: minIntentScore }),
  };
}

function noErp(): HubError {
  return new HubError({
    code: 'no_erp',
    exitCode: 2,
    zh: '还没有配置 ERP。',
    en: 'No ERP is configured.',
    nextZh: '运行 bangqiao init，或先用演示看看：bangqiao demo',
    nextEn: 'Run bangqiao init, or look at the demo first: bangqiao demo',
  });
}
