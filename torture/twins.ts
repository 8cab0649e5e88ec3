import { customersHere } from './deeds.ts';
import type { Memory } from './memory.ts';
import { companyOf, isOurs } from './people.ts';
import type { Say } from './statements.ts';
import type { World } from './world.ts';

/** Statement 1: one real customer stands in the ERP at most once and here at most once. */
export async function noTwin(world: World, memory: Memory, say: Say): Promise<void> {
  const made = madeOf(world, memory, say);
  await createdOnce(world, say);
  for (const [person, all] of made) {
    const ords = all.filter((ord) => !memory.deleted.has(ord));
    if (ords.length > 1) say(1, `person ${person} was created as ${ords.join(', ')}`);
    // Of those that stand; where somebody deleted all of them, of those that stood.
    const first = Math.min(...(ords.length > 0 ? ords : all));
    const before = world.sim
      .customers()
      .filter(
        ({ ord, place, fields }) =>
          place === 'plain' && fields.name === companyOf(person) && !all.includes(ord),
      )
      .filter(({ ord }) => ord < first && !memory.absent.has(ord));
    if (before.length > 0) say(1, `person ${person} was created beside ${before.map(({ ord }) => ord)}`);
  }
  await phonesOnce(world, say);
  await rightRecord(world, memory, say);
  contactsOnce(world, say);
}

/** Records that the hub created, by person. */
function madeOf(world: World, memory: Memory, say: Say): Map<number, number[]> {
  const made = new Map<number, number[]>();
  for (const [ord, times] of Object.entries(world.sim.stats.creates)) {
    if (times > 1) say(1, `ord ${ord} was created ${times} times`);
    const { name } = world.sim.customer(Number(ord))?.fields ?? {};
    for (const person of memory.brought.keys()) {
      if (name === companyOf(person)) made.set(person, [...(made.get(person) ?? []), Number(ord)]);
    }
  }
  return made;
}

async function createdOnce(world: World, say: Say): Promise<void> {
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
}

async function phonesOnce(world: World, say: Say): Promise<void> {
  const phones = new Map<string, number>();
  for (const { phone, id, erp_customer_id, erp_contact_id } of await customersHere(world)) {
    if (erp_contact_id !== null || !phone || !isOurs(phone)) continue;
    if (phones.has(phone) && erp_customer_id === null) say(1, `phone of row ${id} stands here twice`);
    phones.set(phone, id);
  }
}

/** A person of ours is no other customer of the ERP, whoever stands under the `ord` that was meant for ours. */
async function rightRecord(world: World, memory: Memory, say: Say): Promise<void> {
  const ours = new Map([...memory.brought].flatMap(([person, ids]) => [...ids].map((id) => [id, person])));
  for (const { id, wechat_id, erp_customer_id: ord } of await customersHere(world)) {
    const person = ours.get(wechat_id ?? '');
    if (person === undefined || ord === null || !memory.reused.has(ord)) continue;
    say(3, `row ${id} of person ${person} is linked with record ${ord}, which is another customer`);
  }
}

function contactsOnce({ sim }: World, say: Say): void {
  const seen = new Map<string, number>();
  for (const { ord, company, main, fields } of sim.contacts()) {
    const { mobile } = fields;
    if (main || !mobile || !isOurs(mobile)) continue;
    const key = `${company} ${mobile}`;
    if (seen.has(key)) say(1, `contact person ${ord} of ${company} is there as ${seen.get(key)} already`);
    seen.set(key, ord);
  }
}
