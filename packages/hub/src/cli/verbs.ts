import type { Command } from 'commander';
import { demoVerb } from './demo.ts';
import { importVerb } from './import.ts';
import { initVerb } from './init.ts';
import { migrateVerb } from './migrate.ts';
import type { CliContext } from './session.ts';
import { simVerb } from './sim.ts';
import { startVerb } from './start.ts';
import { pullVerb, pushVerb, syncVerb } from './sync.ts';

/** The verbs, in the order of the help. */
export const VERBS: readonly ((program: Command, context: CliContext) => void)[] = [
  startVerb,
  demoVerb,
  initVerb,
  syncVerb,
  pullVerb,
  pushVerb,
  importVerb,
  migrateVerb,
  simVerb,
];
