import { askedInWords, FACTS, type Rule, ruleInWords } from '@bangqiao/core';
import { activateRules, saveRules } from '../../admit/activate.ts';
import { chooseRules } from '../../admit/rule-choice.ts';
import { type RuleFile, readRuleFile } from '../../admit/rule-file.ts';
import { listRuleSets } from '../../admit/rule-sets.ts';
import { compileOrThrow, rulesInForce } from '../../admit/rule-store.ts';
import { tryRules } from '../../admit/trial.ts';
import { countUnruled } from '../../admit/unruled.ts';
import { HubError } from '../../errors.ts';
import { floorOf } from '../../sync/hub.ts';
import { authorOf, type Handlers } from './handler.ts';
import { shownTo } from './own.ts';

export const ruleHandlers: Handlers<'rules'> = {
  'rules.show': async ({ query: { version } }, { store, config }) => {
    const chosen = await chooseRules(store.db, { version, cwd: config.folder }, config.rules);
    const { rules, faults, warnings } = chosen;
    return { version: chosen.version, rules: rules.map(ruleOf), faults, warnings };
  },
  'rules.unruled': async ({ query: { version } }, { store }) => countUnruled(store.db, version),
  'rules.versions': async (_asked, { store }) => {
    const sets = await listRuleSets(store.db);
    return { versions: sets.map((set) => ({ ...set, is_active: Boolean(set.is_active) })) };
  },
  'rules.facts': async () => ({
    facts: Object.entries(FACTS).map(([name, fact]) => ({
      name,
      words: fact.type === 'flag' ? fact.yes : { zh: fact.zh, en: fact.en },
    })),
  }),
  'rules.check': async ({ body }) => {
    const { faults, warnings } = readDraft(body.rules);
    // Each by itself: a fault in one takes the words of no other.
    const rules = body.rules.flatMap((rule) => readDraft([rule]).rules);
    return { rules: rules.map(ruleOf), faults, warnings };
  },
  'rules.test': async ({ body }, context) => {
    const { store, config } = context;
    const { rules, faults, warnings } = usable(readDraft(body.rules));
    const active = await rulesInForce(store.db, config.rules);
    const sets = {
      active: compileOrThrow(active.version, active.rules),
      candidate: compileOrThrow(0, rules),
    };
    const floor = await floorOf(store, config);
    const trial = await tryRules(store.db, sets, { names: body.names, ...(floor ? { floor } : {}) });
    return shownTo(context, { against: active.version, faults, warnings, ...trial });
  },
  'rules.save': async ({ body }, context) => {
    const { rules } = usable(readDraft(body.rules));
    const { version, isNew } = await saveRules(context.store, { rules, note: body.note }, authorOf(context));
    return { version, is_new: isNew };
  },
  'rules.activate': async ({ params }, context) => {
    const who = { ...authorOf(context), thresholds: context.config.rules };
    const { version, previous, unchanged } = await activateRules(context.store, params, who);
    return { version, previous, unchanged };
  },
};

/** JSON is YAML: the reader of rule files tells faults with their places. */
function readDraft(rules: readonly object[]): RuleFile {
  const read = readRuleFile(JSON.stringify(rules, null, 1));
  return { ...read, rules: read.rules.map(titled) };
}

/** A rule that nobody described is called by what it asks for. */
function titled(rule: Rule): Rule {
  const asks = askedInWords(rule);
  return {
    ...rule,
    description: { zh: rule.description.zh.trim() || asks.zh, en: rule.description.en.trim() || asks.en },
  };
}

function usable(read: RuleFile): RuleFile {
  const [fault] = read.faults;
  if (fault === undefined) return read;
  const rule = fault.rule === null ? '' : `${fault.rule}: `;
  throw new HubError({
    code: 'rules_broken',
    exitCode: 2,
    zh: `规则还不能用：${rule}${fault.problem.zh}`,
    en: `These rules cannot be used yet: ${rule}${fault.problem.en}`,
    nextZh: fault.hint?.zh ?? '先用“检查”看看错在哪里',
    nextEn: fault.hint?.en ?? 'The check shows where they are wrong',
  });
}

function ruleOf(rule: Rule & { match_count?: number; success_count?: number }) {
  const { match_count = null, success_count = null } = rule;
  return {
    ...rule,
    is_active: Boolean(rule.is_active),
    words: ruleInWords(rule),
    asks: askedInWords(rule),
    match_count,
    success_count,
  };
}
