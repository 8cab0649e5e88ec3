export type { Executor } from './backend.ts';
export { bulkInsert } from './bulk.ts';
export { StoreError, type StoreProblem } from './errors.ts';
export { type Holder, holderIsAlive, isAlive, parseHolder, thisHolder } from './holder.ts';
export { acquireLease, type Lease, type LeaseOptions } from './lease.ts';
export * from './schema.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
