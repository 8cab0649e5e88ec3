import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { inFolder, type Spent, timed } from './measured.ts';

/** Rows of one table in their order; as a database file holds them. */
interface Table {
  name: string;
  columns: string[];
  rows: SQLInputValue[][];
}

/** The last rows of these tables of a file that the hub wrote. */
export function rowsOf(file: string, tables: readonly string[], last: number): Table[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const read = tables.map((name) => {
    const statement = database.prepare(`select * from ${name} order by rowid desc limit ${last}`);
    statement.setReturnArrays(true);
    const columns = statement.columns().map((column) => column.name);
    return { name, columns, rows: (statement.all() as unknown as SQLInputValue[][]).reverse() };
  });
  database.close();
  return read;
}

/** The time in which a bare program writes these rows to a file with the same tables and indexes, `perCommit` of each a durable commit. */
export async function rawWriting(
  schemaOf: string,
  tables: readonly Table[],
  perCommit: number,
): Promise<Spent> {
  return await inFolder(async (folder) => {
    const database = new DatabaseSync(join(folder, 'raw.db'));
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000');
    copySchema(database, schemaOf, tables);
    const inserts = tables.map(({ name, columns }) =>
      database.prepare(`insert into ${name} (${columns}) values (${columns.map(() => '?')})`),
    );
    const most = Math.max(...tables.map(({ rows }) => rows.length));
    const spent = await timed(() => {
      for (let from = 0; from < most; from += perCommit) {
        database.exec('begin immediate');
        for (const [at, { rows }] of tables.entries())
          for (const row of rows.slice(from, from + perCommit)) (inserts[at] as StatementSync).run(...row);
        database.exec('commit');
      }
    });
    database.close();
    return spent;
  });
}

function copySchema(database: DatabaseSync, schemaOf: string, tables: readonly Table[]): void {
  const source = new DatabaseSync(schemaOf, { readOnly: true });
  const names = tables.map(({ name }) => `'${name}'`).join();
  const found = source
    .prepare(
      `select sql from sqlite_master where tbl_name in (${names}) and type in ('table', 'index') and sql is not null`,
    )
    .all();
  source.close();
  for (const { sql } of found) database.exec(String(sql));
}

/** A server that reads the body and says yes. */
export async function bareServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"accepted":1}'),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}
