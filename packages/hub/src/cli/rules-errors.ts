import { writeFileSync } from 'node:fs';
import type { ChosenRules } from '../admit/rule-choice.ts';
import { HubError } from '../errors.ts';
import { checkText, nameOfChoice } from './rules-text.ts';
import type { Session } from './session.ts';

export function brokenRules(chosen: ChosenRules, session: Session): HubError {
  const name = nameOfChoice(chosen);
  const faults = session.json
    ? { zh: '', en: '' }
    : { zh: `\n${checkText(chosen, 'zh')}`, en: `\n${checkText(chosen, 'en')}` };
  return new HubError({
    code: 'rules_broken',
    exitCode: 2,
    zh: `${name.zh}无法使用，什么都没有改动。${faults.zh}`,
    en: `${name.en} cannot be used; nothing was changed.${faults.en}`,
    nextZh: '按提示改正后再试',
    nextEn: 'Mend what is named and try again',
  });
}

export function nothingChosen(): HubError {
  return new HubError({
    code: 'rules_nothing_chosen',
    exitCode: 2,
    zh: '请给出规则文件或 --version。',
    en: 'Name a rule file, or a --version.',
    nextZh: '看看有哪些版本：bangqiao rules list',
    nextEn: 'See the versions: bangqiao rules list',
  });
}

/** A file that is there is somebody's work: it is refused, not overwritten. */
export function writeNew(path: string, given: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new HubError({
      code: 'rules_file_exists',
      exitCode: 2,
      zh: `文件已存在，没有覆盖：${given}`,
      en: `The file is there already and was not overwritten: ${given}`,
      nextZh: '换一个文件名，或先删除它',
      nextEn: 'Use another name, or delete it first',
    });
  }
}
