import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config/index.ts';
import { HubError } from '../errors.ts';
import { figuresOf } from '../sync/figures.ts';
import { openHub } from '../sync/hub.ts';
import { typedRun } from './run-progress.ts';
import { describeRun } from './run-report.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';
import { importExamples, startStandIn } from './stand-in.ts';

export function demoVerb(program: Command, context: CliContext): void {
  addVerb(program, context, {
    usage: 'demo',
    summary: {
      zh: '用模拟 ERP 和示例客户完整走一遍，给出结果后退出',
      en: 'one whole round with a stand-in ERP and example people, then a report',
    },
    work: (session) => runDemo(session),
  });
}

async function runDemo(session: Session): Promise<ExitCode> {
  const config = session.config();
  if (config.erp) throw erpConfigured(config.file ?? 'config.yaml');
  mkdirSync(join(config.folder, 'storage'), { recursive: true });
  const { sim, target } = await startStandIn(config);
  try {
    const hub = await openHub({ config, log: session.log(config), label: 'demo', target });
    try {
      const people = await importExamples(hub.store);
      session.note({
        zh: `模拟 ERP：${target.baseUrl}（${sim.customers().length} 位客户）；示例微信客户 ${people.read} 位`,
        en: `Stand-in ERP at ${target.baseUrl} (${sim.customers().length} customers); ${people.read} example people from WeChat`,
      });
      const report = await hub.run('sync', typedRun(session));
      const stored = Object.values(sim.stats.stored).reduce((sum, count) => sum + count, 0);
      session.result(
        {
          ...figuresOf(report),
          decided: report.push?.byRule ?? {},
          erp: { customers: sim.customers().length, stored },
        },
        `${await describeRun(hub.store.db, report, session.lang)}\n\n${whereToLook(config, session)}`,
      );
      return report.exitCode;
    } finally {
      await hub.close();
    }
  } finally {
    await sim.close();
  }
}

/** The exact line that shows the sync log. */
export function whereToLook(config: Config, session: Session): string {
  const columns = 'synced_at, sync_direction, sync_action, sync_result, matched_rule, rule_reason';
  const query = `SELECT ${columns} FROM erp_sync_logs ORDER BY id DESC LIMIT 20`;
  const line =
    config.database.url === null
      ? `sqlite3 ${relative(session.io.cwd, config.database.file)} "${query};"`
      : `psql "$DATABASE_URL" -c "${query}"`;
  return session.text({
    zh: `查看每一步：${line}\n某位客户为什么（不）在 ERP：npx bangqiao explain 客户名、手机或编号`,
    en: `Every step: ${line}\nWhy someone is (not) in the ERP: npx bangqiao explain NAME, PHONE or NUMBER`,
  });
}

function erpConfigured(file: string): HubError {
  return new HubError({
    code: 'erp_configured',
    exitCode: 2,
    zh: `${file} 已经配置了 ERP，演示数据不能和它放在一起。`,
    en: `${file} names an ERP already; demo data must not stand beside it.`,
    nextZh: '要同步请运行 bangqiao sync；要看演示请换一个空文件夹',
    nextEn: 'Run bangqiao sync to sync; for the demo use an empty folder',
  });
}
