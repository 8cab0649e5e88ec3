import type { Command } from 'commander';
import type { CliContext } from './session.ts';

/** Adds a verb to the program. */
export type Verb = (program: Command, context: CliContext) => void;

/** The verbs, in the order of the help. What a verb needs is read when it is asked for: half a second of start without it. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import('./start.ts')).startVerb,
  demo: async () => (await import('./demo.ts')).demoVerb,
  init: async () => (await import('./init.ts')).initVerb,
  sync: async () => (await import('./sync.ts')).syncVerb,
  pull: async () => (await import('./sync.ts')).pullVerb,
  push: async () => (await import('./sync.ts')).pushVerb,
  plan: async () => (await import('./plan.ts')).planVerb,
  apply: async () => (await import('./plan.ts')).applyVerb,
  undo: async () => (await import('./undo.ts')).undoVerb,
  import: async () => (await import('./import.ts')).importVerb,
  'import-chats': async () => (await import('./import-chats.ts')).importChatsVerb,
  events: async () => (await import('./events.ts')).eventsVerb,
  people: async () => (await import('./people.ts')).peopleVerb,
  license: async () => (await import('./license.ts')).licenseVerb,
  explain: async () => (await import('./explain.ts')).explainVerb,
  conflicts: async () => (await import('./conflicts.ts')).conflictsVerb,
  restore: async () => (await import('./restore.ts')).restoreVerb,
  erase: async () => (await import('./erase.ts')).eraseVerb,
  export: async () => (await import('./export.ts')).exportVerb,
  journal: async () => (await import('./journal.ts')).journalVerb,
  followups: async () => (await import('./followups.ts')).followUpsVerb,
  rules: async () => (await import('./rules.ts')).rulesVerb,
  catalogue: async () => (await import('./catalogue.ts')).catalogueVerb,
  call: async () => (await import('./call.ts')).callVerb,
  status: async () => (await import('./status.ts')).statusVerb,
  doctor: async () => (await import('./doctor.ts')).doctorVerb,
  alerts: async () => (await import('./alerts.ts')).alertsVerb,
  user: async () => (await import('./user.ts')).userVerb,
  token: async () => (await import('./token.ts')).tokenVerb,
  rebind: async () => (await import('./rebind.ts')).rebindVerb,
  migrate: async () => (await import('./migrate.ts')).migrateVerb,
  backup: async () => (await import('./backup.ts')).backupVerb,
  sim: async () => (await import('./sim.ts')).simVerb,
};

/** The verbs that a command line may mean: the ones it names where its first word is one, else all of them. */
export async function verbsFor(argv: readonly string[]): Promise<Verb[]> {
  const isVerb = (word: string | undefined) => word !== undefined && Object.hasOwn(VERBS, word);
  const meant = isVerb(argv.find((word) => !word.startsWith('-'))) ? argv.filter(isVerb) : Object.keys(VERBS);
  return await Promise.all([...new Set(meant)].map((name) => VERBS[name]!()));
}
