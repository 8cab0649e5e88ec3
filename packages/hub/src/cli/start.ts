import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config/index.ts';
import { keepIndex } from '../customers/search.ts';
import { failureOf } from '../failure.ts';
import { type ApiServices, startServer, Tasks } from '../http/index.ts';
import { ServiceHealth } from '../jobs/health.ts';
import { isQuietTime } from '../jobs/quiet-hours.ts';
import { createService, type Service } from '../jobs/service.ts';
import { WechatSide } from '../jobs/wechat.ts';
import type { Log } from '../log.ts';
import { Metrics } from '../metrics/metrics.ts';
import { acquireLease, type Lease, type Store, StoreError, thisHolder } from '../store/index.ts';
import { figuresOf } from '../sync/figures.ts';
import { configuredTarget, type ErpTarget, type Hub, openDatabase, openHub } from '../sync/hub.ts';
import { isLoopbackHost, noAdministrator, setUpCodeFor } from '../users/set-up.ts';
import { hasAdministrator } from '../users/users.ts';
import { CONSOLE_BUILD, ensureConsole } from './console-build.ts';
import { whereToLook } from './demo.ts';
import { tellFailure } from './failure.ts';
import { leaveDemo } from './leave-demo.ts';
import { runProgress } from './run-progress.ts';
import { describeRun } from './run-report.ts';
import { addVerb, type CliContext, type Session } from './session.ts';
import { importExamples, startStandIn } from './stand-in.ts';
import { untilStopped } from './stop.ts';

export function startVerb(program: Command, context: CliContext): void {
  addVerb(program, context, {
    usage: 'start',
    summary: {
      zh: '运行服务：按计划同步；没有配置 ERP 时自带模拟 ERP',
      en: 'run the service: sync on schedule; with no ERP configured it brings a stand-in along',
    },
    work: (session) => runService(session),
  });
}

/**
 * Answers HTTP first, then opens database and ERP, works one round, and stays. Stopped by a signal, it ends what runs. When
 * somebody joins another ERP in the console, the hub is opened anew behind the same doors.
 */
async function runService(session: Session): Promise<void> {
  const config = session.config();
  const health = new ServiceHealth();
  const log = session.log(config, { service: true });
  await mayListen(config);
  const doors: Doors = { api: null };
  const wechat = new WechatSide(config, log);
  const metrics = new Metrics();
  let isBuilding = true;
  const server = await startServer(health, config.http, {
    api: { current: () => doors.api },
    consoleFolder: CONSOLE_BUILD,
    isConsoleBuilding: () => isBuilding,
    ingest: wechat.ports,
    metrics,
  });
  const house: House = {
    session,
    log,
    health,
    wechat,
    metrics,
    doors,
    url: server.url,
    stopped: untilStopped(),
  };
  const leaving = new AbortController();
  const built = ensureConsole(session, leaving.signal).finally(() => {
    isBuilding = false;
  });
  try {
    for (let next = config; await live(house, next); next = session.configOr(next));
  } finally {
    leaving.abort();
    await built;
    await server.close();
    metrics.stop();
  }
}

/** What `/api` stands on just now. */
interface Doors {
  api: ApiServices | null;
}

/** What outlives a change of the ERP. */
interface House {
  session: Session;
  log: Log;
  health: ServiceHealth;
  wechat: WechatSide;
  metrics: Metrics;
  doors: Doors;
  url: string;
  stopped: Promise<unknown>;
}

/** The service with one ERP, from opening to closing it. True: another one was joined meanwhile. */
async function live(house: House, config: Config): Promise<boolean> {
  const { session, log, health, wechat, metrics, doors, url } = house;
  const joined = Promise.withResolvers<void>();
  const ended = Promise.race([house.stopped.then(() => false), joined.promise.then(() => true)]);
  const erp = await erpOf(session, config);
  try {
    await leaveDemo(session, config, erp.target);
    const opened = await openHub({
      config,
      log,
      label: 'service',
      unattended: true,
      target: erp.target,
      onCall: metrics.counts.called,
    });
    const hub = { ...opened, run: metrics.counts.counting(opened.run) };
    health.opened(hub.store, erp.target.kind);
    const service = createService(hub, config, health, log);
    void ended.then(() => service.interrupt());
    const setUpCode = await setUpCodeFor(hub.store);
    const tasks = new Tasks();
    const index = keepIndex(hub.store);
    const clock = () => new Date();
    const { env } = session.io;
    const rejoin = joined.resolve;
    doors.api = { store: hub.store, hub, tasks, config, env, log, clock, setUpCode, rejoin };
    const presence = await announce(hub.store);
    metrics.reads({ store: hub.store, config, erp: hub.erp.identity, clock });
    tellWhere(session, url, erp.target);
    if (setUpCode !== null) tellCode(session, setUpCode, url);
    wechat.start(hub.store, log, () => service.wake());
    try {
      await prepare(session, config, hub, service);
      service.schedule();
      session.note({ zh: '服务运行中，Ctrl+C 停止。', en: 'The service runs; Ctrl+C stops it.' });
      // By now the first line of it has scrolled away.
      if (setUpCode !== null && !(await hasAdministrator(hub.store.db))) tellCode(session, setUpCode, url);
      const isJoined = await ended;
      session.note(
        isJoined
          ? { zh: '正在换到新的 ERP…', en: 'Joining the new ERP…' }
          : { zh: '正在停止…', en: 'Stopping…' },
      );
      return isJoined;
    } finally {
      doors.api = null;
      metrics.reads(null);
      await wechat.stop();
      await Promise.all([service.stop(), tasks.stop(), index.stop()]);
      await presence?.release();
      await hub.close();
    }
  } finally {
    await erp.close();
  }
}

/** Tells whoever would put another database in this place that somebody works here. */
async function announce(store: Store): Promise<Lease | null> {
  return await acquireLease(store, `service ${hostname()}`, thisHolder('service'), { waitMs: 0 }).catch(
    (error: unknown) => {
      // A second service on this machine: the first one tells it already.
      if (error instanceof StoreError && error.code === 'lease_held') return null;
      throw error;
    },
  );
}

async function erpOf(
  session: Session,
  config: Config,
): Promise<{ target: ErpTarget; close(): Promise<void> }> {
  const configured = configuredTarget(config);
  if (configured) return { target: configured, close: async () => {} };
  mkdirSync(join(config.folder, 'storage'), { recursive: true });
  const { sim, target } = await startStandIn(config);
  session.note({
    zh: `没有配置 ERP，先用内置的模拟 ERP（${sim.customers().length} 位客户）演示。要连接自己的 ERP：在浏览器的「设置」里打开设置助手，或运行 npx bangqiao init`,
    en: `No ERP is configured: a stand-in ERP (${sim.customers().length} customers) shows how it works. For your own: the assistant in the browser's settings, or npx bangqiao init`,
  });
  return { target, close: () => sim.close() };
}

/**
 * Nobody but this machine until somebody has been given the keys.
 * @throws HubError `no_administrator`
 */
async function mayListen(config: Config): Promise<void> {
  if (isLoopbackHost(config.http.host)) return;
  const store = await openDatabase(config);
  try {
    if (!(await hasAdministrator(store.db))) throw noAdministrator(config.http.host);
  } finally {
    await store.close();
  }
}

function tellCode(session: Session, code: string, url: string): void {
  session.note({
    zh: `还没有管理员：在这台机器的浏览器里打开 ${url} ，用一次性代码 ${code} 建立`,
    en: `There is no administrator yet: open ${url} on this machine and use the one-time code ${code}`,
  });
}

function tellWhere(session: Session, url: string, target: ErpTarget): void {
  session.note({
    zh: `邦桥：${url}    ERP：${target.baseUrl}`,
    en: `Bangqiao: ${url}    ERP: ${target.baseUrl}`,
  });
}

/** The first round; trouble with the ERP is told and does not end the service. */
async function prepare(session: Session, config: Config, hub: Hub, service: Service): Promise<void> {
  if (hub.erp.identity.kind === 'stand-in') await importExamples(hub.store);
  if (!config.run_on_start || !config.enabled) return;
  try {
    const report = await service.round(runProgress(session));
    if (report === null) {
      session.note(
        isQuietTime(config.limits.quiet_hours, new Date())
          ? { zh: '现在是免打扰时段，之后自动同步。', en: 'Quiet hours: it syncs after them.' }
          : { zh: '拉取和推送都关着，没有同步。', en: 'Pull and push are switched off: nothing was synced.' },
      );
      return;
    }
    const text = await describeRun(hub.store.db, report, session.lang);
    session.result(figuresOf(report), `${text}\n\n${whereToLook(config, session)}`);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.exitCode === 2) throw error;
    tellFailure(failure, session.io, { lang: session.lang, json: false });
    session.note({ zh: '服务继续运行，到时会再试。', en: 'The service stays and tries again on schedule.' });
  }
}
