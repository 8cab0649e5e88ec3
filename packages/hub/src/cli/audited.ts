import { existsSync } from 'node:fs';
import { maskPrivateNumbersIn } from '@bangqiao/core';
import { loadConfig } from '../config/index.ts';
import { failureOf } from '../failure.ts';
import { openDatabase } from '../sync/hub.ts';
import { beginDeed, endDeed } from '../users/audit.ts';
import { thisPerson } from './person.ts';
import type { ExitCode, Session } from './session.ts';
import { shownValues, shownWords } from './typed-words.ts';

/** What was typed: `conflicts resolve`, its arguments and options. */
export interface Typed {
  verb: string;
  args: readonly string[];
  options: object;
}

/** Runs a verb that changes something and keeps who typed it, and how it ended, in the audit of its database. */
export async function audited(
  session: Session,
  typed: Typed,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const at = new Date().toISOString();
  try {
    const exitCode = await work();
    await keep(session, typed, at, endOf(exitCode));
    return exitCode;
  } catch (error) {
    const { exitCode, code } = failureOf(error);
    await keep(session, typed, at, { outcome: exitCode === 1 ? 'failed' : 'refused', code });
    throw error;
  }
}

interface End {
  outcome: 'done' | 'refused' | 'failed';
  code?: string;
}

/** What ends with 1 did its work, and some of it was not to be done: a row that needs a person, say. */
function endOf(exitCode: ExitCode): End {
  if (exitCode === 0) return { outcome: 'done' };
  return { outcome: exitCode === 1 ? 'done' : 'refused', code: `exit ${exitCode}` };
}

/** A database that is not there, or cannot be written now, does not make a verb that is done fail. */
async function keep(session: Session, { verb, args, options }: Typed, at: string, end: End): Promise<void> {
  const loaded = loadConfig({ file: session.configFile, env: session.io.env, cwd: session.io.cwd });
  if (!loaded.ok) return;
  const { database } = loaded.config;
  if (database.url === null && !existsSync(database.file)) return;
  try {
    const store = await openDatabase(loaded.config);
    try {
      const deed = { who: thisPerson().by, userId: null, via: 'cli', action: verb } as const;
      const subject = subjectOf(
        verb,
        args.filter((one) => one !== undefined),
      );
      const id = await beginDeed(store.db, { ...deed, subject, after: options }, at);
      await endDeed(store.db, id, end);
    } finally {
      await store.close();
    }
  } catch {
    session.note({
      zh: '这条命令没有记入审计：数据库现在写不了',
      en: 'This command is not in the audit: the database cannot be written now',
    });
  }
}

function subjectOf(verb: string, words: readonly string[]): string | null {
  const kept = verb === 'call' ? shownValues(words) : shownWords(words);
  // Once more as a whole: a number in JSON is no text, and a phone may be typed as several words.
  return maskPrivateNumbersIn(kept.join(' ')) || null;
}
