import { resolve } from 'node:path';
import type { Bilingual } from '@bangqiao/core';
import { type Command, InvalidArgumentError } from 'commander';
import { activateRules } from '../admit/activate.ts';
import { type ChosenRules, choiceOf, chooseRules, originOf } from '../admit/rule-choice.ts';
import { diffRules } from '../admit/rule-diff.ts';
import { writeRuleFile } from '../admit/rule-file.ts';
import { listRuleSets } from '../admit/rule-sets.ts';
import { compileOrThrow, rulesInForce } from '../admit/rule-store.ts';
import { tryRules } from '../admit/trial.ts';
import type { Config } from '../config/index.ts';
import type { Store } from '../store/index.ts';
import { floorOf } from '../sync/hub.ts';
import { thisPerson, withDatabase } from './person.ts';
import { brokenRules, nothingChosen, writeNew } from './rules-errors.ts';
import { activationText, checkText, diffText, listText, nameOfChoice, trialText } from './rules-text.ts';
import { addVerb, type CliContext, type ExitCode, type Session } from './session.ts';

interface Choice {
  version?: number;
}

export function rulesVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const rules = program.command('rules').description(
    text({
      zh: '准入规则：查看、检查、试算、比较、启用、导出',
      en: 'admission rules: list, check, test, diff, activate, export',
    }),
  );
  rules.helpCommand(false);
  listVerb(rules, context);
  checkVerb(rules, context);
  testVerb(rules, context);
  diffVerb(rules, context);
  activateVerb(rules, context);
  exportVerb(rules, context);
}

function listVerb(rules: Command, context: CliContext): void {
  addVerb<Choice>(rules, context, {
    usage: 'list',
    summary: { zh: '逐条列出规则，以及每条判定了多少客户', en: 'the rules in words, and what they did' },
    setUp: addVersion,
    work: (session, options) =>
      withDatabase(session, async (store, config) => {
        const chosen = await chooseRules(store.db, { ...options, cwd: session.io.cwd }, config.rules);
        const sets = await listRuleSets(store.db);
        session.result(
          { version: chosen.version, rules: chosen.rules, sets },
          listText(chosen, sets, session.lang),
        );
      }),
  });
}

function checkVerb(rules: Command, context: CliContext): void {
  addVerb<Choice>(rules, context, {
    usage: 'check [file]',
    summary: {
      zh: '检查规则能否使用，错在哪里',
      en: 'whether the rules can be used, and where they are wrong',
    },
    setUp: addVersion,
    work: (session, options, file) =>
      withDatabase(session, async (store, config) => {
        const chosen = await choose(session, store, config, options, file);
        session.result(checkDocument(chosen), checkText(chosen, session.lang));
        return chosen.faults.length === 0 ? 0 : 2;
      }),
  });
}

function testVerb(rules: Command, context: CliContext): void {
  addVerb<Choice & { names: number }>(rules, context, {
    usage: 'test [file]',
    summary: {
      zh: '试算：换成这套规则，谁会进、谁会出，什么都不写',
      en: 'who would be admitted or dropped by these rules; writes nothing',
    },
    setUp: (command, text) => {
      addVersion(command, text);
      command.option(
        '--names <number>',
        text({ zh: '每组列出多少位客户', en: 'how many customers to name of each kind' }),
        wholeNumber,
        20,
      );
    },
    work: (session, options, file) =>
      withDatabase(session, async (store, config) => {
        const chosen = await choose(session, store, config, options, file);
        if (chosen.faults.length > 0) return refuse(session, chosen);
        const active = await rulesInForce(store.db, config.rules);
        const sets = {
          active: compileOrThrow(active.version, active.rules),
          candidate: compileOrThrow(chosen.version ?? 0, chosen.rules),
        };
        const floor = await floorOf(store, config);
        const trial = await tryRules(store.db, sets, { names: options.names, ...(floor ? { floor } : {}) });
        const document = { against: active.version, ...checkDocument(chosen), ...trial };
        session.result(document, trialText(chosen, active.version, trial, session.lang));
      }),
  });
}

function diffVerb(rules: Command, context: CliContext): void {
  addVerb(rules, context, {
    usage: 'diff <a> <b>',
    summary: {
      zh: '逐条比较两套规则：版本号、文件或 active',
      en: 'two rule sets, rule by rule: versions, files or active',
    },
    work: (session, _options, a, b) =>
      withDatabase(session, async (store, config) => {
        const [before, after] = [await both(a), await both(b)];
        const changes = diffRules(before.rules, after.rules);
        session.result(
          { a: nameOfChoice(before).en, b: nameOfChoice(after).en, changes },
          diffText(before, after, changes, session.lang),
        );

        async function both(word = ''): Promise<ChosenRules> {
          const chosen = await chooseRules(
            store.db,
            { ...choiceOf(word), cwd: session.io.cwd },
            config.rules,
          );
          if (chosen.file !== null && chosen.faults.length > 0) throw brokenRules(chosen, session);
          return chosen;
        }
      }),
  });
}

function activateVerb(rules: Command, context: CliContext): void {
  addVerb<Choice>(rules, context, {
    usage: 'activate [file]',
    changes: true,
    summary: {
      zh: '启用规则文件（成为新版本），或换回一个版本',
      en: 'put a rule file in force as a new version, or go back to a version',
    },
    setUp: addVersion,
    work: (session, options, file) =>
      withDatabase(session, async (store, config) => {
        if (file === undefined && options.version === undefined) throw nothingChosen();
        const chosen = await choose(session, store, config, options, file);
        if (chosen.faults.length > 0) return refuse(session, chosen);
        const choice =
          chosen.version === null
            ? { rules: chosen.rules, note: originOf(chosen.file ?? '') }
            : { version: chosen.version };
        const done = await activateRules(store, choice, { ...thisPerson(), thresholds: config.rules });
        session.result({ ...done, warnings: chosen.warnings }, activationText(chosen, done, session.lang));
      }),
  });
}

function exportVerb(rules: Command, context: CliContext): void {
  addVerb<Choice>(rules, context, {
    usage: 'export [file]',
    summary: {
      zh: '导出规则为文件，改好后可检查、试算、启用',
      en: 'write the rules to a file that check, test and activate read',
    },
    setUp: addVersion,
    work: (session, options, file) =>
      withDatabase(session, async (store, config) => {
        const choice = { version: options.version, cwd: session.io.cwd };
        const chosen = await chooseRules(store.db, choice, config.rules);
        const yaml = writeRuleFile(chosen.rules, HEAD);
        if (file !== undefined) writeNew(resolve(session.io.cwd, file), file, yaml);
        const said = {
          zh: `已导出规则集 ${chosen.version} 到 ${file}`,
          en: `Rule set ${chosen.version} is in ${file} now`,
        };
        session.result(
          {
            version: chosen.version,
            file: file ?? null,
            rules: chosen.rules.length,
            ...(file ? {} : { yaml }),
          },
          file === undefined ? yaml.trimEnd() : session.text(said),
        );
      }),
  });
}

const HEAD = [
  '邦桥准入规则 / admission rules of Bangqiao',
  '检查 check: bangqiao rules check FILE; 试算 test: bangqiao rules test FILE; 启用 activate: bangqiao rules activate FILE',
].join('\n');

function choose(
  session: Session,
  store: Store,
  config: Config,
  options: Choice,
  file?: string,
): Promise<ChosenRules> {
  return chooseRules(store.db, { file, version: options.version, cwd: session.io.cwd }, config.rules);
}

function addVersion(command: Command, text: (words: Bilingual) => string): void {
  command.option(
    '--version <number>',
    text({ zh: '规则集的版本（默认正在使用的）', en: 'version of the rule set (default: the one in force)' }),
    wholeNumber,
  );
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new InvalidArgumentError('a whole number from 0');
  return number;
}

function checkDocument(chosen: ChosenRules) {
  const { version, file, rules, faults, warnings } = chosen;
  return { version, file, rules: rules.length, usable: faults.length === 0, faults, warnings };
}

function refuse(session: Session, chosen: ChosenRules): ExitCode {
  const failure = brokenRules(chosen, session);
  const error = { code: failure.code, message: failure.userMessage, next: failure.nextStep };
  session.result({ error, exitCode: 2, ...checkDocument(chosen) }, checkText(chosen, session.lang));
  return 2;
}
