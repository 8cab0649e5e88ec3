import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The first failing test ends a mutant's run, so what is quick goes first and the properties last. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(moduleId.includes('.property.'));
    return files.toSorted((a, b) => isSlow(a) - isSlow(b));
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
    sequence: { sequencer: QuickFirst },
  },
});
