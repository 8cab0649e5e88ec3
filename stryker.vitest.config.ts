import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The first failing test ends a mutant's run: first the file that failed for the mutant before, then the quickest ones. */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => {
      const last = this.ctx.cache.getTestSpecificationResult(file);
      return last?.failed ? -1 : (last?.duration ?? 0);
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

/**
 * What `npm run mutation` runs per mutant: the tests of the pure domain. Every run has a worker of its own, so the test files
 * may share it; a mutant of a constant, which is tried with all tests, takes half the time so.
 */
export default defineConfig({
  test: {
    include: ['packages/core/test/**/*.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: LikelyFirst },
  },
});
