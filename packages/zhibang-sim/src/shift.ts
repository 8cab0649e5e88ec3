import { insertCustomer } from './insert.ts';
import { pick } from './random.ts';
import type { World } from './world.ts';

/** Somebody works in the ERP while a sweep runs. Only seeded customers go away, so that a test's own stay countable. */
export function shiftOneRow(world: World): void {
  const kind = pick(world.dice.random, ['delete', 'insert', 'pool'] as const);
  if (kind === 'insert') {
    insertCustomer(world, { name: `展会新客户${world.state.nextNumber}`, person_name: '周全' });
    return;
  }
  const seeded = world.state.inPlace('plain').filter((customer) => customer.seeded);
  if (seeded.length === 0) return;
  const customer = pick(world.dice.random, seeded);
  world.state.put({ ...customer, place: kind === 'delete' ? 'deleted' : 'pool' });
}
