/**
 * How many messages a second does the hub take in from WeChat and understand, how many single events over HTTP, how soon is an
 * event decided about, how long does it take to build identity and to place a newcomer, and how does each grow with the hub?
 *
 *   node bench/ingest.ts [--sizes 10000,100000,1000000] [--only messages|identity]
 *
 * On SQLite. Each part in a process of its own, with the raw limit of the same work measured in the same run: bare prepared
 * statements of the same rows, a bare server for the same requests. Rates are of the wall clock, and per second of
 * processor time in brackets: on a machine that others share only the latter says much.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { identity } from './ingest/identity.ts';
import { messages } from './ingest/messages.ts';

const PARTS = { messages, identity };

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    only: { type: 'string' },
  },
});

if (values.only === 'messages' || values.only === 'identity') {
  const sizes = values.sizes.split(',').map(Number);
  await PARTS[values.only](sizes);
} else {
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`${cpus().length} cores, load ${load.join(' ')} before`);
  for (const part of Object.keys(PARTS)) {
    const words = [import.meta.filename, '--sizes', values.sizes, '--only', part];
    const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
