export type { Executor } from './backend.ts';
export { bulkInsert, eachOf, type Rows, repeated, rowsQueries, runInOneGo } from './bulk.ts';
export { StoreError } from './errors.ts';
export { type Holder, holderIsAlive, isAlive, parseHolder, thisHolder } from './holder.ts';
export { acquireLease, type Lease, leaseHolder } from './lease.ts';
export * from './schema.ts';
export type { UserRow } from './schema-users.ts';
export * from './schema-wechat.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
