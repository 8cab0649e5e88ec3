import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs per mutant: the tests of the pure domain. */
export default defineConfig({ test: { include: ['packages/core/test/**/*.test.ts'], testTimeout: 60_000 } });
