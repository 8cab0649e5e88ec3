/** A member (企业成员) of the stand-in's corp. */
export interface SimMember {
  userid: string;
  name: string;
}

export interface SimCustomer {
  externalUserid: string;
  name: string;
  /** 1 WeChat, 2 WeCom. */
  type: 1 | 2;
  gender: 0 | 1 | 2;
  unionid: string | null;
  corpName: string;
}

/** One member's relation to one customer. */
export interface SimRelation {
  userid: string;
  externalUserid: string;
  remark: string;
  description: string;
  remarkCorpName: string;
  remarkMobiles: string[];
  createtime: number;
  tagIds: string[];
  personalTags: string[];
  addWay: number;
  state: string;
  /** Milliseconds; null while it lasts. */
  endedAt: number | null;
}

/** What the stand-in does amiss, or how narrow it is. Rates are 0 to 1. May be changed at any time. */
export interface WecomFaults {
  tokenLifeSeconds: number;
  /** How a revoked token is told: both are seen, and 40014 also for an expired one. */
  deadTokenAs: 40014 | 42001;
  /** null: any address may call. */
  allowedIps: string[] | null;
  /** Calls per endpoint and minute; 0 = no limit. */
  perMinute: number;
  /** sync_msg without a callback's token, per minute; 0 = no limit. */
  syncWithoutTokenPerMinute: number;
  /** errcode -1. */
  busy: number;
  /** The connection is dropped before the call took effect. */
  drop: number;
  /** The connection is dropped after it took effect. */
  dropAfter: number;
  /** HTML with status 502, as a proxy would. */
  proxyPage: number;
  /** A page with nothing in it and a cursor that goes on. */
  emptyPage: number;
  followersPerPage: number;
  /** After a deletion `get` still lists the old follower. */
  staleDetail: boolean;
  /** A callback comes twice. */
  callbackTwice: number;
  /** A callback is held back until the next one is out. */
  callbackLate: number;
  /** Milliseconds an answer may take before it counts as none. */
  callbackPatienceMs: number;
  /** Is an answer other than 200 sent again? WeCom's pages contradict each other. */
  callbackRepeatsErrors: boolean;
}

export function noWecomFaults(): WecomFaults {
  return {
    tokenLifeSeconds: 7200,
    deadTokenAs: 42001,
    allowedIps: null,
    perMinute: 0,
    syncWithoutTokenPerMinute: 0,
    busy: 0,
    drop: 0,
    dropAfter: 0,
    proxyPage: 0,
    emptyPage: 0,
    followersPerPage: 500,
    staleDetail: false,
    callbackTwice: 0,
    callbackLate: 0,
    callbackPatienceMs: 5000,
    callbackRepeatsErrors: true,
  };
}

export interface WecomStats {
  /** Calls by path, refusals by errcode. */
  calls: Record<string, number>;
  refusals: Record<string, number>;
  /** Tokens given out. */
  tokens: number;
  /** Callbacks: events that happened, deliveries that were tried, answered in time, given up. */
  events: number;
  deliveries: number;
  accepted: number;
  givenUp: number;
  /** Robot messages taken. */
  robotMessages: number;
}

export interface WecomSimOptions {
  corpId?: string;
  secret?: string;
  /** Of the callback. */
  token?: string;
  encodingAesKey?: string;
  /** Where callbacks go; null: nowhere, until `callbackUrl` is set. */
  callbackUrl?: string | null;
  seed?: number;
  customers?: number;
  members?: number;
  faults?: Partial<WecomFaults>;
  clock?: () => number;
  dingtalkSecret?: string;
  feishuSecret?: string;
}
