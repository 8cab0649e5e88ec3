import { chinaTime, customerNumber, type World } from './world.ts';

/**
 * A customer added in the ERP itself, unchecked; a company in category 3,7 unless the fields say otherwise. `at`: an
 * `ord` to put it under, whoever that was handed out to.
 */
export function insertCustomer(world: World, fields: Record<string, string>, at?: number): number {
  const fresh = world.state.allocate(fields.intsort ?? '1', (sequence) => customerNumber(world, sequence));
  const { khid } = fresh;
  const ord = at ?? fresh.ord;
  const date1 = chinaTime(world.now());
  const whole = { intsort: '1', khid, sort1: '3,7', level: '201', date1, ...fields };
  world.state.put({ ord, place: 'plain', fields: whole, flags: [], seeded: false });
  return ord;
}
