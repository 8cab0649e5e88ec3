import type { AddressInfo } from 'node:net';
import { type Archive, archiveOf } from './archive.ts';
import { Callbacks } from './callbacks.ts';
import { controlOf } from './control.ts';
import { type People, peopleOf } from './people.ts';
import { seed } from './seed.ts';
import { serverOf } from './server.ts';
import { type Service, serviceOf } from './service.ts';
import type { SimCustomer, SimRelation, WecomFaults, WecomSimOptions, WecomStats } from './types.ts';
import { allRelations, createWorld } from './world.ts';

/** A WeCom on this machine: its interface over HTTP, and everything that its people do as methods. */
export interface WecomSim {
  readonly corpId: string;
  readonly secret: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly faults: WecomFaults;
  readonly stats: WecomStats;
  readonly people: People;
  readonly service: Service;
  readonly archive: Archive;
  callbackUrl: string | null;
  customers(): SimCustomer[];
  relations(): SimRelation[];
  accounts(): { openKfid: string; name: string }[];
  /** The check that saving a callback URL makes. */
  checkCallback(): Promise<boolean>;
  /** Waits until every callback is delivered or given up. */
  settled(): Promise<void>;
  revokeTokens(): void;
  /** Lets time pass for tokens, notices, the three and the five days. */
  advance(ms: number): void;
  /** Answers the base URL; port 0: any. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
}

export function createWecomSim(options: WecomSimOptions = {}): WecomSim {
  const world = createWorld(options);
  const callbacks = new Callbacks(world);
  const people = peopleOf(world, callbacks);
  const service = serviceOf(world, callbacks);
  seed(world, options.members ?? 2, options.customers ?? 0);
  const sim: WecomSim = {
    corpId: world.corpId,
    secret: world.secret,
    token: world.callbackToken,
    encodingAesKey: world.encodingAesKey,
    faults: world.faults,
    stats: world.stats,
    people,
    service,
    archive: archiveOf(world),
    get callbackUrl() {
      return world.callbackUrl;
    },
    set callbackUrl(url) {
      world.callbackUrl = url;
    },
    customers: () => [...world.customers.values()],
    relations: () => allRelations(world),
    accounts: () => [...world.kf.values()].map(({ openKfid, name }) => ({ openKfid, name })),
    checkCallback: () => callbacks.check(),
    settled: () => callbacks.settled(),
    revokeTokens: () => {
      for (const token of world.tokens.values()) token.revoked = true;
    },
    advance: (ms) => world.advance(ms),
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () =>
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
        );
      }),
    close: async () => {
      await callbacks.settled();
      callbacks.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = serverOf(world, controlOf(sim));
  return sim;
}
