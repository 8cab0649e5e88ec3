import { DatabaseSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { BatchQuery, StatementList } from '../backend.ts';
import { refuseNested } from '../nesting.ts';
import { patiently } from './patience.ts';
import { type Answer, type Request, Statements } from './statements.ts';
import { encode, rowsOf } from './values.ts';
import { Writer } from './writer.ts';

/**
 * One SQLite file: a connection that writes, handed to one user at a time in the order of asking, and one that only reads
 * what is committed, for everybody outside a transaction. In WAL mode neither waits for the other.
 */
export class SqliteDriver implements Driver {
  readonly #file: string;
  readonly #owner: object;
  readonly #queue: Array<() => void> = [];
  #taken = false;
  #writer: Writer | undefined;
  #reader: { database: DatabaseSync; statements: Statements } | undefined;

  /** @param owner names the store for `refuseNested`. */
  constructor(file: string, owner: object) {
    this.#file = file;
    this.#owner = owner;
  }

  async init(): Promise<void> {
    const writer = new Writer();
    try {
      await writer.ask({ open: this.#file });
    } catch (error) {
      await writer.close().catch(() => {});
      throw error;
    }
    this.#writer = writer;
  }

  async acquireConnection(): Promise<Session> {
    refuseNested(this.#owner);
    return new Session(this);
  }

  async releaseConnection(session: Session): Promise<void> {
    if (session.writes) this.releaseWriter();
  }

  async beginTransaction(session: Session): Promise<void> {
    // A transaction that began by reading could not write any more once another process wrote (SQLITE_BUSY_SNAPSHOT,
    // whatever the time-out).
    await session.control('begin immediate');
    session.transaction = 'read only';
  }

  async commitTransaction(session: Session): Promise<void> {
    await session.settle();
    await session.control('commit');
    session.transaction = null;
  }

  async rollbackTransaction(session: Session): Promise<void> {
    session.transaction = null;
    await session.control('rollback');
  }

  async savepoint(session: Session, name: string): Promise<void> {
    await session.control(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(session: Session, name: string): Promise<void> {
    await session.control(`rollback to "${name}"`);
  }

  async releaseSavepoint(session: Session, name: string): Promise<void> {
    await session.control(`release "${name}"`);
  }

  /** The reader goes first: the last connection to close tidies the log away, and only the writer may. */
  async destroy(): Promise<void> {
    this.#reader?.database.close();
    this.#reader = undefined;
    await this.#writer?.close();
  }

  async takeWriter(): Promise<Writer> {
    if (this.#taken) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#taken = true;
    return this.#writer!;
  }

  releaseWriter(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#taken = false;
  }

  /** Null for a database in memory: nobody else sees it. */
  reader(): Statements | null {
    if (this.#file === ':memory:') return null;
    if (!this.#reader) {
      // Not `readOnly`: such a connection cannot mend a log that another process left behind.
      const database = new DatabaseSync(this.#file, { timeout: 0 });
      database.exec('pragma query_only = on');
      this.#reader = { database, statements: new Statements(database) };
    }
    return this.#reader.statements;
  }
}

/**
 * What one user of the store has: reads what is committed until it first writes, and from then on holds the writer. A transaction
 * holds the file's only write lock from its start, so until its own first write what is committed is what it would see itself:
 * it reads that here, and no row travels between the threads.
 */
class Session implements DatabaseConnection {
  readonly #driver: SqliteDriver;
  #writer: Promise<Writer> | undefined;
  transaction: 'read only' | 'wrote' | null = null;
  /** What the transaction's commit waits for: whether rows that must change did. */
  #musts: Promise<Error | null>[] = [];

  constructor(driver: SqliteDriver) {
    this.#driver = driver;
  }

  get writes(): boolean {
    return this.#writer !== undefined;
  }

  /** For what begins and ends transactions. */
  async control(what: string): Promise<void> {
    this.#musts = [];
    await (await this.#hold()).ask(what);
  }

  /** @throws what the first of those that must change rows, and did not, refuses with */
  async settle(): Promise<void> {
    for (const refusal of await Promise.all(this.#musts)) if (refusal !== null) throw refusal;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if ('list' in query) return await this.#runList(query as StatementList);
    const request = requestOf(query);
    const reads =
      query.query.kind === 'SelectQueryNode' && (!this.#writer || this.transaction === 'read only');
    const reader = reads ? this.#driver.reader() : null;
    if (!reads) this.#wrote();
    const answer = reader
      ? await patiently(() => reader.run(request))
      : ((await (await this.#hold()).ask(request)) as Answer);
    return {
      rows: rowsOf(answer.rows) as R[],
      numAffectedRows: BigInt(answer.changes),
      insertId: BigInt(answer.lastId),
    };
  }

  // biome-ignore lint/correctness/useYield: refused, see the message
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('reading is paged, not streamed: a stream would hold the only connection');
  }

  /** One by one: while the thread works on a statement, the values of the next are made ready for it. */
  async #runList<R>({ list, isCounted, isTold, must }: StatementList): Promise<QueryResult<R>> {
    this.#wrote();
    const writer = await this.#hold();
    if (must) {
      const refusal = this.#refusalOf(list, must, writer);
      if (this.transaction !== null) this.#musts.push(refusal);
      else throwIf(await refusal);
      return { rows: [] };
    }
    if (isTold || (this.transaction !== null && !isCounted)) {
      for (const query of list) await writer.tell(requestOf(query));
      return { rows: [] };
    }
    return { rows: [], numAffectedRows: BigInt(await this.#changesOf(list, writer)) };
  }

  async #refusalOf(
    list: StatementList['list'],
    { change, refuse }: NonNullable<StatementList['must']>,
    writer: Writer,
  ): Promise<Error | null> {
    try {
      return (await this.#changesOf(list, writer)) < change ? refuse() : null;
    } catch (error) {
      return error as Error;
    }
  }

  async #changesOf(list: StatementList['list'], writer: Writer): Promise<number> {
    const answers = (await Promise.all(list.map((query) => writer.ask(requestOf(query))))) as Answer[];
    return answers.reduce((sum, answer) => sum + answer.changes, 0);
  }

  #wrote(): void {
    if (this.transaction === 'read only') this.transaction = 'wrote';
  }

  #hold(): Promise<Writer> {
    this.#writer ??= this.#driver.takeWriter();
    return this.#writer;
  }
}

function throwIf(error: Error | null): void {
  if (error !== null) throw error;
}

function requestOf(query: CompiledQuery | BatchQuery): Request {
  const request: Request = { sql: query.sql, values: query.parameters.map(encode) };
  if ('width' in query) {
    request.shared = query.shared.map(encode);
    request.width = query.width;
  }
  return request;
}
