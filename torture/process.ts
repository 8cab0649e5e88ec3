// A real process of the kill campaign: the hub of the configuration in its folder, one run after the other until it is killed.
import { pino } from 'pino';
import { loadConfig } from '../packages/hub/src/config/index.ts';
import { configuredTarget, openHub } from '../packages/hub/src/sync/hub.ts';
import type { RunKind } from '../packages/hub/src/sync/run.ts';

const [folder, ...kinds] = process.argv.slice(2) as [string, ...RunKind[]];
const loaded = loadConfig({ env: {}, cwd: folder });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const { config } = loaded;
const log = pino({ level: 'silent' });
const hub = await openHub({ config, log, label: 'sync (cli)', target: configuredTarget(config) });
for (let at = 0; ; at += 1) {
  await hub.run(kinds[at % kinds.length] as RunKind, { trigger: 'cli' }).catch(() => {});
}
