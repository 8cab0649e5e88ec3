import { type CatalogueEntry, catalogue, findEntry } from './catalogue.ts';
import { checkRequest, type Params } from './check-request.ts';
import { encodeRequest, writes } from './encode-request.ts';
import { ZhibangError } from './errors.ts';
import { nearest } from './nearest.ts';
import { withoutSecretValues } from './redact.ts';
import { noListCall, ownAccount, proseCall, type RequestFault, unknownCall } from './request-fault.ts';

/** The endpoint of that name, number or Chinese name. Throws `invalid_request` when there is none. */
export function entryOf(name: string, entries: readonly CatalogueEntry[] = catalogue()): CatalogueEntry {
  const entry = findEntry(name, entries);
  if (entry && entry.style !== 'page') return entry;
  const calls = entries.filter(({ style }) => style !== 'page').map((each) => each.call);
  throw invalid({ call: name, path: '' }, [
    entry ? proseCall(entry) : unknownCall(name, nearest(name, calls)),
  ]);
}

/** Throws `invalid_request` with everything that is wrong. */
export function requireRight(entry: CatalogueEntry, params: Params): void {
  const faults = isOfSession(entry) ? Object.keys(params).map(ownAccount) : checkRequest(entry, params);
  if (faults.length > 0) throw invalid(entry, faults);
}

/** Who logs in and out is the client's account, whatever a request says. */
export function isOfSession({ operation }: CatalogueEntry): boolean {
  return operation === 'login' || operation === 'logout';
}

export function noList(entry: CatalogueEntry): ZhibangError {
  return invalid(entry, [noListCall(entry.call)]);
}

function invalid(
  { call, path }: Pick<CatalogueEntry, 'call' | 'path'>,
  faults: readonly RequestFault[],
): ZhibangError {
  const field = faults[0]!.field || null;
  return new ZhibangError('invalid_request', { operation: call, endpoint: path, field, faults });
}

/** A call as it would leave, for people to look at: token, passwords and bank accounts are hidden. */
export interface Draft {
  method: 'POST';
  /** Path and query below the base URL. */
  path: string;
  headers: Record<string, string>;
  body: unknown;
  /** It changes something in the ERP. */
  writes: boolean;
}

/** What the client fills in for itself. */
const OWN_ACCOUNT = { user: 'txt:***', password: 'txt:***', serialnum: 'txt:***', rndcode: '' };

/** Checks a request and shows what would be sent. Throws `invalid_request`. */
export function draftCall(entry: CatalogueEntry, params: Params): Draft {
  requireRight(entry, params);
  const { path, style } = encodeRequest(entry, entry.operation === 'login' ? OWN_ACCOUNT : params);
  const { headers, body } = style.encode({ token: '***', cookies: {}, obtainedAt: 0, byLogin: false });
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: withoutSecretValues(JSON.parse(body)),
    writes: writes(entry),
  };
}
