import { Absence } from './absence.ts';
import type { Entries } from './entries.ts';
import { collect, type Found } from './find.ts';
import { isListed, type Reach } from './listed.ts';
import type { Fields } from './ov1.ts';
import { freshForm } from './record.ts';
import { textOf } from './styles.ts';
import type { Bill, CustomerReading, ListOptions, SaveReceipt, Sweep } from './types.ts';
import { v3 } from './v3.ts';

const THOROUGH: Reach = { rows: 8_000 };

/** 1 company (单位), 2 person (个人). */
export type CustomerKind = 1 | 2;

/** `pool`: given back to the customer pool; `hidden`: it is there, but out of this account's sight; `unknown`: not to be told now. */
export type Existence = 'yes' | 'no' | 'hidden' | 'pool' | 'unknown';

export interface Allocated {
  ord: number;
  /** The customer number that the ERP proposes; null where the tenant numbers by hand. */
  khid: string | null;
  bill: Bill;
}

export interface FollowUp {
  ord: number;
  /** Text up to 1000 characters. A template id there would replace the text. */
  intro: string;
  /** 481 电话, 482 邮件, 483 上门, 484 其他 (a tenant's own ids may differ). */
  sort: string;
  /** 0 no schedule (default), 1 to do, 2 done. */
  plantype?: 0 | 1 | 2;
  /** Contact person; 0 none. */
  lead?: number;
  /** The `@…` fields that a schedule asks for. */
  schedule?: Record<string, string>;
}

export interface Customers {
  /** Walks the customer list; `query` are the list's filters (`{}`: all that the account may see; `{stype: 1}`: the pool). */
  list(query?: Fields, options?: ListOptions): Sweep;
  /**
   * Every row that the ERP's filter brings, over all pages (at most `maxPages`, default 40, of 200). Text filters match
   * parts of a value, and a filter that the system does not know brings everything: compare the cells exactly.
   */
  find(
    filter: 'name' | 'khid' | 'searchKey' | 'telord',
    value: string,
    options?: FindOptions,
  ): Promise<Found>;
  /** Reads one record. Throws no_permission, and all that a call throws. */
  get(ord: number): Promise<CustomerReading>;
  /**
   * Does the record exist? Detail first, then the lists, compared exactly (wire.md "Does a record exist?"). A list that has to
   * be walked is read over 40 pages at most, as a hundred may be asked for in one run.
   */
  exists(ord: number, options?: ExistsOptions): Promise<Existence>;
  /** A new `ord`; spent even if nothing is saved. */
  allocate(kind: CustomerKind): Promise<Allocated>;
  /**
   * Saves exactly `fields` and the `ord`: an allocated one creates, an existing one edits. Sent at most once. An error
   * with `effect: 'unknown'` may have taken effect; success proves nothing either: read back.
   */
  save(record: { ord: number; kind: CustomerKind; fields: Fields }): Promise<SaveReceipt>;
  /** v3 edit: labels instead of ids for options; `sort` is the category, `sort1` the follow level. Sent at most once. */
  editV3(record: { ord: number; fields: Record<string, string | number> }): Promise<SaveReceipt>;
  /** Opens the customer to all, or hands it to users. Sent at most once. */
  assign(
    to: { ord: number; everyone: true } | { ord: number; users: readonly (string | number)[] },
  ): Promise<SaveReceipt>;
  /** Adds a follow-up. It brings no id back and cannot be read again. Sent at most once. */
  followUp(entry: FollowUp): Promise<SaveReceipt>;
}

export interface ExistsOptions {
  /** Up to 8,000 rows are walked, on up to 400 small pages: where 'unknown' would leave a write in doubt without an end. */
  thoroughly?: boolean;
}

export interface FindOptions {
  /** Further filters, e.g. `{stype: 1}`. */
  query?: Fields;
  maxPages?: number;
  signal?: AbortSignal;
}

export function customers(entries: Entries): Customers {
  const absence = new Absence(entries);
  return {
    list: (query = {}, options = {}) =>
      entries.list({ operation: 'customer.list', path: 'salesmanage/custom/list', datas: query }, options),
    find: (filter, value, options = {}) => find(entries, filter, value, options),
    get: (ord) => absence.open(ord),
    exists: (ord, { thoroughly = false } = {}) => exists(entries, ord, absence, thoroughly ? THOROUGH : {}),
    allocate: (kind) => allocate(entries, kind),
    save: ({ ord, kind, fields }) =>
      entries.save({
        operation: 'customer.save',
        path: `salesmanage/custom/add?intsort=${kind}&apihelptype=save`,
        datas: { ord, ...fields },
        repeatable: true,
      }),
    editV3: (record) => editV3(entries, record),
    assign: (to) => {
      const open = 'everyone' in to;
      const datas = { ord: to.ord, member1: open ? 1 : 0, member2: open ? '' : to.users.join(',') };
      const path = 'systemmanage/order?datatype=tel&apihelptype=save';
      return entries.save({ operation: 'customer.assign', path, datas, repeatable: true });
    },
    followUp: ({ ord, intro, sort, plantype = 0, lead = 0, schedule = {} }) =>
      entries.save({
        operation: 'customer.followUp',
        path: 'systemManage/reply?datatype=tel&apihelptype=save',
        datas: { ord, intro, sort, lead, plantype, ...schedule },
      }),
  };
}

function listEntry(filter: string, value: string, query: Fields = {}) {
  const datas = { ...query, [filter]: value };
  return { operation: 'customer.find', path: 'salesmanage/custom/list', datas };
}

function find(entries: Entries, filter: string, value: string, options: FindOptions): Promise<Found> {
  const { query, ...rest } = options;
  return collect(entries, listEntry(filter, value, query), rest);
}

async function exists(entries: Entries, ord: number, absence: Absence, reach: Reach): Promise<Existence> {
  const detail = await absence.detailOf(ord);
  // That it exists is known already: the lists only say where, so a system that ignores `telord` is not read through.
  const plainReach = detail === 'yes' || detail === 'hidden' ? { maxPages: 1 } : reach;
  const plain = await isListed(entries, listEntry('telord', String(ord)), ord, plainReach);
  if (plain === 'shown') return 'yes';
  // Nor is the pool, once the customers were not read to their end: it can only say any more that the record is there.
  const poolReach = plain === 'untold' ? { maxPages: 1 } : plainReach;
  const pool = await isListed(entries, listEntry('telord', String(ord), { stype: 1 }), ord, poolReach);
  if (pool === 'shown') return 'pool';
  if (detail === 'yes' || detail === 'hidden') return detail;
  // The pool only says where a customer is: an account that may not see it can still learn that there is none.
  if (plain !== 'absent' || pool === 'untold') return 'unknown';
  return detail.isAbsent || (await absence.isMeant(ord, detail.message)) ? 'no' : 'unknown';
}

async function allocate(entries: Entries, kind: CustomerKind): Promise<Allocated> {
  const path = `salesmanage/custom/add?apihelptype=new&intsort=${kind}`;
  const bill = await freshForm(entries, {
    operation: 'customer.allocate',
    path,
    datas: { intsort: kind },
  });
  return { ord: bill.ord, khid: bill.fields.khid || null, bill };
}

async function editV3(entries: Entries, record: { ord: number; fields: Record<string, string | number> }) {
  const { ord, fields } = record;
  const path = '/webapi/v3/sales/customer/edit';
  const { json } = await entries.call({
    operation: 'customer.editV3',
    path,
    style: v3({ ord, ...fields }),
    writes: true,
    repeatable: true,
  });
  const { Msg, msg } = json as { Msg?: unknown; msg?: unknown };
  return { message: textOf(Msg ?? msg), ord };
}
