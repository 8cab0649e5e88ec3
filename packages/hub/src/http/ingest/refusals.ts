import type { SignatureFault } from '../../ingest/signature.ts';
import type { Refusal } from '../answer.ts';

export const CLOSED: Refusal = {
  status: 404,
  code: 'ingest_closed',
  message: {
    zh: '没有设置 ingest.secret，这个入口是关闭的',
    en: 'ingest.secret is not set: this door is closed',
  },
  next: {
    zh: '在 config.yaml 里写上 ingest.secret（至少 8 个字符），再重启服务',
    en: 'set ingest.secret (at least 8 characters) in config.yaml and restart the service',
  },
};

export const NO_WECOM: Refusal = {
  status: 404,
  code: 'wecom_closed',
  message: {
    zh: '没有设置企业微信回调，这个入口是关闭的',
    en: "WeCom's callback is not set up: this door is closed",
  },
  next: {
    zh: '在 config.yaml 里写上 wecom.corp_id、wecom.token、wecom.encoding_aes_key，再重启服务',
    en: 'set wecom.corp_id, wecom.token and wecom.encoding_aes_key in config.yaml and restart the service',
  },
};

export const STARTING: Refusal = {
  status: 503,
  code: 'starting',
  message: { zh: '服务正在启动', en: 'the service is starting' },
  next: { zh: '几秒后重发', en: 'send it again in a few seconds' },
};

export const NOT_KEPT: Refusal = {
  status: 503,
  code: 'not_kept',
  message: {
    zh: '没有存下来：数据库现在写不进去',
    en: 'it was not kept: the database cannot be written now',
  },
  next: { zh: '稍后重发，同一个 id 不会重复', en: 'send it again later; the same id is never counted twice' },
};

export const NOT_JSON: Refusal = {
  status: 400,
  code: 'not_json',
  message: { zh: '请求体不是 JSON', en: 'the body is not JSON' },
  next: { zh: '发送一个 JSON 对象或数组，UTF-8', en: 'send one JSON object or an array, in UTF-8' },
};

const FAULTS: Record<SignatureFault, Pick<Refusal, 'message' | 'next'>> = {
  missing: {
    message: { zh: '没有签名', en: 'there is no signature' },
    next: {
      zh: '带上 X-Bangqiao-Timestamp 和 X-Bangqiao-Signature',
      en: 'send X-Bangqiao-Timestamp and X-Bangqiao-Signature',
    },
  },
  wrong: {
    message: { zh: '签名不对', en: 'the signature is wrong' },
    next: {
      zh: '核对 ingest.secret；签名是 sha256= 加上 “时间戳.请求体” 的 HMAC-SHA256（十六进制），对原样发送的字节计算',
      en: 'compare ingest.secret; sign `timestamp.body`, the bytes as they are sent: sha256= and the HMAC-SHA256 in hex',
    },
  },
  stale: {
    message: { zh: '时间戳与这里的时间相差超过 5 分钟', en: 'the timestamp is more than 5 minutes off' },
    next: { zh: '校准两边的时钟，每次发送重新签名', en: 'set both clocks, and sign anew each time' },
  },
};

export function badSignature(fault: SignatureFault): Refusal {
  return { status: 401, code: `signature_${fault}`, ...FAULTS[fault] };
}
