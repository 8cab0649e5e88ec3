import { z } from 'zod';
import { Id, PAGE, pageOf, Time, Words } from './common.ts';
import { endpoint } from './endpoint.ts';
import { RIGHT_NAMES, ROLES } from './rights.ts';

const Name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]+$/u);
/** Length is what counts; the hub refuses the few that everybody tries first. */
const Password = z.string().min(10).max(200);

export const Account = z.object({
  id: z.number(),
  name: z.string(),
  role: z.enum(ROLES),
  /** The user of the ERP that this one is (`gate_list`); null: nobody there. */
  erp_user: z.object({ id: z.string(), name: z.string() }).nullable(),
  disabled: z.boolean(),
  created_at: Time,
  last_login_at: Time.nullable(),
});
export type Account = z.infer<typeof Account>;

export const Session = z.object({
  /** Null: nobody is signed in. */
  user: Account.nullable(),
  rights: z.record(z.string(), z.enum(['all', 'own'])),
  /** No administrator exists yet: the first visit makes one. */
  needs_setup: z.boolean(),
});

export const sessionEndpoints = {
  'session.show': endpoint({
    method: 'GET',
    path: '/api/session',
    summary: { zh: '谁登录了，可以做什么', en: 'who is signed in, and what they may do' },
    right: 'open',
    answer: Session,
  }),
  'session.open': endpoint({
    method: 'POST',
    path: '/api/session',
    summary: { zh: '登录', en: 'sign in' },
    right: 'open',
    changes: true,
    body: z.strictObject({ name: Name, password: z.string().min(1).max(200) }),
    answer: Session,
  }),
  'session.close': endpoint({
    method: 'DELETE',
    path: '/api/session',
    summary: { zh: '退出登录', en: 'sign out' },
    right: 'account.use',
    changes: true,
    answer: Session,
  }),
  'session.password': endpoint({
    method: 'PUT',
    path: '/api/session/password',
    summary: {
      zh: '修改自己的密码；其他地方的登录随之失效',
      en: 'change the own password; ends all other sessions',
    },
    right: 'account.use',
    changes: true,
    body: z.strictObject({ current: z.string().min(1).max(200), password: Password }),
    answer: Session,
  }),
  'setup.administrator': endpoint({
    method: 'POST',
    path: '/api/setup',
    summary: {
      zh: '建立第一个管理员：只能在本机，用启动时显示的一次性代码',
      en: 'make the first administrator: from this machine alone, with the code shown at start',
    },
    right: 'open',
    changes: true,
    body: z.strictObject({ code: z.string().min(1).max(40), name: Name, password: Password }),
    answer: Session,
  }),
};

const ErpUser = z.strictObject({ id: z.string().min(1).max(40), name: z.string().min(1).max(60) });

export const Token = z.object({
  id: z.number(),
  name: z.string(),
  user_id: z.number(),
  user: z.string(),
  scopes: z.array(z.string()),
  created_at: Time,
  expires_at: Time.nullable(),
  last_used_at: Time.nullable(),
  revoked_at: Time.nullable(),
});

export const AuditRow = z.object({
  id: z.number(),
  at: Time,
  /** A user's name, or the account at the keyboard. */
  who: z.string(),
  via: z.enum(['console', 'api', 'cli']),
  action: z.string(),
  subject: z.string().nullable(),
  /** Masked. */
  before: z.unknown(),
  after: z.unknown(),
  /** `begun`: its process ended on the way. */
  outcome: z.enum(['begun', 'done', 'refused', 'failed']),
  code: z.string().nullable(),
});

export const userEndpoints = {
  'users.list': endpoint({
    method: 'GET',
    path: '/api/users',
    summary: { zh: '用户', en: 'users' },
    right: 'users.manage',
    answer: z.object({ users: z.array(Account) }),
  }),
  'users.add': endpoint({
    method: 'POST',
    path: '/api/users',
    summary: { zh: '添加用户', en: 'add a user' },
    right: 'users.manage',
    changes: true,
    body: z.strictObject({
      name: Name,
      password: Password,
      role: z.enum(ROLES),
      erp_user: ErpUser.nullable().default(null),
    }),
    answer: Account,
  }),
  'users.change': endpoint({
    method: 'PATCH',
    path: '/api/users/:id',
    summary: {
      zh: '修改用户：角色、停用、密码、对应的 ERP 用户',
      en: 'change a user: role, disabled, password, user of the ERP',
    },
    right: 'users.manage',
    changes: true,
    params: z.strictObject({ id: Id }),
    body: z.strictObject({
      role: z.enum(ROLES).optional(),
      disabled: z.boolean().optional(),
      password: Password.optional(),
      erp_user: ErpUser.nullable().optional(),
    }),
    answer: Account,
  }),
  'audit.list': endpoint({
    method: 'GET',
    path: '/api/audit',
    summary: { zh: '谁改了什么，最新的在前', en: 'who changed what, the newest first' },
    right: 'audit.read',
    query: z.strictObject({
      action: z.string().min(1).max(60).optional(),
      who: z.string().min(1).max(60).optional(),
      ...PAGE,
    }),
    /** `about`: whom or what it was about, by name; null where `subject` says it. */
    answer: pageOf(AuditRow.extend({ about: Words.nullable() })),
  }),
  'tokens.list': endpoint({
    method: 'GET',
    path: '/api/tokens',
    summary: { zh: '接口令牌', en: 'API tokens' },
    right: 'users.manage',
    answer: z.object({ tokens: z.array(Token) }),
  }),
  'tokens.add': endpoint({
    method: 'POST',
    path: '/api/tokens',
    summary: {
      zh: '新建接口令牌；令牌只显示这一次',
      en: 'make an API token; it is shown this once',
    },
    right: 'users.manage',
    changes: true,
    body: z.strictObject({
      name: Name,
      /** Whose rights it has at most. */
      user_id: z.int().min(1),
      scopes: z.array(z.enum(RIGHT_NAMES)).min(1),
      expires_in_days: z.int().min(1).max(3650).nullable().default(null),
    }),
    answer: z.object({ token: z.string(), about: Token }),
  }),
  'tokens.revoke': endpoint({
    method: 'DELETE',
    path: '/api/tokens/:id',
    summary: { zh: '吊销接口令牌', en: 'revoke an API token' },
    right: 'users.manage',
    changes: true,
    params: z.strictObject({ id: Id }),
    answer: Token,
  }),
};
