import { dice } from './dice.ts';
import type { KfAccountState } from './kf-state.ts';
import {
  noWecomFaults,
  type SimCustomer,
  type SimMember,
  type SimRelation,
  type WecomFaults,
  type WecomSimOptions,
  type WecomStats,
} from './types.ts';

interface IssuedToken {
  diesAt: number;
  revoked: boolean;
}

interface SimTagGroup {
  id: string;
  name: string;
  tags: { id: string; name: string }[];
}

/** Everything the stand-in knows. Handlers change it; the control surface shows it. */
export interface World {
  corpId: string;
  secret: string;
  callbackToken: string;
  encodingAesKey: string;
  callbackUrl: string | null;
  dingtalkSecret: string;
  feishuSecret: string;
  faults: WecomFaults;
  stats: WecomStats;
  random: () => number;
  /** Milliseconds since 1970, moved on by `advance`. */
  now: () => number;
  advance: (ms: number) => void;
  tokens: Map<string, IssuedToken>;
  /** Begins of calls within the last minute, by what is limited. */
  recent: Map<string, number[]>;
  members: Map<string, SimMember>;
  customers: Map<string, SimCustomer>;
  /** By customer, oldest first, ended ones included. */
  relations: Map<string, SimRelation[]>;
  tagGroups: SimTagGroup[];
  kf: Map<string, KfAccountState>;
  archive: ArchiveItem[];
  nextSeq: number;
}

/** What an archive sidecar hands on: the place in the log and the decrypted record, or why there is none. */
export interface ArchiveItem {
  seq: number;
  msgid: string;
  at: number;
  record: Record<string, unknown> | null;
  /** 10007: the private key of this version is not there. */
  error?: number;
}

function emptyStats(): WecomStats {
  return {
    calls: {},
    refusals: {},
    tokens: 0,
    events: 0,
    deliveries: 0,
    accepted: 0,
    givenUp: 0,
    robotMessages: 0,
  };
}

/** Settings that anybody may know: this corp exists nowhere. */
export function createWorld(options: WecomSimOptions): World {
  const clock = options.clock ?? Date.now;
  let ahead = 0;
  return {
    corpId: options.corpId ?? 'ww0123456789abcdef',
    secret: options.secret ?? 'demo-secret',
    callbackToken: options.token ?? 'demoCallbackToken',
    encodingAesKey: options.encodingAesKey ?? 'demo0123456789demo0123456789demo0123456789A',
    callbackUrl: options.callbackUrl ?? null,
    dingtalkSecret: options.dingtalkSecret ?? 'SEC0123456789abcdef',
    feishuSecret: options.feishuSecret ?? 'demo-secret',
    faults: { ...noWecomFaults(), ...options.faults },
    stats: emptyStats(),
    random: dice(options.seed ?? 1),
    now: () => clock() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
    tokens: new Map(),
    recent: new Map(),
    members: new Map(),
    customers: new Map(),
    relations: new Map(),
    tagGroups: [],
    kf: new Map(),
    archive: [],
    nextSeq: 1,
  };
}

export function strikes(world: World, rate: number): boolean {
  return rate > 0 && world.random() < rate;
}

/** Counts a call; true once `perMinute` of its kind lie within the last minute. */
export function tooMany(world: World, kind: string, perMinute: number): boolean {
  if (perMinute === 0) return false;
  const begins = (world.recent.get(kind) ?? []).filter((at) => at > world.now() - 60_000);
  world.recent.set(kind, begins);
  if (begins.length >= perMinute) return true;
  begins.push(world.now());
  return false;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id as WeCom makes them, from the stand-in's own chance. */
export function someId(world: World, prefix: string, length: number): string {
  let id = prefix;
  while (id.length < length) id += LETTERS[Math.floor(world.random() * LETTERS.length)];
  return id;
}

export function relationOf(world: World, userid: string, externalUserid: string): SimRelation | undefined {
  const theirs = world.relations.get(externalUserid) ?? [];
  return theirs.find((one) => one.userid === userid && one.endedAt === null);
}

export function addRelation(world: World, relation: SimRelation): void {
  const theirs = world.relations.get(relation.externalUserid);
  if (theirs) theirs.push(relation);
  else world.relations.set(relation.externalUserid, [relation]);
}

export function allRelations(world: World): SimRelation[] {
  return [...world.relations.values()].flat();
}
