import type { Language } from '@bangqiao/core';
import type { Fault } from './problem.ts';

/** The configuration cannot be used. Exit code 2. */
export class ConfigError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(describeFaults(faults, 'en'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** All faults for a person, one after the other, each with what to do. */
export function describeFaults(faults: readonly Fault[], lang: Language): string {
  const head =
    lang === 'zh' ? `配置有 ${faults.length} 处问题：` : `${faults.length} problem(s) in the configuration:`;
  const lines = faults.map(({ path, problem, hint }) => `  ${path}: ${problem[lang]}\n    → ${hint[lang]}`);
  return [head, ...lines].join('\n');
}
