/** An answer of the JSON interface: always HTTP 200. */
export type Answer = Record<string, unknown> & { errcode: number; errmsg: string };

const TEXTS: Readonly<Record<number, string>> = {
  [-1]: 'system busy',
  40001: 'invalid credential',
  40003: 'invalid userid',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40058: 'invalid Request Parameter',
  40096: 'invalid external userid',
  41001: 'access_token missing',
  41002: 'corpid missing',
  41004: 'corpsecret missing',
  42001: 'access_token expired',
  45009: 'api freq out of limit',
  60020: 'not allow to access from your ip',
  60111: 'userid not found',
  84061: 'not external contact',
  95000: 'invalid open_kfid',
  95004: 'open_kfid not exist',
  95007: 'invalid msg token',
  95016: 'invalid msg code',
  95018: 'send msg session status invalid',
};

export function ok(fields: Record<string, unknown> = {}): Answer {
  return { errcode: 0, errmsg: 'ok', ...fields };
}

/** A refusal in WeCom's wording: hint, address and a link behind the text; empty lists may come along. */
export function refuse(errcode: number, fields: Record<string, unknown> = {}): Answer {
  const hint = String(Math.abs(errcode)).padStart(24, '1');
  const text = TEXTS[errcode] ?? 'refused';
  const errmsg = `${text}, hint: [${hint}], from ip: 127.0.0.1, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
  return { errcode, errmsg, ...fields };
}
