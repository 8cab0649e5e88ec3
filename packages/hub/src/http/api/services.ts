import type { Logger } from 'pino';
import type { Config, Environment } from '../../config/index.ts';
import type { Store } from '../../store/index.ts';
import type { Hub } from '../../sync/hub.ts';
import type { Tasks } from './tasks.ts';

/** All that the API stands on. */
export interface ApiServices {
  store: Store;
  /** Runs and the way to the ERP; null where there is none. */
  hub: Pick<Hub, 'run' | 'erp'> | null;
  tasks: Tasks;
  config: Config;
  /** The variables that the configuration was read with. */
  env: Environment;
  log: Logger;
  clock(): Date;
  /** Lets the first administrator be made; null once there is one, or where nobody could have read it. */
  setUpCode: string | null;
  /** Opens the hub anew with the ERP that the configuration names now; absent where somebody else has to. */
  rejoin?(): void;
}

/** The service answers HTTP before its database is open: null until then. */
export interface ApiHost {
  current(): ApiServices | null;
}
