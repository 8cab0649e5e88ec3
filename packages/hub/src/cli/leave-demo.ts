import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Config } from '../config/index.ts';
import { bulkInsert, openStore, type Store } from '../store/index.ts';
import type { ErpTarget } from '../sync/hub.ts';
import type { Session } from './session.ts';

/** What belongs to the office and not to the demo: who may use the hub, what they did, and the settings. */
const OURS = ['users', 'sessions', 'login_failures', 'api_tokens', 'saved_views', 'audit'] as const;

/**
 * A database of the demo makes way for one of the company's own ERP: it is put aside beside it, and whoever may use the hub comes
 * along into a fresh one. Demo data never reach a real ERP (statement 10). On PostgreSQL, where a database cannot be put aside,
 * nothing happens here, and the binding refuses.
 */
export async function leaveDemo(session: Session, config: Config, { kind }: ErpTarget): Promise<void> {
  const { file, url } = config.database;
  if (kind !== 'erp' || url !== null) return;
  const fresh = `${file}.new`;
  if (existsSync(file)) {
    const demo = await openStore({ file });
    try {
      if (!(await isOfStandIn(demo))) return;
      for (const name of filesOf(fresh)) rmSync(name, { force: true });
      const own = await openStore({ file: fresh });
      await carry(demo, own).finally(() => own.close());
    } finally {
      await demo.close();
    }
    const folder = putAside(file, config.folder);
    session.note({
      zh: `演示的数据放到了 ${folder}；用户和设置带了过来`,
      en: `The data of the demo lie in ${folder} now; users and settings came along`,
    });
  }
  // Also where a crash came between both moves.
  if (existsSync(fresh)) renameSync(fresh, file);
}

async function isOfStandIn({ db }: Store): Promise<boolean> {
  const bound = await db.selectFrom('erp_binding').select('kind').where('id', '=', 1).executeTakeFirst();
  return bound?.kind === 'stand-in';
}

async function carry(from: Store, to: Store): Promise<void> {
  await to.transaction(async (trx) => {
    for (const table of OURS) {
      const rows = await from.db.selectFrom(table).selectAll().execute();
      await bulkInsert(trx, table, rows as never);
    }
    for (const row of await from.db.selectFrom('erp_sync_config').selectAll().execute()) {
      const { config_key, config_value, is_active } = row;
      if (config_key.startsWith('last_')) continue;
      await trx
        .updateTable('erp_sync_config')
        .set({ config_value, is_active })
        .where('config_key', '=', config_key)
        .execute();
    }
  });
}

/** The database and its plans, into a folder of their own. */
function putAside(file: string, home: string): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const folder = join(dirname(file), `demo-${stamp}`);
  mkdirSync(folder, { recursive: true });
  for (const name of [...filesOf(file), join(home, 'storage', 'plans')]) {
    if (existsSync(name)) renameSync(name, join(folder, basename(name)));
  }
  return folder;
}

/** SQLite's own files beside the database go along: another process may have it open. */
function filesOf(file: string): string[] {
  return [`${file}-wal`, `${file}-shm`, file];
}
