import type { FieldValues, SyncField } from '@bangqiao/core';
import { creditRule } from '../admit/rule-credit.ts';
import type { Executor, Store } from '../store/index.ts';
import { OPEN_STATES, TRANSITIONS, type WriteKind, type WriteOutcome, type WriteState } from './states.ts';

/** One row of `write_journal`. `fields` holds the values of an open write and is emptied once they are confirmed. */
export interface Write {
  id: number;
  run_id: number | null;
  customer_id: number;
  kind: WriteKind;
  /** Of a contact: the `ord` of its company; of a follow-up: the number of its conversation; of a level: its label; else empty. */
  subject: string;
  state: WriteState;
  ord: number | null;
  khid: string | null;
  fields: Sending | null;
  field_names: string[];
  rule: string | null;
  rule_set_version: number | null;
  reason: string;
  attempts: number;
  saves: number;
  retry_at: string | null;
  holder: string | null;
  outcome: WriteOutcome | null;
  error_code: string | null;
  error_message: string | null;
  next_step: string | null;
  /** When the breaker let it through; only then it is worked. */
  passed_at: string | null;
  /** Null for a write that a rule or a merge wants. */
  orders: Orders | null;
  created_at: string;
  updated_at: string;
}

/** What a save carries: the ERP's fields, the hub's values behind them, and the version of the customer they were taken from. */
export interface Sending {
  erp: Record<string, string>;
  hub: Record<string, string | null>;
  version: number;
  /** Of an update: what the ERP held before the first save, in the hub's words. */
  before?: FieldValues;
  /** Of a create: the number in whose place others were tried. */
  guessedAfter?: string;
}

/** Fields that a person wants empty in the ERP, and the value that must still stand there for it. */
export type Orders = Partial<Record<SyncField, { expect: string }>>;

export interface Note {
  by: string;
  at: string;
  note: string;
}

/** Columns that a transition may set along with the state. */
export interface WriteChange {
  run_id?: number | null;
  ord?: number | null;
  khid?: string | null;
  fields?: Sending | null;
  field_names?: string[];
  attempts?: number;
  saves?: number;
  retry_at?: string | null;
  holder?: string | null;
  claimed_at?: string | null;
  outcome?: WriteOutcome | null;
  error_code?: string | null;
  error_message?: string | null;
  next_step?: string | null;
  reason?: string;
  rule?: string | null;
  rule_set_version?: number | null;
  passed_at?: string | null;
  /** Emptied once a write is over: it may hold a phone. */
  orders?: null;
}

/** Somebody else moved the row first; the caller drops what it was doing with it. */
export class WriteMoved extends Error {
  constructor(id: number, from: WriteState) {
    super(`write ${id} is no longer ${from}`);
    this.name = 'WriteMoved';
  }
}

/** For `catch`: another process was first, or a person at this very moment, and what they did stands. Throws anything else. */
export function whenMoved(error: unknown): null {
  if (error instanceof WriteMoved) return null;
  throw error;
}

/** Moves a write from one state to another, guarded and audited. The caller's transaction makes it durable. */
export async function moveWrite(
  trx: Executor,
  write: Write,
  to: WriteState,
  change: WriteChange,
  note: Note,
): Promise<Write> {
  const from = write.state;
  if (!TRANSITIONS[from].includes(to)) throw new Error(`a write cannot go from ${from} to ${to}`);
  const isOver = to === 'confirmed' || to === 'cancelled';
  const moved = await guardedChange(trx, write, to, isOver ? { ...change, orders: null } : change, note);
  if (to === 'confirmed' && BROUGHT_IN.includes(moved.outcome)) await creditRule(trx, moved);
  return moved;
}

/** The guarded move is made once, so its rule is credited once, whoever finds out that the customer is in the ERP. */
const BROUGHT_IN: readonly (WriteOutcome | null)[] = ['created', 'linked'];

/** Notes something on a write that stays in its state (a save counted, a worker that takes it over). */
export async function touchWrite(
  trx: Executor,
  write: Write,
  change: WriteChange,
  note: Note,
): Promise<Write> {
  return guardedChange(trx, write, write.state, change, note);
}

async function guardedChange(
  trx: Executor,
  write: Write,
  to: WriteState,
  change: WriteChange,
  note: Note,
): Promise<Write> {
  const from = write.state;
  let guarded = trx
    .updateTable('write_journal')
    .set({ ...columns(change), state: to, updated_at: note.at })
    .where('id', '=', write.id)
    .where('state', '=', from);
  guarded =
    write.holder === null ? guarded.where('holder', 'is', null) : guarded.where('holder', '=', write.holder);
  const done = await guarded.executeTakeFirst();
  if (Number(done.numUpdatedRows) !== 1) throw new WriteMoved(write.id, from);
  await audit(trx, write.id, from, to, note);
  return { ...write, ...change, state: to, updated_at: note.at };
}

function columns(change: WriteChange): Record<string, unknown> {
  const { fields, field_names, ...rest } = change;
  return {
    ...rest,
    ...(fields === undefined ? {} : { fields: fields === null ? null : JSON.stringify(fields) }),
    ...(field_names === undefined ? {} : { field_names: JSON.stringify(field_names) }),
  };
}

async function audit(trx: Executor, id: number, from: WriteState | null, to: WriteState, note: Note) {
  await trx
    .insertInto('journal_audit')
    .values({ journal_id: id, from_state: from, to_state: to, note: note.note, at: note.at, by: note.by })
    .execute();
}

/** Plans a write. Null when the customer already has an open one of this kind and subject. */
export async function planWrite(
  trx: Executor,
  plan: {
    run_id: number | null;
    customer_id: number;
    kind: WriteKind;
    ord: number | null;
    field_names: string[];
    rule: string | null;
    rule_set_version: number | null;
    reason: string;
    orders?: Orders;
    subject?: string;
    passed_at?: string | null;
  },
  note: Note,
): Promise<Write | null> {
  const open = await openWrite(trx, plan.customer_id, plan.kind, plan.subject ?? '');
  if (open) return null;
  const row = await trx
    .insertInto('write_journal')
    .values({
      ...plan,
      orders: plan.orders ? JSON.stringify(plan.orders) : null,
      subject: plan.subject ?? '',
      state: 'planned',
      field_names: JSON.stringify(plan.field_names),
      attempts: 0,
      saves: 0,
      created_at: note.at,
      updated_at: note.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await audit(trx, row.id, null, 'planned', note);
  return toWrite(row);
}

async function openWrite(
  trx: Executor,
  customerId: number,
  kind: WriteKind,
  subject: string,
): Promise<Write | null> {
  const row = await trx
    .selectFrom('write_journal')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirst();
  return row ? toWrite(row) : null;
}

/** All open writes of a kind, oldest first; only those in `states` where they are named. */
export async function openWrites(
  trx: Executor,
  kind: WriteKind,
  states: readonly WriteState[] = OPEN_STATES,
): Promise<Write[]> {
  const rows = await trx
    .selectFrom('write_journal')
    .selectAll()
    .where('kind', '=', kind)
    .where('state', 'in', states)
    .orderBy('id')
    .execute();
  return rows.map(toWrite);
}

export async function readWrite(trx: Executor, id: number): Promise<Write> {
  const row = await trx
    .selectFrom('write_journal')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return toWrite(row);
}

/** One transition in a transaction of its own, forced to disk: an `ord` must survive a power cut. */
export function moveDurably(
  store: Store,
  write: Write,
  to: WriteState,
  change: WriteChange,
  note: Note,
): Promise<Write> {
  return store.transaction((trx) => moveWrite(trx, write, to, change, note), { durable: true });
}

interface WriteRow {
  [column: string]: unknown;
  fields: string | null;
  field_names: string | null;
  orders: string | null;
}

export function toWrite(row: object): Write {
  const raw = row as WriteRow;
  return {
    ...(raw as unknown as Write),
    fields: raw.fields === null ? null : (JSON.parse(raw.fields) as Sending),
    field_names: raw.field_names === null ? [] : (JSON.parse(raw.field_names) as string[]),
    orders: raw.orders === null ? null : (JSON.parse(raw.orders) as Orders),
  };
}
