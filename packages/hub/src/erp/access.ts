import { createHash, randomBytes } from 'node:crypto';
import {
  type CallRecord,
  type CatalogueEntry,
  createClient,
  fileSessionStore,
  type ZhibangClient,
  ZhibangError,
} from '@bangqiao/zhibang';
import { acquireLease, type Store, StoreError, thisHolder } from '../store/index.ts';
import { checkBinding, type Identity } from './binding.ts';
import { CallLog } from './call-log.ts';
import { loadOptions, type Options } from './options.ts';
import { refusedLogins } from './refused-logins.ts';
import { nameOf, SharedBudget } from './shared-budget.ts';

/** All that a run needs of the ERP. */
export interface ErpAccess {
  client: ZhibangClient;
  identity: Identity;
  options: Options;
  /** Where the tenant gives out no category tree: the category, as ids, that its customers have. */
  usualCategory: string | null;
  log: CallLog;
  close(): Promise<void>;
}

export interface ErpSettings {
  baseUrl: string;
  username: string;
  password: string;
  kind: Identity['kind'];
  /** `storage/session`: the token, the owner's alone. */
  sessionFile: string;
  /** False: only the session that is there is used (`auth.auto_login`). Default true. */
  autoLogin?: boolean;
  /** What calls by name are checked against; absent: the built-in catalogue. */
  catalogue?: readonly CatalogueEntry[];
  concurrency: number;
  /** Of all processes on this database together; 0: no cap. */
  callsPerMinute: number;
  timeoutMs: number;
  maxAttempts: number;
  /** The client's first and longest pause after trouble, in milliseconds; absent: the client's own. */
  backoffMs?: number;
  longestPauseMs?: number;
  by: string;
  /** Told of every call, besides the log. */
  onCall?: (call: CallRecord) => void;
}

/** Opens the way to the ERP and refuses, before any call, a database that belongs to another one. */
export async function openErp(store: Store, settings: ErpSettings): Promise<ErpAccess> {
  const identity: Identity = {
    kind: settings.kind,
    base_url: settings.baseUrl.replace(/\/+$/, ''),
    account: settings.username,
  };
  await checkBinding(store, identity);
  const log = new CallLog(store, settings.by);
  const { callsPerMinute, autoLogin, onCall } = settings;
  const client = createClient({
    baseUrl: identity.base_url,
    username: settings.username,
    password: settings.password,
    serialNumber: await serialNumber(store),
    sessions: fileSessionStore(settings.sessionFile),
    ...(settings.catalogue ? { catalogue: settings.catalogue } : {}),
    concurrency: settings.concurrency,
    ...(callsPerMinute > 0 ? { budget: new SharedBudget(store, identity, callsPerMinute) } : {}),
    ...(autoLogin === undefined ? {} : { autoLogin }),
    refusals: refusedLogins(store, identity),
    timeoutMs: settings.timeoutMs,
    maxAttempts: settings.maxAttempts,
    ...(settings.backoffMs === undefined ? {} : { backoffMs: settings.backoffMs }),
    ...(settings.longestPauseMs === undefined ? {} : { longestPauseMs: settings.longestPauseMs }),
    aloneAtLogin: (login) => alone(store, identity, settings.by, login),
    onCall: (call) => {
      log.record(call);
      onCall?.(call);
    },
  });
  return {
    client,
    identity,
    options: await loadOptions(store.db),
    usualCategory: null,
    log,
    async close() {
      await log.flush();
      await client.close();
    },
  };
}

/** A login takes a few seconds; one that hangs must not keep the others waiting for ever. */
const LOGIN_WAIT_MS = 120_000;

/** One login at a time per account, however many processes share the database: more would throw each other out. */
async function alone<T>(store: Store, identity: Identity, by: string, login: () => Promise<T>): Promise<T> {
  const lease = await acquireLease(store, `login ${nameOf(identity)}`, thisHolder(by), {
    waitMs: LOGIN_WAIT_MS,
  }).catch((error) => {
    if (!(error instanceof StoreError) || error.code !== 'lease_held') throw error;
    const place = { endpoint: '/webapi/v3/ov1/login', operation: 'login' };
    throw new ZhibangError('login_unavailable', { ...place, erpMessage: error.message, cause: error });
  });
  try {
    return await login();
  } finally {
    await lease.release();
  }
}

/** One serial number per installation: a second one may throw the first session out (wire.md, Login). */
async function serialNumber(store: Store): Promise<string> {
  const fresh = createHash('sha256').update(randomBytes(16)).digest('hex').slice(0, 20);
  return store.transaction(async (trx) => {
    await trx
      .insertInto('bangqiao_meta')
      .values({ key: 'serial_number', value: fresh })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await trx
      .selectFrom('bangqiao_meta')
      .select('value')
      .where('key', '=', 'serial_number')
      .executeTakeFirstOrThrow();
    return String(row.value);
  });
}
