import { allOddities, createSim } from '@bangqiao/zhibang-sim';
import { activeRules } from '../src/admit/rule-store.ts';
import { insertCustomers } from '../src/customers/index.ts';
import { openErp } from '../src/erp/access.ts';
import { openStore, thisHolder } from '../src/store/index.ts';
import { type RunContext, SILENT } from '../src/sync/context.ts';
import { run } from '../src/sync/run.ts';

const n = Number(process.argv[2] ?? 1200);
const sim = createSim({ customers: n, seed: 1, oddities: process.argv[3] === 'all' ? allOddities() : process.argv[3] ? JSON.parse(process.argv[3]) : {} });
const url = await sim.listen();
const file = `/tmp/try/hub-${Date.now()}.db`;
const store = await openStore({ file });
const self = thisHolder('try');
const erp = await openErp(store, {
  baseUrl: url,
  username: 'demo',
  password: 'demo-pass',
  kind: 'stand-in',
  sessionFile: file + '.session',
  concurrency: 4,
  callsPerMinute: 0,
  timeoutMs: 10000,
  maxAttempts: 3,
  by: 'try',
});
const now = new Date().toISOString();
const rules = await activeRules(store, {}, now);
const log: any = {
  info() {},
  warn(o: any, m: string) {
    console.log('WARN', m, String(o.err ?? ''));
  },
  error(o: any, m: string) {
    console.log('ERROR', m, o.err?.stack ?? o);
  },
  debug() {},
};
const go = () =>
  run(
    store,
    { kind: 'sync', trigger: 'cli', self, rules, floor: undefined, waitMs: 0, onWait() {} },
    (runId): RunContext => ({
      store,
      erp,
      log,
      runId,
      by: 'try',
      holder: JSON.stringify(self),
      byHand: true,
      progress: SILENT,
      clock: () => new Date(),
      random: Math.random,
      settings: {
        pageSize: 500,
        concurrency: 4,
        completeBudget: 5000,
        retryInterval: 60,
        defaultCategory: null,
        sourceLabels: ['微信咨询', '网站注册'],
        waiveMirror: false,
        breaker: { number: 100, share: 0.3, min_rows: 20 },
      },
    }),
  );
await store.transaction((trx) =>
  insertCustomers(
    trx,
    [1, 2, 3, 4, 5].map((i) => ({
      wechat_id: `wxid_p${i}`,
      wechat_nickname: `昵称${i}`,
      company_name: `杭州测试${i}科技有限公司`,
      phone: `1390000000${i}`,
      has_order: i % 2 === 1,
      intent_score: 50,
      message_count: 20,
    })),
    { by: 'try', reason: 'test', source: 'wechat', runId: null, now },
  ),
);
for (const r of [1, 2]) {
  const t = Date.now();
  const out = await go();
  console.log(r, Date.now() - t, 'ms', JSON.stringify(out.pull), JSON.stringify(out.push));
  console.log(
    JSON.stringify(sim.stats.writes),
    JSON.stringify(sim.stats.stored),
    JSON.stringify(sim.stats.calls),
  );
  sim.resetStats();
}
console.log(
  await store.db
    .selectFrom('customers_unified')
    .select([
      'id',
      'company_name',
      'erp_customer_id',
      'erp_customer_code',
      'erp_sync_status',
      'erp_sync_error',
    ])
    .where('wechat_nickname', 'is not', null)
    .execute(),
);
console.log(await store.db.selectFrom('erp_list_columns').selectAll().execute());
await erp.close();
await store.close();
await sim.close();
