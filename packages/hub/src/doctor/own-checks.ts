import type { Language } from '@bangqiao/core';
import { activeRules } from '../admit/rule-store.ts';
import { loadTenantCatalogue } from '../catalogue/index.ts';
import type { Config, LoadedConfig } from '../config/index.ts';
import { readArchiveLedger } from '../ingest/archive.ts';
import { readMirror } from '../status/read-status.ts';
import { archiveLines } from '../status/wechat.ts';
import type { Store } from '../store/index.ts';
import { say } from '../words/two-languages.ts';
import { bad, type Check, failed, ok } from './check.ts';

/** All faults of the configuration in one line's hint, so that nobody mends them one by one. */
export function checkConfig(loaded: LoadedConfig): Check {
  if (loaded.ok) {
    const { file, folder } = loaded.config;
    return ok(
      'config',
      file === null
        ? say(`没有配置文件，用默认值（${folder}）`, `no configuration file: the defaults (${folder})`)
        : say(`配置可用：${file}`, `the configuration is in order: ${file}`),
    );
  }
  const each = (lang: Language) =>
    loaded.faults
      .map(({ path, problem, hint }) => `${path}: ${problem[lang]} → ${hint[lang]}`)
      .join('\n    ');
  const count = loaded.faults.length;
  return bad(
    'config',
    say(`配置有 ${count} 处问题`, `${count} problem${count === 1 ? '' : 's'} in the configuration`),
    say(each('zh'), each('en')),
  );
}

/** What the conversation archive's sidecar still has to bring, while WeCom has it; null where there is no sidecar. */
export async function checkArchive(store: Store, now: Date): Promise<Check | null> {
  const ledger = await readArchiveLedger(store.db, now.toISOString());
  if (ledger.seq === 0) return null;
  const [first] = archiveLines(ledger);
  if (first && ledger.missing > 0)
    return bad(
      'archive',
      first,
      say('从缺的序号起重新拉取并发送', 'fetch from the missing number on, and send it'),
    );
  return ok(
    'archive',
    first ?? say(`会话存档完整，到第 ${ledger.seq} 条`, `the archive is complete up to ${ledger.seq}`),
  );
}

/** How many phones the ERP does not show, for which a newcomer may be held back; null where it shows all. */
export async function checkPhones(store: Store): Promise<Check | null> {
  const { unreadable } = await readMirror(store.db);
  if (unreadable === 0) return null;
  const said = say(
    `ERP 里 ${unreadable} 位客户的手机号看不到（打码、无权查看或打不开），号码可能相同的人先不新建`,
    `the phones of ${unreadable} customers of the ERP cannot be read (masked, out of sight, or not opening): whoever fits one is not created`,
  );
  return ok('phones', said);
}

export async function checkDatabase(store: Store, config: Config): Promise<Check> {
  try {
    const { version } = await store.db
      .selectFrom('schema_migrations')
      .select((select) => select.fn.max('version').as('version'))
      .executeTakeFirstOrThrow();
    const { count } = await store.db
      .selectFrom('customers_unified')
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const place = store.dialect === 'postgres' ? 'PostgreSQL' : config.database.file;
    return ok(
      'database',
      say(
        `数据库可用：${place}（结构第 ${version} 版，${count} 位客户）`,
        `the database is in order: ${place} (schema version ${version}, ${count} customers)`,
      ),
    );
  } catch (error) {
    return failed('database', error);
  }
}

/** Makes the rule set that the configuration asks for, as a run would, and compiles every rule of it. */
export async function checkRules(store: Store, config: Config, now: Date): Promise<Check> {
  try {
    const { version, rules } = await activeRules(store, config.rules, now.toISOString());
    return ok(
      'rules',
      say(
        `规则可用：第 ${version} 版，启用 ${rules.length} 条`,
        `the rules compile: version ${version}, ${rules.length} active`,
      ),
    );
  } catch (error) {
    return failed('rules', error);
  }
}

/** The company's own catalogue, which decides about every call; null where there is none. */
export function checkCatalogue({ folder }: Config): Check | null {
  try {
    const own = loadTenantCatalogue(folder);
    if (own === null) return null;
    const { length } = own.entries;
    return ok(
      'catalogue',
      say(`本公司目录：${length} 个接口`, `the company's own catalogue: ${length} entries`),
    );
  } catch (error) {
    return failed('catalogue', error);
  }
}
