import type { IncomingMessage } from 'node:http';
import { json, type Reply } from './answers.ts';
import { noFaults } from './faults.ts';
import { plainOddities } from './oddities.ts';
import type { Sim } from './types.ts';

interface Order {
  ord?: number;
  fields?: Record<string, string>;
}

type Action = (sim: Sim, body: Record<string, unknown>) => unknown;

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

const READS: Record<string, (sim: Sim, query: URLSearchParams) => unknown> = {
  state: (sim) => ({ stats: sim.stats, counts: counts(sim), oddities: sim.oddities, faults: sim.faults }),
  customers: (sim) => sim.customers(),
  contacts: (sim) => sim.contacts(),
  followups: (sim) => sim.followUps(),
  records: (sim, query) => sim.records(query.get('resource') ?? ''),
};

const ACTIONS: Record<string, Action> = {
  faults: (sim, body) => set(sim.faults, body, noFaults()),
  oddities: (sim, body) => set(sim.oddities, body, plainOddities()),
  edit: (sim, body) => sim.edit(ordOf(body), (body as Order).fields ?? {}),
  insert: (sim, body) => ({ ord: sim.insert((body as Order).fields ?? {}) }),
  remove: (sim, body) => sim.remove(ordOf(body)),
  pool: (sim, body) => sim.moveToPool(ordOf(body)),
  hide: (sim, body) => sim.hide(ordOf(body)),
  show: (sim, body) => sim.show(ordOf(body)),
  'tokens/kill': (sim) => sim.killTokens(),
  'stats/reset': (sim) => sim.resetStats(),
};

function counts(sim: Sim): Record<string, number> {
  const found: Record<string, number> = { plain: 0, pool: 0, hidden: 0, deleted: 0 };
  for (const customer of sim.customers()) found[customer.place]!++;
  return { ...found, contacts: sim.contacts().length, followUps: sim.followUps().length };
}

/** Merges known settings in; an unknown name or another kind of value is an error that says which. */
function set(target: object, body: Record<string, unknown>, defaults: object): object {
  for (const [name, value] of Object.entries(body)) {
    if (!(name in defaults)) throw new Error(`unknown setting: ${name}`);
    const usual: unknown = defaults[name as keyof typeof defaults];
    const fits = Array.isArray(usual)
      ? Array.isArray(value)
      : typeof usual !== 'number' || typeof value === 'number';
    if (!fits) throw new Error(`wrong kind of value: ${name}`);
  }
  return Object.assign(target, body);
}

function ordOf(body: Record<string, unknown>): number {
  const ord = Number(body.ord);
  if (!Number.isInteger(ord)) throw new Error('ord is missing');
  return ord;
}

/**
 * `/__sim/…`, for tests in other processes, from the same machine only. Answers JSON; a faulty order gets 400 and
 * `{"error"}`; what is not under `/__sim/` gets null.
 */
export function control(sim: Sim, request: IncomingMessage, body: string): Reply | null {
  const [path = '', query] = (request.url ?? '').split('?');
  if (!path.startsWith('/__sim/')) return null;
  if (!LOOPBACK.has(request.socket.remoteAddress ?? ''))
    return { status: 403, type: 'text', body: 'loopback only' };
  const name = path.slice('/__sim/'.length);
  const read = READS[name];
  const act =
    request.method === 'POST' ? ACTIONS[name] : read && (() => read(sim, new URLSearchParams(query)));
  if (!act) return { status: 404, type: 'json', body: JSON.stringify({ error: `no such order: ${name}` }) };
  try {
    return json(JSON.stringify(act(sim, body === '' ? {} : JSON.parse(body)) ?? { ok: true }));
  } catch (error) {
    return {
      status: 400,
      type: 'json',
      body: JSON.stringify({ error: error instanceof Error ? error.message : error }),
    };
  }
}
