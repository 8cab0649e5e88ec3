export type { Executor } from './backend.ts';
export {
  bulkInsert,
  changedBy,
  eachOf,
  mustChange,
  type Rows,
  repeated,
  rowsQueries,
  runInOneGo,
} from './bulk.ts';
export { StoreError } from './errors.ts';
export { type Holder, holderIsAlive, holdsStill, isAlive, parseHolder, thisHolder } from './holder.ts';
export { acquireLease, type Lease, leaseHolder, leaseHolders } from './lease.ts';
export { currentVersion, migrate, NEWEST } from './migrate.ts';
export { MIGRATIONS } from './migrations/index.ts';
export * from './schema.ts';
export * from './schema-operation.ts';
export type { UserRow } from './schema-users.ts';
export * from './schema-wechat.ts';
export { isNoDatabase } from './sqlite/codes.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
