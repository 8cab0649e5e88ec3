import { z } from 'zod';
import { key } from './key.ts';

const word = () => z.string().trim().min(1).nullable().default(null);
const secret = { secret: true } as const;

/** Keys about what comes from WeChat. */
export const wechatKeys = {
  ingest: z.object({
    secret: key(
      z.string().min(8).nullable().default(null),
      '桥接程序（wxauto、Wechaty、存档程序等）签名用的密钥，至少 8 个字符，越长越好；不填则 /ingest/events、/ingest/archive 和 /ingest/licenses 关闭',
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
  llm: z.object({
    enabled: key(
      z.boolean().default(false),
      '规则没有读出内容的客户消息，再请语言模型读一遍；只填空白的资料，从不改动已有的值，也不算验证',
      'Customers’ messages in which the rules found nothing are read by a language model; it fills empty fields only and verifies nothing',
    ),
    base_url: key(
      z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
      '兼容 OpenAI 的接口地址，含版本号，如 http://127.0.0.1:11434/v1',
      'Address of an OpenAI-compatible interface with its version, as http://127.0.0.1:11434/v1',
    ),
    api_key: key(
      word(),
      '接口密钥；不需要就不填',
      'Key of the interface; absent where it wants none',
      secret,
    ),
    model: key(word(), '模型名称', 'Name of the model'),
    response_format: key(
      z.enum(['json_schema', 'json_object', 'none']).default('json_schema'),
      '怎样要求按格式回答；接口不支持 json_schema 时改',
      'How the shape of the answer is asked for, where the interface does not know json_schema',
    ),
    timeout_ms: key(
      z.int().min(1000).max(600_000).default(30_000),
      '一次提问的超时',
      'Time-out of one question',
      { unit: 'milliseconds' },
    ),
    calls_per_hour: key(
      z.int().min(1).max(100_000).default(200),
      '每小时最多提问次数',
      'Questions an hour at most',
      { unit: 'calls' },
    ),
    send_phones: key(
      z.boolean().default(false),
      '消息里的电话号码原样发给模型；默认遮住',
      'Telephones in messages leave as they are; by default they are veiled',
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
