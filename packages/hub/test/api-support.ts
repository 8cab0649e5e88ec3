import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError, type Client, createClient, type Role } from '@bangqiao/api';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type Config, loadConfig } from '../src/config/index.ts';
import type { ApiServices, HealthSource } from '../src/http/index.ts';
import { startServer, Tasks } from '../src/http/index.ts';
import type { Store } from '../src/store/index.ts';
import { addUser } from '../src/users/users.ts';
import { testStore } from './support/database.ts';

export const PASSWORD = 'vier-unrelated-words';
export const CODE = 'ABCDEFGHJK';

/** The API over HTTP on a database of this test's own. */
export interface Desk {
  url: string;
  store: Store;
  config: Config;
  services: ApiServices;
  /** Moves the clock of the API on. */
  later(seconds: number): void;
  user(role: Role, options?: { name?: string; erp?: string }): Promise<Client>;
  /** A client that keeps its cookie, as a browser does; signed in where a name is given. */
  browser(name?: string, password?: string): Promise<Client>;
}

const HEALTH: HealthSource = {
  health: async () => ({
    database: { ok: true },
    erp: null,
    lastRun: null,
    counts: { customers: 0, linked: 0, waiting: 0, parked: 0 },
  }),
};

export async function startDesk(options: Partial<ApiServices> = {}): Promise<Desk> {
  const store = options.store ?? (await testStore());
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-api-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const loaded = loadConfig({ env: {}, cwd: folder });
  if (!loaded.ok) throw new Error('no configuration');
  let shift = 0;
  const services: ApiServices = {
    store,
    hub: null,
    tasks: new Tasks(),
    config: loaded.config,
    env: {},
    log: pino({ level: 'silent' }),
    clock: () => new Date(Date.now() + shift),
    setUpCode: CODE,
    ...options,
  };
  const server = await startServer(
    HEALTH,
    { host: '127.0.0.1', port: 0 },
    { api: { current: () => services } },
  );
  onTestFinished(() => server.close());
  const browser = async (name?: string, password = PASSWORD) => {
    const client = createClient({ baseUrl: server.url, fetch: withCookies() });
    if (name !== undefined) await client.ask('session.open', { body: { name, password } });
    return client;
  };
  return {
    url: server.url,
    store,
    config: loaded.config,
    services,
    later: (seconds) => {
      shift += seconds * 1000;
    },
    browser,
    user: async (role, { name = role, erp } = {}) => {
      const erp_user = erp === undefined ? null : { id: erp, name: `销售${erp}` };
      await addUser(store, { name, password: PASSWORD, role, erp_user }, new Date().toISOString());
      return browser(name);
    },
  };
}

/** `fetch` with the one cookie that the hub gives. */
function withCookies(): typeof fetch {
  let cookie = '';
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(input, { ...init, headers });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
    return response;
  };
}

/** Makes a seller's own of these customers, and of nobody else. */
export async function ownedOnly({ db }: Store, ids: readonly number[], owner: string): Promise<void> {
  await db.updateTable('customers_unified').set({ erp_owner: null }).execute();
  await db.updateTable('customers_unified').set({ erp_owner: owner }).where('id', 'in', ids).execute();
}

/** Writes that wait, stopped or are in doubt, and a conflict, of every customer: what a seller must not hear of others. */
export async function leaveOpen({ db }: Store): Promise<void> {
  const at = new Date().toISOString();
  const customers = await db.selectFrom('customers_unified').select('id').orderBy('id').execute();
  for (const { id: customer_id } of customers) {
    const write = { customer_id, field_names: '[]', reason: 'test', created_at: at, updated_at: at };
    await db
      .insertInto('write_journal')
      .values([
        {
          ...write,
          kind: 'update',
          state: 'parked',
          error_code: 'name_missing',
          error_message: '缺少 / lacking',
        },
        { ...write, kind: 'assign', state: 'waiting', retry_at: at },
        { ...write, kind: 'level', state: 'in_doubt' },
      ])
      .execute();
    const sides = { hub_value: '这里的地址', erp_value: 'ERP 的地址', evidence: '{}' };
    await db
      .insertInto('conflicts')
      .values({ customer_id, field: 'address', ...sides, state: 'open', created_at: at })
      .execute();
  }
}

/** The code with which the hub refuses. */
export async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.code}`;
    throw error;
  }
  return 'not refused';
}
