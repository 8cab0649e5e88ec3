import type { Entries } from './entries.ts';
import { ZhibangError } from './errors.ts';
import { maySpeakOfOneThere } from './messages.ts';
import { readRecord } from './record.ts';
import type { CustomerReading } from './types.ts';

/** No system counts so far: what the ERP says about it, it says about records that are not there. */
const NOBODY = 2_147_483_629;
/** Other records tried, of which the first may be one that never opens. */
const OTHERS = 3;

/** What one detail shows. `isAbsent`: that the record is not there, as far as a detail can tell. */
export type Detail = 'yes' | 'hidden' | { isAbsent: boolean; message: string };

/**
 * Opens customers, and finds out what words mean that do not say whether a record is there (wire.md "Does a record exist?": it
 * is not, by any refusal that is neither about the session nor about rights): by what the ERP says of a record that cannot
 * exist, and by whether it opens another one meanwhile.
 */
export class Absence {
  readonly #entries: Entries;
  #ofNobody: string | null = null;

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  /**
   * One record. The system's own trouble (`系统异常`) is thrown, unless it is only how this ERP puts that there is none: the
   * same is said of a record that cannot exist, while another one opens.
   */
  async open(ord: number): Promise<CustomerReading> {
    try {
      return await this.#read(ord);
    } catch (error) {
      const message = troubleIn(error);
      if (message === null || !(await this.#isOfNobodyAlone(ord, message))) throw error;
      return { found: false, why: 'unclear', message };
    }
  }

  async detailOf(ord: number): Promise<Detail> {
    try {
      const reading = await this.open(ord);
      return reading.found ? 'yes' : { isAbsent: reading.why !== 'unclear', message: reading.message };
    } catch (error) {
      if (error instanceof ZhibangError && error.code === 'no_permission') return 'hidden';
      throw error;
    }
  }

  /**
   * Do words that nobody foresaw mean that the record is not there? The lists must have said so already. Yes where a record
   * that cannot exist gets the very same and others do not; or where they come twice, the ERP opens another record in
   * between, and none of them may speak of a record that is there.
   */
  async isMeant(ord: number, message: string): Promise<boolean> {
    if (isSame(await this.#wordsOfNobody(), message)) return (await this.#opensAnother(ord)) !== false;
    if (maySpeakOfOneThere(message) || !(await this.#opensAnother(ord))) return false;
    const again = await this.detailOf(ord);
    return typeof again === 'object' && isSame(again.message, message);
  }

  #read(ord: number): Promise<CustomerReading> {
    const path = 'salesmanage/custom/add?edit=1&apihelptype=get';
    return readRecord(this.#entries, { operation: 'customer.get', path, ord, nameField: 'name' });
  }

  async #isOfNobodyAlone(ord: number, message: string): Promise<boolean> {
    if (ord === NOBODY) return false;
    // What goes wrong with these looks tells nothing: the trouble itself is what the caller hears of.
    const opens = await this.#opensAnother(ord).catch(() => null);
    return opens === true && isSame(await this.#wordsOfNobody().catch(() => null), message);
  }

  /** Kept once known; trouble is asked about anew, as it may be over by now. */
  async #wordsOfNobody(): Promise<string | null> {
    if (this.#ofNobody !== null) return this.#ofNobody;
    try {
      const nobody = await this.detailOf(NOBODY);
      if (typeof nobody === 'object') this.#ofNobody = nobody.message;
      return this.#ofNobody;
    } catch (error) {
      const message = troubleIn(error);
      if (message === null) throw error;
      return message;
    }
  }

  /** Null: the list shows no other. */
  async #opensAnother(ord: number): Promise<boolean | null> {
    const list = { operation: 'customer.list', path: 'salesmanage/custom/list' };
    const { rows } = await this.#entries.page(list, 1, OTHERS + 1);
    const others = rows.filter((row) => row.ord !== ord).slice(0, OTHERS);
    if (others.length === 0) return null;
    for (const other of others) {
      const reading = await this.#read(other.ord).catch((error: unknown) => {
        if (error instanceof ZhibangError && error.code === 'no_permission') return null;
        throw error;
      });
      if (reading?.found) return true;
    }
    return false;
  }
}

/** The system's own trouble, told in an answer that could be read; null for any other error. */
function troubleIn(error: unknown): string | null {
  return error instanceof ZhibangError && error.code === 'server_error' ? error.erpMessage : null;
}

/** Numbers aside, which may be the record's own. */
function isSame(words: string | null, message: string): boolean {
  return words !== null && withoutDigits(words) === withoutDigits(message);
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '');
}
