import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import type { Backend, BulkAdapter, StatementList } from '../backend.ts';
import { resultCode } from './codes.ts';
import { SqliteDriver } from './driver.ts';
import { sqliteSearch } from './search.ts';

/** Primary result codes: busy, locked, out of memory, read-only, I/O error, full, cannot open. */
const TROUBLE: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 13, 14]);

/** Kysely would put its own lock before ours, and a nested use would hang in it instead of being refused. */
class Adapter extends SqliteAdapter implements BulkAdapter {
  readonly insertsRowByRow = true;

  each(json: string) {
    return sql`(select value from json_each(${json}))`;
  }

  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** @param file path, or `:memory:`. */
export function sqliteBackend(file: string, owner: object): Backend {
  return {
    name: 'sqlite',
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => new SqliteDriver(file, owner),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    types: {
      autoId: sql`integer primary key autoincrement`,
      bigint: sql`integer`,
      integer: sql`integer`,
      real: sql`real`,
      text: sql`text`,
      boolean: sql`boolean`,
      time: sql`text`,
      json: sql`text`,
    },
    now: sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
    shanghaiDay: (column) => sql`date(${sql.ref(column)}, '+8 hours')`,
    isTrouble: (error) => TROUBLE.has(resultCode(error)),
    async bytes(db) {
      const size = sql<number>`(select page_count * page_size from pragma_page_count, pragma_page_size)`;
      return (await db.selectNoFrom(size.as('size')).executeTakeFirstOrThrow()).size;
    },
    async *pages(trx, table, size) {
      for (let after = 0; ; ) {
        const { rows } = await sql<Record<string, unknown>>`
          select rowid as "rowid ", * from ${sql.table(table)} where rowid > ${after} order by rowid limit ${size}`.execute(
          trx,
        );
        if (rows.length === 0) return;
        after = Number(rows.at(-1)?.['rowid ']);
        yield rows.map(({ 'rowid ': _place, ...row }) => row);
      }
    },
    async dropAll(trx, tables) {
      const views = await sql<{ name: string }>`select name from sqlite_master where type = 'view'`.execute(
        trx,
      );
      for (const { name } of views.rows) await sql`drop view ${sql.table(name)}`.execute(trx);
      for (const table of tables) await sql`drop table if exists ${sql.table(table)}`.execute(trx);
    },
    async tableNames(db) {
      const found = await sql<{ name: string }>`
        select name from pragma_table_list where schema = 'main' and type <> 'shadow' and name not like 'sqlite\\_%' escape '\\'`.execute(
        db,
      );
      return found.rows.map((row) => row.name);
    },
    // `begin immediate` holds the file's only write lock already.
    lockMigrations: async () => {},
    lockUnderstanding: async () => {},
    // AUTOINCREMENT goes on from the highest id by itself.
    resetIds: async () => {},
    search: sqliteSearch,
    async withDurability(connection, durable, work) {
      if (!durable) return await work();
      // SQLite refuses to change this inside a transaction, so it is set around it.
      await connection.executeQuery(synchronous('full'));
      try {
        return await work();
      } finally {
        await connection.executeQuery(synchronous('normal'));
      }
    },
  };
}

function synchronous(how: 'full' | 'normal'): StatementList {
  const list = [CompiledQuery.raw(`pragma synchronous = ${how}`)];
  return { ...CompiledQuery.raw(''), list, isTold: true };
}
