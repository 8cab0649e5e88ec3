import type { Command } from 'commander';
import { type Identity, rebind } from '../erp/binding.ts';
import { HubError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import { configuredTarget, openDatabase } from '../sync/hub.ts';
import { addVerb, type CliContext, type Session } from './session.ts';

export function rebindVerb(program: Command, context: CliContext): void {
  addVerb<{ sameErp?: boolean }>(program, context, {
    usage: 'rebind',
    changes: true,
    summary: {
      zh: '同一套 ERP 换了地址或账号后，让数据库重新认它',
      en: 'tell the database that its ERP has a new address or account',
    },
    setUp: (command, text) =>
      command.option(
        '--same-erp',
        text({
          zh: '确认配置中的 ERP 与数据库原来的是同一套',
          en: 'the configured ERP is the one that the database belongs to',
        }),
      ),
    work: runRebind,
  });
}

async function runRebind(session: Session, options: { sameErp?: boolean }): Promise<void> {
  const config = session.config();
  const target = configuredTarget(config);
  if (target === null) throw noErp();
  if (options.sameErp !== true) throw unconfirmed(target.baseUrl, target.username);
  const identity: Identity = { kind: target.kind, base_url: target.baseUrl, account: target.username };
  const store = await openDatabase(config);
  try {
    await refuseDemo(store);
    await rebind(store, identity, new Date().toISOString());
  } finally {
    await store.close();
  }
  session.result(
    { bound: identity },
    session.text({
      zh: `数据库现在属于 ${identity.base_url}（账号 ${identity.account}）。下次核对会用已知客户再确认一次；如果其实是另一套 ERP，会停下来，什么都不写。`,
      en: `The database belongs to ${identity.base_url} (account ${identity.account}) now. The next sweep checks that with customers it knows; if it is another ERP after all, it stops and writes nothing.`,
    }),
  );
}

/** Demo data can never reach a real ERP (statement 10): no word of anybody makes the stand-in "the same ERP". */
async function refuseDemo(store: Store): Promise<void> {
  const bound = await store.db
    .selectFrom('erp_binding')
    .select('kind')
    .where('id', '=', 1)
    .executeTakeFirst();
  if (bound?.kind !== 'stand-in') return;
  throw new HubError({
    code: 'demo_database',
    exitCode: 2,
    zh: '这个数据库属于演示用的模拟 ERP，里面是演示资料，不能改绑到真实的 ERP。什么都没有改动。',
    en: 'This database belongs to the stand-in ERP of the demo and holds its data: it cannot be bound to a real ERP. Nothing was changed.',
    nextZh: '请换一个新的数据库文件（database.file）。',
    nextEn: 'Use a fresh database file (database.file).',
  });
}

function unconfirmed(baseUrl: string, account: string): HubError {
  return new HubError({
    code: 'not_confirmed',
    exitCode: 2,
    zh: `没有改动。rebind 会让这个数据库认 ${baseUrl}（账号 ${account}）为它的 ERP；只有确实是同一套 ERP 换了地址或账号时才可以。`,
    en: `Nothing was changed. rebind makes ${baseUrl} (account ${account}) the ERP of this database; do that only if it is the same ERP at a new address or account.`,
    nextZh: '确认是同一套：bangqiao rebind --same-erp；是另一套：请换一个新的数据库文件（database.file）。',
    nextEn:
      'The same one: bangqiao rebind --same-erp. Another one: use a fresh database file (database.file).',
  });
}

function noErp(): HubError {
  return new HubError({
    code: 'no_erp',
    exitCode: 2,
    zh: '还没有配置 ERP，没有可以绑定的地址。',
    en: 'No ERP is configured: there is no address to bind to.',
    nextZh: '先运行 bangqiao init',
    nextEn: 'Run bangqiao init first',
  });
}
