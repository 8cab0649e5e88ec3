import type { Customer, Rule } from '../packages/core/src/index.ts';
import { DEFAULT_RULES, defaultRules } from '../packages/core/src/index.ts';
import { activateRules } from '../packages/hub/src/admit/activate.ts';
import { requireCustomer, updateCustomer } from '../packages/hub/src/customers/index.ts';
import { listConflicts, resolveConflict } from '../packages/hub/src/desk/conflicts.ts';
import { cancelWrite, listWrites, retryWrite } from '../packages/hub/src/desk/writes.ts';
import type { SimCustomer } from '../packages/zhibang-sim/src/index.ts';
import type { Memory } from './memory.ts';
import { companyOf, isOurs, lineOf, phoneOf } from './people.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

type Deed<Name extends Step['do']> = Extract<Step, { do: Name }>;

export async function bring(world: World, memory: Memory, step: Deed<'bring'>): Promise<void> {
  const { id, line, phone } = lineOf(step);
  const { bad } = await world.import([line]);
  if (bad.length === 0) return memory.bring(step.person, id);
  // Whoever imports is told: a row is refused where it is not certain whom it means, and for nothing else.
  const holders = (await customersHere(world)).filter((row) => row.phone === phone);
  if (holders.length < 2) world.say(2, `the import refused ${line}: ${bad[0]?.reason.en}`);
}

export function insert({ sim }: World, memory: Memory, { person }: Deed<'insert'>): void {
  if (sim.customers().some(({ fields }) => fields.mobile === phoneOf(person))) return;
  const ord = sim.insert({ name: companyOf(person), mobile: phoneOf(person), person_name: `磨砺${person}` });
  memory.giveAll(ord, sim.customer(ord)?.fields ?? {});
}

export async function editHere(
  world: World,
  memory: Memory,
  { which, value }: Deed<'edit-here'>,
): Promise<void> {
  const email = `here${value}@example.com`;
  world.wait(60_000);
  const rows = await customersHere(world);
  const one = rows[which % Math.max(1, rows.length)];
  if (!one) return;
  const now = world.clock().toISOString();
  await world.store.transaction(async (trx) =>
    updateCustomer(
      trx,
      await requireCustomer(trx, one.id),
      { email },
      { by: 'person', reason: 'edited', source: 'manual', runId: null, now },
    ),
  );
  if (one.email !== email) memory.edited('here', { row: one.id }, email);
}

export async function editErp(world: World, memory: Memory, step: Deed<'edit-erp'>): Promise<void> {
  const { sim } = world;
  const one = step.ofRow ? await recordOfRow(world, step.which) : plainRecord(world, step.which);
  if (one?.place !== 'plain') return;
  const value = newValue(step, one.ord);
  if (step.field === 'mobile' && isOurs(one.fields.mobile)) return;
  memory.give(one.ord, step.field, value);
  if (step.field === 'email' && one.fields.email !== value) memory.edited('there', { ord: one.ord }, value);
  sim.edit(one.ord, { [step.field]: value });
}

export function erase(world: World, memory: Memory, { which, field }: Deed<'erase'>): void {
  const one = plainRecord(world, which);
  if (!one?.fields[field]) return;
  memory.give(one.ord, field, '');
  memory.erased.add(`${one.ord} ${field}`);
  memory.forget();
  world.sim.edit(one.ord, { [field]: '' });
}

function plainRecord({ sim }: World, which: number): SimCustomer | undefined {
  const plain = sim.customers().filter(({ place }) => place === 'plain');
  return plain[which % plain.length];
}

async function recordOfRow(world: World, which: number): Promise<SimCustomer | undefined> {
  const rows = await customersHere(world);
  const ord = rows[which % Math.max(1, rows.length)]?.erp_customer_id ?? null;
  return ord === null ? undefined : world.sim.customer(ord);
}

function newValue({ field, value }: Deed<'edit-erp'>, ord: number): string {
  if (field === 'email') return `there${value}@example.com`;
  if (field === 'address') return `绍兴市新路 ${value} 号`;
  return `139${String(ord).padStart(7, '0')}${value}`;
}

/** Only records that the hub has linked go away: what a colleague deletes before it was read back nobody can tell from unsaved. */
export async function move(
  world: World,
  memory: Memory,
  how: 'remove' | 'pool' | 'hide' | 'show',
  which: number,
): Promise<void> {
  const { sim } = world;
  if (how === 'show') {
    const away = sim.customers().filter(({ place }) => place !== 'plain');
    const one = away[which % Math.max(1, away.length)];
    if (one) sim.show(one.ord);
    return;
  }
  const ord = await linkedOrd(world, which);
  if (ord === null) return;
  memory.absent.add(ord);
  if (how === 'remove') memory.deleted.add(ord);
  if (how === 'remove') sim.remove(ord);
  else if (how === 'pool') sim.moveToPool(ord);
  else sim.hide(ord);
}

async function linkedOrd(world: World, which: number): Promise<number | null> {
  const linked = (await customersHere(world)).filter(({ erp_customer_id }) => erp_customer_id !== null);
  const ord = linked[which % Math.max(1, linked.length)]?.erp_customer_id ?? null;
  return ord !== null && world.sim.customer(ord)?.place === 'plain' ? ord : null;
}

/** The row that `edit-here` with the same number edits, when it is linked. */
export async function swap(world: World, memory: Memory, { which }: Deed<'swap'>): Promise<void> {
  const record = await recordOfRow(world, which);
  if (record?.place !== 'plain') return;
  const { ord } = record;
  const fields = other(ord);
  memory.absent.add(ord);
  memory.giveAll(ord, fields);
  memory.forget();
  world.sim.edit(ord, fields);
}

export async function reuse(world: World, memory: Memory): Promise<void> {
  const writes = await listWrites(world.store.db, {});
  const lost = writes.find(({ kind, ord }) => kind === 'create' && ord !== null && !world.sim.customer(ord));
  if (!lost) return;
  const ord = lost.ord as number;
  memory.reused.add(ord);
  world.sim.insert(other(ord), ord);
  memory.giveAll(ord, world.sim.customer(ord)?.fields ?? {});
}

function other(ord: number): Record<string, string> {
  return {
    name: `嘉兴换主${ord}号纺织有限公司`,
    khid: `HZ${ord}`,
    mobile: `135${String(ord).padStart(8, '0')}`,
    weixinAcc: '',
    bank_4: '',
  };
}

export async function activate(world: World, { set }: Deed<'rules'>): Promise<void> {
  world.wait(60_000);
  world.watch.nobody = set === 'nobody';
  await activateRules(
    world.store,
    { rules: RULES[set], note: set },
    { by: 'person', at: world.clock().toISOString(), thresholds: {} },
  );
}

const RULES: Record<Deed<'rules'>['set'], readonly Rule[]> = {
  default: DEFAULT_RULES,
  nobody: DEFAULT_RULES.filter(({ rule_action }) => rule_action === 'SKIP'),
  strict: defaultRules({ high_quality_sync: { min_quality_score: 95, min_intent_score: 95 } }),
};

export async function resolve(
  world: World,
  memory: Memory,
  { which, answer }: Deed<'resolve'>,
): Promise<void> {
  const open = await listConflicts(world.store.db);
  const one = open[which % Math.max(1, open.length)];
  if (!one) return;
  world.wait(60_000);
  memory.forget(one.customer_id);
  const person = { by: 'person', at: world.clock().toISOString() };
  const said = answer === 'value' ? { value: 'agreed@example.com' } : { take: answer };
  if (answer === 'value' && one.field !== 'email') return;
  await resolveConflict(world.store, one.id, said, person);
}

export async function undo(world: World, memory: Memory, { which }: Deed<'undo'>): Promise<void> {
  const runs = await world.store.db
    .selectFrom('sync_runs')
    .select('id')
    .orderBy('id', 'desc')
    .limit(5)
    .execute();
  const run = runs[which % Math.max(1, runs.length)]?.id;
  memory.forget();
  if (run !== undefined) await world.run('undo', { undo: run }).catch(() => {});
}

export async function atDesk(world: World, { which, verb }: Deed<'desk'>): Promise<void> {
  const states =
    verb === 'retry' ? (['parked', 'waiting'] as const) : (['planned', 'waiting', 'parked'] as const);
  const writes = await listWrites(world.store.db, { states });
  const one = writes[which % Math.max(1, writes.length)];
  if (!one) return;
  world.wait(60_000);
  const person = { by: 'person', at: world.clock().toISOString() };
  if (verb === 'retry') world.watch.forgetRefusals();
  await (verb === 'retry' ? retryWrite : cancelWrite)(world.store, one.id, person);
}

export async function customersHere(world: World): Promise<Customer[]> {
  return (await world.store.db
    .selectFrom('customers_unified')
    .selectAll()
    .orderBy('id')
    .execute()) as Customer[];
}
