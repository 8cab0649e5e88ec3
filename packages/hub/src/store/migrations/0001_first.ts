import type { sql } from 'kysely';
import { seedConfig } from './0001_config.ts';
import { createCustomers } from './0001_customers.ts';
import { createErpTables } from './0001_erp.ts';
import { createJournal } from './0001_journal.ts';
import { createLogs } from './0001_logs.ts';
import type { Migration } from './migration.ts';

export const first: Migration = {
  version: 1,
  name: 'first',
  async up(trx, backend, now) {
    const run = async (statement: ReturnType<typeof sql>) => {
      await statement.execute(trx);
    };
    await createCustomers(run, backend);
    await createLogs(run, backend);
    await createErpTables(run, backend);
    await createJournal(run, backend);
    await seedConfig(trx, now);
  },
};
