import type { Caller } from './caller.ts';
import { digestOf } from './digest.ts';
import { ZhibangError } from './errors.ts';
import type { Answered, Call } from './outcome.ts';
import { type Fields, messageOf, ov1, sourceOf } from './ov1.ts';
import type { Session } from './session.ts';
import { asObject, type Style } from './styles.ts';
import { ListSweep, type ReadPage } from './sweep.ts';
import { type Table, tableOfSource, tableOfV3 } from './table.ts';
import type { ListOptions, SaveReceipt, Sweep } from './types.ts';
import { v3 } from './v3.ts';

interface Ov1Entry {
  operation: string;
  /** Below `/webapi/v3/ov1/`, query included: `salesmanage/custom/list`. */
  path: string;
  cmdkey?: string;
  datas?: Fields;
  /** See `Call`. */
  repeatable?: boolean;
  /** See `Call`. */
  isGuess?: boolean;
  signal?: AbortSignal;
}

const OV1 = '/webapi/v3/ov1/';

/** The kinds of call that entries of the catalogue are made of. */
export class Entries {
  readonly #caller: Caller;
  readonly #session: Session;
  readonly #concurrency: number;
  /** Paths of lists that brought rows once. */
  readonly #listsWithRows = new Set<string>();

  constructor(caller: Caller, session: Session, concurrency: number) {
    this.#caller = caller;
    this.#session = session;
    this.#concurrency = concurrency;
  }

  call(call: Call): Promise<Answered> {
    return this.#caller.call(call, this.#session);
  }

  /** A reading `ov1` call: its document. */
  async read(entry: Ov1Entry): Promise<unknown> {
    return (await this.call(ov1Call(entry, ov1(entry), false))).json;
  }

  /** A saving `ov1` call: sent at most once. */
  async save(entry: Ov1Entry): Promise<SaveReceipt> {
    const style = ov1({ ...entry, cmdkey: '__sys_dosave', saves: true });
    const { json } = await this.call(ov1Call(entry, style, true));
    const { title, text, ord } = messageOf(json);
    return { message: text || title, ord };
  }

  /** Walks a list with the client's pages under way at once. */
  sweep(read: ReadPage, options: ListOptions): Sweep {
    return new ListSweep(read, options, this.#concurrency);
  }

  /** One page of an `ov1` list. `cmdkey: refresh`, or only a skeleton comes (wire.md "cmdkey" [field]). */
  async page(entry: Ov1Entry, pageindex: number, pagesize: number, sort = 'ord'): Promise<Table> {
    const asked = {
      ...entry,
      cmdkey: 'refresh',
      datas: { ...entry.datas, pagesize, pageindex, _rpt_sort: sort },
    };
    const { json, http } = await this.call(ov1Call(asked, ov1(asked), false));
    const source = sourceOf(json);
    const table = source && tableOfSource(source);
    if (!table || (table.isSkeleton && !(await this.#bringsRows(entry)))) return this.#noTable(entry);
    if (table.rows.length > 0) this.#listsWithRows.add(entry.path);
    return { ...table, digest: digestOf(http.text) };
  }

  /** A list that brings rows where nothing is filtered is run: without rows there is no hit. */
  async #bringsRows(entry: Ov1Entry): Promise<boolean> {
    if (this.#listsWithRows.has(entry.path)) return true;
    if (Object.keys(entry.datas ?? {}).length === 0) return false;
    return (await this.page({ ...entry, datas: {} }, 1, 1)).rows.length > 0;
  }

  /** An `ov1` list, page after page. */
  list(entry: Ov1Entry, options: ListOptions): Sweep {
    return this.sweep(
      (index, size, signal) => this.page({ ...entry, signal }, index, size, options.sort),
      options,
    );
  }

  /** A `v3` list (`page_size`, `page_index`). */
  v3List(operation: string, path: string, parameters: Record<string, unknown>, options: ListOptions): Sweep {
    const readPage = async (page_index: number, page_size: number, signal: AbortSignal) => {
      const style = v3({ ...parameters, page_size, page_index });
      const { json } = await this.call({ operation, path, style, signal });
      return tableOfV3(asObject(json) ?? {}) ?? this.#noTable({ operation, path });
    };
    return this.sweep(readPage, options);
  }

  #noTable({ operation, path }: { operation: string; path: string }): never {
    throw new ZhibangError('protocol', {
      operation,
      endpoint: path,
      erpMessage: 'no table in the answer to a list',
    });
  }
}

function ov1Call(entry: Ov1Entry, style: Style, writes: boolean): Call {
  const { operation, path, repeatable, isGuess, signal } = entry;
  return { operation, path: OV1 + path, alias: olderPath(path), style, writes, repeatable, isGuess, signal };
}

/** The same thing as older systems call it: `/sysa/mobilephone/<x>.asp`, without `apihelptype` (wire.md "Four styles"). */
export function olderPath(path: string): string {
  const [handler = '', query = ''] = path.split('?', 2);
  const kept = query.split('&').filter((part) => part !== '' && !/^apihelptype=/i.test(part));
  return `/sysa/mobilephone/${handler.toLowerCase()}.asp${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}
