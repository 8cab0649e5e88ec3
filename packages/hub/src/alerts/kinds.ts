import { statfs } from 'node:fs/promises';
import type { Bilingual } from '@bangqiao/core';
import { sql } from 'kysely';
import { type LiveSettings, liveSettings } from '../config/live.ts';
import { newestInterval } from '../jobs/newest-interval.ts';
import { isQuietTime, wereAwake } from '../jobs/quiet-hours.ts';
import { placesOf } from '../metrics/disk.ts';
import { openQuestion } from '../plan/waiting.ts';
import { rateSince } from '../status/read-status.ts';
import { readRuns } from '../status/runs.ts';
import type { Executor } from '../store/index.ts';
import { say } from '../words/two-languages.ts';
import type { AlertSource } from './source.ts';

/** Trouble as it is told: what is, and what to do. */
export interface Trouble {
  what: Bilingual;
  next: Bilingual;
}

/** Null: all is well. Undefined: just now nobody can tell; what is known stays so. */
type Look = (source: AlertSource, now: Date) => Promise<Trouble | null | undefined>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SCHEDULE_KEYS = [
  'erp_pull_enabled',
  'erp_pull_interval',
  'erp_push_enabled',
  'erp_push_interval',
] as const;
/** Fewer writes than this say nothing of a rate. */
const ENOUGH_WRITES = 10;

/** Everything that is watched. The order is that of a message. */
const KINDS: Readonly<Record<string, Look>> = {
  login_locked: async ({ store: { db }, erp }) => {
    if (erp === null) return null;
    const refused = await db
      .selectFrom('refused_logins')
      .select(['captcha', 'message'])
      .where('base_url', '=', erp.base_url)
      .where('account', '=', erp.account)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    if (!refused) return null;
    return {
      what: refused.captcha
        ? say(
            'ERP 登录要验证码，服务已停止登录',
            'The ERP asks for a captcha: the service does not log in any more',
          )
        : say(
            `ERP 拒绝了登录，服务已停止登录：${refused.message}`,
            `The ERP refused the login, the service does not log in any more: ${refused.message}`,
          ),
      next: refused.captcha
        ? say(
            '先用这个账号在浏览器里登录一次，再运行 bangqiao doctor --login-again',
            'Log in once with this account in a browser, then run bangqiao doctor --login-again',
          )
        : say(
            '核对密码后运行 bangqiao doctor --login-again',
            'Check the password, then run bangqiao doctor --login-again',
          ),
    };
  },

  sync_stopped: async ({ store: { db }, config, erp, startedAt }, now) => {
    if (erp === null) return null;
    const live = await liveSettings(db, config);
    const proof = proofOf(live);
    const { quiet_hours } = config.limits;
    if (!config.enabled || proof === null || isQuietTime(quiet_hours, now)) return undefined;
    const since = new Date(Math.max(startedAt.getTime(), await lastGood(db, proof.kinds, now)));
    const most = 1000 * Math.max(config.alerts.stopped_after, 2 * proof.interval);
    if (!wereAwake(quiet_hours, since, now, most)) return null;
    const silent = now.getTime() - since.getTime();
    const hours = Math.round(silent / HOUR_MS);
    const [last] = await readRuns(db);
    const { message, next } = last?.error ?? { message: null, next: null };
    return {
      what: say(
        `同步已停：约 ${hours} 小时没有一次顺利完成${message ? `；最近一次：${message.zh}` : ''}`,
        `The sync has stopped: no good run for about ${hours} h${message ? `; the last one: ${message.en}` : ''}`,
      ),
      next: next ?? say('运行 bangqiao doctor 看看哪里不通', 'Run bangqiao doctor to see what is wrong'),
    };
  },

  breaker_tripped: async ({ store: { db } }) => {
    const question = await openQuestion(db);
    if (question === null) return null;
    const { asked } = question;
    return {
      what: say(
        `同步停下来问人：${asked.userMessage.zh}`,
        `The sync stopped to ask: ${asked.userMessage.en}`,
      ),
      next: asked.nextStep ?? say('在“计划与同步”里查看并决定', 'Look at the plan and decide'),
    };
  },

  parked: async ({ store: { db }, config }) => {
    const { count } = await db
      .selectFrom('write_journal')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('state', '=', 'parked')
      .executeTakeFirstOrThrow();
    if (Number(count) <= config.alerts.parked_above) return null;
    return {
      what: say(`待人处理的写入有 ${count} 笔`, `${count} writes wait for a person`),
      next: say('在“待处理”里逐笔决定', 'Decide them at the desk'),
    };
  },

  success_rate: async ({ store: { db }, config }, now) => {
    const { tried, share } = await rateSince(db, new Date(now.getTime() - DAY_MS));
    if (share === null || tried < ENOUGH_WRITES || share >= config.alerts.success_below) return null;
    const percent = Math.round(share * 100);
    return {
      what: say(
        `24 小时内写入 ERP ${tried} 笔，只成功 ${percent}%`,
        `Of ${tried} writes to the ERP in 24 hours only ${percent} % succeeded`,
      ),
      next: say('运行 bangqiao status 看失败的原因', 'Run bangqiao status to see why'),
    };
  },

  disk: async ({ config }) => {
    for (const path of Object.values(placesOf(config))) {
      const free = await statfs(path).then(
        ({ bavail, bsize }) => (bavail * bsize) / 1e6,
        () => null,
      );
      if (free === null || free >= config.alerts.disk_below_mb) continue;
      const left = Math.floor(free);
      return {
        what: say(`磁盘只剩 ${left} MB：${path}`, `Only ${left} MB are left on the disk of ${path}`),
        next: say('清理磁盘或换大的；写满后同步会停', 'Make room; a full disk stops the sync'),
      };
    }
    return null;
  },
};

/**
 * Which good run proves that the sync works, and the seconds between two of them; null where none is to run. A push with
 * nothing to write calls nobody, so while pulling is on it proves nothing.
 */
function proofOf(live: LiveSettings): { kinds: string[]; interval: number } | null {
  const newest = newestInterval(live);
  if (newest !== null) return { kinds: ['pull', 'sync'], interval: newest };
  return live.pushEnabled ? { kinds: ['push', 'sync'], interval: live.pushInterval } : null;
}

/** When such a run last ended well, or somebody last changed what runs and how often; in milliseconds. */
async function lastGood(db: Executor, kinds: string[], now: Date): Promise<number> {
  const run = await db
    .selectFrom('sync_runs')
    .select('ended_at as at')
    .where('kind', 'in', kinds)
    .where('ended_at', 'is not', null)
    // Where nobody may be created, linked customers are written all the same.
    .where((where) =>
      where.or([where('error', 'is', null), where(sql`cast(result as text)`, 'like', '%"barred":true%')]),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const change = await db
    .selectFrom('erp_sync_config')
    .select(({ fn }) => fn.max('updated_at').as('at'))
    .where('config_key', 'in', SCHEDULE_KEYS)
    .where('updated_at', '<=', now.toISOString())
    .executeTakeFirst();
  return Math.max(0, ...[run, change].map((one) => (one?.at ? Date.parse(one.at) || 0 : 0)));
}

/** Looks at everything. One that cannot be looked at says nothing: it neither begins nor ends. */
export async function lookAtAll(source: AlertSource, now: Date): Promise<Map<string, Trouble | null>> {
  const found = new Map<string, Trouble | null>();
  for (const [kind, look] of Object.entries(KINDS)) {
    const trouble = await look(source, now).catch(() => undefined);
    if (trouble !== undefined) found.set(kind, trouble);
  }
  return found;
}
