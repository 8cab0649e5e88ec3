import type { CatalogueEntry } from './catalogue.ts';
import type { Params } from './check-request.ts';
import { entryOf, isOfSession, noList, requireRight } from './checked-call.ts';
import { type AnyResult, decodeAnswer, rowOf, tableOf } from './decode-answer.ts';
import { encodeRequest } from './encode-request.ts';
import type { Entries } from './entries.ts';
import { isOpen, PAGING } from './field-tree.ts';
import type { CallName, CallParams, CallResults } from './generated/calls.ts';
import type { OwnFields } from './results.ts';
import { RowIds } from './row-ids.ts';
import type { ListOptions, ListPage, Sweep, SweepOutcome } from './types.ts';

export type { CallName, CallParams };

/** What an entry answers: a page of rows, choices, a record or a receipt. */
export type CallResult<N extends CallName> = CallResults[N];

/** Entries that answer page by page. */
export type ListName = {
  [N in CallName]: CallResults[N] extends { rows: unknown[] } ? N : never;
}[CallName];

type RowOf<N extends ListName> = CallResults[N] extends { rows: (infer Row)[] } ? Row : never;

/** A page of a sweep with its rows by column id. */
export interface TypedPage<Row> extends ListPage {
  records: Row[];
}

export interface TypedSweep<Row> extends AsyncIterable<TypedPage<Row>> {
  /** Once the iteration ended; `complete` only with proof. */
  outcome(): SweepOutcome;
}

/** Every endpoint of the catalogue by its name. */
export interface CatalogueCalls {
  /**
   * Calls one endpoint. The request is checked against the catalogue first: everything wrong with it comes as one
   * `invalid_request` (`error.faults`), and nothing is sent. Reads are tried again, writes are sent at most once.
   */
  call<N extends CallName>(
    name: N,
    params: CallParams[N] & OwnFields,
    options?: { signal?: AbortSignal },
  ): Promise<CallResult<N>>;
  /** Walks all pages of a list; `params` are its filters, paging is added. */
  list<N extends ListName>(
    name: N,
    params?: CallParams[N] & OwnFields,
    options?: ListOptions,
  ): TypedSweep<RowOf<N>>;
}

/** The session's own part: who logs in is the client's account, whatever a request says. */
export interface SessionCalls {
  login(): Promise<{ appVersion: string | null }>;
  logout(): Promise<void>;
}

/** `given`: a tenant's own catalogue; default the built-in one. */
export function catalogueCalls(
  entries: Entries,
  session: SessionCalls,
  given?: readonly CatalogueEntry[],
): CatalogueCalls {
  const call = async (name: string, params: Params, { signal }: { signal?: AbortSignal } = {}) => {
    const entry = entryOf(name, given);
    if (isOfSession(entry)) return ofSession(entry, session);
    requireRight(entry, params);
    const { json } = await entries.call(encodeRequest(entry, params, signal));
    return decodeAnswer(entry, json);
  };
  const list = (name: string, params: Params = {}, options: ListOptions = {}) => {
    const entry = entryOf(name, given);
    if (entry.operation !== 'list') throw noList(entry);
    requireRight(entry, params);
    return sweepOf(entries, entry, params, options);
  };
  return { call, list } as CatalogueCalls;
}

async function ofSession({ operation }: CatalogueEntry, session: SessionCalls): Promise<AnyResult> {
  if (operation === 'logout') {
    await session.logout();
    return { message: '', ord: null };
  }
  const { appVersion } = await session.login();
  return { ord: null, fields: { appversion: appVersion ?? '' }, captions: {} };
}

/** Helper lists never bring more (wire.md "Four styles"). */
const MOST_OF_HELPER = 50;

function sweepOf(
  entries: Entries,
  entry: CatalogueEntry,
  params: Params,
  options: ListOptions,
): TypedSweep<unknown> {
  const paging = PAGING[entry.style as keyof typeof PAGING];
  const isPaged =
    entry.request === undefined || isOpen(entry) || entry.request.some(({ id }) => id === paging.index);
  const most = entry.style === 'helper' ? MOST_OF_HELPER : Number.POSITIVE_INFINITY;
  const sort = entry.style === 'ov1' ? { _rpt_sort: options.sort ?? 'ord' } : {};
  const ids = new RowIds();
  let told = 0;
  const readPage = async (index: number, size: number, signal: AbortSignal) => {
    const page = isPaged ? { ...sort, [paging.size]: size, [paging.index]: index } : {};
    const { json } = await entries.call(encodeRequest(entry, { ...params, ...page }, signal));
    const table = tableOf(entry, json);
    const rows = ids.of(index, table.rows);
    if (isPaged) return { ...table, rows };
    told = table.recordCount ?? 0;
    return { ...table, rows, recordCount: rows.length };
  };
  const doubtful = (distinct: number): string | null => {
    if (isPaged) return null;
    if (distinct < told)
      return `the server speaks of ${told} rows, ${distinct} came, and the list has no pages`;
    return distinct >= most ? `the list has no pages and never brings more than ${most} rows` : null;
  };
  const pageSize = Math.min(options.pageSize ?? 500, most);
  return withRecords(entries.sweep(readPage, { ...options, pageSize }), doubtful);
}

/** `doubtful`: why a list that came whole may have been cut all the same. */
function withRecords(sweep: Sweep, doubtful: (distinct: number) => string | null): TypedSweep<unknown> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const page of sweep)
        yield { ...page, records: page.rows.map((row) => rowOf(page.columns, row)) };
    },
    outcome: () => {
      const outcome = sweep.outcome();
      const reason = doubtful(outcome.distinct);
      return reason === null ? outcome : { ...outcome, complete: false, reason };
    },
  };
}
