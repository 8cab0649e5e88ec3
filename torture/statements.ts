import { readPlan } from '../packages/hub/src/plan/plan-file.ts';
import { activate, customersHere } from './deeds.ts';
import { conflictsOf, emailsMeet } from './edits.ts';
import { explained, secrets } from './explained.ts';
import { hasLied } from './history.ts';
import { nothingLost } from './lost.ts';
import type { Memory } from './memory.ts';
import { refusesStrangers } from './strangers.ts';
import { noTwin } from './twins.ts';
import type { World } from './world.ts';

/** One of the ten statements (docs/guarantees.md) that did not hold; 0: the history itself came to grief. */
export interface Violation {
  statement: number;
  what: string;
}

export type Say = (statement: number, what: string) => void;

const MOST_ROUNDS = 3;
const MINUTES = 60_000;

/** After the storm: calm weather, runs until nothing moves any more, then each statement is looked at. Answers the rounds. */
export async function checkStatements(world: World, memory: Memory): Promise<number> {
  memory.lied ||= hasLied(world);
  const { say } = world;
  const rounds = await calm(world);
  await noTwin(world, memory, say);
  await nothingLost(world, memory, say);
  await emailsMeet(world, memory, say);
  erpStands(world, memory, say);
  await hubStands(world, say);
  await goneIsProven(world, say);
  await explained(world, say);
  await secrets(world, say);
  if (world.dice.next() < STRANGERS) await refusesStrangers(world, say);
  return rounds;
}

/** Another ERP is tried in some histories only: it costs as much as a run. */
const STRANGERS = 0.2;

/** Calm weather until all is quiet; whoever agrees then must have been edited on both sides to be in conflict later. */
export async function settle(world: World, memory: Memory): Promise<void> {
  await calm(world);
  memory.forget();
  const busy = await conflictsOf(world);
  for (const { id, email, erp_customer_id: ord, erp_presence } of await customersHere(world)) {
    if (ord === null || email === null || erp_presence !== 'present' || busy.has(id)) continue;
    const record = world.sim.customer(ord);
    if (record?.place !== 'plain' || record.fields.email !== email) continue;
    memory.edits.set(id, { ord, here: null, there: null });
  }
}

async function calm(world: World): Promise<number> {
  world.heal();
  await activate(world, { do: 'rules', set: 'default' });
  world.wait(120 * MINUTES);
  await rotate(world);
  let rounds = 0;
  let last = await traces(world);
  for (; rounds <= MOST_ROUNDS; rounds += 1) {
    await answeredRun(world);
    const now = await traces(world);
    if (now === last) return rounds;
    last = now;
  }
  world.say(5, `still writing after ${MOST_ROUNDS} calm rounds`);
  return rounds;
}

/** What no list of this tenant shows is read again within a week, by scheduled runs. */
async function rotate(world: World): Promise<void> {
  if (world.sim.oddities.missingColumns.length === 0) return;
  world.wait(8 * 24 * 60 * MINUTES);
  await world.run('sync', { scheduled: true });
}

/** A run that asks is answered with its own plan. */
async function answeredRun(world: World): Promise<void> {
  const { asked } = await world.run('sync');
  if (!asked?.isQuestion || asked.file === null) return;
  await world.run('sync', { accept: await readPlan(asked.file) });
}

/** All that a quiet run leaves alone: changing calls, customers, history, base. */
export async function traces(world: World): Promise<string> {
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

/** No record of the ERP holds a value that neither a person gave nor the hub had; nothing that was filled is blank. */
function erpStands(world: World, memory: Memory, say: Say): void {
  for (const { ord, place, fields } of world.sim.customers()) {
    if (place !== 'plain' || world.sim.stats.creates[ord]) continue;
    for (const [field, value] of Object.entries(fields)) {
      const given = memory.given(ord, field);
      if (!given || given.has(value) || isRewritten(world, value, given)) continue;
      const wasEmpty = given.size === 1 && given.has('');
      const isOurs = field === 'email' ? /^(here\d|agreed)@/.test(value) : field === 'weixinAcc' && wasEmpty;
      if (value === '') say(3, `record ${ord}: ${field} was blanked`);
      else if (!isOurs) say(3, `record ${ord}: ${field} became ${value}`);
    }
  }
}

/** What the ERP does not hold any more is not taken from the hub. */
async function hubStands(world: World, say: Say): Promise<void> {
  const blanked = await world.store.db
    .selectFrom('field_change_history')
    .select(['customer_id', 'field_name'])
    .where('value_source', '=', 'erp')
    .where('field_name', 'in', ['email', 'address', 'phone', 'wechat_id'])
    .where('old_value', 'is not', null)
    .where('new_value', 'is', null)
    .execute();
  for (const { customer_id, field_name } of blanked)
    say(3, `row ${customer_id}: ${field_name} was blanked here`);
}

/** Some systems bring every value that is saved into a form of their own. */
function isRewritten({ sim }: World, value: string, given: ReadonlySet<string>): boolean {
  const { trimValues, rewriteValues } = sim.oddities;
  if (!trimValues && !rewriteValues) return false;
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  return [...given].some((one) => plain(one) === plain(value));
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
