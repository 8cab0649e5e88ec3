import { execFile } from 'node:child_process';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Session } from './session.ts';

const PACKAGES = resolve(import.meta.dirname, '../../..');
const CONSOLE = join(PACKAGES, 'console');
/** What the console's page is made of. */
const SOURCES = [
  'console/src',
  'console/public',
  'console/index.html',
  'console/package.json',
  'console/vite.config.ts',
  'api/src',
];

/** Where the console's built files lie. */
export const CONSOLE_BUILD = join(CONSOLE, 'dist');

/**
 * Builds the console's page when there is none or its sources are newer; takes a few seconds in a process of its own, which
 * `signal` ends. A failure is told and ends nothing: what was built before, or the plain status page, goes on being served.
 */
export async function ensureConsole(session: Session, signal: AbortSignal): Promise<void> {
  if (!isStale()) return;
  session.note({
    zh: '正在生成控制台页面（几秒钟，只在第一次启动或升级后）…',
    en: 'Building the console (a few seconds, only at first start or after an upgrade)…',
  });
  const fresh = `${CONSOLE_BUILD}-${process.pid}`;
  try {
    await build(fresh, signal);
    rmSync(CONSOLE_BUILD, { recursive: true, force: true });
    renameSync(fresh, CONSOLE_BUILD);
    session.note({ zh: '控制台页面已就绪。', en: 'The console is ready.' });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Stopped on the way, or another process was quicker.
    if (signal.aborted || !isStale()) return;
    const reason = error instanceof Error ? error.message : String(error);
    session.note({
      zh: `控制台页面没有生成，先显示简单的状态页；同步不受影响。请重新安装（npm ci）后再启动。原因：${reason}`,
      en: `The console was not built, the plain status page stays; the sync goes on. Install again (npm ci) and start. Reason: ${reason}`,
    });
  }
}

function isStale(): boolean {
  const built = statSync(join(CONSOLE_BUILD, 'index.html'), { throwIfNoEntry: false });
  return built === undefined || SOURCES.some((path) => newest(join(PACKAGES, path)) > built.mtimeMs);
}

/** The latest change in a file or folder, in milliseconds; 0 when it is not there. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** The folder is written apart and moved into place whole, so that nobody is served half a build. */
async function build(folder: string, signal: AbortSignal): Promise<void> {
  const vite = join(
    dirname(createRequire(join(CONSOLE, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const options = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, ...options], {
    cwd: CONSOLE,
    // Whatever this process was started for, by tests too: people get React as it is meant for them.
    env: { ...process.env, NODE_ENV: 'production' },
    signal,
  });
}
