import { statfs } from 'node:fs/promises';
import type { Bilingual } from '@bangqiao/core';
import { say } from '../explain/two-languages.ts';
import { isQuietTime } from '../jobs/quiet-hours.ts';
import { placesOf } from '../metrics/disk.ts';
import { rateSince } from '../status/read-status.ts';
import { readRuns } from '../status/runs.ts';
import type { AlertSource } from './source.ts';

/** Trouble as it is told: what is, and what to do. */
export interface Trouble {
  what: Bilingual;
  next: Bilingual;
}

type Look = (source: AlertSource, now: Date) => Promise<Trouble | null>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Fewer writes than this say nothing of a rate. */
const ENOUGH_WRITES = 10;
/** Runs among which a good one is looked for. */
const RECENT_RUNS = 200;

/** Everything that is watched; null: all is well there. The order is that of a message. */
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
      next: say(
        '核对密码后运行 bangqiao doctor --login-again',
        'Check the password, then run bangqiao doctor --login-again',
      ),
    };
  },

  sync_stopped: async ({ store: { db }, config, erp, startedAt }, now) => {
    if (erp === null || !config.enabled || isQuietTime(config.limits.quiet_hours, now)) return null;
    const rows = await db
      .selectFrom('sync_runs')
      .select(['ended_at', 'error'])
      .orderBy('id', 'desc')
      .limit(RECENT_RUNS)
      .execute();
    const good = rows.find(({ ended_at, error }) => ended_at !== null && error === null)?.ended_at;
    const since = Math.max(startedAt.getTime(), good ? Date.parse(good) : 0);
    const silent = now.getTime() - since;
    if (silent < config.alerts.stopped_after * 1000) return null;
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
    const [last] = (await readRuns(db)).filter(({ kind, state }) => kind !== 'undo' && state !== 'running');
    if (last?.state !== 'stopped' || !last.asked || last.error === null) return null;
    return {
      what: say(
        `同步停下来问人：${last.error.message.zh}`,
        `The sync stopped to ask: ${last.error.message.en}`,
      ),
      next: last.error.next ?? say('在“计划与同步”里查看并决定', 'Look at the plan and decide'),
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

/** Looks at everything. One that cannot be looked at says nothing: it neither begins nor ends. */
export async function lookAtAll(source: AlertSource, now: Date): Promise<Map<string, Trouble | null>> {
  const found = new Map<string, Trouble | null>();
  for (const [kind, look] of Object.entries(KINDS)) {
    const trouble = await look(source, now).catch(() => undefined);
    if (trouble !== undefined) found.set(kind, trouble);
  }
  return found;
}
