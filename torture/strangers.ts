import { openErp } from '../packages/hub/src/erp/access.ts';
import { createClient } from '../packages/zhibang/src/index.ts';
import { createSim } from '../packages/zhibang-sim/src/index.ts';
import { type Say, traces } from './statements.ts';
import { PASSWORD, type World } from './world.ts';

/** Statement 10: another ERP, at its own address or behind the address that the database belongs to, is refused untouched. */
export async function refusesStrangers(world: World, say: Say): Promise<void> {
  const bound = await world.store.db.selectFrom('erp_binding').select('fingerprint').executeTakeFirst();
  if (!bound) return;
  const stranger = createSim({ customers: 12, seed: 4_000_000 + world.dice.below(1000), password: PASSWORD });
  const baseUrl = await stranger.listen();
  try {
    const opened = await openErp(world.store, world.settings(baseUrl)).catch(refusal);
    if (typeof opened !== 'string') {
      say(10, 'another ERP at another address is let in');
      await opened.close();
    } else if (opened !== 'other_erp') say(10, `another ERP is refused as ${opened}`);
    if (knownCustomers(bound.fingerprint) >= ENOUGH) await behindTheAddress(world, baseUrl, say);
    if (Object.keys(stranger.stats.stored).some((name) => name !== 'login'))
      say(10, 'another ERP was written to');
  } finally {
    await stranger.close();
  }
}

/** With fewer customers at its first sweep a database cannot tell one ERP from another. */
const ENOUGH = 5;

const knownCustomers = (fingerprint: unknown) =>
  fingerprint === null ? 0 : (JSON.parse(String(fingerprint)) as unknown[]).length;

/** The name now leads to another machine: only its customers show it. */
async function behindTheAddress(world: World, baseUrl: string, say: Say): Promise<void> {
  const before = await traces(world);
  const own = await world.erp(0);
  const client = createClient({ baseUrl, username: 'demo', password: PASSWORD, serialNumber: 'stranger' });
  const answer = await world.runOn({ ...own, client }, 'sync').catch(refusal);
  await client.close();
  if (answer !== 'other_erp') say(10, 'another ERP behind the same address is not refused');
  if ((await traces(world)) !== before) say(10, 'another ERP behind the same address changed something here');
}

function refusal(error: unknown): string {
  return String((error as { code?: unknown }).code ?? error);
}
