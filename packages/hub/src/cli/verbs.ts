import type { Command } from 'commander';
import { demoVerb } from './demo.ts';
import { doctorVerb } from './doctor.ts';
import { explainVerb } from './explain.ts';
import { importVerb } from './import.ts';
import { initVerb } from './init.ts';
import { migrateVerb } from './migrate.ts';
import { rebindVerb } from './rebind.ts';
import { rulesVerb } from './rules.ts';
import type { CliContext } from './session.ts';
import { simVerb } from './sim.ts';
import { startVerb } from './start.ts';
import { statusVerb } from './status.ts';
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
  explainVerb,
  rulesVerb,
  statusVerb,
  doctorVerb,
  rebindVerb,
  migrateVerb,
  simVerb,
];
