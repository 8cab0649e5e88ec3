import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { CountingReporter } from './packages/hub/test/support/reporter.ts';
import { LongestFirst } from './packages/hub/test/support/sequencer.ts';

const databaseTests = 'packages/hub/test/**/*.db.test.ts';

// Databases of tests in memory where there is plenty: a tenth of the time less (measured).
process.env.TMPDIR ??= hasRoom('/dev/shm') ? '/dev/shm' : tmpdir();

// The processes that tests start need not compile the same files anew each time.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');

/** `sqlite` and `postgres` run the very same files; what `pure` runs says nothing of a kind of database, or needs none. */
export default defineConfig({
  test: {
    // Two cores: tests wait for processes, browsers and pauses a quarter of the time.
    maxWorkers: 3,
    // Node loads the files itself, as in production; a tenth less work (measured).
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // The tests replace no module, so one worker may load each file of the product once: a quarter less work (measured).
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes in its own time on a busy machine; only what never comes takes as long.
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new CountingReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['packages/*/test/**/*.test.ts'],
          exclude: [databaseTests],
          globalSetup: ['packages/hub/test/support/sqlite.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [databaseTests],
          globalSetup: ['packages/hub/test/support/sqlite.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [databaseTests],
          globalSetup: ['packages/hub/test/support/postgres.setup.ts'],
        },
      },
    ],
  },
});

/** Some 2 GB are filled at most; a container often has 64 MB of it. */
function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 6e9;
  } catch {
    return false;
  }
}
