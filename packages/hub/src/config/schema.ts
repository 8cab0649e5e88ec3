import { followLevel } from '@bangqiao/core';
import { z } from 'zod';
import { QUIET_SPAN } from '../jobs/quiet-hours.ts';
import { alertKeys } from './alert-keys.ts';
import { key } from './key.ts';
import { retentionKeys } from './retention-keys.ts';
import { wechatKeys } from './wechat-keys.ts';

const flag = (value: boolean) => z.boolean().default(value);
const whole = (min: number, max: number, value: number) => z.int().min(min).max(max).default(value);
const score = (value: number) => z.number().min(0).max(100).default(value);
const text = () => z.string().trim().min(1);
const words = (...value: string[]) => z.array(text()).default(value);
const seconds = { unit: 'seconds' } as const;
const points = { unit: 'points' } as const;
const inert = { inert: true } as const;

/** The Python system's files say `INFO` and `WARNING`. */
function pythonLevel(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const level = value.toLowerCase();
  return { warning: 'warn', critical: 'error', fatal: 'error' }[level] ?? level;
}

const GREETINGS = ['在吗', '你好', '您好', '再见', '谢谢', '好的', '嗯嗯'];
const CORE_FIELDS = ['phone', 'company_name', 'erp_customer_code'];
const LOCAL_FIELDS = ['wechat_id', 'wechat_nickname', 'intent_score'];

/**
 * The one place that says which keys `config.yaml` has (section `erp_integration`): type, bounds, default, meaning and
 * unit. Validation, environment names and docs/configuration.md all follow from it.
 */
export const schema = z.object({
  enabled: key(flag(true), '是否按计划与 ERP 同步', 'Sync with the ERP on schedule'),
  base_url: key(
    z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    'ERP 地址；不填则没有 ERP',
    'Address of the ERP; absent: there is none',
  ),
  auth: z.object({
    username: key(text().nullable().default(null), 'ERP 登录账号', 'Account in the ERP'),
    password: key(z.string().min(1).nullable().default(null), 'ERP 登录密码', 'Its password', {
      secret: true,
    }),
    auto_login: key(
      flag(true),
      '服务自动登录；关闭后服务只用现有会话，由手工命令（如 doctor）登录',
      'The service logs in by itself; off: it uses the session that a command (as doctor) made',
    ),
  }),
  erp_pull: z.object({
    enabled: key(flag(true), '按计划从 ERP 拉取', 'Pull from the ERP on schedule'),
    interval: key(whole(1, 604_800, 3600), '两次拉取的间隔', 'Between two pulls', seconds),
    batch_size: key(whole(1, 500, 500), '每页读取的行数', 'Rows asked for per page', { unit: 'rows' }),
    incremental: key(
      flag(true),
      '接受但不起作用：未变化的行总是按指纹跳过，其中没有要取的内容',
      'Accepted without effect: unchanged rows are always skipped by fingerprint, there is nothing to take from them',
      inert,
    ),
  }),
  erp_push: z.object({
    enabled: key(flag(true), '按计划写入 ERP，跟进也一样', 'Push to the ERP on schedule, follow-ups too'),
    interval: key(whole(1, 604_800, 1800), '两次推送的间隔', 'Between two pushes', seconds),
    batch_size: key(
      whole(1, 1000, 50),
      '一次即时推送、一次规则巡检最多的客户数',
      'Most customers in one push at once, and in one sweep of the rules',
      {
        unit: 'rows',
      },
    ),
    auto_sync: key(
      flag(true),
      '服务运行时，客户变化后立即推送',
      'Push at once when a customer changed, while the service runs',
    ),
  }),
  rules: z.object({
    mandatory_sync: z.object({
      enabled: key(
        flag(true),
        '有订单、合同、付款或标记重要的客户必进',
        'Orders, contracts, payments and marks always enter',
      ),
    }),
    high_quality_sync: z.object({
      enabled: key(flag(true), '高质量客户准入', 'High-quality customers enter'),
      min_quality_score: key(
        score(80),
        '高质量规则的最低资料质量分',
        'Least quality score of these rules',
        points,
      ),
      min_intent_score: key(score(80), '高质量规则的最低意向分', 'Least intent score of these rules', points),
    }),
    medium_quality_sync: z.object({
      enabled: key(flag(true), '中等质量客户准入', 'Medium-quality customers enter'),
      min_conversation_days: key(whole(0, 3650, 7), '深度交流：最少沟通天数', 'Deep engagement: least days', {
        unit: 'days',
      }),
      min_message_count: key(
        whole(0, 1_000_000, 50),
        '深度交流：最少消息数',
        'Deep engagement: least messages',
      ),
    }),
    low_quality_skip: z.object({
      enabled: key(flag(true), '低质量客户不进', 'Low-quality customers stay out'),
      min_intent_score: key(score(30), '低于此意向分不进', 'Out below this intent score', points),
      min_message_count: key(whole(0, 1_000_000, 5), '少于此消息数不进', 'Out below this number of messages'),
    }),
  }),
  conflict_resolution: z.object({
    strategy: key(
      z.enum(['priority_based', 'timestamp', 'manual']).default('priority_based'),
      '冲突处理方式（接受；归属规则是固定的）',
      'Accepted; who wins per field is fixed',
      inert,
    ),
    core_fields: key(
      words(...CORE_FIELDS),
      '以 ERP 为准的字段（接受；归属规则是固定的）',
      'Accepted; who wins per field is fixed',
      inert,
    ),
    local_priority_fields: key(
      words(...LOCAL_FIELDS),
      '以本地为准的字段（接受；归属规则是固定的）',
      'Accepted; who wins per field is fixed',
      inert,
    ),
  }),
  data_quality: z.object({
    min_score_for_sync: key(
      score(60),
      '准入的最低资料质量分；仅在 enforce_min_score 打开时生效',
      'Least quality score to enter; acts only with enforce_min_score',
      points,
    ),
    verify_before_sync: key(
      flag(true),
      '接受但不起作用：调用 ERP 前总是检查格式，因为 ERP 会先答应再截断或丢掉不合格的值',
      'Accepted without effect: formats are always checked before a call, as the ERP says yes to values that it then cuts or drops',
      inert,
    ),
    auto_fix_format: key(
      flag(true),
      '接受但不起作用：手机号等总是规范成统一格式，认人靠它',
      'Accepted without effect: phones and the like are always brought into form, as people are recognised by them',
      inert,
    ),
    enforce_min_score: key(
      flag(false),
      '最低分作为所有非强制规则的下限',
      'The least scores are a floor under every rule that is not mandatory',
    ),
  }),
  followup_sync: z.object({
    enabled: key(
      flag(true),
      '把已在 ERP 的客户的聊天记为跟进（停顿 30 分钟算一次会话结束）',
      'Conversations of customers in the ERP become follow-ups there (a pause of 30 minutes ends one)',
    ),
    auto_sync: key(
      flag(true),
      '自动发送跟进；关闭后每条等人发送（bangqiao followups send）',
      'Send follow-ups by itself; off: each waits for a person (bangqiao followups send)',
    ),
    sync_interval: key(
      whole(10, 604_800, 3600),
      '服务两次发送跟进的间隔；手工 sync、push 立即发送',
      'Between two rounds of follow-ups in the service; a sync or push by hand sends at once',
      seconds,
    ),
    max_age_days: key(
      whole(0, 36_500, 30),
      '会话结束超过此天数的跟进等人发送（导入的旧聊天）；0 不限',
      'Follow-ups of conversations that ended longer ago wait for a person (old chats that were imported); 0: no limit',
      { unit: 'days' },
    ),
    template: key(
      z.string().regex(/^\d+$/).nullable().default(null),
      '用 ERP 的这个跟进模板编号代替文字；不填则写文字',
      "Number of the ERP's follow-up template that is written in place of the text; absent: the text",
    ),
    min_message_length: key(
      whole(0, 10_000, 10),
      '会话总字数少于此不记',
      'Conversations shorter in all are left out',
      {
        unit: 'characters',
      },
    ),
    excluded_keywords: key(
      words(...GREETINGS),
      '只有这些寒暄的会话不记',
      'Conversations of nothing but these are left out',
    ),
  }),
  retry: z.object({
    max_attempts: key(whole(1, 10, 3), '一次调用最多尝试几次', 'Tries of one call'),
    retry_interval: key(
      whole(1, 3600, 60),
      '首次重试等待；最长为其 60 倍',
      'First wait before a retry; 60 times that at most',
      seconds,
    ),
  }),
  run_on_start: key(flag(true), '服务启动后立即同步一次', 'Sync once when the service starts'),
  logging: z.object({
    level: key(
      z.preprocess(pythonLevel, z.enum(['trace', 'debug', 'info', 'warn', 'error'])).default('info'),
      '日志级别',
      'Log level',
    ),
    file: key(text().default('logs/erp_sync.log'), '日志文件', 'Log file', { path: true }),
    max_megabytes: key(
      whole(1, 10_000, 50),
      '日志文件大到多少兆换新文件（服务每小时看一次）',
      'Size in megabytes at which the service begins the log file anew (it looks once an hour)',
    ),
    keep_files: key(whole(1, 100, 5), '旧日志文件保留几个', 'So many old log files are kept'),
  }),
  sync: z.object({
    breaker: z.object({
      number: key(
        whole(1, 1_000_000, 100),
        '一次写入 ERP 超过此行数就停下来问',
        'Stop and ask beyond this many rows in a run',
        {
          unit: 'rows',
        },
      ),
      share: key(
        z.number().gt(0).max(1).default(0.3),
        '或要修改的客户超过已关联客户的此比例',
        'Or changes of more than this share of the linked customers',
        {
          unit: 'share',
        },
      ),
      min_rows: key(
        whole(1, 1_000_000, 20),
        '按比例判断时的最少行数',
        'The share counts from this many rows',
        {
          unit: 'rows',
        },
      ),
    }),
  }),
  defaults: z.object({
    category: key(
      text().nullable().default(null),
      '新客户的分类；不填用 ERP 分类树的第一个末级',
      "Category of new customers; absent: the first leaf of the ERP's tree",
    ),
    source: key(
      text().default('微信咨询'),
      '新客户的来源；ERP 没有此项时用 网站注册',
      'Source of new customers; 网站注册 where the ERP lacks it',
    ),
  }),
  assign: z.object({
    enabled: key(
      flag(false),
      '新建客户后指派销售：质量分 80 以上给骨干，60 以上给客户最少者，其余对所有人开放',
      'Assign new customers: from a quality of 80 to the strongest, from 60 to the least loaded, else open to all',
    ),
    sellers: key(words(), '可指派的销售（ERP 用户编号）', "Sellers, by the ERP's ids of the users"),
    strongest: key(words(), '骨干销售（ERP 用户编号）', 'The strongest of them, by the same ids'),
    capacity: key(
      z.int().min(1).max(1_000_000).nullable().default(null),
      '一位销售最多的客户数；不填不限',
      'Customers that one seller has at most; absent: no bound',
    ),
  }),
  follow_level: z.object({
    sync: key(
      flag(false),
      '按资料质量分写跟进程度：60 以上、30 以上、其余或已标无效；新建之后写，此后只在 ERP 里没有人改过时再写',
      'Write the follow level by the quality score: from 60, from 30, below or marked invalid; after a create, later only while nobody changed it in the ERP',
    ),
    white: key(
      text().default(followLevel('WHITE')),
      '60 分以上的跟进程度（ERP 中的名称）',
      "The ERP's label for 60 and more",
    ),
    gray: key(text().default(followLevel('GRAY')), '30 分以上的跟进程度', 'The label for 30 and more'),
    black: key(text().default(followLevel('BLACK')), '其余的跟进程度', 'The label for all others'),
  }),
  limits: z.object({
    concurrency: key(whole(1, 32, 4), '同时进行的 ERP 调用数', 'Calls to the ERP in flight', {
      unit: 'calls',
    }),
    calls_per_minute: key(
      whole(0, 100_000, 0),
      '每分钟调用上限；0 不限',
      'Calls per minute at most; 0: no limit',
      {
        unit: 'calls',
      },
    ),
    quiet_hours: key(
      z.array(z.string().regex(QUIET_SPAN)).default([]),
      '这些时段不自动同步，如 12:00-13:30、22:00-06:00（北京时间）；手工命令不受限',
      'No scheduled runs in these hours, as 12:00-13:30, 22:00-06:00 (Beijing time); commands by hand still run',
    ),
    timeout_ms: key(whole(1000, 600_000, 30_000), '单次调用超时', 'Time-out of one call', {
      unit: 'milliseconds',
    }),
  }),
  http: z.object({
    port: key(whole(0, 65_535, 8787), '服务端口；0 任选', 'Port of the service; 0: any'),
    host: key(
      text().default('127.0.0.1'),
      '监听地址；本机以外的地址要先有管理员',
      'Address that it listens on; one beyond this machine needs an administrator first',
    ),
    session_idle: key(
      whole(60, 2_592_000, 28_800),
      '登录后多久不操作就过期',
      'A session without a request is over after',
      seconds,
    ),
    session_max: key(
      whole(60, 31_536_000, 604_800),
      '一次登录最长多久',
      'A session is over after, however much it is used',
      seconds,
    ),
    secure_cookie: key(
      flag(false),
      '登录只走 HTTPS；前面有 HTTPS 代理时打开',
      'Sessions only over HTTPS; on where a proxy in front speaks it',
    ),
  }),
  ...wechatKeys,
  ...retentionKeys,
  ...alertKeys,
  database: z.object({
    file: key(text().default('storage/customer_manager.db'), 'SQLite 文件', 'SQLite file', { path: true }),
    url: key(
      z
        .url({ protocol: /^postgres(ql)?$/ })
        .nullable()
        .default(null),
      'PostgreSQL 地址；填了就不用 SQLite 文件',
      'PostgreSQL address; used instead of the file',
      {
        secret: true,
      },
    ),
  }),
});

export type Settings = z.infer<typeof schema>;
