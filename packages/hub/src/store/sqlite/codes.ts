/** SQLite's primary result code of what `node:sqlite` threw (an extended code carries it in its low byte); 0 for any other error. */
export function resultCode(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}

const SQLITE_NOTADB = 26;

/** The file is there and readable, and something other than a database. */
export function isNoDatabase(error: unknown): boolean {
  return resultCode(error) === SQLITE_NOTADB;
}
