import { readBill } from './bill.ts';
import type { Entries } from './entries.ts';
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

/**
 * Opens one record. Not there, as far as the detail shows, or not to be told: `found: false`; no right to see it: throws
 * no_permission. One empty form may be a lie (wire.md "Answers that lie or break"), so it is asked for twice.
 */
export async function readRecord(entries: Entries, entry: RecordEntry): Promise<CustomerReading> {
  const reading = await readOnce(entries, entry);
  return !reading.found && reading.why === 'empty' ? readOnce(entries, entry) : reading;
}

async function readOnce(entries: Entries, entry: RecordEntry): Promise<CustomerReading> {
  const { operation, path, ord } = entry;
  try {
    return readDocument(await entries.read({ operation, path, datas: { edit: 1, ord } }), entry);
  } catch (error) {
    if (!(error instanceof ZhibangError) || error.blame !== 'business') throw error;
    const why = error.code === 'not_found' ? 'refused' : 'unclear';
    return { found: false, why, message: error.erpMessage ?? '' };
  }
}

function readDocument(json: unknown, { operation, path, ord, nameField }: RecordEntry): CustomerReading {
  const raw = billOf(json);
  const { present, text, title } = messageOf(json);
  const message = text || title;
  if (raw) {
    const bill = readBill(raw);
    const isIt = bill.ord === ord || bill.ord === 0;
    if (isIt && bill.fields[nameField]) return { found: true, bill: { ...bill, ord } };
  }
  if (raw || !present) return { found: false, why: 'empty', message };
  throw new ZhibangError(classifyRefusal(message).code, { operation, endpoint: path, erpMessage: message });
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
