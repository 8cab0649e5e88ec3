/** What a project's set-up tells its tests about their database; `template`: the migrated file that each test's own is a copy of. */
export type DatabaseService =
  | { dialect: 'sqlite'; template: string }
  | { dialect: 'postgres'; url: string; folder: string };

declare module 'vitest' {
  interface ProvidedContext {
    database: DatabaseService;
  }
}

/** The migrated database of PostgreSQL that every test's own is cloned from. */
export const TEMPLATE = 'bangqiao_template';
/** A file beside the data of a PostgreSQL whose databases somebody wants to look at. */
export const KEEP_MARK = 'keep';
