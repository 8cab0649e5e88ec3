import { join, resolve } from 'node:path';
import { createSim, type Sim } from '@bangqiao/zhibang-sim';
import type { Config } from '../config/index.ts';
import { type ImportReport, importFile } from '../ingest/index.ts';
import type { Store } from '../store/index.ts';
import type { ErpTarget } from '../sync/hub.ts';

const USERNAME = 'demo';
const PASSWORD = 'demo-pass';
const CUSTOMERS = 1200;
const EXAMPLES = resolve(import.meta.dirname, '../../../../examples/people.csv');

/** The stand-in ERP of the demo, on a loopback port; its state stays beside the database, so that a second run finds it. */
export async function startStandIn(config: Config): Promise<{ sim: Sim; target: ErpTarget }> {
  const sim = createSim({
    customers: CUSTOMERS,
    seed: 1,
    username: USERNAME,
    password: PASSWORD,
    file: join(config.folder, 'storage', 'stand-in-erp.db'),
    oddities: { wechatSource: true },
  });
  const baseUrl = await sim.listen(0);
  return { sim, target: { kind: 'stand-in', baseUrl, username: USERNAME, password: PASSWORD } };
}

/** The example people of the demo; a second time nothing changes. */
export function importExamples(store: Store): Promise<ImportReport> {
  return importFile(store, EXAMPLES, { by: 'demo', now: () => new Date() });
}
