import type { Language } from '@bangqiao/core';
import type { Failure } from '../failure.ts';
import type { CliIo } from './session.ts';

/** Told on standard error; with `--json` also as the one document on standard output. */
export function tellFailure(failure: Failure, io: CliIo, how: { lang: Language; json: boolean }): void {
  const { exitCode, code, message, next, details } = failure;
  io.stderr.write(`${message[how.lang]}\n`);
  if (next) io.stderr.write(`→ ${next[how.lang]}\n`);
  if (!how.json) return;
  const error = { code, message, next, ...(details as object | undefined) };
  io.stdout.write(`${JSON.stringify({ error, exitCode })}\n`);
}
