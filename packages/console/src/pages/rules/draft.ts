import type { Ask, Endpoints } from '@bangqiao/api';
import type { AnswerOf } from '../../api/types.ts';

export type RuleDraft = Ask<Endpoints['rules.check']>['body']['rules'][number];

export interface DraftRule {
  /** Since the short name may be edited. */
  id: number;
  /** Its short name in the version that the draft began with; null: a new one. */
  was: string | null;
  /** False: its short name still follows from what it asks for. */
  isNamed: boolean;
  rule: RuleDraft;
}

/** Rules as somebody edits them, in the order in which they were asked when one was opened. Nothing of it is live before it is put in force. */
export interface Draft {
  rules: DraftRule[];
  /** The rule that is open. */
  open: number | null;
  /** What changed, for colleagues. */
  note: string;
}

export type Shown = AnswerOf<'rules.show'>;

export function draftOf({ rules }: Shown): Draft {
  const numbered = rules.map((rule, id) => ({
    id,
    was: rule.rule_name,
    isNamed: true,
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
  return inOrder({ rules: numbered, open: null, note: '' });
}

export function openedAt(draft: Draft, name: string | undefined): Draft {
  const found = draft.rules.find(({ rule }) => rule.rule_name === name);
  return found ? { ...draft, open: found.id } : draft;
}

/** A higher priority is asked first; equal ones stay as they stand. */
export function inOrder(draft: Draft): Draft {
  return { ...draft, rules: draft.rules.toSorted((a, b) => b.rule.rule_priority - a.rule.rule_priority) };
}

export function withRule(draft: Draft, id: number, part: Partial<RuleDraft>): Draft {
  const rules = draft.rules.map((one) => {
    if (one.id !== id) return one;
    const isNamed = one.isNamed || part.rule_name !== undefined;
    const rule = { ...one.rule, ...part };
    return { ...one, isNamed, rule: isNamed ? rule : { ...rule, rule_name: freeName(rule, draft, id) } };
  });
  return { ...draft, rules };
}

export function withoutRule(draft: Draft, id: number): Draft {
  return { ...draft, rules: draft.rules.filter((one) => one.id !== id), open: null };
}

/** A new rule is right as it is, on, and asked just after those that must be kept. */
export function withNewRule(draft: Draft): Draft {
  const id = Math.max(-1, ...draft.rules.map((one) => one.id)) + 1;
  const rule: RuleDraft = {
    rule_name: '',
    rule_type: 'medium_quality',
    rule_priority: priorityBelowMandatory(draft),
    rule_conditions: 'phone_verified && has_quote_request',
    rule_action: 'CREATE',
    confidence: 0.75,
    is_active: true,
    description: { zh: '', en: '' },
  };
  const added = { id, was: null, isNamed: false, rule: { ...rule, rule_name: freeName(rule, draft, id) } };
  return inOrder({ ...draft, rules: [...draft.rules, added], open: id });
}

export function bodyOf(draft: Draft): RuleDraft[] {
  return inOrder(draft).rules.map(({ rule }) => rule);
}

/** The draft says something else than these rules. */
export function differs(draft: Draft, rules: readonly RuleDraft[]): boolean {
  return JSON.stringify(bodyOf(draft)) !== JSON.stringify(rules);
}

function priorityBelowMandatory(draft: Draft): number {
  const taken = draft.rules.map(({ rule }) => rule.rule_priority);
  const mandatory = draft.rules.filter(({ rule }) => rule.rule_type === 'mandatory');
  let priority = Math.min(100, ...mandatory.map(({ rule }) => rule.rule_priority)) - 1;
  while (taken.includes(priority)) priority -= 1;
  return priority;
}

const LONGEST_NAME = 60;

/** `medium_phone_verified_has_quote_request`: the type and the columns that the condition reads; a number where it is taken. */
function freeName({ rule_type, rule_conditions }: RuleDraft, draft: Draft, id: number): string {
  const bare = rule_conditions.replace(/"[^"]*"|'[^']*'/g, '');
  const columns = new Set(bare.match(/[a-z]\w*/g));
  const name = [rule_type.replace(/^(medium|low)_quality$/, '$1'), ...columns]
    .join('_')
    .slice(0, LONGEST_NAME);
  const taken = new Set(draft.rules.flatMap((one) => (one.id === id ? [] : one.rule.rule_name)));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}_${count}`;
  return free;
}
