import { onTestFinished } from 'vitest';
import { createWecomClient, type WecomClient, type WecomOptions } from '../../src/index.ts';
import { createWecomSim, type WecomSim, type WecomSimOptions } from '../../src/sim/index.ts';

/** A stand-in on a port of its own, gone when the test is. */
export async function wecom(options: WecomSimOptions = {}): Promise<{ sim: WecomSim; baseUrl: string }> {
  const sim = createWecomSim(options);
  const baseUrl = await sim.listen();
  onTestFinished(() => sim.close());
  return { sim, baseUrl };
}

/** A client of that stand-in whose pauses are noted instead of waited for. */
export function clientOf(
  sim: WecomSim,
  baseUrl: string,
  options: Partial<WecomOptions> = {},
): { client: WecomClient; pauses: number[] } {
  const pauses: number[] = [];
  const client = createWecomClient({
    corpId: sim.corpId,
    secret: sim.secret,
    baseUrl,
    sleep: async (ms) => void pauses.push(ms),
    random: () => 1,
    ...options,
  });
  onTestFinished(() => client.close());
  return { client, pauses };
}

/** Everything an iteration yields. */
export async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}
