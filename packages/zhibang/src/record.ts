import { readBill } from './bill.ts';
import type { Entries } from './entries.ts';
import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import { classifyRefusal } from './messages.ts';
import { billOf, type Fields, messageOf } from './ov1.ts';
import type { Bill, CustomerReading } from './types.ts';

interface RecordEntry {
  operation: string;
  path: string;
  ord: number;
  /** The field that no record of this kind lacks. */
  nameField: string;
}

/** Opens one record. Not there, as far as the detail shows: `found: false`; no right to see it: throws no_permission. */
export async function readRecord(entries: Entries, entry: RecordEntry): Promise<CustomerReading> {
  const { operation, path, ord } = entry;
  let json: unknown;
  try {
    json = await entries.read({ operation, path, datas: { edit: 1, ord } });
  } catch (error) {
    if (!(error instanceof ZhibangError) || !isAboutTheRecord(error.code)) throw error;
    return { found: false, why: 'refused', message: error.erpMessage ?? '' };
  }
  return readDocument(json, entry);
}

/** A refusal that is neither about the session nor about rights (wire.md "Does a record exist?"). */
const ABOUT_THE_RECORD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not_found',
  'duplicate',
  'missing_field',
  'too_long',
  'invalid_value',
  'business_refusal',
]);

function isAboutTheRecord(code: ErrorCode): boolean {
  return ABOUT_THE_RECORD.has(code);
}

function readDocument(json: unknown, { operation, path, ord, nameField }: RecordEntry): CustomerReading {
  const raw = billOf(json);
  const { present, text, title } = messageOf(json);
  const message = text || title;
  if (raw) {
    const bill = readBill(raw);
    const isIt = bill.ord === ord || bill.ord === 0;
    if (isIt && bill.fields[nameField]) return { found: true, bill: { ...bill, ord } };
    return { found: false, why: 'empty', message };
  }
  if (!present) return { found: false, why: 'empty', message };
  const { code } = classifyRefusal(message);
  if (!isAboutTheRecord(code))
    throw new ZhibangError(code, { operation, endpoint: path, erpMessage: message });
  return { found: false, why: 'refused', message };
}

/** Opens a fresh form, which allocates an `ord` (wire.md "allocate an id"). */
export async function freshForm(
  entries: Entries,
  entry: { operation: string; path: string; datas: Fields },
): Promise<Bill> {
  const json = await entries.read(entry);
  const raw = billOf(json);
  const bill = raw && readBill(raw);
  if (bill?.ord) return bill;
  const { text, title } = messageOf(json);
  const said = text || title;
  const { operation, path: endpoint } = entry;
  const erpMessage = said || 'no ord in the fresh form';
  throw new ZhibangError(said ? classifyRefusal(said).code : 'protocol', { operation, endpoint, erpMessage });
}
