import type { Words } from './words.ts';

type Pile = 'parked' | 'in_doubt' | 'waiting';

export const journalWords = {
  title: { zh: '没写完的写入', en: 'Writes that are not done' },
  lead: {
    zh: '写入日志里没有一次写成的，每一件为什么、接下来会怎样。写成的在每位客户的经过里；跟进在「待处理」里。',
    en: 'What did not go through at once: why, and what comes next. What is done stands on each customer’s page; follow-ups wait at “To decide”.',
  },
  piles: { zh: '按状态看', en: 'By state' },
  customer: { zh: '客户', en: 'Customer' },
  what: { zh: '做什么', en: 'What' },
  byRule: { zh: '规则「{rule}」准入', en: 'let in by the rule “{rule}”' },
  why: { zh: '为什么没写成', en: 'Why it is not done' },
  noAnswer: { zh: '已发给 ERP，还没有核对', en: 'sent to the ERP, not read back yet' },
  next: { zh: '接下来', en: 'What comes next' },
  since: { zh: '从', en: 'Since' },
  tryAt: {
    zh: '{at} 以后自动再试；有人点「现在同步」就马上试',
    en: 'tried again by itself after {at}, or at once when somebody syncs',
  },
  decide: { zh: '去决定：再试，还是不写了', en: 'Decide: try again, or leave it' },
  byOthers: { zh: '由主管或管理员决定', en: 'a manager or an administrator decides' },
  details: { zh: '发了什么，走到哪一步', en: 'What was sent, step by step' },
  nothingSent: { zh: '还没有发给 ERP。', en: 'Nothing was sent to the ERP yet.' },
  noneNext: {
    zh: '有的时候会列在这里，写明原因和接下来会怎样。',
    en: 'When there are some they stand here, with the reason and what comes next.',
  },
  more: { zh: '再显示一些', en: 'Show more' },
} as const;

/** What it means to stand there, and whether somebody has to act. */
export const PILE_MEANINGS: Record<Pile, Words> = {
  parked: {
    zh: '邦桥自己办不了：ERP 拒绝了，或缺了要人来补的。请先按「接下来」做，再决定再试还是不写了；其他客户照常同步。',
    en: 'Bangqiao cannot go on alone: the ERP refused, or something is lacking. Do what comes next, then decide; other customers go on.',
  },
  in_doubt: {
    zh: '已经发给 ERP，但没有收到回答或还没有核对。邦桥自己到 ERP 里核对，不会重复写，您不用做什么。',
    en: 'Sent to the ERP, and the answer was lost or not checked yet. Bangqiao looks in the ERP by itself and writes nothing twice; nothing to do for you.',
  },
  waiting: {
    zh: '遇到了暂时的问题（网络、ERP 忙、资料正在改）。邦桥到时候自己再试，您不用做什么。',
    en: 'Passing trouble (network, a busy ERP, data being changed). Bangqiao tries again by itself; nothing to do for you.',
  },
};

export const NONE_IN_PILE: Record<Pile, Words> = {
  parked: { zh: '没有待人处理的写入', en: 'No write needs a person' },
  in_doubt: { zh: '没有存疑的写入', en: 'No write is in doubt' },
  waiting: { zh: '没有等待重试的写入', en: 'No write waits to be tried again' },
};
