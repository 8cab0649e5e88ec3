/**
 * A process that uses a database as told: `store-helper.ts ADDRESS VERB`. It prints a line when it is where the test
 * wants it, and goes on when it reads one.
 */
import { once } from 'node:events';
import { acquireLease, openStore, thisHolder } from '../../src/store/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';

const [address, verb] = process.argv.slice(2);
const store = await openStore(JSON.parse(address!));
const toldToGoOn = () => once(process.stdin, 'data');

const verbs: Record<string, () => Promise<void>> = {
  /** Opens, which migrates. */
  async open() {
    console.log('open');
  },
  /** Stops in the midst of a migration, for ever. */
  async migrateHalf() {
    const half = {
      version: MIGRATIONS.length + 1,
      name: 'half',
      async up(trx: Parameters<(typeof MIGRATIONS)[0]['up']>[0]) {
        await trx.schema.createTable('half_made').addColumn('id', 'integer').execute();
        console.log('half');
        await new Promise(() => setInterval(() => {}, 1_000));
      },
    };
    await migrate(store.transaction, store.backend, new Date().toISOString(), [...MIGRATIONS, half]);
  },
  /** Holds a transaction open. */
  async hold() {
    await store.transaction(async (trx) => {
      await trx.insertInto('bangqiao_meta').values({ key: 'who', value: 'helper' }).execute();
      console.log('holding');
      await toldToGoOn();
    });
    console.log('committed');
  },
  /** Holds a lease. */
  async lease() {
    const lease = await acquireLease(store, 'sync', thisHolder('helper'), { waitMs: 0 });
    console.log('leased');
    await toldToGoOn();
    await lease.release();
  },
};

await verbs[verb!]!();
await store.close();
process.stdin.destroy();
