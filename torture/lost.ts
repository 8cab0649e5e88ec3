import { OPEN_STATES } from '../packages/hub/src/journal/states.ts';
import { customersHere } from './deeds.ts';
import type { Memory } from './memory.ts';
import type { Say } from './statements.ts';
import type { World } from './world.ts';

/** Statement 2: who came in is here, what was begun is settled or waits for a person, what the ERP shows is here. */
export async function nothingLost(world: World, memory: Memory, say: Say): Promise<void> {
  await everybodyKnown(world, memory, say);
  await nothingOpen(world, say);
  const rows = await customersHere(world);
  const waits = await awaited(world);
  for (const row of rows) {
    const stands = row.erp_customer_id !== null || row.erp_contact_id !== null;
    if (row.has_order && !stands && !waits.has(row.id)) say(2, `row ${row.id} qualifies and stands nowhere`);
  }
  const back = await heldBack(world);
  for (const { ord, place, fields } of world.sim.customers()) {
    if (place !== 'plain') continue;
    const row = rows.find((one) => one.erp_customer_id === ord);
    if (!row) say(2, `record ${ord} of the ERP is not here`);
    else if (fields.address && row.address !== fields.address && !back.has(row.id)) {
      say(2, `record ${ord}: address ${fields.address} is ${row.address} here`);
    }
  }
}

async function everybodyKnown(world: World, memory: Memory, say: Say): Promise<void> {
  const keys = await world.store.db
    .selectFrom('customer_keys')
    .select('value')
    .where('kind', '=', 'wechat')
    .execute();
  const rows = await customersHere(world);
  const known = new Set([...rows.map((row) => row.wechat_id), ...keys.map((key) => key.value)]);
  for (const [person, ids] of memory.brought) {
    for (const id of ids) if (!known.has(id)) say(2, `person ${person} with ${id} is lost`);
  }
}

async function nothingOpen(world: World, say: Say): Promise<void> {
  const open = await world.store.db
    .selectFrom('write_journal')
    .select(['id', 'state', 'kind', 'error_code'])
    .where(
      'state',
      'in',
      OPEN_STATES.filter((state) => state !== 'parked'),
    )
    .execute();
  for (const { id, kind, state, error_code } of open)
    say(2, `write ${id} (${kind}) stays ${state}: ${error_code}`);
}

/** Customers whose write a person has before him, or took back. */
export async function awaited(world: World): Promise<Set<number>> {
  const rows = await world.store.db
    .selectFrom('write_journal')
    .select('customer_id')
    .where((where) =>
      where.or([where('state', '=', 'parked'), where('error_code', '=', 'cancelled_by_person')]),
    )
    .execute();
  return new Set(rows.map((write) => write.customer_id));
}

/**
 * Customers whose record is not taken over, and that is no loss: its detail is still to be read, or a person is asked
 * whether it is still theirs.
 */
export async function heldBack(world: World): Promise<Set<number>> {
  const { db } = world.store;
  const unread = await db
    .selectFrom('erp_mirror')
    .select('customer_id')
    .where('needs_detail', 'is not', null)
    .execute();
  const inQuestion = await db
    .selectFrom('conflicts')
    .select('customer_id')
    .where('state', '=', 'open')
    .where('field', '=', 'erp_customer_code')
    .execute();
  return new Set([...unread, ...inQuestion].map((row) => row.customer_id));
}

/**
 * Statement 2 in mid-storm: a sweep that was killed has taken over every record that its cursor counts, for whoever goes on
 * from there does not read them again. Records that the cursor does not count (page 1 came short, and nothing told so) come
 * in the next pass, as all do where the list moved (no count). `since`: the newest record when the sweep began.
 */
export async function cursorIsHonest(world: World, since: number): Promise<void> {
  const { db } = world.store;
  const sweep = await db
    .selectFrom('sweeps')
    .select(['last_ord', 'next_page', 'seen', 'record_count'])
    .where('state', '=', 'running')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!sweep || sweep.next_page < 2 || sweep.record_count === null) return;
  const mirror = new Set((await db.selectFrom('erp_mirror').select('ord').execute()).map(({ ord }) => ord));
  const before = world.sim
    .customers()
    .filter(({ ord, place }) => place === 'plain' && ord <= sweep.last_ord && ord <= since);
  const left = before.filter(({ ord }) => !mirror.has(ord));
  if (left.length <= before.length - sweep.seen) return;
  for (const { ord } of left)
    world.say(
      2,
      `the cursor stands at ${sweep.last_ord}, counts ${sweep.seen}, and ${ord} was not taken over`,
    );
}
