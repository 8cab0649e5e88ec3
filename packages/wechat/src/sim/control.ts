import type { Aside } from './server.ts';
import type { WecomSim } from './sim.ts';
import { noWecomFaults, type SimRelation, type WecomFaults } from './types.ts';

type Order = Record<string, unknown>;

const LOOPBACK = new Set(['127.0.0.1', '::1']);
const text = (order: Order, name: string): string => {
  const value = order[name];
  if (typeof value !== 'string' || value === '') throw new Error(`${name} is missing`);
  return value;
};

const READS: Readonly<Record<string, (sim: WecomSim) => unknown>> = {
  state: (sim) => ({ stats: sim.stats, faults: sim.faults, callbackUrl: sim.callbackUrl }),
  customers: (sim) => sim.customers(),
  relations: (sim) => sim.relations(),
};

const ACTIONS: Readonly<Record<string, (sim: WecomSim, order: Order) => unknown>> = {
  faults: (sim, order) => setFaults(sim.faults, order),
  callback: (sim, order) => {
    sim.callbackUrl = order.url === null ? null : text(order, 'url');
  },
  'callback/check': (sim) => sim.checkCallback(),
  'tokens/revoke': (sim) => sim.revokeTokens(),
  'time/advance': (sim, order) => sim.advance(Number(order.ms)),
  'contacts/new': (sim, order) => {
    const customer = sim.people.customer({
      name: text(order, 'name'),
      unionid: (order.unionid as string) ?? null,
    });
    sim.people.add(text(order, 'userid'), customer.externalUserid, order as { state?: string });
    return customer;
  },
  'contacts/edit': (sim, order) =>
    sim.people.edit(
      text(order, 'userid'),
      text(order, 'externalUserid'),
      order.fields as Partial<SimRelation>,
    ),
  'contacts/drop': (sim, order) => sim.people.drop(text(order, 'userid'), text(order, 'externalUserid')),
  'contacts/leave': (sim, order) => sim.people.leave(text(order, 'userid'), text(order, 'externalUserid')),
  'kf/say': (sim, order) => ({
    msgid: sim.service.say(text(order, 'openKfid'), text(order, 'externalUserid'), text(order, 'text')),
  }),
  'kf/recall': (sim, order) =>
    sim.service.recall(text(order, 'openKfid'), text(order, 'externalUserid'), text(order, 'msgid')),
  event: (sim, order) => sim.people.event(order as Record<string, string>),
  'archive/put': (sim, order) => ({ msgid: sim.archive.put(order) }),
};

/** `/__sim/…` from the same machine, and the archive's sidecar at `/__archive?seq=&limit=`. */
export function controlOf(sim: WecomSim): Aside {
  return (call, method) => {
    if (!call.path.startsWith('/__')) return null;
    if (!LOOPBACK.has(call.ip)) return { status: 403, body: { error: 'only from this machine' } };
    if (call.path === '/__archive') {
      const [seq, limit] = [Number(call.query.get('seq') ?? 0), Number(call.query.get('limit') ?? 1000)];
      return { status: 200, body: { chatdata: sim.archive.page(seq, limit) } };
    }
    const name = call.path.slice('/__sim/'.length);
    const read = READS[name];
    if (method === 'GET' && read) return { status: 200, body: read(sim) };
    const action = ACTIONS[name];
    if (method !== 'POST' || !action) return { status: 404, body: { error: `no order ${name}` } };
    try {
      return { status: 200, body: action(sim, call.body) ?? {} };
    } catch (error) {
      return { status: 400, body: { error: (error as Error).message } };
    }
  };
}

/** Merges known settings in; an unknown name is an error that says which. */
function setFaults(faults: WecomFaults, order: Order): WecomFaults {
  const known = noWecomFaults();
  for (const name of Object.keys(order)) if (!(name in known)) throw new Error(`unknown setting: ${name}`);
  return Object.assign(faults, order);
}
