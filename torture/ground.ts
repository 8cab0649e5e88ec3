import { sql } from 'kysely';
import { openStore, type Store, type StoreOptions } from '../packages/hub/src/store/index.ts';

/** Opening a database costs as much as playing a short history, so one is used again: empty, as after its migrations. */
export class Ground {
  readonly store: Store;
  readonly #tables: readonly string[];

  private constructor(store: Store, tables: readonly string[]) {
    this.store = store;
    this.#tables = tables;
  }

  static async open(options: StoreOptions): Promise<Ground> {
    const store = await openStore(options);
    const tables = await store.backend.tableNames(store.db);
    return new Ground(
      store,
      tables.filter((name) => !KEPT.has(name) && !name.startsWith('v_')),
    );
  }

  async clear(): Promise<void> {
    const { store } = this;
    await store.transaction(async (trx) => {
      if (store.dialect === 'postgres') {
        const all = sql.join(this.#tables.map((name) => sql.table(name)));
        await sql`truncate ${all} restart identity cascade`.execute(trx);
      } else {
        await sql`pragma defer_foreign_keys = on`.execute(trx);
        for (const name of this.#tables) await sql`delete from ${sql.table(name)}`.execute(trx);
        await sql`delete from sqlite_sequence`.execute(trx);
      }
      await trx.deleteFrom('bangqiao_meta').where('key', '<>', 'created_at').execute();
    });
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

/** What the migrations put there. */
const KEPT: ReadonlySet<string> = new Set(['schema_migrations', 'erp_sync_config', 'bangqiao_meta']);
