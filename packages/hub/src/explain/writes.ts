import {
  type Bilingual,
  type Customer,
  type CustomerType,
  FIELDS,
  fieldOfErpId,
  maskPhonesIn,
  type SyncField,
  sameValue,
} from '@bangqiao/core';
import type { Selectable } from 'kysely';
import { loadOptions, type Options } from '../erp/options.ts';
import { toWrite, type Write } from '../journal/journal.ts';
import { LOGGED_AS } from '../journal/states.ts';
import type { Executor, Schema } from '../store/index.ts';
import { bothWays, say } from '../words/two-languages.ts';
import type { SentField, WriteView } from './explanation.ts';
import { erpLabelOf } from './labels.ts';
import { inWords } from './phrases.ts';

type Response = Record<string, string | null>;

/** Every intended write of a customer, the newest first: what left, what came back, and each step between. */
export async function readWrites(db: Executor, customer: Customer): Promise<WriteView[]> {
  const rows = await db
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', '=', customer.id)
    .where('kind', '<>', 'follow_up')
    .orderBy('id', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const audit = await readAudit(
    db,
    rows.map((row) => row.id),
  );
  const logs = await readPushLogs(db, customer.id);
  const options = await loadOptions(db);
  return rows.map((row) => {
    const write = toWrite(row);
    return viewOf(write, customer, audit.get(write.id) ?? [], logOf(write, logs), options);
  });
}

type Audit = Selectable<Schema['journal_audit']>;
type Log = Pick<
  Selectable<Schema['erp_sync_logs']>,
  'sync_action' | 'erp_customer_id' | 'erp_request' | 'erp_response' | 'synced_at'
>;

async function readAudit(db: Executor, ids: readonly number[]): Promise<Map<number, Audit[]>> {
  const rows = await db
    .selectFrom('journal_audit')
    .selectAll()
    .where('journal_id', 'in', ids)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.journal_id);
}

async function readPushLogs(db: Executor, customerId: number): Promise<Log[]> {
  return await db
    .selectFrom('erp_sync_logs')
    .select(['sync_action', 'erp_customer_id', 'erp_request', 'erp_response', 'synced_at'])
    .where('customer_id', '=', customerId)
    .where('sync_direction', '=', 'local_to_erp')
    .where('sync_result', '=', 'success')
    .where('erp_request', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
}

/** The confirmation's log row carries no number of its write; it is of its kind and `ord`, and inside its life. */
function logOf(write: Write, logs: readonly Log[]): Log | null {
  if (write.state !== 'confirmed') return null;
  return (
    logs.find(
      (log) =>
        log.sync_action === LOGGED_AS[write.kind] &&
        log.erp_customer_id === (write.kind === 'contact' ? Number(write.subject) : write.ord) &&
        log.synced_at >= write.created_at &&
        log.synced_at <= write.updated_at,
    ) ?? null
  );
}

function viewOf(
  write: Write,
  customer: Customer,
  audit: Audit[],
  log: Log | null,
  options: Options,
): WriteView {
  const request = requestOf(write, log);
  const response = log?.erp_response ? (JSON.parse(log.erp_response) as Response) : null;
  return {
    id: write.id,
    kind: write.kind as WriteView['kind'],
    state: write.state,
    outcome: write.outcome,
    ord: write.ord,
    number: write.khid,
    rule: write.rule,
    rule_set_version: write.rule_set_version,
    reason: reasonOf(write),
    saves: write.saves,
    attempts: write.attempts,
    planned_at: write.created_at,
    changed_at: write.updated_at,
    retry_at: write.retry_at,
    request,
    response,
    fields: fieldsOf(request, response, customer, options),
    error:
      write.error_code === null
        ? null
        : { code: write.error_code, words: bothWays(write.error_message ?? '') },
    next: write.next_step === null ? null : bothWays(write.next_step),
    trail: audit.map((row) => ({
      at: row.at,
      from: row.from_state,
      to: row.to_state,
      words: stepInWords(row, write),
      by: row.by,
    })),
  };
}

/** What left: in the log once it is confirmed, in the journal before; masked there only on the way out. */
function requestOf(write: Write, log: Log | null): Record<string, string> | null {
  if (log?.erp_request) return JSON.parse(log.erp_request) as Record<string, string>;
  if (write.saves === 0 || write.fields === null) return null;
  return JSON.parse(maskPhonesIn(JSON.stringify(write.fields.erp))) as Record<string, string>;
}

function reasonOf(write: Write) {
  if (write.rule === null) return inWords(write.reason);
  return say(write.reason, `rule ${write.rule}, rule set version ${write.rule_set_version}`);
}

/** A step that parked or cancelled the write says why in English; for a parked one the journal has it in both languages. */
export function stepInWords(
  row: Pick<Audit, 'to_state' | 'note'>,
  write: Pick<Write, 'state' | 'error_message'>,
): Bilingual {
  if (row.to_state === 'parked' && write.error_message !== null && write.state === 'parked') {
    return bothWays(write.error_message);
  }
  const code = /^(\w+): /.exec(row.note)?.[1];
  if (row.to_state === 'cancelled' && code !== undefined) {
    return say(`规则 ${code} 判定为不准入，取消写入`, `rule ${code} keeps it out now: cancelled`);
  }
  if (row.to_state === 'parked' && code !== undefined) return say(`需要人处理（${code}）`, row.note);
  return inWords(row.note);
}

function fieldsOf(
  request: Record<string, string> | null,
  response: Response | null,
  customer: Customer,
  options: Options,
): SentField[] {
  if (request === null) return [];
  const type = typeOf(response, customer);
  return Object.entries(request).map(([erpField, sent]) => {
    const field = fieldOfErpId(erpField, type);
    const label = erpLabelOf(erpField, type);
    const shown = field === null ? sent : optionLabel(field, sent, options);
    if (response === null || field === null || !(field in response)) {
      return { erp_field: erpField, label, sent: shown, came_back: null, kept: true };
    }
    const back = response[field] ?? '';
    return { erp_field: erpField, label, sent: shown, came_back: back, kept: sameValue(field, shown, back) };
  });
}

function optionLabel(field: SyncField, sent: string, options: Options): string {
  const list = FIELDS[field].options;
  return list ? (options.label(list, sent) ?? sent) : sent;
}

function typeOf(response: Response | null, customer: Customer): CustomerType {
  const told = Number(response?.erp_customer_type ?? customer.erp_customer_type);
  if (told === 1 || told === 2) return told;
  return customer.company_name === null ? 2 : 1;
}
