import { main } from '../../src/cli/main.ts';
import type { CliIo } from '../../src/cli/session.ts';

/** Runs one command line in this process, as a person types it in `cwd`; what it said, and its one JSON document. */
export async function typed(
  argv: readonly string[],
  { cwd, env }: { cwd: string; env: CliIo['env'] },
): Promise<{ exitCode: number; out: string; err: string; json: () => Record<string, never> }> {
  let out = '';
  let err = '';
  const io: CliIo = {
    stdout: {
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      write: (text) => {
        err += text;
      },
    },
    stdin: { isTTY: false } as NodeJS.ReadStream,
    env,
    cwd,
  };
  const exitCode = await main(argv, io);
  return { exitCode, out, err, json: () => JSON.parse(out) };
}

/** The variables that name this database. */
export function variablesOf({
  file,
  databaseUrl,
}: {
  file?: string;
  databaseUrl?: string;
}): Record<string, string> {
  return file ? { BANGQIAO_DATABASE_FILE: file } : { BANGQIAO_DATABASE_URL: databaseUrl ?? '' };
}
