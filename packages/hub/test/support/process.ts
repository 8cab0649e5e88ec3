import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A real process of ours, talked to by lines. */
export interface Helper {
  pid: number;
  /** The next line that it prints; throws when it ends without one. */
  line(): Promise<string>;
  say(text: string): void;
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>;
  /** Waits for its end; the exit code. */
  end(): Promise<number | null>;
}

/** Runs a program (`new URL('support/….ts', import.meta.url)`); killed at the latest when the test ends. */
export function startHelper(program: URL, ...args: string[]): Helper {
  const file = fileURLToPath(program);
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  onTestFinished(() => kill(child, ended));
  return {
    pid: child.pid!,
    async line() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended without a line`);
      return value;
    },
    say: (text) => void child.stdin.write(`${text}\n`),
    kill: () => kill(child, ended),
    end: async () => (await ended)[0],
  };
}

async function kill(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
