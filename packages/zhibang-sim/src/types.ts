import type { Fact } from './catalogue/facts.ts';
import type { Faults } from './faults.ts';
import type { Oddities } from './oddities.ts';

export interface SimOptions {
  /** Seeded customers. Default 1200. */
  customers?: number;
  /** Default 1. The same seed gives the same people, companies and chances. */
  seed?: number;
  /** SQLite file that keeps the state. Default: memory. */
  file?: string;
  /** Default `demo`. */
  username?: string;
  /** Default `demo-pass`. */
  password?: string;
  oddities?: Partial<Oddities>;
  faults?: Partial<Faults>;
  /** The entries that this ERP has. Default: the published 219. */
  catalogue?: readonly Fact[];
  now?: () => Date;
}

/** In the shape in which people export cookies from Chrome; `expirationDate` in seconds. */
export interface BrowserCookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  expirationDate: number;
}

/** plain = in the list; pool = 客户池; hidden = out of the API user's sight; deleted = gone. */
export type Place = 'plain' | 'pool' | 'hidden' | 'deleted';

export type Flag = 'protected' | 'shared' | 'review' | 'open';

export interface SimCustomer {
  ord: number;
  place: Place;
  /** By field id; options as ids. `intsort` 1 company, 2 person; `level` the follow level; `cateid` the seller. */
  fields: Record<string, string>;
  flags: Flag[];
  /** True for customers that the seed made. */
  seeded: boolean;
}

export interface SimContact {
  ord: number;
  /** `ord` of the customer. */
  company: number;
  /** The contact that the company's own form shows. */
  main: boolean;
  fields: Record<string, string>;
}

export interface SimFollowUp {
  id: number;
  /** What is followed up: `tel` a customer, `person` a contact person. */
  datatype: string;
  ord: number;
  /** China time, `2025-10-19 09:05:00`. */
  at: string;
  fields: Record<string, string>;
}

/** A record of any other kind: what was stored over the wire, or changed of the seed's. */
export interface SimRecord {
  /** What it is, after its entries: `project`, `expenseRequest.line`. */
  resource: string;
  ord: number;
  /** As sent, by id in lower case. */
  fields: Record<string, unknown>;
  /** Fields that nobody sent are filled plausibly. */
  seeded: boolean;
  gone?: true;
}

export interface SimStats {
  /** Calls by operation, e.g. `customer.list`. */
  calls: Record<string, number>;
  /** Calls that ask for a change, by operation, whatever came of them. */
  writes: Record<string, number>;
  /** Changing calls that took effect, by operation. */
  stored: Record<string, number>;
  /** Customers created over the wire, by `ord`; more than 1 would be a twin. */
  creates: Record<string, number>;
  followUps: number;
  logins: number;
  /** Logins refused: wrong name, password or captcha. */
  badCredentials: number;
  /** Calls with a token that is not alive. */
  deadTokens: number;
  /** Saves refused, by the message's text. */
  refusals: Record<string, number>;
  maxConcurrent: number;
  /** How often each fault struck. */
  struck: Record<string, number>;
  /** Of these, those that struck a saving call after it took effect. */
  struckAfter: Record<string, number>;
}

export interface Sim {
  /** Resolves with the base URL, e.g. `http://127.0.0.1:41234`. Port 0 (default) = any free one. */
  listen(port?: number, host?: string): Promise<string>;
  close(): Promise<void>;
  oddities: Oddities;
  faults: Faults;
  readonly stats: SimStats;
  resetStats(): void;
  /** All of them, whatever their place. */
  customers(): SimCustomer[];
  customer(ord: number): SimCustomer | undefined;
  contacts(company?: number): SimContact[];
  followUps(ord?: number): SimFollowUp[];
  /** What was stored over the wire of a kind that has no list of its own above, e.g. `project`. */
  records(resource: string): SimRecord[];
  /** As a colleague would, in the ERP itself: no checks. Throws for an unknown `ord`. */
  edit(ord: number, fields: Record<string, string>): void;
  /** A customer added in the ERP itself, under a new `ord` or `at` a given one; returns its `ord`. */
  insert(fields: Record<string, string>, at?: number): number;
  remove(ord: number): void;
  moveToPool(ord: number): void;
  hide(ord: number): void;
  /** Back into the plain list, from the pool, out of sight or deleted. */
  show(ord: number): void;
  /** Ends the sessions of browsers too. */
  killTokens(): void;
  /** Logs a browser in: its cookies, which the help site wants. */
  browserCookies(domain?: string): BrowserCookie[];
}

export function emptyStats(): SimStats {
  return {
    calls: {},
    writes: {},
    stored: {},
    creates: {},
    followUps: 0,
    logins: 0,
    badCredentials: 0,
    deadTokens: 0,
    refusals: {},
    maxConcurrent: 0,
    struck: {},
    struckAfter: {},
  };
}
