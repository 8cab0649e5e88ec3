import {
  type CompiledRuleSet,
  type Customer,
  decide,
  type RuleAction,
  type ScoreFloor,
} from '@bangqiao/core';
import { nameOf } from '../customers/index.ts';
import type { Executor } from '../store/index.ts';
import { type RuleReach, reachOfChanged } from './rule-reach.ts';

export type TrialVerdict = 'admitted' | 'dropped' | 'otherRule';

/** One customer about whom the two rule sets differ. */
interface TrialRow {
  id: number;
  name: string;
  from: string;
  to: string;
}

/** What a rule set would decide, against the active one. Nothing was written. */
export interface Trial {
  /** Customers that are not in the ERP: each was decided about twice. */
  considered: number;
  same: number;
  /** Would come in; would stay out; same answer by another rule. */
  counts: Record<TrialVerdict, number>;
  /** Customers that are in the ERP already: admission decides entry only, they stay as they are. */
  linked: number;
  /** How many each rule would decide about, in both sets. */
  byRule: { rule: string; action: RuleAction; active: number; candidate: number }[];
  /** The first of each kind, by number. */
  names: Record<TrialVerdict, TrialRow[]>;
  /** New and changed rules, in the order in which they are asked. */
  reach: RuleReach[];
}

const PAGE = 1000;

/** Decides about everybody who is not in the ERP by both rule sets, page by page. */
export async function tryRules(
  db: Executor,
  sets: { active: CompiledRuleSet; candidate: CompiledRuleSet },
  options: { floor?: ScoreFloor; names: number },
): Promise<Trial> {
  const trial: Trial = {
    considered: 0,
    same: 0,
    counts: { admitted: 0, dropped: 0, otherRule: 0 },
    linked: await countLinked(db),
    byRule: [],
    names: { admitted: [], dropped: [], otherRule: [] },
    reach: [],
  };
  const reach = reachOfChanged(sets);
  const rules = new Map<string, Trial['byRule'][number]>();
  for (let after = 0; ; ) {
    const customers = await page(db, after);
    if (customers.length === 0) break;
    after = customers.at(-1)?.id ?? after;
    for (const customer of customers) {
      const decided = tryOne(trial, rules, customer, sets, options);
      reach.see(customer, decided);
    }
  }
  trial.reach = reach.told();
  trial.byRule = [...rules.values()].sort((a, b) => b.candidate - a.candidate || b.active - a.active);
  return trial;
}

/** @returns the rule of the candidate that decided */
function tryOne(
  trial: Trial,
  rules: Map<string, Trial['byRule'][number]>,
  customer: Customer,
  { active, candidate }: { active: CompiledRuleSet; candidate: CompiledRuleSet },
  { floor, names }: { floor?: ScoreFloor; names: number },
): string {
  const options = floor ? { floor } : {};
  const before = decide(active, customer, options);
  const then = decide(candidate, customer, options);
  trial.considered += 1;
  count(rules, before.rule, before.action).active += 1;
  count(rules, then.rule, then.action).candidate += 1;
  const verdict = verdictOf(before, then);
  if (verdict === null) {
    trial.same += 1;
    return then.rule;
  }
  trial.counts[verdict] += 1;
  if (trial.names[verdict].length < names)
    trial.names[verdict].push({ id: customer.id, name: nameOf(customer), from: before.rule, to: then.rule });
  return then.rule;
}

interface Decided {
  action: RuleAction;
  rule: string;
}

function verdictOf(before: Decided, then: Decided): TrialVerdict | null {
  if (before.action !== then.action) return then.action === 'CREATE' ? 'admitted' : 'dropped';
  return before.rule === then.rule ? null : 'otherRule';
}

function count(rules: Map<string, Trial['byRule'][number]>, rule: string, action: RuleAction) {
  const key = `${rule} ${action}`;
  const entry = rules.get(key) ?? { rule, action, active: 0, candidate: 0 };
  rules.set(key, entry);
  return entry;
}

async function page(db: Executor, after: number): Promise<Customer[]> {
  return (await db
    .selectFrom('customers_unified')
    .selectAll()
    .where('erp_customer_id', 'is', null)
    .where('erp_contact_id', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE)
    .execute()) as Customer[];
}

async function countLinked(db: Executor): Promise<number> {
  const { count } = await db
    .selectFrom('customers_unified')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('erp_customer_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
