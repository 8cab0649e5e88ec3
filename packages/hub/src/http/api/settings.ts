import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import { createClient, memorySessionStore } from '@bangqiao/zhibang';
import { LEAVES } from '../../config/leaves.ts';
import { changeLive, LIVE_KEYS, type LiveKey, liveSettings } from '../../config/live.ts';
import { type Config, DEFAULT_FILE } from '../../config/load.ts';
import { draftErpConfig, keepErpDraft } from '../../config/write-erp.ts';
import type { Check } from '../../doctor/check.ts';
import { checkClock, checkList, checkLogin, checkReachable } from '../../doctor/erp-checks.ts';
import { checkOptions } from '../../doctor/option-check.ts';
import { checkSellers } from '../../doctor/sellers-check.ts';
import { checkBinding, type Identity } from '../../erp/binding.ts';
import { refusedLogins } from '../../erp/refused-logins.ts';
import { HubError } from '../../errors.ts';
import type { Store } from '../../store/index.ts';
import type { Context, Handlers } from './handler.ts';
import { hubOf } from './hub.ts';

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
  'settings.checks': async (_asked, context) => {
    const { store, config, clock } = context;
    const { client } = hubOf(context).erp;
    const checks = [
      await checkList(client, store),
      await checkOptions(client, store, config, clock()),
      await checkSellers(client, config),
    ].filter((check) => check !== null);
    return { ok: checks.every(({ state }) => state !== 'bad'), checks };
  },
  'settings.test': async ({ body }, context) => {
    const checks = await tried(context, body);
    return { ok: checks.every(({ state }) => state !== 'bad'), checks };
  },
  'settings.connect': async ({ body }, context) => {
    const { config, env, store, rejoin, reply } = context;
    const identity = identityOf(body);
    const { base_url: baseUrl, account: username } = identity;
    const file = config.file ?? resolve(config.folder, DEFAULT_FILE);
    const draft = draftErpConfig(file, { baseUrl, username, password: body.password }, env);
    const isFirst = await isFirstOf(store);
    if (isFirst && writesAtOnce(draft.config)) throw wouldWrite();
    if (!isFirst) await checkBinding(store, identity);
    const checks = await tried(context, body);
    const wrong = checks.find(({ state }) => state === 'bad');
    if (wrong) throw notConnected(wrong);
    if (isFirst) await holdWriting(context, draft.config);
    keepErpDraft(draft);
    // Not before this answer has left.
    if (rejoin) reply.raw.once('close', rejoin);
    return { file, restart: rejoin === undefined, checks };
  },
};

const SCORES: Partial<Record<LiveKey, Bilingual & { unit?: string }>> = {
  min_quality_score: {
    zh: '资料质量分下限（打开「最低分对所有规则生效」才起作用：config.yaml 的 data_quality.enforce_min_score）',
    en: 'Least quality score; acts only where config.yaml lays it under all rules (data_quality.enforce_min_score)',
    unit: 'points',
  },
  min_intent_score: {
    zh: '意向分下限（同上）',
    en: 'Least intent score; likewise',
    unit: 'points',
  },
};

type ErpLogin = { base_url: string; username: string; password: string };

function identityOf({ base_url, username }: ErpLogin): Identity {
  return { kind: 'erp', base_url: base_url.replace(/\/+$/, ''), account: username };
}

/** No ERP of one's own was joined yet; on PostgreSQL the demo's database would have to be put aside by hand. */
async function isFirstOf({ db, dialect }: Store): Promise<boolean> {
  const bound = await db.selectFrom('erp_binding').select('kind').where('id', '=', 1).executeTakeFirst();
  return bound === undefined || (bound.kind === 'stand-in' && dialect === 'sqlite');
}

/** No switch in the console holds back what the file or the environment says. */
function writesAtOnce({ fixed, erp_push }: Config): boolean {
  return erp_push.enabled && fixed.has('erp_push.enabled');
}

/** An ERP that was joined just now is only read, until a person has seen the first plan and switches writing on. */
async function holdWriting({ store, clock }: Context, config: Config): Promise<void> {
  const off = Object.entries({ erp_push_enabled: false, auto_sync_enabled: false }).filter(([key]) => {
    const path = LIVE_KEYS[key as LiveKey];
    return path === null || !config.fixed.has(path);
  });
  await changeLive(store, config, Object.fromEntries(off), clock().toISOString());
}

/** Looks whether anybody is there, logs in once and reads the list; a password that was refused before is not sent again. */
async function tried({ store, config }: Context, given: ErpLogin): Promise<Check[]> {
  const identity = identityOf(given);
  const client = createClient({
    baseUrl: identity.base_url,
    username: given.username,
    password: given.password,
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
    if (login.state !== 'ok') return [check, checkClock(ping), login];
    const list = await checkList(client, null);
    await client.logout().catch(() => undefined);
    return [check, checkClock(ping), login, list];
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

function wouldWrite(): HubError {
  return new HubError({
    code: 'setting_fixed',
    exitCode: 2,
    zh: '配置文件或环境变量里写着 erp_push.enabled: true：接上后会马上写入这套 ERP，没有连接。',
    en: '`erp_push.enabled: true` stands in the configuration file or the environment: this ERP would be written to at once. It was not joined.',
    nextZh: '去掉它（在环境变量里的，去掉后重新启动），再在这里连接；看过第一份计划之后，在这里打开写入',
    nextEn:
      'Take it out (out of the environment: and start anew), then join here; writing is switched on here once you have seen the first plan',
  });
}
