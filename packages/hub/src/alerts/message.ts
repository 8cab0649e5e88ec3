import { hostname } from 'node:os';
import { type Language, maskPhonesIn } from '@bangqiao/core';
import { chinaTime } from '../words/china-time.ts';
import type { Due } from './ledger.ts';

/** What a channel sends: a line, and plain text. */
export interface Message {
  title: string;
  text: string;
}

/** Everything that is due, in one message: trouble first, then what is over. */
export function messageOf(due: readonly Due[], lang: Language): Message {
  const trouble = due.filter(({ said }) => said === 'trouble');
  const over = due.filter(({ said }) => said === 'over');
  const lines = [
    ...trouble.flatMap(({ what, next, since }) => [
      lang === 'zh'
        ? `● ${what.zh}（${chinaTime(since).slice(5, 16)} 起）`
        : `● ${what.en} (since ${chinaTime(since).slice(5, 16)})`,
      `  → ${next[lang]}`,
    ]),
    ...over.map(({ what }) => (lang === 'zh' ? `✓ 已恢复：${what.zh}` : `✓ Over: ${what.en}`)),
    lang === 'zh' ? `来自 ${hostname()}` : `From ${hostname()}`,
  ];
  return { title: titleOf(trouble.length, over.length, lang), text: maskPhonesIn(lines.join('\n')) };
}

function titleOf(trouble: number, over: number, lang: Language): string {
  if (trouble === 0) return lang === 'zh' ? `邦桥：已恢复（${over}）` : `Bangqiao: over (${over})`;
  if (lang === 'zh') return `邦桥告警：${trouble} 件事${over > 0 ? `，${over} 件已恢复` : ''}`;
  return `Bangqiao: ${trouble} alert${trouble === 1 ? '' : 's'}${over > 0 ? `, ${over} over` : ''}`;
}

export function testMessage(lang: Language): Message {
  return lang === 'zh'
    ? { title: '邦桥：测试消息', text: `收到这条消息，说明告警能送到这里。\n来自 ${hostname()}` }
    : { title: 'Bangqiao: a test', text: `You see this, so alerts reach you here.\nFrom ${hostname()}` };
}
