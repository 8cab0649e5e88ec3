/** Runs vitest as `npm test` does, with a PostgreSQL, on the files named for each project: `run.ts SQLITE POSTGRES`. */
import { startVitest } from 'vitest/node';
import { CountingReporter } from '../reporter.ts';

const [sqlite, postgres] = process.argv.slice(2);
const project = (name: string, files: string) => ({
  test: {
    name,
    root: import.meta.dirname,
    include: files.split(','),
    globalSetup: [`../${name}.setup.ts`],
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
