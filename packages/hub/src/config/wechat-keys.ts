import { z } from 'zod';
import { key } from './key.ts';

const word = () => z.string().trim().min(1).nullable().default(null);
const secret = { secret: true } as const;

/** Keys about what comes from WeChat. */
export const wechatKeys = {
  ingest: z.object({
    secret: key(
      z.string().min(8).nullable().default(null),
      '桥接程序（wxauto、Wechaty、存档边车等）签名用的密钥，至少 8 个字符，越长越好；不填则 /ingest/events、/ingest/archive 和 /ingest/licenses 关闭',
      'Key with which bridges (wxauto, Wechaty, the archive sidecar) sign, at least 8 characters, better long; absent: /ingest/events, /ingest/archive and /ingest/licenses are closed',
      secret,
    ),
  }),
  wecom: z.object({
    corp_id: key(word(), '企业微信的企业 ID；不填则不连接企业微信', 'Corp id of WeCom; absent: no WeCom'),
    secret: key(
      word(),
      '自建应用的 Secret，用来读取客户和客服消息；不填则只接收回调',
      'Secret of the own app, to read customers and customer service; absent: callbacks only',
      secret,
    ),
    token: key(word(), '接收消息服务器配置里的 Token', 'Token of the callback settings', secret),
    encoding_aes_key: key(
      z
        .string()
        .regex(/^[A-Za-z0-9]{43}$/)
        .nullable()
        .default(null),
      '接收消息服务器配置里的 EncodingAESKey，43 个字符',
      'EncodingAESKey of the callback settings, 43 characters',
      secret,
    ),
    base_url: key(
      z.url({ protocol: /^https?$/ }).default('https://qyapi.weixin.qq.com'),
      '企业微信接口地址；只有测试时才改',
      "Address of WeCom's interface; changed for tests only",
    ),
  }),
  license: z.object({
    verify: key(
      z.boolean().default(true),
      '信用代码有效、名称与客户一致的营业执照算已验证；关闭后只由人标记',
      "A licence with a valid code and the customer's name counts as verified; off: only a person says so",
    ),
  }),
};
