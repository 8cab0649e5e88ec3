import type { Ask, Endpoints } from '@bangqiao/api';
import type { AnswerOf } from '../../api/types.ts';

type RuleDraft = Ask<Endpoints['rules.check']>['body']['rules'][number];

/** Rules as somebody edits them. Nothing of it is stored before it is saved. */
export interface Draft {
  /** A number for each rule, since its name may be edited. */
  rules: { id: number; rule: RuleDraft }[];
  /** The rule that is open. */
  open: number | null;
}

export type Shown = AnswerOf<'rules.show'>;

export function draftOf({ rules }: Shown, openName: string): Draft {
  const numbered = rules.map((rule, id) => ({
    id,
    rule: {
      rule_name: rule.rule_name,
      rule_type: rule.rule_type,
      rule_priority: rule.rule_priority,
      rule_conditions: rule.rule_conditions,
      rule_action: rule.rule_action,
      confidence: rule.confidence,
      is_active: rule.is_active,
      description: rule.description,
    },
  }));
  return { rules: numbered, open: numbered.find(({ rule }) => rule.rule_name === openName)?.id ?? null };
}

export function withRule(draft: Draft, id: number, part: Partial<RuleDraft>): Draft {
  return {
    ...draft,
    rules: draft.rules.map((one) => (one.id === id ? { id, rule: { ...one.rule, ...part } } : one)),
  };
}

export function withoutRule(draft: Draft, id: number): Draft {
  return { rules: draft.rules.filter((one) => one.id !== id), open: null };
}

/** A new rule goes to the end, switched off: it does nothing until somebody wants it to. */
export function withNewRule(draft: Draft, name: string): Draft {
  const id = Math.max(-1, ...draft.rules.map((one) => one.id)) + 1;
  const last = Math.min(100, ...draft.rules.map(({ rule }) => rule.rule_priority));
  const rule: RuleDraft = {
    rule_name: name,
    rule_type: 'optional',
    rule_priority: Math.max(0, last - 1),
    rule_conditions: 'has_quote_request && phone_verified',
    rule_action: 'CREATE',
    confidence: 0.8,
    is_active: false,
    description: { zh: name, en: name },
  };
  return { rules: [...draft.rules, { id, rule }], open: id };
}

export function bodyOf(draft: Draft): RuleDraft[] {
  return draft.rules.map(({ rule }) => rule);
}
