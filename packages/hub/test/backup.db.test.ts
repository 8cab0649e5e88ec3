import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Customer } from '@bangqiao/core';
import { expect, onTestFinished, test } from 'vitest';
import { makeBackup } from '../src/backup/backup.ts';
import { isCarried, type Manifest } from '../src/backup/manifest.ts';
import { type RestoreOptions, restoreBackup } from '../src/backup/restore.ts';
import { checkSqlite, copySqlite } from '../src/backup/sqlite-file.ts';
import { backupText } from '../src/cli/backup.ts';
import type { Config } from '../src/config/index.ts';
import { insertCustomers } from '../src/customers/index.ts';
import { searchCustomers } from '../src/customers/search.ts';
import { rebind } from '../src/erp/binding.ts';
import { HubError } from '../src/errors.ts';
import { acquireLease, type Holder, openStore, type Store, StoreError } from '../src/store/index.ts';
import { openDatabase } from '../src/sync/hub.ts';
import { company, engine } from './engine/support.ts';
import { SETTINGS, say } from './followup/talks.ts';
import { testConfig } from './support/config.ts';
import { testDatabase } from './support/database.ts';
import { startHelper } from './support/process.ts';
import { typed, variablesOf } from './support/typed.ts';

const NOW = new Date('2026-05-04T03:02:01.000Z');
const now = () => NOW;
const OPTIONS: RestoreOptions = { force: false, erp: null, sameErp: false, now };

async function open(config: Config): Promise<Store> {
  const store = await openDatabase(config);
  onTestFinished(() => store.close());
  return store;
}

/** A database of this test's own with `count` customers, and a folder for backups. */
async function place(count = 0): Promise<{ config: Config; store: Store; file: (name: string) => string }> {
  const config = await testConfig(await testDatabase());
  const store = await open(config);
  if (count > 0) await bring(store, 1, count);
  return { config, store, file: (name) => join(config.folder, name) };
}

async function bring(store: Store, first: number, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, at) => company(first + at));
  const context = {
    by: 'test',
    reason: 'test',
    source: 'wechat',
    runId: null,
    now: NOW.toISOString(),
  } as const;
  await store.transaction((trx) => insertCustomers(trx, people, context));
}

/** Every row of every table that a backup carries, as text, so that two databases can be compared. */
async function contents(store: Store): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of await store.backend.tableNames(store.db)) {
    if (!isCarried(table)) continue;
    const rows = await store.db
      .selectFrom(table as 'users')
      .selectAll()
      .execute();
    found[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof HubError || error instanceof StoreError) return error.code;
  throw error ?? new Error('not refused');
}

for (const portable of [false, true]) {
  const kind = portable ? 'portable backup' : 'backup';

  test(`a ${kind} taken while others write is one moment, and comes back elsewhere row by row`, async () => {
    const { config, store, file } = await place(200);
    let writing = true;
    let written = 200;
    const writer = (async () => {
      while (writing) {
        await bring(store, written + 1, 3);
        written += 3;
      }
    })();
    const manifest = await makeBackup(config, file('a.backup'), { portable, now });
    writing = false;
    await writer;
    const elsewhere = await testConfig(await testDatabase());
    await restoreBackup(file('a.backup'), elsewhere, OPTIONS);
    const back = await open(elsewhere);
    const ours = await contents(store);
    const theirs = await contents(back);
    const customers = theirs.customers_unified ?? [];
    expect(customers.length).toBe(manifest.counts.customers_unified);
    expect(customers.length).toBeGreaterThanOrEqual(200);
    expect(written).toBeGreaterThan(200);
    // Three at a time were written with their keys and history: the backup cut none of them apart.
    expect((customers.length - 200) % 3).toBe(0);
    expect(theirs.field_change_history?.length).toBe(customers.length);
    for (const table of ['customers_unified', 'customer_keys', 'field_change_history', 'erp_sync_config']) {
      const known = new Set(ours[table]);
      expect((theirs[table] ?? []).filter((row) => !known.has(row))).toEqual([]);
    }
    expect(statSync(file('a.backup')).mode & 0o077).toBe(0);
  });
}

test('a restored database works on: new customers get new numbers, and people are found', async () => {
  const { config, file } = await place(5);
  await makeBackup(config, file('a.backup'), { portable: true, now });
  const elsewhere = await testConfig(await testDatabase());
  await restoreBackup(file('a.backup'), elsewhere, OPTIONS);
  const back = await open(elsewhere);
  await bring(back, 6, 1);
  const ids = await back.db.selectFrom('customers_unified').select('id').orderBy('id').execute();
  expect(ids.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await searchCustomers(back, '样本0003号', { byPhone: true })).toEqual([3]);
  expect(await searchCustomers(back, '样本0006号', { byPhone: true })).toEqual([6]);
});

test('a round with the ERP restores: nobody is created before it was read whole, then nobody twice', async () => {
  const hub = await engine({ customers: 20 });
  await hub.bring([company(1), company(2)]);
  await hub.run();
  const config = await testConfig(hub.address);
  const backup = join(config.folder, 'a.backup');
  await makeBackup(config, backup, { portable: false, now });
  // What the backup does not know of: a third customer goes to the ERP after it.
  await hub.bring([company(3)]);
  await hub.run();
  const before = hub.sim.customers().length;
  const { identity } = hub.erp;
  const address = await testDatabase();
  await restoreBackup(backup, await testConfig(address), { ...OPTIONS, erp: identity });
  const again = await hub.another({}, address);
  const context = {
    by: 'test',
    reason: 'test',
    source: 'wechat',
    runId: null,
    now: NOW.toISOString(),
  } as const;
  await again.store.transaction((trx) => insertCustomers(trx, [company(3), company(4)], context));
  expect((await again.run('push')).push).toMatchObject({ created: 0, waiting: 2 });
  expect((await again.run('sync')).push).toMatchObject({ created: 1 });
  expect(hub.sim.customers().length).toBe(before + 1);
});

test('a backup overwrites no file, a restore no database, unless it is told to; what was there is kept', async () => {
  const { config, file } = await place(2);
  await makeBackup(config, file('a.backup'), { portable: false, now });
  expect(await refusal(makeBackup(config, file('a.backup'), { portable: false, now }))).toBe('backup_exists');
  const other = await place(7);
  await other.store.close();
  expect(await refusal(restoreBackup(file('a.backup'), other.config, OPTIONS))).toBe(
    'restore_would_overwrite',
  );
  const { kept } = await restoreBackup(file('a.backup'), other.config, { ...OPTIONS, force: true });
  const back = await open(other.config);
  expect((await contents(back)).customers_unified?.length).toBe(2);
  // And what was there can be brought back itself.
  const third = await testConfig(await testDatabase());
  const { manifest } = await restoreBackup(kept ?? '', third, OPTIONS);
  expect(manifest.counts.customers_unified).toBe(7);
});

test('a database that is a backup put in place by hand can be backed up as well', async () => {
  const first = join(tmpdir(), `bangqiao-by-hand-${randomUUID()}.db`);
  const copied = join(tmpdir(), `bangqiao-by-hand-${randomUUID()}.db`);
  const source = await openStore({ file: first });
  onTestFinished(() => rm(first, { force: true }));
  onTestFinished(() => rm(copied, { force: true }));
  await source.close();
  await copySqlite(first, copied, NOW.toISOString(), () => {});
  for (const portable of [false, true]) {
    const config = await testConfig({ file: copied });
    const file = join(config.folder, `second-${portable}`);
    await makeBackup(config, file, { portable, now });
    const { manifest } = await restoreBackup(file, await testConfig(await testDatabase()), OPTIONS);
    expect(manifest.counts.customers_unified).toBe(0);
  }
});

test('while a service works on the database nothing is restored over it', async () => {
  const { config, file } = await place(2);
  await makeBackup(config, file('a.backup'), { portable: false, now });
  const other = await place(1);
  const service = startHelper(new URL('support/idle-helper.ts', import.meta.url));
  const holder = JSON.parse(await service.line()) as Holder;
  await acquireLease(other.store, 'service test', holder, { waitMs: 0 });
  const forced = { ...OPTIONS, force: true };
  expect(await refusal(restoreBackup(file('a.backup'), other.config, forced))).toBe('database_in_use');
  await service.kill();
  await other.store.close();
  await restoreBackup(file('a.backup'), other.config, forced);
  expect((await contents(await open(other.config))).customers_unified?.length).toBe(2);
});

test('a database in a file that another command has open is not replaced; once it is closed all it wrote is kept', async () => {
  const { config: from, file } = await place(2);
  await makeBackup(from, file('a.backup'), { portable: false, now });
  const config = await testConfig({ file: join(from.folder, 'in-use.db') });
  const other = await openDatabase(config);
  await bring(other, 1, 7);
  const forced = { ...OPTIONS, force: true };
  expect(await refusal(restoreBackup(file('a.backup'), config, forced))).toBe('database_in_use');
  expect((await contents(other)).customers_unified?.length).toBe(7);
  await other.close();
  const { kept } = await restoreBackup(file('a.backup'), config, forced);
  expect((await contents(await open(config))).customers_unified?.length).toBe(2);
  expect(checkSqlite(kept ?? '', NOW.toISOString()).counts.customers_unified).toBe(7);
});

test('a backup of another ERP is refused, unless a person says it is the same one', async () => {
  const { config, store, file } = await place(1);
  const first = { kind: 'erp', base_url: 'http://erp.example.com', account: 'a' } as const;
  await rebind(store, first, NOW.toISOString());
  await makeBackup(config, file('a.backup'), { portable: false, now });
  const elsewhere = await testConfig(await testDatabase());
  const moved = { ...first, base_url: 'http://10-new.example.com' };
  const options = { ...OPTIONS, erp: moved };
  expect(await refusal(restoreBackup(file('a.backup'), elsewhere, options))).toBe('backup_of_other_erp');
  await restoreBackup(file('a.backup'), elsewhere, { ...options, sameErp: true });
  const bound = await (await open(elsewhere)).db.selectFrom('erp_binding').selectAll().executeTakeFirst();
  expect(bound).toMatchObject(moved);
});

test('a damaged backup is told as one, and touches nothing', async () => {
  const { config, file } = await place(50);
  for (const portable of [false, true]) {
    const name = file(`whole-${portable}`);
    await makeBackup(config, name, { portable, now });
    const short = file(`short-${portable}`);
    copyFileSync(name, short);
    truncateSync(short, Math.floor(statSync(name).size / 2));
    const target = await place(1);
    await target.store.close();
    const forced = { ...OPTIONS, force: true };
    expect(await refusal(restoreBackup(short, target.config, forced))).toBe('backup_damaged');
    expect((await contents(await open(target.config))).customers_unified?.length).toBe(1);
  }
  writeFileSync(file('text'), 'this is no backup');
  expect(await refusal(restoreBackup(file('text'), config, OPTIONS))).toBe('not_a_backup');
  expect(await refusal(restoreBackup(file('none'), config, OPTIONS))).toBe('not_a_backup');
});

test('a dump that lost rows, or is of a newer program, is refused', async () => {
  const { config, file } = await place(3);
  await makeBackup(config, file('a.dump'), { portable: true, now });
  const lines = gunzipSync(readFileSync(file('a.dump')))
    .toString()
    .split('\n');
  const elsewhere = await testConfig(await testDatabase());
  const rewritten = (change: (lines: string[]) => string[]) => {
    writeFileSync(file('b.dump'), gzipSync(change(lines).join('\n')));
    return refusal(restoreBackup(file('b.dump'), elsewhere, OPTIONS));
  };
  expect(await rewritten((all) => all.filter((line) => !line.includes('"customer_keys","columns"')))).toBe(
    'backup_damaged',
  );
  const newer = (line: string) => line.replace(/"schema":\d+/, '"schema":999');
  expect(await rewritten((all) => all.map(newer))).toBe('newer_database');
});

test('a dump of an earlier version is filled in as it was and then brought up to date', async () => {
  const { config, file } = await place(3);
  await makeBackup(config, file('a.dump'), { portable: true, now });
  const lines = gunzipSync(readFileSync(file('a.dump')))
    .toString()
    .trimEnd()
    .split('\n');
  // As version 5 had left it: whatever else came later is empty here.
  const old = lines.map((line) => asOfVersion(JSON.parse(line), 5));
  writeFileSync(file('old.dump'), gzipSync(old.map((part) => JSON.stringify(part)).join('\n')));
  const elsewhere = await testConfig(await testDatabase());
  await restoreBackup(file('old.dump'), elsewhere, OPTIONS);
  const back = await open(elsewhere);
  expect((await contents(back)).customers_unified?.length).toBe(3);
  const versions = await back.db
    .selectFrom('schema_migrations')
    .select('version')
    .orderBy('version')
    .execute();
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_row, at) => at + 1));
  expect(versions.length).toBeGreaterThan(5);
});

/** A line of a dump, as the program of then would have written it. */
function asOfVersion(line: Record<string, unknown>, version: number): Record<string, unknown> {
  if ('format' in line) return { ...line, schema: version };
  if ('end' in line) return { ...line, counts: { ...(line.counts as object), schema_migrations: version } };
  const columns = line.columns as string[];
  const rows = line.rows as unknown[][];
  if (line.table === 'schema_migrations') {
    const at = columns.indexOf('version');
    return { ...line, rows: rows.filter((row) => Number(row[at]) <= version) };
  }
  // Columns that tables of then had not.
  const later = new Set(['has_consent', 'erp_owner'].map((name) => columns.indexOf(name)));
  const without = (row: unknown[]) => row.filter((_value, at) => !later.has(at));
  return { ...line, columns: without(columns), rows: rows.map(without) };
}

test('a SQLite database moves into the configured one, whichever that is, with or without a dump', async () => {
  const origin = await testConfig({ file: join(tmpdir(), `bangqiao-origin-${randomUUID()}.db`) });
  onTestFinished(() => rm(origin.database.file, { force: true }));
  await bring(await open(origin), 1, 4);
  for (const portable of [false, true]) {
    const file = join(origin.folder, `moving-${portable}`);
    await makeBackup(origin, file, { portable, now });
    const elsewhere = await testConfig(await testDatabase());
    await restoreBackup(file, elsewhere, OPTIONS);
    const back = await open(elsewhere);
    const rows = await back.db.selectFrom('customers_unified').selectAll().orderBy('id').execute();
    expect(rows.map(({ company_name, has_order }) => [company_name, has_order])).toEqual(
      [1, 2, 3, 4].map((number) => [company(number).company_name, true]),
    );
  }
});

test('from a restored database no conversation of before leaves by itself a second time', async () => {
  const hub = await engine({ customers: 5 });
  await hub.run('pull');
  const [who] = (await hub.store.db.selectFrom('customers_unified').selectAll().execute()) as Customer[];
  await say(hub.store, [
    {
      customer: who as Customer,
      at: '2026-02-28T01:00:00.000Z',
      lines: [
        ['c', '请报个价，DN50 的球阀要二十台'],
        ['s', '好的，明天下午三点给您打电话可以吗'],
      ],
    },
  ]);
  const config = await testConfig(hub.address);
  const backup = join(config.folder, 'a.backup');
  await makeBackup(config, backup, { portable: false, now });
  const followUps = { settings: { followUps: SETTINGS } };
  expect((await hub.run('followups', followUps)).followUps).toMatchObject({ sent: 1 });
  const address = await testDatabase();
  await restoreBackup(backup, await testConfig(address), OPTIONS);
  const again = await hub.another({}, address);
  expect((await again.run('followups', followUps)).followUps).toMatchObject({ planned: 1, sent: 0, held: 1 });
  expect(hub.sim.followUps()).toHaveLength(1);
});

test('typed in: a backup and its restore, with one JSON document each', async () => {
  const here = await place(3);
  const env = variablesOf(addressOf(here.config));
  const cwd = here.config.folder;
  const made = await typed(['backup', 'b/today.backup', '--json'], { cwd, env });
  expect(made.exitCode).toBe(0);
  const snapshot = { counts: {}, schema: 1, erp: null, at: NOW.toISOString() } as unknown as Manifest;
  expect(backupText('f', snapshot, 'zh')).toContain('2026-05-04 11:02:01 的快照');
  expect(made.json()).toMatchObject({
    backup: { file: join(cwd, 'b/today.backup'), counts: { customers_unified: 3 } },
  });
  expect(existsSync(join(cwd, 'b/today.backup.part'))).toBe(false);
  const twice = await typed(['backup', 'b/today.backup', '--json'], { cwd, env });
  expect([twice.exitCode, twice.json()]).toMatchObject([2, { error: { code: 'backup_exists' } }]);
  const fresh = variablesOf(await testDatabase());
  const back = await typed(['restore', 'b/today.backup', '--json', '--lang', 'en'], { cwd, env: fresh });
  expect(back.exitCode).toBe(0);
  expect(back.json()).toMatchObject({ restored: { kept: null, counts: { customers_unified: 3 } } });
  expect(back.err).toContain('bangqiao sync');
  expect(back.err).toContain('ended before this restore are held');
});

function addressOf({ database }: Config) {
  return database.url === null ? { file: database.file } : { databaseUrl: database.url };
}
