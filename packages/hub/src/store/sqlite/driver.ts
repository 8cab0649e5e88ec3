import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { refuseNested } from '../nesting.ts';
import { decodeRows, encode, type RowDecoder, rowDecoder } from './values.ts';

const BUSY_TIMEOUT_MS = 5_000;
const LONGEST_PAUSE_MS = 25;
const CACHED_STATEMENTS = 200;
const SQLITE_BUSY = 5;
/** Measured with a first pull of 100,000 customers: more gains nothing, less writes pages out in mid-transaction. */
const CACHE_KIB = 48_000;
const CHECKPOINT_PAGES = 8_000;

interface Prepared {
  statement: StatementSync;
  reads: boolean;
  decode: RowDecoder;
}

/** One connection to one SQLite file, handed to one user at a time in the order of asking. */
export class SqliteDriver implements Driver {
  readonly #file: string;
  readonly #owner: object;
  readonly #queue: Array<() => void> = [];
  #taken = false;
  #connection: SqliteConnection | undefined;

  /** @param owner names the store for `refuseNested`. */
  constructor(file: string, owner: object) {
    this.#file = file;
    this.#owner = owner;
  }

  async init(): Promise<void> {
    const database = new DatabaseSync(this.#file, { timeout: 0 });
    try {
      // The switch changes the file itself: one that is not ours is refused later, as it was.
      if (isOurs(database)) await patiently(() => database.exec('pragma journal_mode = wal'));
      database.exec('pragma synchronous = normal; pragma foreign_keys = on');
      database.exec(`pragma cache_size = -${CACHE_KIB}; pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    } catch (error) {
      database.close();
      throw error;
    }
    this.#connection = new SqliteConnection(database);
  }

  async acquireConnection(): Promise<SqliteConnection> {
    refuseNested(this.#owner);
    if (this.#taken) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#taken = true;
    return this.#connection!;
  }

  async releaseConnection(): Promise<void> {
    const next = this.#queue.shift();
    if (next) next();
    else this.#taken = false;
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await patiently(() => connection.database.exec('commit'));
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    // A full disk or an I/O error makes SQLite roll back by itself; a second rollback would hide that error.
    if (connection.database.isTransaction) connection.database.exec('rollback');
  }

  async savepoint(connection: SqliteConnection, name: string): Promise<void> {
    connection.database.exec(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(connection: SqliteConnection, name: string): Promise<void> {
    connection.database.exec(`rollback to "${name}"`);
  }

  async releaseSavepoint(connection: SqliteConnection, name: string): Promise<void> {
    connection.database.exec(`release "${name}"`);
  }

  async destroy(): Promise<void> {
    this.#connection?.close();
  }
}

/** Empty, or with the mark of our own first migration. */
function isOurs(database: DatabaseSync): boolean {
  const [tables] = database
    .prepare("select count(*) as n, sum(name = 'bangqiao_meta') as ours from sqlite_master")
    .all();
  return tables?.n === 0 || Number(tables?.ours) > 0;
}

class SqliteConnection implements DatabaseConnection {
  readonly database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /**
   * `begin immediate`: a transaction that began by reading could not write any more once another process wrote
   * (SQLITE_BUSY_SNAPSHOT, whatever the time-out).
   */
  async begin(): Promise<void> {
    await patiently(() => this.database.exec('begin immediate'));
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = query.parameters.map(encode);
    return await patiently(() => this.#run<R>(query.sql, parameters));
  }

  #run<R>(sql: string, parameters: SQLInputValue[]): QueryResult<R> {
    const { statement, reads, decode } = this.#prepare(sql);
    if (reads) {
      const rows = decodeRows(statement.all(...parameters), decode) as R[];
      return { rows, numAffectedRows: BigInt(rows.length) };
    }
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  // biome-ignore lint/correctness/useYield: refused, see the message
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('reading is paged, not streamed: a stream would hold the only connection');
  }

  close(): void {
    this.#prepared.clear();
    this.database.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) {
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    const statement = this.database.prepare(sql);
    const columns = statement.columns();
    const prepared = { statement, reads: columns.length > 0, decode: rowDecoder(columns) };
    if (/^\s*(create|alter|drop)/i.test(sql)) this.#prepared.clear();
    // A pragma may act while it is prepared, so a prepared one cannot be run again.
    else if (!/^\s*pragma/i.test(sql)) this.#remember(sql, prepared);
    return prepared;
  }

  #remember(sql: string, prepared: Prepared): void {
    this.#prepared.set(sql, prepared);
    if (this.#prepared.size <= CACHED_STATEMENTS) return;
    const oldest = this.#prepared.keys().next().value;
    if (oldest !== undefined) this.#prepared.delete(oldest);
  }
}

/**
 * Tries again while another connection holds the lock, up to 5 s. The wait is ours and not SQLite's, because SQLite's
 * stops the event loop, and what is waited for may be a transaction of this very process; nor does SQLite wait at all
 * while two processes switch to WAL at once.
 */
async function patiently<T>(attempt: () => T): Promise<T> {
  const giveUp = performance.now() + BUSY_TIMEOUT_MS;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUp) throw error;
    }
    await sleep(pause);
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode;
  // Extended codes carry the primary code in their low byte.
  return code !== undefined && (code & 0xff) === SQLITE_BUSY;
}
