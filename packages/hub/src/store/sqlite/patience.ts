import { setTimeout as sleep } from 'node:timers/promises';
import { resultCode } from './codes.ts';

const BUSY_TIMEOUT_MS = 5_000;
const LONGEST_PAUSE_MS = 25;
const SQLITE_BUSY = 5;

/**
 * Tries again while another connection holds the lock, up to 5 s. The wait is ours and not SQLite's, which would stop the
 * event loop; nor does SQLite wait at all while two processes switch to WAL at once.
 */
export async function patiently<T>(attempt: () => T): Promise<T> {
  const giveUp = performance.now() + BUSY_TIMEOUT_MS;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (resultCode(error) !== SQLITE_BUSY || performance.now() > giveUp) throw error;
    }
    await sleep(pause);
  }
}
