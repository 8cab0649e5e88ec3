import { pino } from 'pino';
import { loadConfig } from '../packages/hub/src/config/index.ts';
import { type Hub, openHub } from '../packages/hub/src/sync/hub.ts';

/** A hub on a database file of its own, against a stand-in ERP that listens at `url`. */
export async function openHubForBench(url: string, file: string): Promise<Hub> {
  const loaded = loadConfig({ env: { BANGQIAO_DATABASE_FILE: file }, cwd: `${file}.folder` });
  if (!loaded.ok) throw new Error(loaded.faults.map((fault) => fault.problem.en).join('; '));
  return openHub({
    config: loaded.config,
    log: pino({ level: 'silent' }),
    label: 'bench',
    target: { kind: 'stand-in', baseUrl: url, username: 'demo', password: 'demo-pass' },
  });
}
