import type { CompiledQuery, Dialect, Kysely, RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** The store itself, or a transaction in it: whatever a query can be sent to. */
export type Executor = Kysely<Schema>;

/** What the columns of our tables are made of. */
type ColumnKind = 'autoId' | 'bigint' | 'integer' | 'real' | 'text' | 'boolean' | 'time' | 'json';

/**
 * All that differs between the two databases, declared once for each; code elsewhere asks for a capability and never
 * for the name of the database.
 */
export interface Backend {
  name: 'sqlite' | 'postgres';
  dialect: Dialect;
  types: Record<ColumnKind, RawBuilder<unknown>>;
  /** The database's clock, as a `time`. */
  now: RawBuilder<string>;
  /** `YYYY-MM-DD` in Asia/Shanghai (no summer time: always UTC+8) of a `time` column. */
  shanghaiDay(column: string): RawBuilder<string>;
  /** The database itself is in trouble (busy, full, away): the same work may succeed later. */
  isTrouble(error: unknown): boolean;
  /** Size of the database, in bytes. */
  bytes(db: Executor): Promise<number>;
  /** Every row of a table, in pieces of `size`, as one snapshot where `trx` is one. */
  pages(trx: Executor, table: string, size: number): AsyncIterable<Record<string, unknown>[]>;
  /** Drops these tables, and the views and triggers over them. */
  dropAll(trx: Executor, tables: readonly string[]): Promise<void>;
  /** Tables of the place we would use, ours or not. */
  tableNames(db: Executor): Promise<string[]>;
  /** Holds off every other migrator until the transaction ends. */
  lockMigrations(trx: Executor): Promise<void>;
  /** Holds off every other process that understands events until the transaction ends: two would make two customers of one person. */
  lockUnderstanding(trx: Executor): Promise<void>;
  /** Lets generated ids go on after the highest one, when rows came with their own. */
  resetIds(trx: Executor, table: string): Promise<void>;
  search: SearchIndex;
  /** Runs `work` while its commit is as safe as asked: `true` survives a power cut. */
  withDurability<T>(connection: Executor, durable: boolean, work: () => Promise<T>): Promise<T>;
}

/** The index that customers are searched by: per customer the grams of its names and the like. */
export interface SearchIndex {
  /** Makes it, and whatever notes a customer that is new or gone, or one of whose columns changed. */
  create(trx: Executor, columns: readonly string[]): Promise<void>;
  /** Whether any customer is noted. */
  isBehind(db: Executor): Promise<boolean>;
  /** At most so many of those noted; they no longer are. */
  takeNoted(trx: Executor, most: number): Promise<number[]>;
  /** Replaces what is kept of `ids`; those without a row are gone. */
  put(
    trx: Executor,
    ids: readonly number[],
    rows: readonly { id: number; grams: readonly string[] }[],
  ): Promise<void>;
  /** Customers that have every term, the newest first. Grams are letters and digits alone. */
  find(db: Executor, terms: readonly { gram: string; isPrefix: boolean }[], limit: number): Promise<number[]>;
}

/** What the adapter of each database says, for code that holds no more than a transaction. */
export interface BulkAdapter {
  /** Takes `BatchQuery` and `StatementList`: a statement costs no round trip there. */
  readonly insertsRowByRow: boolean;
  /** The values of a JSON array as a query of one column: one statement, however many values. */
  each(json: string, kind: 'text' | 'bigint'): RawBuilder<unknown>;
}

/**
 * A statement for one row that runs once for every `width` of its parameters, `shared` ones before them. Where a statement
 * costs no round trip this is as fast as many rows in one, and needs no large prepared statements (300 kB for 100 rows).
 */
export interface BatchQuery extends CompiledQuery {
  shared: readonly unknown[];
  width: number;
}

/**
 * Statements that run one after another without coming back in between. In a transaction nobody waits for them: what fails is
 * thrown by the next statement that is waited for, the commit at the latest, and all is rolled back.
 */
export interface StatementList extends CompiledQuery {
  list: readonly CompiledQuery[];
  /** Waited for, and answered with the number of rows that they changed. */
  isCounted?: boolean;
  /** Not waited for outside a transaction either. */
  isTold?: boolean;
  /** So many rows they must change; in a transaction its commit finds that out, and fails with what `refuse` says. */
  must?: { change: number; refuse: () => Error };
}
