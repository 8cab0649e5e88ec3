import type { sql } from 'kysely';
import { keepContacts } from './0002_contacts.ts';
import { keepEvidence } from './0002_evidence.ts';
import { keepOrders } from './0002_orders.ts';
import { keepPassage } from './0002_passage.ts';
import type { Migration } from './migration.ts';

/** What the guarantees need beyond the trunk: the breaker, how conflicts end, what a write changed, orders of a person. */
export const guarantees: Migration = {
  version: 2,
  name: 'guarantees',
  async up(trx, backend, now) {
    const run = async (statement: ReturnType<typeof sql>) => {
      await statement.execute(trx);
    };
    await keepOrders(run, backend);
    await keepPassage(run, backend);
    await keepEvidence(run, backend);
    await keepContacts(run, backend, now);
  },
};
