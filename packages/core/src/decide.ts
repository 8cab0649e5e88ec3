import type { Bilingual } from './bilingual.ts';
import { conditionInWords } from './condition.ts';
import type { Customer } from './customer.ts';
import type { Decision } from './decision.ts';
import { type Facts, factsOf, seenFacts } from './facts.ts';
import { missingFor } from './missing.ts';
import type { Rule, RuleType } from './rules.ts';
import { type CompiledRule, type CompiledRuleSet, DEFAULT_DECISION, FLOOR_DECISION } from './ruleset.ts';

/**
 * Least scores under every CREATE rule that is not mandatory; act only with `data_quality.enforce_min_score`
 * (the caller passes none otherwise). `min_score_for_sync` is a least quality score too.
 */
export interface ScoreFloor {
  min_quality_score?: number;
  min_intent_score?: number;
  min_score_for_sync?: number;
}

export const RULE_TYPE_NAMES: Record<RuleType, Bilingual> = {
  mandatory: { zh: '必须同步', en: 'mandatory' },
  high_quality: { zh: '高质量', en: 'high quality' },
  medium_quality: { zh: '中等质量', en: 'medium quality' },
  low_quality: { zh: '低质量', en: 'low quality' },
};

interface Search {
  match: CompiledRule | null;
  /** The first CREATE rule that matched but stands on a score below the floor. */
  held: CompiledRule | null;
  unknown: string[];
}

/**
 * Asks the rules in order; the first that matches decides. One that cannot be evaluated is passed over and named in
 * `unknown`: it counts neither as true nor as false. Decides entry only: a linked customer is kept in step whatever comes out.
 */
export function decide(
  ruleSet: CompiledRuleSet,
  customer: Partial<Customer>,
  options: { floor?: ScoreFloor } = {},
): Decision {
  const facts = factsOf(customer);
  const floor = floorOf(options.floor);
  const search = firstMatch(ruleSet.rules, facts, isBelow(floor, facts));
  const decider = search.match ?? search.held;
  const isHeld = search.match === null && search.held !== null;
  const action = search.match?.rule.rule_action ?? 'SKIP';
  const reads =
    decider === null ? ruleSet.rules.flatMap(({ condition }) => condition.reads) : decider.condition.reads;
  const names = isHeld ? [...reads, 'data_quality_score', 'intent_score'] : reads;
  return {
    action,
    rule: isHeld ? FLOOR_DECISION : (decider?.rule.rule_name ?? DEFAULT_DECISION),
    rule_type: decider?.rule.rule_type ?? null,
    priority: decider?.rule.rule_priority ?? null,
    rule_set_version: ruleSet.version,
    confidence: search.match === null ? 0 : confidenceOf(search.match.rule, facts),
    condition: decider?.condition.source ?? null,
    saw: seenFacts(facts, new Set(names)),
    missing:
      action === 'CREATE' ? [] : missingFor({ rules: ruleSet.rules, facts, floor, decider: search.match }),
    reason: reasonOf(search),
    unknown: search.unknown,
  };
}

function firstMatch(rules: readonly CompiledRule[], facts: Facts, belowFloor: boolean): Search {
  const search: Search = { match: null, held: null, unknown: [] };
  for (const candidate of rules) {
    const { rule, condition } = candidate;
    const verdict = condition.evaluate(facts);
    if (verdict === 'unknown') search.unknown.push(rule.rule_name);
    if (verdict !== true) continue;
    const isHeldBack = belowFloor && rule.rule_action === 'CREATE' && rule.rule_type !== 'mandatory';
    if (!isHeldBack && (search.held === null || rule.rule_action === 'CREATE')) {
      search.match = candidate;
      return search;
    }
    search.held ??= isHeldBack ? candidate : null;
  }
  return search;
}

/** The floor as one least quality score and one least intent score. */
function floorOf(floor: ScoreFloor = {}): { quality: number; intent: number } {
  return {
    quality: Math.max(floor.min_quality_score ?? 0, floor.min_score_for_sync ?? 0),
    intent: floor.min_intent_score ?? 0,
  };
}

function isBelow(floor: { quality: number; intent: number }, facts: Facts): boolean {
  return Number(facts.data_quality_score) < floor.quality || Number(facts.intent_score) < floor.intent;
}

function confidenceOf(rule: Rule, facts: Facts): number {
  if (rule.confidence !== 'quality') return rule.confidence;
  return Math.min(1, Math.max(0, Number(facts.data_quality_score) / 100));
}

function reasonOf({ match, held, unknown }: Search): Bilingual {
  const main = match !== null ? matchReason(match) : held !== null ? heldReason(held) : NOTHING_MATCHED;
  if (unknown.length === 0) return main;
  const names = unknown.join(', ');
  return {
    zh: `${main.zh}。规则 ${names} 无法判断，已跳过`,
    en: `${main.en}. Could not be evaluated and was passed over: ${names}`,
  };
}

const NOTHING_MATCHED: Bilingual = {
  zh: '没有规则匹配，按默认不准入',
  en: 'No rule matched: not admitted by default',
};

function matchReason({ rule, condition }: CompiledRule): Bilingual {
  const words = conditionInWords(condition.tree);
  const admitted = rule.rule_action === 'CREATE';
  return {
    zh: `规则 ${rule.rule_name}：${words.zh}，${admitted ? '准入' : '不准入'}`,
    en: `Rule ${rule.rule_name}: ${words.en}: ${admitted ? 'admitted' : 'not admitted'}`,
  };
}

function heldReason({ rule }: CompiledRule): Bilingual {
  return {
    zh: `规则 ${rule.rule_name} 满足，但低于配置的最低分，不准入`,
    en: `Rule ${rule.rule_name} matched, but a score is below the configured least score: not admitted`,
  };
}
