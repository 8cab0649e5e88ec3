import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { PartialThresholds, Rule } from '@bangqiao/core';
import { HubError } from '../errors.ts';
import type { Executor } from '../store/index.ts';
import { checkRules, type RuleCheck } from './check.ts';
import { readRuleFile } from './rule-file.ts';
import { readRuleSet } from './rule-rows.ts';
import { rulesInForce, unknownVersion } from './rule-store.ts';

/** Rules that a person pointed at, checked. */
export interface ChosenRules extends RuleCheck {
  /** Null: the rules of a file. */
  version: number | null;
  /** As it was given; null for stored rules. */
  file: string | null;
  rules: readonly Rule[];
}

/**
 * A file, a version, or what is in force. Writes nothing.
 * @throws HubError `rules_unknown`, `rules_no_file`, `rules_two_choices`
 */
export async function chooseRules(
  db: Executor,
  choice: { file?: string | undefined; version?: number | undefined; cwd: string },
  thresholds: PartialThresholds,
): Promise<ChosenRules> {
  const { file, version, cwd } = choice;
  if (file !== undefined && version !== undefined) throw twoChoices();
  if (file !== undefined) {
    const { rules, faults, warnings } = readRuleFile(readText(resolve(cwd, file), file));
    return { version: null, file, rules, faults, warnings };
  }
  if (version === undefined) {
    const set = await rulesInForce(db, thresholds);
    return { ...set, file: null, ...checkRules(set.rules) };
  }
  const set = await readRuleSet(db, version);
  if (!set) throw unknownVersion(version);
  return { version, file: null, rules: set.rules, ...checkRules(set.rules) };
}

/** What `diff` takes: `active`, a version, or a file. */
export function choiceOf(word: string): { file?: string; version?: number } {
  if (word === 'active') return {};
  return /^\d+$/.test(word) ? { version: Number(word) } : { file: word };
}

/** How the history calls the origin of a set that came from a file. */
export function originOf(file: string): string {
  return `from ${basename(file)}`;
}

function readText(path: string, given: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new HubError({
    code: 'rules_no_file',
    exitCode: 2,
    zh: `没有这个规则文件：${given}`,
    en: `There is no rule file ${given}`,
    nextZh: '导出一份来改：bangqiao rules export rules.yaml',
    nextEn: 'Export one to change it: bangqiao rules export rules.yaml',
  });
}

function twoChoices(): HubError {
  return new HubError({
    code: 'rules_two_choices',
    exitCode: 2,
    zh: '规则文件和 --version 只能给一个。',
    en: 'Give a rule file or --version, not both.',
    nextZh: '去掉其中一个再试',
    nextEn: 'Leave one of them out',
  });
}
