import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('support/reporter-run/run.ts', import.meta.url));
const same = basename(new URL('support/reporter-run/same.ts', import.meta.url).pathname);
const oneMore = basename(new URL('support/reporter-run/one-more.ts', import.meta.url).pathname);
const failing = basename(new URL('support/reporter-run/failing.ts', import.meta.url).pathname);

/** Runs the bench on small test files, a PostgreSQL beside them or not; its exit code and the last lines it printed. */
async function run(
  sqlite: string[],
  postgres: string[],
  ...server: string[]
): Promise<{ code: number; lines: string[] }> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [program, sqlite.join(), postgres.join(), ...server], (error, stdout) => {
      const code = error ? Number(error.code) : 0;
      resolve({ code, lines: stdout.trimEnd().split('\n').slice(-4) });
    });
  });
}

test('a run that passes the same on both databases passes, and ends with the sum', async () => {
  const { code, lines } = await run([same, oneMore], [same, oneMore]);
  expect(lines.slice(-3)).toEqual([
    'sqlite: 2 passed, 0 failed, 1 skipped',
    'postgres: 2 passed, 0 failed, 1 skipped',
    '4 passed, 0 failed, 2 skipped',
  ]);
  expect(code).toBe(0);
});

test('a run in which one database ran fewer tests fails, though no test did', async () => {
  const { code, lines } = await run([same, oneMore], [same]);
  expect(lines).toEqual([
    'sqlite: 2 passed, 0 failed, 1 skipped',
    'postgres: 1 passed, 0 failed',
    expect.stringMatching(/^!!! SQLITE AND POSTGRES DIFFER/),
    '3 passed, 0 failed, 1 skipped',
  ]);
  expect(code).toBe(1);
});

test('a run with a failed test fails, PostgreSQL or not', async () => {
  const { code, lines } = await run([failing], [failing], 'with a server');
  expect(lines.at(-1)).toBe('0 passed, 2 failed');
  expect(code).toBe(1);
});
