import type { Bilingual } from './bilingual.ts';
import type { FieldValues, SyncField, Value } from './customer.ts';

/** 底本: per field, what the hub and what the ERP held when they were last reconciled. An absent field was never reconciled. */
export type Base = Partial<Record<SyncField, readonly [hub: Value, erp: Value]>>;

export type VerdictKind =
  /** Neither side changed since the base. */
  | 'same'
  /** Changed, and both sides now hold the same. */
  | 'agreed'
  | 'take_erp'
  | 'send_hub'
  /** Both changed, differently, and the policy gives it to nobody: for a person. */
  | 'conflict'
  | 'erased_in_erp'
  | 'erased_in_hub'
  /** Different, and by policy nothing is written. */
  | 'held';

/** What a merge decided about one field. */
export interface FieldVerdict {
  field: SyncField;
  kind: VerdictKind;
  hub: Value;
  erp: Value;
  base: readonly [hub: Value, erp: Value] | null;
  winner: 'hub' | 'erp' | null;
  /** The filled value that is overwritten and must be kept to restore; undefined when none is. */
  loser: Value | undefined;
  reason: Bilingual;
}

export interface MergeInput {
  hub: FieldValues;
  /** A field whose key is absent is unknown and left out of the merge. */
  erp: FieldValues;
  base: Base;
  /** Fields of the hub that were verified. */
  verified: ReadonlySet<SyncField>;
  /** First link of a hub customer to an ERP record that was there already. */
  linking?: boolean;
}

export interface MergeResult {
  verdicts: FieldVerdict[];
  /** To write into the hub's row; a value is never null. */
  toHub: FieldValues;
  /** To send to the ERP; a value is never null. */
  toErp: FieldValues;
  /** To store now: fields to be sent keep their old base until they were read back. */
  base: Base;
  conflicts: FieldVerdict[];
}
