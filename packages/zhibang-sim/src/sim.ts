import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Catalogue } from './catalogue/catalogue.ts';
import { publishedFacts } from './catalogue/facts.ts';
import { control } from './control.ts';
import { Dice, noFaults } from './faults.ts';
import { HelpSite } from './help/site.ts';
import { insertCustomer } from './insert.ts';
import { plainOddities } from './oddities.ts';
import { memory, sqliteFile } from './persistence.ts';
import { seededRandom } from './random.ts';
import { RowCache } from './row-cache.ts';
import { serverOf } from './server.ts';
import { Sessions } from './sessions.ts';
import { State } from './state.ts';
import { emptyStats, type Place, type Sim, type SimCustomer, type SimOptions } from './types.ts';
import type { World } from './world.ts';

/**
 * A stand-in ERP. Nothing listens before `listen`. With `file`, a file that has customers keeps them and `customers`
 * and `seed` only steer the chances.
 */
export function createSim(options: SimOptions = {}): Sim {
  const world = worldOf(options);
  const { state } = world;
  let server: Server | null = null;
  let open = true;
  const moved = (ord: number, place: Place): void => state.put({ ...existing(state, ord), place });
  const sim: Sim = {
    oddities: world.oddities,
    faults: world.faults,
    get stats() {
      return world.stats;
    },
    listen: async (port = 0, host = '127.0.0.1') => {
      server = serverOf(
        world,
        (request, body) => control(sim, request, body) ?? world.help.answer(request, body),
      );
      return listening(server, port, host);
    },
    close: async () => {
      await closed(server);
      server = null;
      if (open) state.close();
      open = false;
    },
    resetStats: () => {
      world.stats = emptyStats();
    },
    customers: () => [...state.customers()],
    customer: (ord) => state.customer(ord),
    contacts: (company) => state.contacts(company),
    records: (resource) => state.records(resource),
    followUps: (ord) => state.followUps(ord),
    edit: (ord, fields) => {
      const customer = existing(state, ord);
      state.put({ ...customer, fields: { ...customer.fields, ...fields } });
    },
    insert: (fields, at) => insertCustomer(world, fields, at),
    remove: (ord) => moved(ord, 'deleted'),
    moveToPool: (ord) => moved(ord, 'pool'),
    hide: (ord) => moved(ord, 'hidden'),
    show: (ord) => moved(ord, 'plain'),
    killTokens: () => {
      world.sessions.endAll();
      world.help.endAll();
    },
    browserCookies: (domain = '127.0.0.1') => world.help.logIn(domain),
  };
  return sim;
}

function worldOf(options: SimOptions): World {
  const {
    customers = 1200,
    seed = 1,
    username = 'demo',
    password = 'demo-pass',
    now = () => new Date(),
  } = options;
  const oddities = { ...plainOddities(), ...options.oddities };
  const faults = { ...noFaults(), ...options.faults };
  const catalogue = new Catalogue(options.catalogue ?? publishedFacts());
  const rows = new RowCache();
  const store = options.file ? sqliteFile(options.file) : memory;
  const state = new State(store, { customers, seed }, (ord) => rows.changed(ord));
  const world: World = {
    state,
    oddities,
    faults,
    rows,
    catalogue,
    help: new HelpSite(catalogue, { username, password }, now),
    seed,
    now,
    stats: emptyStats(),
    sessions: new Sessions({ username, password }, oddities, now),
    dice: new Dice(faults, seededRandom(seed + 7919), () => world.stats.struck),
  };
  return world;
}

function existing(state: State, ord: number): SimCustomer {
  const customer = state.customer(ord);
  if (!customer) throw new Error(`no customer ${ord}`);
  return customer;
}

function listening(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(`http://${host}:${(server.address() as AddressInfo).port}`));
  });
}

function closed(server: Server | null): Promise<void> {
  return new Promise((resolve) => {
    if (!server) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
