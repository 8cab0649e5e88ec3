import type { Bilingual } from './bilingual.ts';
import type { RuleAction, RuleType } from './rules.ts';

/** Which rule decided about one customer, what it saw, and what would change it. */
export interface Decision {
  action: RuleAction;
  /** The rule that decided; `default` when none matched, `floor` when the configured least scores held a match back. */
  rule: string;
  /** Null for `default`; the held-back rule's for `floor`. */
  rule_type: RuleType | null;
  priority: number | null;
  rule_set_version: number;
  /** 0–1. */
  confidence: number;
  /** The deciding rule's CEL source; null for `default`. */
  condition: string | null;
  /** All values its condition read; for `default`, what all active rules read. Empty is null; phones are masked. */
  saw: Record<string, string | number | boolean | null>;
  /** What would let this customer in, the nearest rule's first; empty for CREATE. */
  missing: Missing[];
  reason: Bilingual;
  /** Active rules that could not be evaluated: neither true nor false, passed over. */
  unknown: string[];
}

export interface Missing extends Bilingual {
  /** The fact that is missing, e.g. `phone`, `phone_verified`, `intent_score`. */
  what: string;
  /** The rule that this would bring nearer. */
  rule: string;
}
