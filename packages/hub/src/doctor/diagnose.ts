import { join } from 'node:path';
import { createClient } from '@bangqiao/zhibang';
import type { Config, LoadedConfig } from '../config/index.ts';
import { type ErpAccess, openErp } from '../erp/access.ts';
import { checkBinding } from '../erp/binding.ts';
import { failureOf } from '../failure.ts';
import type { Store } from '../store/index.ts';
import { openDatabase } from '../sync/hub.ts';
import { say } from '../words/two-languages.ts';
import { type Check, type CheckId, failed, ok, skipped } from './check.ts';
import { checkClock, checkList, checkLogin, checkReachable } from './erp-checks.ts';
import { checkOptions } from './option-check.ts';
import {
  checkArchive,
  checkCatalogue,
  checkConfig,
  checkDatabase,
  checkPhones,
  checkRules,
} from './own-checks.ts';
import { checkSellers } from './sellers-check.ts';
import { checkDisk, checkSessionFile } from './surroundings.ts';

export interface DiagnoseOptions {
  loaded: LoadedConfig;
  now: () => Date;
  /** A person says that a refused password is right after all: it may be sent once more. */
  loginAgain: boolean;
  /** Who asks, for the call log. */
  by: string;
  /** Told of each line as soon as it is known. */
  onCheck?: (check: Check) => void;
}

export interface Diagnosis {
  checks: Check[];
  /** 0 nothing red, 1 something is, 2 the configuration is broken, or names another ERP or a database that cannot be used. */
  exitCode: 0 | 1 | 2;
}

type ErpAccount = NonNullable<Config['erp']>;

const ERP_CHECKS = ['binding', 'reachable', 'clock', 'login', 'list', 'options'] as const;
const LATER = say('没有检查：先解决上面的问题', 'not looked at: mend what is above first');
const NO_ERP = say(
  '没有检查，因为没有配置 ERP（bangqiao init）',
  'not looked at, no ERP is configured (bangqiao init)',
);

/**
 * Looks at everything that a sync needs, one line each, and goes on after a fault as far as that makes sense. Opens the
 * database as a start would (making or migrating it), logs in and reads; it never writes to the ERP.
 */
export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis> {
  const checks: Check[] = [];
  const tell = (check: Check) => {
    checks.push(check);
    options.onCheck?.(check);
    return check.state === 'ok';
  };
  const { loaded, now } = options;
  if (!tell(checkConfig(loaded)) || !loaded.ok) return { checks, exitCode: 2 };
  const { config } = loaded;
  tell(await checkDisk(config));
  const { store, exitCode } = await openStore(config, tell);
  try {
    if (store) {
      tell(await checkDatabase(store, config));
      tell(await checkRules(store, config, now()));
      const archive = await checkArchive(store, now());
      if (archive) tell(archive);
      const phones = await checkPhones(store);
      if (phones) tell(phones);
    } else tell(skipped('rules', LATER));
    const catalogue = checkCatalogue(config);
    if (catalogue) tell(catalogue);
    tell(await checkSessionFile(sessionFile(config)));
    if (config.erp) await lookAtErp(config, config.erp, store, options, tell);
    else for (const id of ERP_CHECKS) tell(skipped(id, NO_ERP));
  } finally {
    await store?.close();
  }
  return { checks, exitCode: exitCode === 2 ? 2 : exitCodeOf(checks) };
}

type Tell = (check: Check) => boolean;

function exitCodeOf(checks: readonly Check[]): Diagnosis['exitCode'] {
  const red = checks.filter(({ state }) => state === 'bad').map(({ id }) => id);
  if (red.includes('binding')) return 2;
  return red.length > 0 ? 1 : 0;
}

function sessionFile(config: Config): string {
  return join(config.folder, 'storage', 'session');
}

/** `exitCode`: what any other verb would end with here. */
async function openStore(config: Config, tell: Tell): Promise<{ store: Store | null; exitCode: number }> {
  try {
    return { store: await openDatabase(config), exitCode: 0 };
  } catch (error) {
    tell(failed('database', error));
    return { store: null, exitCode: failureOf(error).exitCode };
  }
}

async function lookAtErp(
  config: Config,
  erp: ErpAccount,
  store: Store | null,
  options: DiagnoseOptions,
  tell: Tell,
) {
  const isOurs = store !== null && (await lookAtBinding(erp, store, tell));
  if (store === null) tell(skipped('binding', LATER));
  const isThere = await lookAtServer(erp, tell);
  if (!store || !isOurs || !isThere) return skipAll(tell, ['login', 'list', 'options']);
  const access = await openAccess(config, erp, store, options.by);
  try {
    if (!tell(await checkLogin(access.client, options.loginAgain))) return skipAll(tell, ['list', 'options']);
    tell(await checkList(access.client, store));
    tell(await checkOptions(access.client, store, config, options.now()));
    const sellers = await checkSellers(access.client, config);
    if (sellers) tell(sellers);
  } finally {
    await access.close();
  }
}

function skipAll(tell: Tell, ids: readonly CheckId[]): void {
  for (const id of ids) tell(skipped(id, LATER));
}

async function lookAtBinding(erp: ErpAccount, store: Store, tell: Tell): Promise<boolean> {
  try {
    await checkBinding(store, { kind: 'erp', base_url: erp.base_url, account: erp.username });
    return tell(
      ok(
        'binding',
        say('数据库属于这套 ERP，或还没有绑定', 'the database belongs to this ERP, or to none yet'),
      ),
    );
  } catch (error) {
    return tell(failed('binding', error));
  }
}

/** Needs no login, and so no session either. */
async function lookAtServer(erp: ErpAccount, tell: Tell): Promise<boolean> {
  const client = createClient({ baseUrl: erp.base_url, username: '', password: '', serialNumber: 'doctor' });
  try {
    const { check, ping } = await checkReachable(client, erp.base_url);
    const isThere = tell(check);
    tell(ping === null ? skipped('clock', LATER) : checkClock(ping));
    return isThere;
  } finally {
    await client.close();
  }
}

function openAccess(config: Config, erp: ErpAccount, store: Store, by: string): Promise<ErpAccess> {
  return openErp(store, {
    kind: 'erp',
    baseUrl: erp.base_url,
    username: erp.username,
    password: erp.password,
    sessionFile: sessionFile(config),
    concurrency: 1,
    callsPerMinute: config.limits.calls_per_minute,
    timeoutMs: config.limits.timeout_ms,
    maxAttempts: 1,
    by,
  });
}
