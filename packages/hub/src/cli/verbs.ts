import type { Command } from 'commander';
import { alertsVerb } from './alerts.ts';
import { backupVerb } from './backup.ts';
import { callVerb } from './call.ts';
import { catalogueVerb } from './catalogue.ts';
import { conflictsVerb } from './conflicts.ts';
import { demoVerb } from './demo.ts';
import { doctorVerb } from './doctor.ts';
import { eraseVerb } from './erase.ts';
import { eventsVerb } from './events.ts';
import { explainVerb } from './explain.ts';
import { exportVerb } from './export.ts';
import { followUpsVerb } from './followups.ts';
import { importVerb } from './import.ts';
import { importChatsVerb } from './import-chats.ts';
import { initVerb } from './init.ts';
import { journalVerb } from './journal.ts';
import { licenseVerb } from './license.ts';
import { migrateVerb } from './migrate.ts';
import { peopleVerb } from './people.ts';
import { applyVerb, planVerb } from './plan.ts';
import { rebindVerb } from './rebind.ts';
import { restoreVerb } from './restore.ts';
import { rulesVerb } from './rules.ts';
import type { CliContext } from './session.ts';
import { simVerb } from './sim.ts';
import { startVerb } from './start.ts';
import { statusVerb } from './status.ts';
import { pullVerb, pushVerb, syncVerb } from './sync.ts';
import { tokenVerb } from './token.ts';
import { undoVerb } from './undo.ts';
import { userVerb } from './user.ts';

/** The verbs, in the order of the help. */
export const VERBS: readonly ((program: Command, context: CliContext) => void)[] = [
  startVerb,
  demoVerb,
  initVerb,
  syncVerb,
  pullVerb,
  pushVerb,
  planVerb,
  applyVerb,
  undoVerb,
  importVerb,
  importChatsVerb,
  eventsVerb,
  peopleVerb,
  licenseVerb,
  explainVerb,
  conflictsVerb,
  restoreVerb,
  eraseVerb,
  exportVerb,
  journalVerb,
  followUpsVerb,
  rulesVerb,
  catalogueVerb,
  callVerb,
  statusVerb,
  doctorVerb,
  alertsVerb,
  userVerb,
  tokenVerb,
  rebindVerb,
  migrateVerb,
  backupVerb,
  simVerb,
];
