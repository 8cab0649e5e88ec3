import { type Action, type Blame, ERROR_TABLE } from '../error-table.ts';
import type { Bilingual } from '../errors.ts';
import type { Language } from '../reference/language.ts';
import { cellText, code, table } from './text.ts';

/** Every failure of the client, whose task it is, and what follows. */
export function errorsPage(lang: Language): string {
  const words = WORDS[lang];
  const rows = Object.entries(ERROR_TABLE).map(([name, row]) => [
    `<a id="${name}"></a>${code(name)}`,
    cellText(row[lang]),
    BLAME[row.blame][lang],
    ACTION[row.action][lang],
    cellText(lang === 'zh' ? row.nextZh : row.nextEn),
  ]);
  return [
    `# ${words.title}`,
    `[${words.back}](README.md) · [${words.other}](${lang === 'zh' ? 'en/errors.md' : '../errors.md'})`,
    words.intro,
    table(words.headers, rows),
  ].join('\n\n');
}

const BLAME: Record<Blame, Bilingual> = {
  config: { zh: '配置的人', en: 'whoever configures' },
  transient: { zh: '没有人，等一等', en: 'nobody, wait' },
  system: { zh: 'ERP 管理员或开发者', en: "the ERP's administrator, a developer" },
  business: { zh: '这条记录的负责人', en: 'whoever owns the record' },
};

const ACTION: Record<Action, Bilingual> = {
  retry: { zh: '自动再试', en: 'tries again' },
  relogin: { zh: '重新登录再试', en: 'logs in and tries again' },
  slow_down: { zh: '放慢再试', en: 'slows down, tries again' },
  park: { zh: '等人处理', en: 'waits for a person' },
  fail: { zh: '停下', en: 'stops' },
};

const WORDS = {
  zh: {
    title: '错误一览',
    other: 'English',
    back: '接口文档首页',
    intro:
      '客户端抛出的 `ZhibangError` 都带着下面的代码；按代码判断，不要按 ERP 的话判断。[登录、令牌和错误](guides/sessions-and-errors.md)说明来龙去脉。',
    headers: ['代码', '意思', '谁来处理', '程序', '怎么办'],
  },
  en: {
    title: 'All errors',
    other: '中文',
    back: 'Front page',
    intro:
      'Every `ZhibangError` of the client carries one of these codes; decide by the code, never by the words of the ERP. [Sessions and errors](guides/sessions-and-errors.md) tells the story.',
    headers: ['Code', 'Meaning', 'Whose task', 'The program', 'What to do'],
  },
};
