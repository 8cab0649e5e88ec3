import { conditionInWords, distanceOf, type Gap, gapsOf } from './condition.ts';
import type { Missing } from './decision.ts';
import type { Facts } from './facts.ts';
import { type CompiledRule, FLOOR_DECISION } from './ruleset.ts';

interface Question {
  /** In the order in which they are asked. */
  rules: readonly CompiledRule[];
  facts: Facts;
  floor: { quality: number; intent: number };
  /** The SKIP rule that decided; null when none did. */
  decider: CompiledRule | null;
}

/**
 * What would let a customer in: what each CREATE rule lacks, the nearest rule first. Where some CREATE rule matches already,
 * only what stands in its way: a SKIP rule that is asked before it, or the floor. Mandatory rules are no advice (nobody is
 * asked for an order), so what they lack is not listed.
 */
export function missingFor(question: Question): Missing[] {
  const creating = question.rules.filter(({ rule }) => rule.rule_action === 'CREATE');
  const ways = creating.map(({ rule, condition }) => ({
    rule,
    gaps: gapsOf(condition.tree, question.facts),
  }));
  const inTheWay = [...obstacle(question), ...belowFloor(question)];
  if (ways.some(({ gaps }) => gaps.length === 0)) return inTheWay;
  const advice = ways
    .filter(({ rule }) => rule.rule_type !== 'mandatory')
    .sort((a, b) => distanceOf(a.gaps) - distanceOf(b.gaps))
    .flatMap(({ rule, gaps }) => gaps.map((gap) => toMissing(gap, rule.rule_name)));
  return [...inTheWay, ...advice];
}

/** A SKIP rule that is asked before some CREATE rule keeps everybody out whom it matches. */
function obstacle({ rules, decider }: Question): Missing[] {
  if (decider === null) return [];
  const after = rules.slice(rules.indexOf(decider) + 1);
  if (!after.some(({ rule }) => rule.rule_action === 'CREATE')) return [];
  const words = conditionInWords(decider.condition.tree);
  const what = decider.condition.reads[0] ?? decider.rule.rule_name;
  return [{ what, rule: decider.rule.rule_name, zh: `阻挡：${words.zh}`, en: `in the way: ${words.en}` }];
}

function belowFloor({ facts, floor }: Question): Missing[] {
  const gaps: Gap[] = [];
  for (const [fact, value] of [
    ['data_quality_score', floor.quality],
    ['intent_score', floor.intent],
  ] as const) {
    gaps.push(...gapsOf({ kind: 'test', fact, op: '>=', value }, facts));
  }
  return gaps.map((gap) => toMissing(gap, FLOOR_DECISION));
}

function toMissing({ what, zh, en }: Gap, rule: string): Missing {
  return { what, zh, en, rule };
}
