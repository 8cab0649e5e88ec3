import { MAIN_CONTACT_FIELDS } from './fields.ts';
import type { Persistence, RecordKind } from './persistence.ts';
import { seedCustomers } from './seed.ts';
import type { Place, SimContact, SimCustomer, SimFollowUp, SimRecord } from './types.ts';

/** A company's main contact has no record of its own: it is the company's form, under this offset. */
const MAIN_CONTACT_BASE = 10_000_000;

const COUNTERS = { nextOrd: 1, nextNumber: 2, nextContact: 3, nextRecord: 4 } as const;

/** What the ERP holds. Every change goes through here: it is written to the file and makes cached pages stale. */
export class State {
  readonly #customers = new Map<number, SimCustomer>();
  readonly #contacts = new Map<number, SimContact>();
  readonly #followUps: SimFollowUp[] = [];
  /** Of every other kind, by `kind ord`; their place here is their number in the file. */
  readonly #records = new Map<string, { id: number; record: SimRecord }>();
  /** Allocated ids that no save has used yet, with the type that was asked for. */
  readonly #allocated = new Map<number, { type: string; khid: string }>();
  readonly #counters = { nextOrd: 1, nextNumber: 1, nextContact: 1, nextRecord: 5001 };
  readonly #store: Persistence;
  /** Grows with every change that outlives the call; ids that were only handed out do not count. */
  version = 0;
  readonly #byPlace = new Map<Place, SimCustomer[]>();
  readonly #changed: (ord: number) => void;

  constructor(store: Persistence, seed: { customers: number; seed: number }, changed: (ord: number) => void) {
    this.#store = store;
    this.#changed = changed;
    const records = store.load();
    if (records) for (const { kind, id, json } of records) this.#restore(kind, id, JSON.parse(json) as never);
    else this.#plant(seed);
  }

  #restore(kind: RecordKind, id: number, value: never): void {
    if (kind === 'customer') this.#customers.set(id, value);
    else if (kind === 'contact') this.#contacts.set(id, value);
    else if (kind === 'record') this.#index(id, value);
    else if (kind === 'followUp') this.#followUps.push(value);
    else if (kind === 'allocated') {
      if (value !== null) this.#allocated.set(id, value);
    } else {
      const name = Object.entries(COUNTERS).find(([, number]) => number === id)?.[0];
      if (name) this.#counters[name as keyof typeof COUNTERS] = value;
    }
  }

  #plant(seed: { customers: number; seed: number }): void {
    const { customers, contacts } = seedCustomers(seed.customers, seed.seed);
    this.#store.together(() => {
      for (const customer of customers) {
        this.#customers.set(customer.ord, customer);
        this.#store.put('customer', customer.ord, customer);
      }
      for (const contact of contacts) {
        this.#contacts.set(contact.ord, contact);
        this.#store.put('contact', contact.ord, contact);
      }
      this.#count('nextOrd', (customers.at(-1)?.ord ?? 1000) + 1);
      this.#count('nextNumber', customers.length + 1);
      this.#count('nextContact', contacts.length + 1);
    });
  }

  #count(name: keyof typeof COUNTERS, value: number): void {
    this.#counters[name] = value;
    this.#store.put('counter', COUNTERS[name], value);
  }

  /** All changes made inside are on disk together, or none is. */
  together(work: () => void): void {
    this.#store.together(work);
  }

  close(): void {
    this.#store.close();
  }

  customer(ord: number): SimCustomer | undefined {
    return this.#customers.get(ord);
  }

  customers(): IterableIterator<SimCustomer> {
    return this.#customers.values();
  }

  /** Of one place, ascending by `ord`. The array is kept until something changes: do not alter it. */
  inPlace(place: Place): readonly SimCustomer[] {
    let found = this.#byPlace.get(place);
    if (!found) {
      found = [...this.#customers.values()]
        .filter((each) => each.place === place)
        .sort((a, b) => a.ord - b.ord);
      this.#byPlace.set(place, found);
    }
    return found;
  }

  put(customer: SimCustomer): void {
    this.version++;
    this.#store.together(() => {
      this.#customers.set(customer.ord, customer);
      this.#store.put('customer', customer.ord, customer);
      if (customer.ord >= this.#counters.nextOrd) this.#count('nextOrd', customer.ord + 1);
      if (this.#allocated.delete(customer.ord)) this.#store.put('allocated', customer.ord, null);
    });
    this.#byPlace.clear();
    this.#changed(customer.ord);
  }

  /** Spends an id, and a customer number when `number` makes one of the counter. */
  allocate(type: string, number: ((sequence: number) => string) | null): { ord: number; khid: string } {
    const ord = this.#counters.nextOrd;
    const khid = number ? number(this.#counters.nextNumber) : '';
    this.#store.together(() => {
      this.#count('nextOrd', ord + 1);
      if (number) this.#count('nextNumber', this.#counters.nextNumber + 1);
      this.#allocated.set(ord, { type, khid });
      this.#store.put('allocated', ord, { type, khid });
    });
    return { ord, khid };
  }

  /** The sequence of the number that would be proposed next. */
  get nextNumber(): number {
    return this.#counters.nextNumber;
  }

  spendNumber(): number {
    const sequence = this.#counters.nextNumber;
    this.#count('nextNumber', sequence + 1);
    return sequence;
  }

  allocation(ord: number): { type: string; khid: string } | undefined {
    return this.#allocated.get(ord);
  }

  contacts(company?: number): SimContact[] {
    const companies = company === undefined ? [...this.#customers.values()] : [this.#customers.get(company)];
    const main = companies.flatMap((each) => (each ? (mainContact(each) ?? []) : []));
    const others = [...this.#contacts.values()].filter(
      (each) => company === undefined || each.company === company,
    );
    return [...main, ...others];
  }

  contact(ord: number): SimContact | undefined {
    const owner = ord > MAIN_CONTACT_BASE ? this.#customers.get(ord - MAIN_CONTACT_BASE) : undefined;
    return owner ? mainContact(owner) : this.#contacts.get(ord);
  }

  /** Spends a contact's id. */
  nextContactOrd(): number {
    const ord = this.#counters.nextContact;
    this.#count('nextContact', ord + 1);
    return ord;
  }

  /** True for an id that was handed out, used or not. */
  contactOrdSpent(ord: number): boolean {
    return ord > 0 && ord < this.#counters.nextContact;
  }

  putContact(contact: SimContact): void {
    if (contact.main) {
      const owner = this.#customers.get(contact.company);
      if (owner) this.put({ ...owner, fields: { ...owner.fields, ...pickFields(contact.fields) } });
      return;
    }
    this.version++;
    this.#contacts.set(contact.ord, contact);
    this.#store.put('contact', contact.ord, contact);
  }

  /** Stored records of one kind, those that are gone included. */
  records(resource: string): SimRecord[] {
    return [...this.#records.values()].flatMap(({ record }) =>
      record.resource === resource ? [record] : [],
    );
  }

  /** Spends a number; all kinds share the counter. */
  nextRecordOrd(): number {
    const ord = this.#counters.nextRecord;
    this.#count('nextRecord', ord + 1);
    return ord;
  }

  putRecord(record: SimRecord): void {
    this.version++;
    const id = this.#records.get(keyOf(record))?.id ?? this.#records.size + 1;
    this.#index(id, record);
    this.#store.put('record', id, record);
  }

  #index(id: number, record: SimRecord): void {
    this.#records.set(keyOf(record), { id, record });
  }

  followUps(ord?: number): SimFollowUp[] {
    return this.#followUps.filter((each) => ord === undefined || each.ord === ord);
  }

  addFollowUp(followUp: Omit<SimFollowUp, 'id'>): void {
    this.version++;
    const entry = { id: this.#followUps.length + 1, ...followUp };
    this.#followUps.push(entry);
    this.#store.put('followUp', entry.id, entry);
  }
}

const keyOf = ({ resource, ord }: SimRecord): string => `${resource} ${ord}`;

function mainContact(customer: SimCustomer): SimContact | undefined {
  if (customer.fields.intsort === '2' || !customer.fields.person_name) return undefined;
  const ord = MAIN_CONTACT_BASE + customer.ord;
  return { ord, company: customer.ord, main: true, fields: pickFields(customer.fields) };
}

function pickFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    MAIN_CONTACT_FIELDS.flatMap((id) => (fields[id] === undefined ? [] : [[id, fields[id]]])),
  );
}
