import { z } from 'zod';
import { Flag, Loose, PAGE, pageOf, Search, Time, Words } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One call to the ERP as it was logged: without secrets, phones masked. */
const ErpCall = z.object({
  id: z.number(),
  endpoint: z.string(),
  /** What the call does, as the catalogue names it; null for an address that it does not know. */
  name: Words.nullable(),
  params: z.string().nullable(),
  status: z.number().nullable(),
  response: z.string().nullable(),
  ms: z.number().nullable(),
  ok: z.boolean().nullable(),
  error: z.string().nullable(),
  at: Time,
  by: z.string(),
});

const EntryLine = z.object({
  id: z.number(),
  call: z.string(),
  name: z.string(),
  name_en: z.string(),
  category: z.array(z.string()),
  style: z.string(),
  path: z.string(),
  operation: z.string().nullable(),
  documented: z.string().nullable(),
  /** It changes something in the ERP. */
  writes: z.boolean(),
});
const Which = z.strictObject({ entry: z.string().regex(/^[\w.-]{1,80}$/) });

export const erpEndpoints = {
  'erp.calls': endpoint({
    method: 'GET',
    path: '/api/erp/calls',
    summary: { zh: '对 ERP 的调用，最新的在前', en: 'calls to the ERP, the newest first' },
    right: 'erp.read',
    query: z.strictObject({ ok: Flag.optional(), endpoint: z.string().min(1).max(200).optional(), ...PAGE }),
    answer: pageOf(ErpCall),
  }),
  'erp.access': endpoint({
    method: 'GET',
    path: '/api/erp/access',
    summary: {
      zh: '连接状况：会话、额度、一小时内的延迟和错误、被拒绝的登录',
      en: 'session, budget, latency and errors of the last hour, refused logins',
    },
    right: 'erp.read',
    answer: z.object({
      erp: z.object({ kind: z.string(), base_url: z.string(), account: z.string() }).nullable(),
      session: z.object({ kept: z.boolean(), since: Time.nullable() }),
      budget: z.object({ per_minute: z.number(), used: z.number().nullable() }),
      last_hour: z.object({
        calls: z.number(),
        failed: z.number(),
        mean_ms: z.number().nullable(),
        p95_ms: z.number().nullable(),
        by_endpoint: z.array(
          z.object({ endpoint: z.string(), calls: z.number(), failed: z.number(), mean_ms: z.number() }),
        ),
      }),
      refused: z.array(z.object({ at: Time, captcha: z.boolean(), message: z.string() })),
    }),
  }),
  'erp.users': endpoint({
    method: 'GET',
    path: '/api/erp/users',
    summary: { zh: 'ERP 的用户，用来对应邦桥的用户', en: 'the users of the ERP, to tie users here to' },
    right: 'users.manage',
    answer: z.object({ users: z.array(z.object({ id: z.string(), name: z.string() })) }),
  }),
  'catalogue.list': endpoint({
    method: 'GET',
    path: '/api/catalogue',
    summary: { zh: 'ERP 接口目录', en: "the ERP's endpoints" },
    right: 'catalogue.read',
    query: z.strictObject({ q: Search.optional() }),
    answer: z.object({ own: z.boolean(), entries: z.array(EntryLine) }),
  }),
  'catalogue.show': endpoint({
    method: 'GET',
    path: '/api/catalogue/:entry',
    summary: { zh: '一个接口的全部字段', en: 'one endpoint with its fields' },
    right: 'catalogue.read',
    params: Which,
    answer: EntryLine.extend({ request: z.array(Loose), response: z.array(Loose) }),
  }),
  'catalogue.try': endpoint({
    method: 'POST',
    path: '/api/catalogue/:entry/try',
    summary: {
      zh: '试一试这个接口；会改动 ERP 的只许管理员，并且要写明 write: true',
      en: 'try an endpoint; one that writes only for administrators who say write: true',
    },
    right: 'catalogue.try',
    changes: true,
    params: Which,
    body: z.strictObject({
      params: z.record(z.string().max(100), z.unknown()).default({}),
      dry_run: z.boolean().default(false),
      write: z.boolean().default(false),
    }),
    answer: z.object({ sent: Loose, result: z.unknown() }),
  }),
};

const Setting = z.object({
  key: z.string(),
  words: Words,
  /** Null: nothing is set. */
  value: z.unknown(),
  default: z.unknown(),
  unit: z.string().nullable(),
});

const Live = z.strictObject({
  erp_pull_enabled: z.boolean().optional(),
  erp_pull_interval: z.int().min(1).max(604_800).optional(),
  erp_push_enabled: z.boolean().optional(),
  erp_push_interval: z.int().min(1).max(604_800).optional(),
  auto_sync_enabled: z.boolean().optional(),
  batch_size: z.int().min(1).max(1000).optional(),
  /** Null: none is asked for. */
  min_quality_score: z.number().min(0).max(100).nullable().optional(),
  min_intent_score: z.number().min(0).max(100).nullable().optional(),
});
const ErpLogin = z.strictObject({
  base_url: z.url({ protocol: /^https?$/ }).max(300),
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});
const CheckLine = z.object({
  id: z.string(),
  state: z.enum(['ok', 'bad', 'skipped']),
  said: Words,
  next: Words.nullable(),
});

export const settingEndpoints = {
  'settings.show': endpoint({
    method: 'GET',
    path: '/api/settings',
    summary: {
      zh: '设置：这里能改的，和配置文件里定下的',
      en: 'what can be changed here, and what the file fixes',
    },
    right: 'settings.read',
    answer: z.object({
      live: z.array(Setting.extend({ fixed: z.boolean(), config_key: z.string().nullable() })),
      file: z.array(Setting.extend({ set: z.boolean() })),
      path: z.string().nullable(),
    }),
  }),
  'settings.change': endpoint({
    method: 'PATCH',
    path: '/api/settings',
    summary: { zh: '修改设置；下次同步起生效', en: 'change settings; the next run obeys' },
    right: 'settings.edit',
    changes: true,
    body: Live,
    answer: z.object({ changed: z.array(z.string()) }),
  }),
  'settings.options': endpoint({
    method: 'GET',
    path: '/api/settings/options',
    summary: { zh: '本公司 ERP 的选项：分类、来源、行业、区域、价值', en: "the tenant's option lists" },
    right: 'settings.read',
    answer: z.object({
      lists: z.array(
        z.object({
          list: z.string(),
          read_at: Time.nullable(),
          options: z.array(
            z.object({ id: z.string(), label: z.string(), path: z.string(), is_leaf: z.boolean() }),
          ),
        }),
      ),
    }),
  }),
  'settings.checks': endpoint({
    method: 'GET',
    path: '/api/settings/checks',
    summary: {
      zh: '检查这套 ERP：客户列表认出哪些列，选项和新客户的默认值，指派的销售',
      en: 'what the hub makes of this ERP: columns of the list, options and what new customers get, sellers',
    },
    right: 'settings.read',
    answer: z.object({ ok: z.boolean(), checks: z.array(CheckLine) }),
  }),
  'settings.test': endpoint({
    method: 'POST',
    path: '/api/settings/test',
    summary: {
      zh: '测试连接：地址、账号；被拒绝过的密码不会再试',
      en: 'try address and account; a refused password is never sent twice',
    },
    right: 'settings.edit',
    changes: true,
    body: ErpLogin,
    answer: z.object({ ok: z.boolean(), checks: z.array(CheckLine) }),
  }),
  'settings.connect': endpoint({
    method: 'PUT',
    path: '/api/settings/erp',
    summary: {
      zh: '测试通过后写入配置并换到这套 ERP；密码存进 storage/erp_password，仅本人可读；第一次只读不写',
      en: 'join an ERP once its address and account work; a first one is only read until pushing is switched on',
    },
    right: 'settings.edit',
    changes: true,
    body: ErpLogin,
    answer: z.object({
      file: z.string(),
      /** It is used only after the service was started anew by hand; else in a moment, by itself. */
      restart: z.boolean(),
      checks: z.array(CheckLine),
    }),
  }),
};
