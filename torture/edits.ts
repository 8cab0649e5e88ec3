import { customersHere } from './deeds.ts';
import { awaited, heldBack } from './lost.ts';
import type { Memory } from './memory.ts';
import type { Say } from './statements.ts';
import type { World } from './world.ts';

/**
 * Statement 4, seen at e-mails: one that both sides know is the same on both, or an open conflict holds both values, or a
 * write that waits for a person tells why not. An edit of one side alone wins, and is no conflict.
 */
export async function emailsMeet(world: World, memory: Memory, say: Say): Promise<void> {
  const open = await openConflicts(world);
  const excused = new Set([...(await heldBack(world)), ...(await awaited(world))]);
  for (const { id, erp_customer_id: ord, email } of await customersHere(world)) {
    if (excused.has(id)) continue;
    const record = ord === null ? undefined : world.sim.customer(ord);
    if (record?.place !== 'plain') continue;
    const theirs = record.fields.email || null;
    const conflict = open.find(({ customer_id }) => customer_id === id);
    judgeEdits(memory, id, { here: email, there: theirs, conflict: conflict !== undefined }, say);
    if (theirs === email || (theirs === null && (memory.lied || memory.erased.has(`${ord} email`)))) continue;
    if (!conflict) say(4, `row ${id}: e-mail ${email} here, ${theirs} in record ${ord}`);
    else if (conflict.hub_value !== email || conflict.erp_value !== theirs) {
      say(4, `row ${id}: the conflict holds ${conflict.hub_value} and ${conflict.erp_value}`);
    }
  }
}

/** What both sides did since all was quiet decides what must stand now. */
function judgeEdits(
  memory: Memory,
  id: number,
  now: { here: string | null; there: string | null; conflict: boolean },
  say: Say,
): void {
  const edits = memory.edits.get(id);
  if (!edits) return;
  const { here, there } = edits;
  const both = here !== null && there !== null;
  if (now.conflict && !both)
    say(4, `row ${id}: a conflict, and only one side was edited (${here}, ${there})`);
  if (both || now.conflict) return;
  if (here !== null && now.here !== here)
    say(4, `row ${id}: ${here} was put in here alone and is ${now.here} now`);
  if (there !== null && now.there !== there)
    say(4, `row ${id}: ${there} was put in there alone and is ${now.there} now`);
}

async function openConflicts(world: World) {
  return world.store.db
    .selectFrom('conflicts')
    .selectAll()
    .where('state', '=', 'open')
    .where('field', '=', 'email')
    .execute();
}

/** Customers with something that is not settled: nobody can say that both sides agree. */
export async function conflictsOf(world: World): Promise<Set<number>> {
  const open = await openConflicts(world);
  const rest = [...(await heldBack(world)), ...(await awaited(world))];
  return new Set([...open.map(({ customer_id }) => customer_id), ...rest]);
}
