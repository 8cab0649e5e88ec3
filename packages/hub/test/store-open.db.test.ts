import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openStore, type Store } from '../src/store/index.ts';
import { migrate } from '../src/store/migrate.ts';
import { MIGRATIONS } from '../src/store/migrations/index.ts';
import { emptyDatabase, openTestStore, testDatabase, testStore } from './support/database.ts';
import { startHelper } from './support/process.ts';

const HELPER = new URL('support/store-helper.ts', import.meta.url);

const NOW = '2026-01-02T03:04:05.678Z';

async function migrations(store: Store) {
  return await store.db
    .selectFrom('schema_migrations')
    .select(['version', 'name'])
    .orderBy('version')
    .execute();
}

test('an empty database gets every table, and the defaults of the earlier system', async () => {
  const store = await openTestStore(await emptyDatabase());
  expect(await migrations(store)).toEqual(MIGRATIONS.map(({ version, name }) => ({ version, name })));
  const config = await store.db
    .selectFrom('erp_sync_config')
    .select(['config_key', 'config_value'])
    .execute();
  expect(Object.fromEntries(config.map((row) => [row.config_key, row.config_value]))).toEqual({
    erp_pull_enabled: 'true',
    erp_pull_interval: '3600',
    erp_push_enabled: 'true',
    erp_push_interval: '1800',
    auto_sync_enabled: 'true',
    min_quality_score: '60',
    min_intent_score: '50',
    batch_size: '50',
    last_erp_pull_time: null,
    last_erp_push_time: null,
  });
});

test('opening again migrates nothing and keeps the data', async () => {
  const address = await testDatabase();
  const first = await openStore(address);
  await first.db.insertInto('bangqiao_meta').values({ key: 'mine', value: 'kept' }).execute();
  await first.close();
  const again = await openTestStore(address);
  expect(await migrations(again)).toHaveLength(MIGRATIONS.length);
  const row = await again.db
    .selectFrom('bangqiao_meta')
    .selectAll()
    .where('key', '=', 'mine')
    .executeTakeFirst();
  expect(row).toStrictEqual({ key: 'mine', value: 'kept' });
});

test('an empty database is refused when migrating is not wanted', async () => {
  const address = await emptyDatabase();
  await expect(openStore({ ...address, migrate: false })).rejects.toMatchObject({ code: 'not_migrated' });
});

test('a database newer than the program is refused, with words for the user', async () => {
  const address = await testDatabase();
  const store = await openStore(address);
  const version = MIGRATIONS.length + 1;
  await store.db
    .insertInto('schema_migrations')
    .values({ version, name: 'future', applied_at: NOW })
    .execute();
  await store.close();
  await expect(openStore(address)).rejects.toMatchObject({
    name: 'StoreError',
    code: 'newer_database',
    userMessage: { zh: expect.stringMatching(/版本/), en: expect.stringMatching(/newer/) },
    nextStep: { zh: expect.any(String), en: expect.any(String) },
  });
});

test.each([
  ['shop_orders', 'foreign_database'],
  ['customers_unified', 'python_database'],
])(
  'a database with the table %s of another program is refused as %s and not touched',
  async (table, code) => {
    const address = await testDatabase();
    const maker = await openStore(address);
    await empty(maker);
    await maker.db.schema.createTable(table).addColumn('id', 'integer').execute();
    await maker.close();
    await expect(openStore(address)).rejects.toMatchObject({ code });
    await expect(openStore({ ...address, migrate: false })).rejects.toMatchObject({ code });
  },
);

async function empty(store: Store): Promise<void> {
  for (const name of ['v_pending_sync_customers', 'v_sync_statistics'])
    await store.db.schema.dropView(name).execute();
  for (const name of await store.backend.tableNames(store.db))
    await store.db.schema.dropTable(name).execute();
}

test('processes that open an empty database at the same time all succeed', async () => {
  const address = JSON.stringify(await emptyDatabase());
  const helpers = [1, 2, 3].map(() => startHelper(HELPER, address, 'open'));
  expect(await Promise.all(helpers.map((helper) => helper.line()))).toEqual(['open', 'open', 'open']);
  expect(await Promise.all(helpers.map((helper) => helper.end()))).toEqual([0, 0, 0]);
});

test('a process killed in the midst of a migration leaves the database as it was before that step', async () => {
  const address = await emptyDatabase();
  const helper = startHelper(HELPER, JSON.stringify(address), 'migrateHalf');
  expect(await helper.line()).toBe('half');
  await helper.kill();
  const store = await openTestStore(address);
  expect(await migrations(store)).toEqual(MIGRATIONS.map(({ version, name }) => ({ version, name })));
  expect(await store.backend.tableNames(store.db)).not.toContain('half_made');
});

/** What migration 2 adds for contact persons, taken away again. */
async function withoutContacts({ db }: Store): Promise<void> {
  await db.schema.dropView('v_pending_sync_customers').execute();
  for (const column of ['erp_contact_id', 'erp_contact_of']) {
    await sql`drop index ${sql.ref(`customers_${column}`)}`.execute(db);
    await sql`alter table customers_unified drop column ${sql.ref(column)}`.execute(db);
  }
  await sql`create view v_pending_sync_customers as select * from customers_unified`.execute(db);
}

test('what an earlier version had planned has passed the breaker; what it parked for want of contacts is asked anew', async () => {
  const store = await testStore();
  const [first] = MIGRATIONS;
  const times = { created_at: NOW, updated_at: NOW };
  const old = { customer_id: 1, kind: 'create', subject: '', field_names: '[]', reason: 'rule', ...times };
  await store.db
    .insertInto('write_journal')
    .values([
      { ...old, state: 'planned' },
      { ...old, customer_id: 2, state: 'parked', error_code: 'belongs_to_another' },
      { ...old, customer_id: 3, state: 'parked', error_code: 'ambiguous' },
    ])
    .execute();
  await store.db
    .deleteFrom('schema_migrations')
    .where('version', '>', first?.version as number)
    .execute();
  await store.db.schema.dropIndex('write_journal_passed').execute();
  for (const column of ['orders', 'passed_at']) {
    await sql`alter table write_journal drop column ${sql.ref(column)}`.execute(store.db);
  }
  for (const column of ['resolved_by', 'loser']) {
    await sql`alter table conflicts drop column ${sql.ref(column)}`.execute(store.db);
  }
  await store.db.schema.dropTable('erp_field_changes').execute();
  await withoutContacts(store);

  await migrate(store.transaction, store.backend, NOW, MIGRATIONS.slice(0, 2));

  const rows = await store.db
    .selectFrom('write_journal')
    .select(['state', 'passed_at', 'error_code'])
    .orderBy('customer_id')
    .execute();
  expect(rows).toEqual([
    { state: 'planned', passed_at: NOW, error_code: null },
    { state: 'planned', passed_at: null, error_code: null },
    { state: 'parked', passed_at: null, error_code: 'ambiguous' },
  ]);
  const audit = await store.db.selectFrom('journal_audit').select(['from_state', 'to_state']).execute();
  expect(audit).toEqual([{ from_state: 'parked', to_state: 'planned' }]);
});

test('an older database has its sellers moved beside their customers', async () => {
  const store = await testStore();
  const row = { created_at: NOW, updated_at: NOW };
  await store.db
    .insertInto('customers_unified')
    .values(
      [1, 2, 3].map((at) => ({ ...row, erp_customer_id: at === 3 ? null : at, local_dirty: false })) as never,
    )
    .execute();
  await store.db
    .insertInto('erp_mirror')
    .values(
      [1, 2].map((at) => ({
        ord: at,
        customer_id: at,
        record: '{}',
        first_seen_at: NOW,
        changed_at: NOW,
      })) as never,
    )
    .execute();
  const before = MIGRATIONS.findIndex(({ name }) => name === 'owners');
  await store.db.deleteFrom('schema_migrations').where('version', '>', before).execute();
  for (const index of ['updated', 'quality', 'last_contact'])
    await store.db.schema.dropIndex(`customers_owner_${index}`).execute();
  for (const statement of [
    sql`alter table customers_unified drop column erp_owner`,
    sql`alter table erp_mirror add column owner text`,
    sql`create index erp_mirror_owner on erp_mirror (owner, customer_id) where owner is not null`,
    sql`update erp_mirror set owner = '张示例' where ord = 2`,
  ])
    await statement.execute(store.db);

  await migrate(store.transaction, store.backend, NOW, MIGRATIONS.slice(0, before + 1));

  const rows = await store.db
    .selectFrom('customers_unified')
    .select(['id', 'erp_owner'])
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { id: 1, erp_owner: null },
    { id: 2, erp_owner: '张示例' },
    { id: 3, erp_owner: null },
  ]);
});

test('a migration that fails leaves nothing of itself', async () => {
  const store = await testStore();
  const broken = {
    version: MIGRATIONS.length + 1,
    name: 'broken',
    async up(trx: Store['db']) {
      await trx.schema.createTable('half_made').addColumn('id', 'integer').execute();
      await sql`select * from no_such_table`.execute(trx);
    },
  };
  await expect(migrate(store.transaction, store.backend, NOW, [...MIGRATIONS, broken])).rejects.toThrow(
    /no_such_table/,
  );
  expect(await store.backend.tableNames(store.db)).not.toContain('half_made');
  expect(await migrations(store)).toHaveLength(MIGRATIONS.length);
});

test('a database must be named in exactly one way', async () => {
  await expect(openStore({})).rejects.toMatchObject({ code: 'bad_options' });
  await expect(openStore({ file: 'a.db', databaseUrl: 'postgres://x' })).rejects.toMatchObject({
    code: 'bad_options',
  });
  await expect(openStore({ databaseUrl: 'mysql://127.0.0.1/x' })).rejects.toMatchObject({
    code: 'bad_options',
  });
});

test('what cannot be opened is a StoreError, not a stack trace of the driver; a file that is no database is not ours', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bangqiao-open-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const text = join(folder, 'notes.txt');
  await writeFile(
    text,
    'this is no database, only a text that is long enough to be taken for a header of one'.repeat(20),
  );
  await expect(openStore({ file: text })).rejects.toMatchObject({ code: 'foreign_database' });
  await expect(openStore({ file: join(text, 'below', 'a.db') })).rejects.toMatchObject({
    code: 'cannot_open',
  });
  await expect(openStore({ databaseUrl: 'postgres://127.0.0.1:1/none' })).rejects.toMatchObject({
    code: 'cannot_open',
  });
});
