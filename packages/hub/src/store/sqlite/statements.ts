import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { booleansIn, type FlatRows, flatten, NO_ROWS } from './values.ts';

const CACHED_STATEMENTS = 200;

/** One statement with its parameters; with `width` it runs once for every `width` of `values`, `shared` ones before them. */
export interface Request {
  sql: string;
  values: SQLInputValue[];
  shared?: SQLInputValue[];
  width?: number;
}

export interface Answer {
  rows: FlatRows;
  changes: number;
  lastId: number | bigint;
}

interface Prepared {
  statement: StatementSync;
  /** Names of the columns that it brings; none when it only writes. */
  names: string[];
  booleans: number[];
}

/** Runs statements on one connection and keeps those that come again prepared. */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run(request: Request): Answer {
    const { statement, names, booleans } = this.#prepare(request.sql);
    if (request.width !== undefined) return runMany(statement, request, request.width);
    if (names.length > 0) {
      const rows = statement.all(...request.values) as unknown as unknown[][];
      return { rows: flatten(names, rows, booleans), changes: rows.length, lastId: 0 };
    }
    const { changes, lastInsertRowid } = statement.run(...request.values);
    return { rows: NO_ROWS, changes: Number(changes), lastId: lastInsertRowid };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) {
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    const columns = statement.columns();
    statement.setReturnArrays(true);
    const names = columns.map((column) => column.name);
    const prepared = { statement, names, booleans: booleansIn(columns) };
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

function runMany(statement: StatementSync, { values, shared = [] }: Request, width: number): Answer {
  const row = [...shared, ...values.slice(0, width)];
  const first = shared.length;
  let changes = 0;
  for (let from = 0; from < values.length; from += width) {
    for (let at = 0; at < width; at++) row[first + at] = values[from + at]!;
    changes += Number(statement.run(...row).changes);
  }
  return { rows: NO_ROWS, changes, lastId: 0 };
}
