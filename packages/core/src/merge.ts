import type { Bilingual } from './bilingual.ts';
import { sameThing, sameValue } from './canonical.ts';
import { type FieldValues, SYNC_FIELDS, type SyncField, type Value } from './customer.ts';
import { FIELDS, type Policy } from './fields.ts';
import { REASONS, type ReasonCode } from './merge-reasons.ts';
import { cleanText } from './text.ts';
import type { Base, FieldVerdict, MergeInput, MergeResult, VerdictKind } from './verdict.ts';

/**
 * The mark of a base half that held a value which was then erased, or that never kept what was sent: nothing comes back
 * there by itself. A half that is null never held anything. Both compare as empty.
 */
const ERASED = '';

/** One field, each side already compared with its own base. */
interface Field {
  field: SyncField;
  hub: Value;
  erp: Value;
  base: readonly [hub: Value, erp: Value] | null;
  hubChanged: boolean;
  erpChanged: boolean;
  verified: boolean;
}

type Outcome = { kind: VerdictKind; why: ReasonCode };

/**
 * Three-way merge of the fields that both sides know. Each side is compared with its own half of the base, so an ERP that
 * trims or relabels looks edited only once. Pure; running it again on its own result changes nothing more. An erasure is
 * told once (`erased_in_erp`, `erased_in_hub`) and then remembered in the base; a conflict is told until it is resolved.
 */
export function merge(input: MergeInput): MergeResult {
  const verdicts = SYNC_FIELDS.flatMap((field) => verdictOn(field, input));
  const result: MergeResult = {
    verdicts,
    toHub: {},
    toErp: {},
    base: { ...input.base },
    conflicts: verdicts.filter(({ kind }) => kind === 'conflict'),
  };
  for (const verdict of verdicts) {
    if (verdict.kind === 'take_erp') result.toHub[verdict.field] = verdict.erp;
    if (verdict.kind === 'send_hub') result.toErp[verdict.field] = verdict.hub;
    const base = newBase(verdict);
    if (base !== null) result.base[verdict.field] = base;
  }
  return result;
}

/**
 * The base after a confirmed read-back, for the fields that were sent: what each side holds now. A field that was sent and
 * reads back empty is remembered as not kept: it is not sent again until the hub's value changes. Unknown fields stay as they were.
 */
export function rebase(base: Base, sent: readonly SyncField[], hub: FieldValues, erp: FieldValues): Base {
  const next: Base = { ...base };
  for (const field of sent) {
    if (!(field in hub) || !(field in erp)) continue;
    const hubValue = filled(hub[field]);
    const erpValue = filled(erp[field]);
    const isNotKept = hubValue !== null && erpValue === null;
    next[field] = [hubValue, isNotKept ? ERASED : erpValue];
  }
  return next;
}

function verdictOn(field: SyncField, { hub, erp, base, verified, linking }: MergeInput): FieldVerdict[] {
  if (!(field in erp) || !(field in hub)) return [];
  const pair = base[field] ?? null;
  const hubValue = filled(hub[field]);
  const erpValue = filled(erp[field]);
  const facts: Field = {
    field,
    hub: hubValue,
    erp: erpValue,
    base: pair,
    hubChanged: !sameValue(field, hubValue, pair?.[0]),
    erpChanged: !sameValue(field, erpValue, pair?.[1]),
    verified: verified.has(field),
  };
  const outcome = judge(facts);
  return [verdictOf(facts, outcome, linking === true && pair === null)];
}

function filled(value: Value | undefined): Value {
  return cleanText(value) === null ? null : (value ?? null);
}

function judge(one: Field): Outcome {
  const { hub, erp, hubChanged, erpChanged } = one;
  if (!hubChanged && !erpChanged) return verifiedSince(one) ?? { kind: 'same', why: 'unchanged' };
  if (sameValue(one.field, hub, erp)) return { kind: 'agreed', why: 'both_same' };
  if (erp === null && erpChanged) return { kind: 'erased_in_erp', why: 'erased_in_erp' };
  if (hub === null && hubChanged && !erpTakesBack(one))
    return { kind: 'erased_in_hub', why: 'erased_in_hub' };
  return BY_POLICY[FIELDS[one.field].policy](one);
}

/** The hub's value was erased, but the ERP has a new one since, and the field is the ERP's. */
function erpTakesBack({ field, erpChanged }: Field): boolean {
  return erpChanged && FIELDS[field].policy.startsWith('erp_');
}

/** A value that waited unsent in the hub was verified since, and the ERP never held one. */
function verifiedSince({ field, hub, erp, base, verified }: Field): Outcome | null {
  const isOwed = verified && hub !== null && erp === null && base !== null && base[1] === null;
  if (!isOwed || FIELDS[field].policy !== 'erp_unless_verified') return null;
  return { kind: 'send_hub', why: 'verified_into_empty' };
}

/** Asked only where the sides differ and neither erased: at least one changed, at most one is empty. */
const BY_POLICY: Record<Policy, (one: Field) => Outcome> = {
  erp_always({ erp }) {
    if (erp === null) return { kind: 'held', why: 'erp_field_not_sent' };
    return { kind: 'take_erp', why: 'erp_owns' };
  },

  erp_unless_verified(one) {
    const { hub, erp, hubChanged, erpChanged, verified } = one;
    if (hub === null) return { kind: 'take_erp', why: 'fills_hub' };
    if (erp === null) {
      if (!verified) return { kind: 'held', why: 'unverified_not_sent' };
      return { kind: 'send_hub', why: 'verified_into_empty' };
    }
    if (!verified) return { kind: 'take_erp', why: erpChanged ? 'erp_owns' : 'erp_returns' };
    if (!erpChanged) return { kind: 'send_hub', why: 'verified_change' };
    if (sameThing(one.field, hub, erp)) return { kind: 'take_erp', why: 'same_thing' };
    return { kind: 'conflict', why: hubChanged ? 'both_changed' : 'erp_against_verified' };
  },

  local_always({ hub, erp }) {
    if (hub === null) return { kind: 'take_erp', why: 'fills_hub' };
    if (erp === null) return { kind: 'send_hub', why: 'into_empty_erp' };
    return { kind: 'held', why: 'both_kept' };
  },

  latest({ hub, erp, hubChanged, erpChanged }) {
    if (hubChanged && erpChanged && hub !== null && erp !== null)
      return { kind: 'conflict', why: 'both_changed' };
    return erpChanged ? { kind: 'take_erp', why: 'erp_changed' } : { kind: 'send_hub', why: 'hub_changed' };
  },
};

function verdictOf(one: Field, { kind, why }: Outcome, isFirstLink: boolean): FieldVerdict {
  const winner = kind === 'take_erp' ? 'erp' : kind === 'send_hub' ? 'hub' : null;
  const overwritten = winner === 'erp' ? one.hub : winner === 'hub' ? one.erp : null;
  const { field, hub, erp, base } = one;
  return {
    field,
    kind,
    hub,
    erp,
    base,
    winner,
    loser: overwritten ?? undefined,
    reason: reason(why, isFirstLink),
  };
}

function reason(why: ReasonCode, isFirstLink: boolean): Bilingual {
  const { zh, en } = REASONS[why];
  return isFirstLink ? { zh: `首次关联：${zh}`, en: `first link: ${en}` } : { zh, en };
}

/** Null leaves the base as it is: nothing changed, or what was decided is not done yet. */
function newBase({ kind, hub, erp, base }: FieldVerdict): readonly [Value, Value] | null {
  switch (kind) {
    case 'same':
      return base === null ? [hub, erp] : null;
    case 'agreed':
      return [hub, erp];
    case 'take_erp':
      return [erp, erp];
    case 'erased_in_erp':
      return [hub, ERASED];
    case 'erased_in_hub':
      return [ERASED, erp];
    case 'held':
      return [hub, erp];
    case 'send_hub':
    case 'conflict':
      return null;
  }
}
