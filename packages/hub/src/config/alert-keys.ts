import { z } from 'zod';
import { QUIET_SPAN } from '../jobs/quiet-hours.ts';
import { key } from './key.ts';

const secret = { secret: true } as const;
const address = () =>
  z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null);
const word = () => z.string().trim().min(1).nullable().default(null);
const whole = (min: number, max: number, value: number) => z.int().min(min).max(max).default(value);

/** Whom trouble is told, and from where on it is trouble. */
export const alertKeys = {
  alerts: z.object({
    wecom_url: key(address(), '企业微信群机器人的地址', "Address of a WeCom group's robot", secret),
    dingtalk_url: key(address(), '钉钉群机器人的地址', "Address of a DingTalk group's robot", secret),
    dingtalk_secret: key(word(), '钉钉机器人的加签密钥', 'Its signing secret', secret),
    feishu_url: key(address(), '飞书群机器人的地址', "Address of a Feishu group's robot", secret),
    feishu_secret: key(word(), '飞书机器人的签名密钥', 'Its signing secret', secret),
    email_to: key(z.array(z.email()).default([]), '告警发到这些邮箱', 'E-mail addresses that alerts go to'),
    email_from: key(word(), '发件人；不填用发信账号', 'Sender; absent: the account'),
    smtp_host: key(word(), '发信服务器；不填则不发邮件', 'Mail server; absent: no e-mail'),
    smtp_port: key(whole(1, 65_535, 465), '发信服务器端口', 'Its port'),
    smtp_security: key(
      z.enum(['tls', 'starttls', 'none']).default('tls'),
      '发信的加密方式：tls（465 端口）、starttls（587 端口）、none（只用于本机）',
      'tls (port 465), starttls (port 587), or none (on this machine only)',
    ),
    smtp_username: key(word(), '发信账号', 'Account at the mail server'),
    smtp_password: key(
      z.string().min(1).nullable().default(null),
      '发信密码或授权码',
      'Its password',
      secret,
    ),
    language: key(z.enum(['zh', 'en']).default('zh'), '告警用的语言', 'Language of alerts'),
    quiet_hours: key(
      z.array(z.string().regex(QUIET_SPAN)).default([]),
      '这些时段不发告警，之后一起发（北京时间）',
      'No alerts in these hours, what is still so is told after them (Beijing time)',
    ),
    repeat_hours: key(
      whole(0, 720, 24),
      '一直没好的，隔几小时再提醒；0 不再提醒',
      'Hours after which trouble that stays is told again; 0: never',
    ),
    stopped_after: key(
      whole(300, 604_800, 7200),
      '多久没有一次顺利的同步算停了',
      'The sync counts as stopped without a good run for',
      { unit: 'seconds' },
    ),
    parked_above: key(
      whole(0, 1_000_000, 20),
      '待人处理的写入超过此数就告警',
      'Alert when more writes than this wait for a person',
      { unit: 'rows' },
    ),
    success_below: key(
      z.number().min(0).max(1).default(0.8),
      '24 小时内写入 ERP 的成功率低于此值就告警（至少 10 次）',
      'Alert when fewer writes than this share succeeded in 24 hours (of at least 10)',
      { unit: 'share' },
    ),
    disk_below_mb: key(
      whole(0, 10_000_000, 1000),
      '数据库或日志所在的磁盘剩余少于多少兆就告警',
      'Alert when the disk of database or logs has fewer megabytes left',
    ),
  }),
};
