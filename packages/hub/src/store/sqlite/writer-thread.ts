// The thread in which the connection that writes lives: SQLite works and waits for the disk there, and the event loop of
// the program goes on.
import { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import { patiently } from './patience.ts';
import { type Request, Statements } from './statements.ts';
import type { Question, Reply, Task } from './writer.ts';

/** Measured with a first pull of 100,000 customers: more gains nothing, less writes pages out in mid-transaction. */
const CACHE_KIB = 16_000;
/** 80 MB of log at most before the file itself is written: writing waits for the disk then, up to a second. */
const CHECKPOINT_PAGES = 20_000;

const port = parentPort!;
let database: DatabaseSync;
let statements: Statements;
let last: Promise<void> = Promise.resolve();

/** Tasks come in the order of asking and are answered in it, though one of them may have to wait for a lock. */
port.on('message', (task: Task) => {
  last = last.then(async () => {
    if (isTold(task)) await listen(task.told);
    else port.postMessage(await reply(task));
  });
});

/** Of what was told; the next question is answered with it. */
let failure: unknown;

const isTold = (task: Task): task is { told: Request } => typeof task === 'object' && 'told' in task;

async function listen(request: Request): Promise<void> {
  if (failure !== undefined) return;
  try {
    await patiently(() => statements.run(request));
  } catch (error) {
    failure = error;
  }
}

async function reply(task: Question): Promise<Reply> {
  const failed = failure;
  failure = undefined;
  try {
    if (failed !== undefined && task !== 'rollback') throw failed;
    return { answer: await perform(task) };
  } catch (error) {
    const { message, code, errcode, errstr } = error as Error & Record<string, unknown>;
    return { error: { message, code, errcode, errstr } };
  }
}

async function perform(task: Question) {
  if (typeof task === 'object' && 'sql' in task) return await patiently(() => statements.run(task));
  if (typeof task === 'object') await open(task.open);
  else if (task === 'close') database.close();
  // A full disk or an I/O error makes SQLite roll back by itself; a second rollback would hide that error.
  else if (task !== 'rollback' || database.isTransaction) await patiently(() => database.exec(task));
  return null;
}

async function open(file: string): Promise<void> {
  database = new DatabaseSync(file, { timeout: 0 });
  try {
    // The switch changes the file itself: one that is not ours is refused later, as it was.
    // While another process makes that switch nothing can be read, so looking takes patience as well.
    const ours = await patiently(() => isOurs(database));
    if (ours) await patiently(() => database.exec('pragma journal_mode = wal'));
    database.exec('pragma synchronous = normal; pragma foreign_keys = on');
    database.exec(`pragma cache_size = -${CACHE_KIB}; pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  } catch (error) {
    database.close();
    throw error;
  }
  statements = new Statements(database);
}

/** Empty, or with the mark of our own first migration. */
function isOurs(found: DatabaseSync): boolean {
  const [tables] = found
    .prepare("select count(*) as n, sum(name = 'bangqiao_meta') as ours from sqlite_master")
    .all();
  return tables?.n === 0 || Number(tables?.ours) > 0;
}
