import type { Reporter, TestModule, Vitest } from 'vitest/node';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Ends a run with the counts of each project and, as the very last line, `N passed, N failed` (`, N skipped`).
 * Fails the run when SQLite and PostgreSQL did not run, or did not pass, the same number of tests.
 */
export class CountingReporter implements Reporter {
  #projects: string[] = [];

  onInit(vitest: Vitest): void {
    this.#projects = vitest.projects.map((project) => project.name);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = new Map(this.#projects.map((name) => [name, { passed: 0, failed: 0, skipped: 0 }]));
    for (const module of modules) {
      const project = counts.get(module.project.name);
      if (project) countModule(module, project);
    }
    const lines = [...counts].map(([name, count]) => `${name}: ${inWords(count)}`);
    const difference = this.#difference(counts);
    if (difference) {
      lines.push(`!!! ${difference}`);
      process.exitCode = 1;
    }
    const total = [...counts.values()].reduce(add, { passed: 0, failed: unhandled.length, skipped: 0 });
    if (unhandled.length > 0)
      lines.push(`errors outside of any test, counted as failed: ${unhandled.length}`);
    console.log(['', ...lines, inWords(total)].join('\n'));
  }

  #difference(counts: Map<string, Counts>): string | undefined {
    const sqlite = counts.get('sqlite');
    const postgres = counts.get('postgres');
    // One of them left out by `--project`: a person's choice, said in the counts above.
    if (!sqlite || !postgres) return undefined;
    if (inWords(sqlite) === inWords(postgres)) return undefined;
    return `SQLITE AND POSTGRES DIFFER: sqlite ${inWords(sqlite)}; postgres ${inWords(postgres)}`;
  }
}

function countModule(module: TestModule, counts: Counts): void {
  // A file that cannot be loaded has no tests: it would fail unseen.
  if (module.errors().length > 0) counts.failed++;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') counts.passed++;
    else if (state === 'failed') counts.failed++;
    else counts.skipped++;
  }
}

function add(sum: Counts, more: Counts): Counts {
  return {
    passed: sum.passed + more.passed,
    failed: sum.failed + more.failed,
    skipped: sum.skipped + more.skipped,
  };
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
