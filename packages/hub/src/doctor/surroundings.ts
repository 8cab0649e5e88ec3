import { stat, statfs } from 'node:fs/promises';
import type { Config } from '../config/index.ts';
import { say } from '../words/two-languages.ts';
import { bad, type Check, failed, ok, skipped } from './check.ts';

const MEGABYTE = 1024 * 1024;
/** Less free space than this stops a database of 100,000 customers with its logs before long. */
const LEAST_FREE = 200 * MEGABYTE;

/** Space where `storage/` and `logs/` lie. */
export async function checkDisk({ folder }: Pick<Config, 'folder'>): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    if (bavail * bsize >= LEAST_FREE)
      return ok('disk', say(`磁盘剩余 ${free} MB`, `${free} MB free on the disk`));
    return bad(
      'disk',
      say(`磁盘只剩 ${free} MB`, `only ${free} MB free on the disk`),
      say(`清理 ${folder} 所在的磁盘`, `free some space on the disk of ${folder}`),
    );
  } catch (error) {
    return failed('disk', error);
  }
}

/** The ERP's token lies in this file: nobody but its owner may read it (statement 9). */
export async function checkSessionFile(file: string, platform = process.platform): Promise<Check> {
  if (platform === 'win32') {
    return skipped(
      'session',
      say('会话文件的权限在 Windows 上不检查', 'the rights of the session file are not checked on Windows'),
    );
  }
  try {
    const { mode } = await stat(file);
    const rights = (mode & 0o777).toString(8);
    if ((mode & 0o077) === 0) {
      return ok(
        'session',
        say(`会话文件只有所有者可读（${rights}）`, `only its owner can read the session file (${rights})`),
      );
    }
    return bad(
      'session',
      say(`会话文件别人也能读（权限 ${rights}）`, `others can read the session file (mode ${rights})`),
      say(`运行 chmod 600 ${file}`, `run chmod 600 ${file}`),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return failed('session', error);
    return ok(
      'session',
      say('会话文件：还没有，第一次登录时建立', 'session file: none yet, the first login makes it'),
    );
  }
}
