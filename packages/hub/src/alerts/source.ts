import type { Config } from '../config/index.ts';
import type { Identity } from '../erp/binding.ts';
import type { Store } from '../store/index.ts';

/** What the watch looks at. */
export interface AlertSource {
  store: Store;
  config: Config;
  /** The ERP that is synced with; null: none. */
  erp: Identity | null;
  /** When this process began: what was silent before does not count. */
  startedAt: Date;
}
