import { looksLikeCompany } from './company.ts';
import {
  COMPANY,
  type CustomerType,
  type FieldValues,
  PERSON,
  SYNC_FIELDS,
  type SyncField,
} from './customer.ts';
import { normaliseEmail } from './email.ts';
import { type FieldProblem, noSuchField, optionUnknown, problemOf } from './field-problem.ts';
import { FIELDS } from './fields.ts';
import { canonicalOption, type OptionBook, optionId } from './option-book.ts';
import { normalisePhone } from './phone.ts';
import { cleanLines, cleanText, isMasked, isShortened } from './text.ts';

/** ERP field id → text. An absent key is unknown, '' is empty. */
export type ErpRecord = Record<string, string>;

export interface ErpReading {
  /** In canonical form: phones as eleven digits, options as labels. What was absent, masked or shortened is absent here. */
  values: FieldValues;
  type: CustomerType | null;
  /** The type was guessed from the name: company_name and real_name may be shown, but must get no base. */
  provisional: boolean;
}

/** Reads an ov1 record or list row (wire.md, Customers) into the hub's fields. Ids it does not know are ignored. */
export function fromErp(record: ErpRecord, book: OptionBook): ErpReading {
  const stated = statedType(record);
  const type = stated ?? guessedType(record);
  const values: FieldValues = {};
  if (stated !== null) values.erp_customer_type = String(stated);
  for (const field of SYNC_FIELDS) {
    const id = type === null ? null : FIELDS[field].erp[type];
    const raw = id === null ? undefined : record[id];
    const value = raw === undefined ? undefined : readValue(field, raw, book);
    if (value !== undefined) values[field] = value;
  }
  return { values, type, provisional: stated === null };
}

/**
 * The ERP's fields for an ov1 save: options as ids. Empty values are left out (nothing is blanked by a sync), and so is every
 * value that has a problem. The type and the follow level are no fields of an ov1 save.
 */
export function toErp(
  values: FieldValues,
  type: CustomerType,
  book: OptionBook,
): { fields: Record<string, string>; problems: FieldProblem[] } {
  const fields: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const field of SYNC_FIELDS) {
    const text = cleanLines(values[field]);
    if (text === null || NOT_IN_A_SAVE.includes(field)) continue;
    const written = writeValue(field, text, type, book);
    if (written.ok) fields[written.id] = written.value;
    else problems.push(written.problem);
  }
  return { fields, problems };
}

const NOT_IN_A_SAVE: readonly SyncField[] = ['erp_customer_type', 'erp_follow_level'];

/** Where a form or a list states the type, by id (`intsort`, v3 `sort2`) or caption; the value is an id or a label. */
const TYPE_FIELDS = ['intsort', 'sort2', '分类', '客户类型', '客户属性'];

function statedType(record: ErpRecord): CustomerType | null {
  for (const id of TYPE_FIELDS) {
    const text = cleanText(record[id]);
    if (text === '1' || text?.startsWith('单位')) return COMPANY;
    if (text === '2' || text?.startsWith('个人')) return PERSON;
  }
  return null;
}

function guessedType(record: ErpRecord): CustomerType | null {
  const name = cleanText(record.name);
  if (name === null) return null;
  return looksLikeCompany(name) ? COMPANY : PERSON;
}

/** Undefined for what is hidden or cut: unknown, never empty. */
function readValue(field: SyncField, raw: string, book: OptionBook): string | null | undefined {
  const isLongText = field === 'summary' || field === 'notes';
  const text = isLongText ? cleanLines(raw) : cleanText(raw);
  if (text === null) return null;
  if (isShortened(text) || (!isLongText && isMasked(text))) return undefined;
  const list = FIELDS[field].options;
  if (list !== undefined) return readOption(text, list, book);
  if (field === 'phone') return normalisePhone(text) ?? text;
  return text;
}

/** `0` is how number-typed option fields say "none chosen" [assumed]. */
function readOption(
  text: string,
  list: NonNullable<(typeof FIELDS)[SyncField]['options']>,
  book: OptionBook,
) {
  const option = canonicalOption(book, list, text);
  return option === '0' ? null : option;
}

type Written = { ok: true; id: string; value: string } | { ok: false; problem: FieldProblem };

function writeValue(field: SyncField, text: string, type: CustomerType, book: OptionBook): Written {
  const id = FIELDS[field].erp[type];
  if (id === null) return { ok: false, problem: noSuchField(field) };
  const problem = problemOf(field, text, type);
  if (problem !== null) return { ok: false, problem };
  const list = FIELDS[field].options;
  if (list === undefined) return { ok: true, id, value: plain(field, text) };
  const option = optionId(book, list, text);
  return option === null
    ? { ok: false, problem: optionUnknown(field, text) }
    : { ok: true, id, value: option };
}

function plain(field: SyncField, text: string): string {
  if (field === 'phone') return normalisePhone(text) ?? text;
  if (field === 'email') return normaliseEmail(text) ?? text;
  return text;
}
