import type { ErpAccess } from '../packages/hub/src/erp/access.ts';
import { toWrite, type Write } from '../packages/hub/src/journal/journal.ts';
import { OPEN_STATES, type WriteKind } from '../packages/hub/src/journal/states.ts';
import type { Store } from '../packages/hub/src/store/index.ts';
import { type CustomerReading, ZhibangError } from '../packages/zhibang/src/index.ts';
import type { Sim } from '../packages/zhibang-sim/src/index.ts';
import { Crash } from './crash.ts';
import type { Say } from './statements.ts';

type Client = ErpAccess['client'];

/** What the hub found out about an `ord` since it last saved it. */
interface Known {
  saves: number;
  read: 'no' | 'found' | 'absent';
  asked: boolean;
}

/** The ERP said no to a save; the hub knows of it once it wrote the next line of that write's audit. */
interface Refusal {
  /** Of the customer, when it was said. */
  version: string;
  write: number;
  /** The last line of the write's audit by then. */
  line: number;
  isDead: () => boolean;
}

/**
 * Stands between the hub and its client and looks, at the moment of each save, whether the journal allows it (statements
 * 1, 3, 5, 7 and 8): most ways to double or overwrite a customer are mended by another net afterwards, and seen only here.
 */
export class Watch {
  readonly #sim: Sim;
  readonly #store: Store;
  readonly #say: Say;
  readonly #known = new Map<number, Known>();
  /** The one `ord` of each write. */
  readonly #ordOf = new Map<number, number>();
  readonly #savesInRun = new Map<string, number>();
  readonly #refused = new Map<string, Refusal>();
  /** The company of each contact person's `ord`. */
  readonly #companies = new Map<number, number>();
  /** When the writes that a run saved for the first time were let through, by run. */
  readonly begun = new Map<number, string[]>();
  /** No rule lets anybody in. */
  nobody = false;

  constructor(sim: Sim, store: Store, say: Say) {
    this.#sim = sim;
    this.#store = store;
    this.#say = say;
  }

  /** A person let parked writes be tried again as they are. */
  forgetRefusals(): void {
    this.#refused.clear();
  }

  erp(erp: ErpAccess, isDead: () => boolean): ErpAccess {
    const { customers, contacts } = erp.client;
    const client: Client = {
      ...erp.client,
      customers: {
        ...customers,
        get: async (ord) => this.#didRead(ord, await customers.get(ord)),
        exists: async (ord, options) => this.#didAsk(ord, await customers.exists(ord, options)),
        save: (record) => this.#saving(['create', 'update'], record, () => customers.save(record), isDead),
      },
      contacts: {
        ...contacts,
        get: async (ord) => this.#didRead(ord, await contacts.get(ord)),
        list: async (company) => this.#didList(company, await contacts.list(company)),
        save: (record) => this.#saving(['contact'], record, () => contacts.save(record), isDead),
      },
    };
    return { ...erp, client };
  }

  #of(ord: number): Known {
    const known = this.#known.get(ord) ?? { saves: 0, read: 'no', asked: false };
    this.#known.set(ord, known);
    return known;
  }

  #didRead(ord: number, reading: CustomerReading): CustomerReading {
    this.#of(ord).read = reading.found ? 'found' : 'absent';
    return reading;
  }

  #didAsk<T>(ord: number, answer: T): T {
    this.#of(ord).asked = true;
    return answer;
  }

  /** The list of a company's contact persons answers for each `ord` that was saved there. */
  #didList<T>(company: number, found: T): T {
    for (const [ord, { saves }] of this.#known) {
      if (saves > 0 && this.#companies.get(ord) === company) this.#of(ord).asked = true;
    }
    return found;
  }

  async #saving<T>(
    kinds: readonly WriteKind[],
    record: { ord: number; company?: number; fields: object },
    save: () => Promise<T>,
    isDead: () => boolean,
  ): Promise<T> {
    if (record.company !== undefined) this.#companies.set(record.ord, record.company);
    const write = await this.#write(record.ord, kinds);
    const found: Parameters<Say>[] = [];
    if (!write) found.push([1, `ord ${record.ord} is saved and no open write holds it`]);
    else await this.#look(write, record, (...one) => found.push(one));
    // While we looked its process died, and another one may have settled the write: this save never leaves.
    if (isDead()) throw new Crash();
    for (const one of found) this.#say(...one);
    const known = this.#of(record.ord);
    this.#known.set(record.ord, { saves: known.saves + 1, read: 'no', asked: false });
    try {
      return await save();
    } catch (error) {
      const isRefusal =
        error instanceof ZhibangError && error.blame === 'business' && error.effect !== 'unknown';
      if (isRefusal) this.#of(record.ord).asked = true;
      if (isRefusal && write) await this.#remember(write, record, isDead);
      throw error;
    }
  }

  async #write(ord: number, kinds: readonly WriteKind[]): Promise<Write | null> {
    const rows = await this.#store.db
      .selectFrom('write_journal')
      .selectAll()
      .where('ord', '=', ord)
      .where('kind', 'in', kinds)
      .where('state', 'in', OPEN_STATES)
      .execute();
    // A parked create may still name an `ord` under which another customer stands by now, who has writes of his own.
    const row = rows.find(({ state }) => state !== 'parked') ?? rows[0];
    return row ? toWrite(row) : null;
  }

  async #look(write: Write, record: { ord: number; fields: object }, say: Say): Promise<void> {
    const { id, ord } = write;
    const isSent =
      write.state === 'sent' || (write.state === 'in_doubt' && this.#of(record.ord).read === 'found');
    if (!isSent) say(1, `write ${id} is saved under ord ${ord} while it is ${write.state}`);
    const before = this.#ordOf.get(id);
    if (before !== undefined && before !== ord) say(1, `write ${id} is saved under ${before} and ${ord}`);
    this.#ordOf.set(id, record.ord);
    await this.#readFirst(write, say);
    if (write.kind !== 'update') await this.#mustHoldKeys(write, say);
    await this.#mayBegin(write, say);
    const [key, version] = await this.#saveOf(write, record);
    const refusal = this.#refused.get(key);
    if (refusal?.version !== version || (await this.#diedWithHub(refusal))) return;
    say(5, `write ${id} repeats a refused save unchanged`);
  }

  async #remember(
    write: Write,
    record: { ord: number; fields: object },
    isDead: () => boolean,
  ): Promise<void> {
    const [key, version] = await this.#saveOf(write, record);
    const line = (await this.#auditOf(write.id)).at(-1)?.id ?? 0;
    this.#refused.set(key, { version, write: write.id, line, isDead });
  }

  /** Its process died before it wrote the ERP's no down: the next one cannot know. */
  async #diedWithHub({ write, line, isDead }: Refusal): Promise<boolean> {
    if (!isDead()) return false;
    const next = (await this.#auditOf(write)).find(({ id }) => id > line);
    return next === undefined || next.note === 'taken over';
  }

  async #auditOf(write: number): Promise<{ id: number; note: string }[]> {
    return await this.#store.db
      .selectFrom('journal_audit')
      .select(['id', 'note'])
      .where('journal_id', '=', write)
      .orderBy('id')
      .execute();
  }

  /**
   * Between two saves of one `ord` it is read; a create that is not found there is asked about a second time, unless the
   * ERP said itself that it stored nothing.
   */
  async #readFirst(write: Write, say: Say): Promise<void> {
    const { id, kind, ord } = write;
    const { saves, read, asked } = this.#of(ord as number);
    const isUpdate = kind === 'update';
    const lookedFor = read === 'found' || (read === 'absent' && asked);
    if (isUpdate ? read === 'no' : saves > 0 && !lookedFor) {
      say(isUpdate ? 3 : 1, `write ${id} saves ord ${ord} again without reading it first`);
    }
    if (isUpdate) await this.#mustBe(write, say);
  }

  async #mustBe({ id, customer_id, ord }: Write, say: Say): Promise<void> {
    const { erp_customer_code } = await this.#store.db
      .selectFrom('customers_unified')
      .select('erp_customer_code')
      .where('id', '=', customer_id)
      .executeTakeFirstOrThrow();
    const khid = this.#sim.customer(ord as number)?.fields.khid;
    if (khid && erp_customer_code && khid !== erp_customer_code) {
      say(3, `write ${id} is saved on ord ${ord}, which is another customer now`);
    }
  }

  /** From look-up to confirmation nobody else creates the same person or company. */
  async #mustHoldKeys({ id }: Write, say: Say): Promise<void> {
    const held = await this.#store.db
      .selectFrom('key_locks')
      .select('holder')
      .where('journal_id', '=', id)
      .executeTakeFirst();
    if (!held) say(1, `write ${id} is saved and holds no key of its customer`);
  }

  async #mayBegin(write: Write, say: Say): Promise<void> {
    const { id, run_id, saves, passed_at } = write;
    const key = `${id} ${run_id}`;
    const inRun = (this.#savesInRun.get(key) ?? 0) + 1;
    this.#savesInRun.set(key, inRun);
    if (inRun > 3) say(1, `write ${id} is saved ${inRun} times in run ${run_id}`);
    if (saves !== 1) return;
    if (passed_at === null) say(7, `write ${id} is saved and nothing let it through`);
    if (this.nobody && write.kind === 'create') say(8, `write ${id}: created while no rule lets anybody in`);
    this.begun.set(run_id ?? 0, [...(this.begun.get(run_id ?? 0) ?? []), passed_at ?? '']);
  }

  /** What is saved, and the customer's version with it. */
  async #saveOf(
    { customer_id }: Write,
    { ord, fields }: { ord: number; fields: object },
  ): Promise<[string, string]> {
    const { version } = await this.#store.db
      .selectFrom('customers_unified')
      .select('version')
      .where('id', '=', customer_id)
      .executeTakeFirstOrThrow();
    return [`${ord} ${JSON.stringify(fields)}`, String(version)];
  }
}
