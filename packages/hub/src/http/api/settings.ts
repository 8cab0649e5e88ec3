import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createClient, memorySessionStore } from '@bangqiao/zhibang';
import { LEAVES } from '../../config/leaves.ts';
import { changeLive, LIVE_KEYS, type LiveKey, liveSettings } from '../../config/live.ts';
import { DEFAULT_FILE } from '../../config/load.ts';
import { changeErpConfig } from '../../config/write-erp.ts';
import type { Check } from '../../doctor/check.ts';
import { checkClock, checkLogin, checkReachable } from '../../doctor/erp-checks.ts';
import { refusedLogins } from '../../erp/refused-logins.ts';
import { HubError } from '../../errors.ts';
import type { Context, Handlers } from './handler.ts';

const HIDDEN = '••••••';

export const settingHandlers: Handlers<'settings'> = {
  'settings.show': async (_asked, { store, config }) => {
    const live = await liveSettings(store.db, config);
    const now: Record<LiveKey, unknown> = {
      erp_pull_enabled: live.pullEnabled,
      erp_pull_interval: live.pullInterval,
      erp_push_enabled: live.pushEnabled,
      erp_push_interval: live.pushInterval,
      auto_sync_enabled: live.autoSync,
      batch_size: live.batchSize,
      min_quality_score: live.minQualityScore,
      min_intent_score: live.minIntentScore,
    };
    return {
      live: (Object.entries(LIVE_KEYS) as [LiveKey, string | null][]).map(([key, path]) => {
        const leaf = LEAVES.find((one) => one.path.join('.') === path);
        const { zh, en, unit = null } = leaf?.meaning ?? SCORES[key] ?? { zh: key, en: key };
        const fixed = path !== null && config.fixed.has(path);
        return {
          key,
          words: { zh, en },
          value: now[key],
          default: leaf?.fallback ?? null,
          unit,
          fixed,
          config_key: path,
        };
      }),
      file: LEAVES.map((leaf) => {
        const { zh, en, unit = null, secret } = leaf.meaning;
        const value = leaf.path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], config);
        return {
          key: leaf.path.join('.'),
          words: { zh, en },
          value: secret && value !== null ? HIDDEN : value,
          default: leaf.fallback,
          unit,
          set: config.fixed.has(leaf.path.join('.')),
        };
      }),
      path: config.file,
    };
  },
  'settings.change': async ({ body }, { store, config, clock, deed }) => {
    deed.before = await changeLive(store, config, body, clock().toISOString());
    return { changed: Object.keys(deed.before as object) };
  },
  'settings.options': async (_asked, { store }) => {
    const options = await store.db.selectFrom('erp_options').selectAll().orderBy('position').execute();
    const read = await store.db.selectFrom('erp_options_read').selectAll().execute();
    const lists = [...new Set([...read.map(({ list }) => list), ...options.map(({ list }) => list)])];
    return {
      lists: lists.map((list) => ({
        list,
        read_at: read.find((one) => one.list === list)?.read_at ?? null,
        options: options
          .filter((one) => one.list === list)
          .map(({ id, label, path_label, is_leaf }) => ({
            id,
            label,
            path: path_label,
            is_leaf: Boolean(is_leaf),
          })),
      })),
    };
  },
  'settings.test': async ({ body }, context) => {
    const checks = await tried(context, body);
    return { ok: checks.every(({ state }) => state !== 'bad'), checks };
  },
  'settings.connect': async ({ body }, context) => {
    const { config } = context;
    const checks = await tried(context, body);
    const wrong = checks.find(({ state }) => state === 'bad');
    if (wrong) throw notConnected(wrong);
    const file = config.file ?? resolve(config.folder, DEFAULT_FILE);
    changeErpConfig(file, { baseUrl: body.base_url, username: body.username, password: body.password });
    return { file, restart: true, checks };
  },
};

const SCORES: Partial<Record<LiveKey, { zh: string; en: string; unit?: string }>> = {
  min_quality_score: {
    zh: '资料质量分下限，仅在 data_quality.enforce_min_score 打开时生效',
    en: 'Least quality score; acts only with data_quality.enforce_min_score',
    unit: 'points',
  },
  min_intent_score: {
    zh: '意向分下限，仅在 data_quality.enforce_min_score 打开时生效',
    en: 'Least intent score; acts only with data_quality.enforce_min_score',
    unit: 'points',
  },
};

/** Looks whether anybody is there, and logs in once; a password that was refused before is not sent again. */
async function tried(
  { store, config }: Context,
  { base_url, username, password }: { base_url: string; username: string; password: string },
): Promise<Check[]> {
  const identity = { kind: 'erp', base_url: base_url.replace(/\/+$/, ''), account: username } as const;
  const client = createClient({
    baseUrl: identity.base_url,
    username,
    password,
    serialNumber: randomBytes(10).toString('hex'),
    sessions: memorySessionStore(),
    refusals: refusedLogins(store, identity),
    timeoutMs: config.limits.timeout_ms,
    maxAttempts: 1,
  });
  try {
    const { check, ping } = await checkReachable(client, identity.base_url);
    if (ping === null) return [check];
    const login = await checkLogin(client, false);
    if (login.state === 'ok') await client.logout();
    return [check, checkClock(ping), login];
  } finally {
    await client.close();
  }
}

function notConnected({ said, next }: Check): HubError {
  return new HubError({
    code: 'not_connected',
    exitCode: 2,
    zh: `没有写入配置：${said.zh}`,
    en: `The configuration was not written: ${said.en}`,
    nextZh: next?.zh ?? '改正后再试',
    nextEn: next?.en ?? 'Correct it and try again',
  });
}
