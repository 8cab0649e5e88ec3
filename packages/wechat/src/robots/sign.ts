import { createHmac } from 'node:crypto';

/** DingTalk: the secret is the key, `timestamp\nsecret` the data; milliseconds. Encode it once for the URL (facts 6). */
export function dingtalkSign(timestampMs: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestampMs}\n${secret}`).digest('base64');
}

/** Feishu: `timestamp\nsecret` is the key and the data is empty; seconds. Taking DingTalk's way is the usual mistake. */
export function feishuSign(timestampS: number, secret: string): string {
  return createHmac('sha256', `${timestampS}\n${secret}`).digest('base64');
}
