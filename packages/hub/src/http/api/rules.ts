import { FACTS, type Rule, ruleInWords } from '@bangqiao/core';
import { activateRules, saveRules } from '../../admit/activate.ts';
import { chooseRules } from '../../admit/rule-choice.ts';
import { type RuleFile, readRuleFile } from '../../admit/rule-file.ts';
import { listRuleSets } from '../../admit/rule-sets.ts';
import { compileOrThrow, rulesInForce } from '../../admit/rule-store.ts';
import { tryRules } from '../../admit/trial.ts';
import { HubError } from '../../errors.ts';
import { floorOf } from '../../sync/hub.ts';
import { type Handlers, personOf } from './handler.ts';
import { shownTo } from './own.ts';

export const ruleHandlers: Handlers<'rules'> = {
  'rules.show': async ({ query: { version } }, { store, config }) => {
    const chosen = await chooseRules(store.db, { version, cwd: config.folder }, config.rules);
    const { rules, faults, warnings } = chosen;
    return { version: chosen.version, rules: rules.map(ruleOf), faults, warnings };
  },
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
    const { rules, faults, warnings } = readDraft(body.rules);
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
    const { version, isNew } = await saveRules(context.store, { rules, note: body.note }, personOf(context));
    return { version, is_new: isNew };
  },
  'rules.activate': async ({ params }, context) => {
    const who = { ...personOf(context), thresholds: context.config.rules };
    const { version, previous, unchanged } = await activateRules(context.store, params, who);
    return { version, previous, unchanged };
  },
};

/** JSON is YAML: the reader of rule files tells faults with their places. */
function readDraft(rules: readonly object[]): RuleFile {
  return readRuleFile(JSON.stringify(rules, null, 1));
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
    match_count,
    success_count,
  };
}
