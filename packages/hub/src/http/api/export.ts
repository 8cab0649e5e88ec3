import type { Customer } from '@bangqiao/core';
import { type CustomerFilter, listCustomers, type Place } from '../../customers/list.ts';
import type { Executor } from '../../store/index.ts';

/** The columns of an export, by the names that `import` reads. */
const COLUMNS = [
  'id',
  'erp_customer_code',
  'company_name',
  'real_name',
  'phone',
  'email',
  'address',
  'wechat_id',
  'wechat_nickname',
  'stage',
  'erp_sync_status',
  'erp_sync_rule',
  'data_quality_score',
  'intent_score',
  'message_count',
  'conversation_days',
  'has_quote_request',
  'has_order',
  'has_contract',
  'has_payment',
  'marked_as_important',
  'marked_as_invalid',
  'last_contact_time',
  'updated_at',
] as const satisfies readonly (keyof Customer)[];

const PAGE = 1000;

/** CSV page by page, however many there are; a byte order mark, for Excel reads Chinese only with one. */
export async function* csvOf(
  db: Executor,
  filter: CustomerFilter,
  shown: (row: Customer) => Customer,
): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for (let after: Place | null = null; ; ) {
    const { rows, next } = await listCustomers(db, filter, { sort: 'id', order: 'asc', limit: PAGE, after });
    yield rows
      .map(shown)
      .map((row) => `${COLUMNS.map((column) => cell(row[column])).join(',')}\r\n`)
      .join('');
    if (next === null) return;
    after = next;
  }
}

/** A text that a spreadsheet would take for a formula gets an apostrophe: names come from strangers. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
