/**
 * The life of one intended write to the ERP.
 *
 * A write is *planned* when a rule or a merge wants it. A worker *claims* it, looks the customer up, and for a create
 * lets the ERP *allocate* an `ord`, which is durable here before anything is saved under it. *Sent* is written before
 * the save leaves; what was read back makes it *confirmed*. An answer that was lost makes it *in_doubt*: only reading
 * its own `ord` gets it out of there, and where nothing can be read (a follow-up) a person's word. *Waiting* is transient
 * trouble with a time to try again, never a person's task; *parked* is a person's task, with the reason and the next step.
 * *Cancelled* is a write that nobody wants any more.
 */
export const WRITE_STATES = [
  'planned',
  'claimed',
  'allocated',
  'sent',
  'confirmed',
  'in_doubt',
  'waiting',
  'parked',
  'cancelled',
] as const;
export type WriteState = (typeof WRITE_STATES)[number];

/** From → where it may go. Every change is `UPDATE … WHERE state = <from>` with its audit row in one transaction. */
export const TRANSITIONS: Readonly<Record<WriteState, readonly WriteState[]>> = {
  planned: ['claimed', 'parked', 'cancelled'],
  claimed: ['allocated', 'sent', 'in_doubt', 'confirmed', 'waiting', 'parked', 'cancelled', 'planned'],
  allocated: ['sent', 'confirmed', 'waiting', 'parked', 'cancelled'],
  sent: ['confirmed', 'in_doubt', 'waiting', 'parked'],
  confirmed: [],
  in_doubt: ['sent', 'confirmed', 'waiting', 'parked', 'allocated'],
  waiting: ['claimed', 'parked', 'cancelled'],
  parked: ['planned', 'cancelled'],
  cancelled: [],
};

/** Still to be settled: at most one of these per customer, kind and subject. */
export const OPEN_STATES = [
  'planned',
  'claimed',
  'allocated',
  'sent',
  'in_doubt',
  'waiting',
  'parked',
] as const;

/** Of these, what did not go through at once. Sent is in doubt until it was read back: its worker may be dead. */
export const PILES = {
  waiting: ['waiting'],
  in_doubt: ['sent', 'in_doubt'],
  parked: ['parked'],
} as const satisfies Record<string, readonly WriteState[]>;

/** A worker holds the row in these; when its process is gone, another may take the row over as it stands. */
export const HELD_STATES = ['claimed', 'allocated', 'sent'] as const;

/**
 * Kinds that make or change a customer of the ERP: what a push plans, asks the breaker about and counts. `contact`: the
 * customer becomes a contact person (联系人) of the ERP customer that `subject` names by its `ord`.
 */
export const CUSTOMER_KINDS = ['create', 'update', 'contact'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
/**
 * Steps of their own after a create (domain.md): `assign` gives the new customer to a seller, once; `level` sets the follow level
 * that `subject` names, and again when the scores ask for another one. Neither can be repeated in doubt.
 */
export const SECOND_KINDS = ['assign', 'level'] as const;
export type SecondKind = (typeof SECOND_KINDS)[number];
/**
 * Writes that stand for themselves in counts, lists and at the desk; that of a follow-up is told and decided with its conversation.
 */
export const OWN_KINDS = [...CUSTOMER_KINDS, ...SECOND_KINDS] as const;
/** Asks one of these lists of kinds or states about a name that may be in none of them. */
export const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);

/** What passes the breaker: what changes a customer in the ERP. */
export const COUNTED_KINDS = [...CUSTOMER_KINDS, 'level'] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];
/** `follow_up`: one conversation, named by `subject`, is added to the customer; nobody can read it back (decision 0023). */
export type WriteKind = CustomerKind | SecondKind | 'follow_up';
/**
 * `contact`: a create that was handed on to a write of that kind. Of a follow-up: `sent`, the ERP said yes; `there`, a person saw it.
 */
export type WriteOutcome =
  | 'created'
  | 'linked'
  | 'updated'
  | 'unchanged'
  | 'contact'
  | 'assigned'
  | 'level_set'
  | 'sent'
  | 'there';

/** As what a write stands in `erp_sync_logs`. */
export const LOGGED_AS = {
  create: 'create',
  update: 'update',
  contact: 'create',
  assign: 'update',
  level: 'update',
  follow_up: 'create',
} as const satisfies Record<WriteKind, string>;
