/** Runs vitest as `npm test` does, on the files named for each project: `run.ts SQLITE POSTGRES`, with a PostgreSQL when a third word says so. */
import { startVitest } from 'vitest/node';
import { CountingReporter } from '../reporter.ts';

const [sqlite, postgres, withServer] = process.argv.slice(2);
const project = (name: string, files: string) => ({
  test: {
    name,
    root: import.meta.dirname,
    include: files.split(','),
    globalSetup: withServer ? [`../${name}.setup.ts`] : [],
  },
});
const vitest = await startVitest('test', [], {
  config: false,
  root: import.meta.dirname,
  watch: false,
  reporters: [new CountingReporter()],
  projects: [project('sqlite', sqlite!), project('postgres', postgres!)],
});
await vitest.close();
