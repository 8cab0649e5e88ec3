#!/usr/bin/env node
// Starts on any Node from 18 on. On 24 or newer the program runs in this process; else it is handed to the project's own
// Node 24. That child ends with this process, even when this one is killed with SIGKILL: their channel closes then.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import nodeModule from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const NEEDED = 24;
/** Set for the child only: other parents may have a channel to us as well. */
const HANDED_OVER = 'BANGQIAO_HANDED_OVER';
const launcher = realpathSync(fileURLToPath(import.meta.url));
const binary = process.platform === 'win32' ? 'node.exe' : 'node';

if (Number.parseInt(process.versions.node, 10) >= NEEDED) await runHere();
else handOver();

async function runHere() {
  if (process.env[HANDED_OVER]) endWithLauncher();
  // What is written here (database, log, backups, exports) is of people: their owner alone may read it.
  process.umask(0o077);
  // Node keeps what it compiled in the system's folder for temporary files: half the time to start from the second start on.
  nodeModule.enableCompileCache();
  // Measured with 100,000 customers (bench/pull.ts): a third less memory. Only while the heap is still small.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
  const { main } = await import('../src/cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}

function endWithLauncher() {
  delete process.env[HANDED_OVER];
  const end = () => process.kill(process.pid, 'SIGKILL');
  if (!process.connected) return end();
  process.once('disconnect', end);
  process.channel.unref();
}

function handOver() {
  const node = projectsNode() ?? nodeOnPath();
  if (!node) return refuse();
  const child = spawn(node, [launcher, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [HANDED_OVER]: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => refuse(`${node}: ${error.message}`));
  child.on('exit', passOn);
}

/** Ends as the child ended: with its code, or by its signal. */
function passOn(code, signal) {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // Signals that cannot end this process (Windows): what a shell would report.
  setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 1000);
}

/** The Node that `npm ci` brought along, looked for from the launcher's folder upward. */
function projectsNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  for (let folder = dirname(launcher); ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', `node-${system}-${process.arch}`, 'bin', binary);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return undefined;
  }
}

function nodeOnPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, binary)).find((file) => existsSync(file) && isNewEnough(file));
}

function isNewEnough(file) {
  try {
    const version = execFileSync(file, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number.parseInt(version.replace(/^v/, ''), 10) >= NEEDED;
  } catch {
    return false;
  }
}

function refuse(detail) {
  const lines = [
    `邦桥需要 Node ${NEEDED} 或更新的版本，这里是 ${process.version}，也没有找到随项目安装的 Node。`,
    '请在项目目录运行 npm ci（会带上 Node 24），或从 nodejs.org 安装 Node 24。',
    `Bangqiao needs Node ${NEEDED} or newer; this is ${process.version}, and the project's own Node was not found.`,
    'Run npm ci in the project folder (it brings Node 24 along), or install Node 24 from nodejs.org.',
  ];
  process.stderr.write(`${[...lines, detail].filter(Boolean).join('\n')}\n`);
  process.exit(2);
}
