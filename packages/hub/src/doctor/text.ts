import type { Bilingual, Language } from '@bangqiao/core';
import { say } from '../words/two-languages.ts';
import type { Check, CheckId } from './check.ts';
import type { Diagnosis } from './diagnose.ts';

const MARKS: Readonly<Record<Check['state'], string>> = { ok: '✓', bad: '✗', skipped: '–' };

/** What a line that was not looked at is about; the others say it themselves. */
const TITLES: Readonly<Record<CheckId, Bilingual>> = {
  config: say('配置', 'configuration'),
  disk: say('磁盘', 'disk'),
  database: say('数据库', 'database'),
  rules: say('规则', 'rules'),
  archive: say('会话存档', 'archive'),
  phones: say('ERP 里的手机号', 'phones in the ERP'),
  catalogue: say('接口目录', 'catalogue'),
  session: say('会话文件', 'session file'),
  binding: say('绑定的 ERP', 'ERP of the database'),
  reachable: say('ERP 地址', 'address of the ERP'),
  clock: say('时钟', 'clocks'),
  login: say('登录', 'login'),
  list: say('客户列表', 'customer list'),
  options: say('选项列表', 'option lists'),
  sellers: say('销售', 'sellers'),
};

/** `✓ …`, or `✗ …` with what to do under it. */
export function checkLine({ id, state, said, next }: Check, lang: Language): string {
  const about = state === 'skipped' ? `${TITLES[id][lang]}${lang === 'zh' ? '：' : ': '}` : '';
  const line = `${MARKS[state]} ${about}${said[lang]}`;
  return next === null ? line : `${line}\n    → ${next[lang]}`;
}

/** The last line: how it stands on the whole. */
export function verdict({ checks }: Diagnosis): Bilingual {
  const red = checks.filter(({ state }) => state === 'bad').length;
  if (red > 0)
    return say(`有 ${red} 项需要处理，见 ✗ 下面的箭头。`, `${red} to mend: see the arrows under ✗.`);
  const left = checks.filter(({ state }) => state === 'skipped').length;
  if (left > 0) return say(`没有发现问题；${left} 项没有检查。`, `Nothing is wrong; ${left} not looked at.`);
  return say('一切正常，可以运行 bangqiao sync。', 'All is well: bangqiao sync can run.');
}
