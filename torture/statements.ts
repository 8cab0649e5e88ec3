import type { Customer } from '../packages/core/src/index.ts';
import { OPEN_STATES } from '../packages/hub/src/journal/states.ts';
import { companyOf, type Memory } from './history.ts';
import { PASSWORD, type World } from './world.ts';

/** A statement of architecture.md ("What must always be true") that did not hold. */
export interface Violation {
  statement: number;
  what: string;
}

const MOST_ROUNDS = 3;
const MINUTES = 60_000;

/** After the storm: the ERP is well, time passes, runs until nothing moves any more; then each statement is looked at. */
export async function checkStatements(world: World, memory: Memory): Promise<Violation[]> {
  const found: Violation[] = [];
  const say = (statement: number, what: string) => found.push({ statement, what });
  world.wait(120 * MINUTES);
  let rounds = 0;
  let last = await traces(world);
  for (; rounds <= MOST_ROUNDS + 1; rounds += 1) {
    await world.run('sync');
    const now = await traces(world);
    if (now === last) break;
    last = now;
  }
  if (rounds > MOST_ROUNDS) say(5, `still writing after ${MOST_ROUNDS} calm rounds`);
  await noTwin(world, memory, say);
  await nothingLost(world, memory, say);
  await emailsMeet(world, memory, say);
  erpStands(world, memory, say);
  await goneIsProven(world, say);
  await explained(world, say);
  await secrets(world, say);
  return found;
}

type Say = (statement: number, what: string) => void;

/** All that a quiet run leaves alone: changing calls, customers, history, base. */
async function traces(world: World): Promise<string> {
  const { db } = world.store;
  const [customers, history, base] = await Promise.all([
    db.selectFrom('customers_unified').select(['id', 'version']).orderBy('id').execute(),
    db
      .selectFrom('field_change_history')
      .select((one) => one.fn.countAll<number>().as('n'))
      .execute(),
    db.selectFrom('sync_base').selectAll().orderBy('customer_id').execute(),
  ]);
  const { login: _login, ...writes } = world.sim.stats.writes;
  return JSON.stringify([writes, customers, history, base]);
}

async function customersHere(world: World): Promise<Customer[]> {
  return (await world.store.db.selectFrom('customers_unified').selectAll().execute()) as Customer[];
}

async function noTwin(world: World, memory: Memory, say: Say): Promise<void> {
  const made = new Map<number, number[]>();
  for (const [ord, times] of Object.entries(world.sim.stats.creates)) {
    if (times > 1) say(1, `ord ${ord} was created ${times} times`);
    const { name } = world.sim.customer(Number(ord))?.fields ?? {};
    for (const person of memory.brought.keys()) {
      if (name === companyOf(person)) made.set(person, [...(made.get(person) ?? []), Number(ord)]);
    }
  }
  const again = await world.store.db
    .selectFrom('write_journal')
    .select('customer_id')
    .select((one) => one.fn.countAll<number>().as('times'))
    .where('outcome', '=', 'created')
    .groupBy('customer_id')
    .execute();
  for (const { customer_id, times } of again) {
    if (Number(times) > 1) say(6, `row ${customer_id} was created ${times} times`);
  }
  for (const [person, all] of made) {
    const ords = all.filter((ord) => !memory.deleted.has(ord));
    if (ords.length > 1) say(1, `person ${person} was created as ${ords.join(', ')}`);
    const there = world.sim
      .customers()
      .filter(
        ({ ord, place, fields }) =>
          place === 'plain' && !ords.includes(ord) && fields.name === companyOf(person),
      );
    const before = there.filter(({ ord }) => ord < Math.min(...ords) && !memory.absent.has(ord));
    if (before.length > 0) say(1, `person ${person} was created beside ${before.map(({ ord }) => ord)}`);
  }
  const phones = new Map<string, number>();
  for (const { phone, id, erp_customer_id, erp_contact_id } of await customersHere(world)) {
    if (erp_contact_id !== null || !phone || !/^1360000/.test(phone)) continue;
    if (phones.has(phone) && erp_customer_id === null) say(1, `phone of row ${id} stands here twice`);
    phones.set(phone, id);
  }
}

async function nothingLost(world: World, memory: Memory, say: Say): Promise<void> {
  const { db } = world.store;
  const keys = await db.selectFrom('customer_keys').selectAll().where('kind', '=', 'wechat').execute();
  const rows = await customersHere(world);
  const known = new Set([...rows.map((row) => row.wechat_id), ...keys.map((key) => key.value)]);
  for (const [person, ids] of memory.brought) {
    for (const id of ids) if (!known.has(id)) say(2, `person ${person} with ${id} is lost`);
  }
  const open = await db
    .selectFrom('write_journal')
    .select(['id', 'state', 'kind', 'error_code'])
    .where(
      'state',
      'in',
      OPEN_STATES.filter((state) => state !== 'parked'),
    )
    .execute();
  for (const write of open)
    say(2, `write ${write.id} (${write.kind}) stays ${write.state}: ${write.error_code}`);
  const parked = await db
    .selectFrom('write_journal')
    .select('customer_id')
    .where('state', '=', 'parked')
    .execute();
  const waits = new Set(parked.map((write) => write.customer_id));
  for (const row of rows) {
    const isContact = row.erp_contact_id !== null;
    if (row.has_order && row.erp_customer_id === null && !isContact && !waits.has(row.id)) {
      say(2, `row ${row.id} qualifies and stands nowhere`);
    }
  }
  const unread = await unreadCustomers(world);
  for (const { ord, place, fields } of world.sim.customers()) {
    if (place !== 'plain') continue;
    const row = rows.find((one) => one.erp_customer_id === ord);
    if (!row) say(2, `record ${ord} of the ERP is not here`);
    else if (fields.address && row.address !== fields.address && !unread.has(row.id)) {
      say(2, `record ${ord}: address ${fields.address} is ${row.address} here`);
    }
  }
}

/** Customers whose detail is still to be read: a field that the list lacks is unknown here, not lost. */
async function unreadCustomers(world: World): Promise<Set<number>> {
  const rows = await world.store.db
    .selectFrom('erp_mirror')
    .select('customer_id')
    .where('needs_detail', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.customer_id));
}

/**
 * An e-mail that both sides know is the same on both, or an open conflict holds both values, or a parked write tells a
 * person why not: an edit of either side is never dropped.
 */
async function emailsMeet(world: World, memory: Memory, say: Say): Promise<void> {
  const open = await world.store.db
    .selectFrom('conflicts')
    .selectAll()
    .where('state', '=', 'open')
    .where('field', '=', 'email')
    .execute();
  const parked = await world.store.db
    .selectFrom('write_journal')
    .select('customer_id')
    .where('state', '=', 'parked')
    .execute();
  const excused = await unreadCustomers(world);
  for (const { customer_id } of parked) excused.add(customer_id);
  for (const { id, erp_customer_id: ord, email } of await customersHere(world)) {
    if (excused.has(id)) continue;
    const record = ord === null ? undefined : world.sim.customer(ord);
    if (record?.place !== 'plain' || (record.fields.email || null) === email) continue;
    if (record.fields.email === '' && memory.lied) continue;
    const conflict = open.find(({ customer_id }) => customer_id === id);
    if (!conflict) say(4, `row ${id}: e-mail ${email} here, ${record.fields.email} in record ${ord}`);
    else if (conflict.hub_value !== email || conflict.erp_value !== record.fields.email) {
      say(4, `row ${id}: the conflict holds ${conflict.hub_value} and ${conflict.erp_value}`);
    }
  }
}

/** No record of the ERP holds a value that neither a person gave nor the hub had; nothing that was filled is blank. */
function erpStands(world: World, memory: Memory, say: Say): void {
  for (const { ord, place, fields } of world.sim.customers()) {
    if (place !== 'plain' || world.sim.stats.creates[ord]) continue;
    for (const [field, value] of Object.entries(fields)) {
      const given = memory.given.get(`${ord} ${field}`);
      if (!given || given.has(value)) continue;
      const wasEmpty = given.size === 1 && given.has('');
      const isOurs = field === 'email' ? /^here\d@/.test(value) : field === 'weixinAcc' && wasEmpty;
      if (value === '') say(3, `record ${ord}: ${field} was blanked`);
      else if (!isOurs) say(3, `record ${ord}: ${field} became ${value}`);
    }
  }
}

async function goneIsProven(world: World, say: Say): Promise<void> {
  for (const { erp_customer_id: ord, erp_presence } of await customersHere(world)) {
    if (ord === null) continue;
    const place = world.sim.customer(ord)?.place;
    if (erp_presence === 'gone' && place !== 'deleted')
      say(6, `record ${ord} is called gone and is ${place}`);
    if (place === 'deleted' && erp_presence !== 'gone')
      say(6, `record ${ord} is deleted and ${erp_presence} here`);
  }
}

async function explained(world: World, say: Say): Promise<void> {
  const bare = await world.store.db
    .selectFrom('write_journal')
    .leftJoin('journal_audit', 'journal_audit.journal_id', 'write_journal.id')
    .select(['write_journal.id as id', 'write_journal.state as state'])
    .select((one) => one.fn.max('journal_audit.id').as('last'))
    .groupBy(['write_journal.id', 'write_journal.state'])
    .execute();
  for (const { id, last } of bare) if (last === null) say(8, `write ${id} has no audit row`);
}

async function secrets(world: World, say: Say): Promise<void> {
  const { db } = world.store;
  for (const table of ['erp_api_logs', 'erp_sync_logs', 'journal_audit'] as const) {
    const text = JSON.stringify(await db.selectFrom(table).selectAll().execute());
    if (text.includes(PASSWORD)) say(9, `the password stands in ${table}`);
    const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/.exec(text);
    if (phone) say(9, `a whole phone stands in ${table}`);
  }
}
