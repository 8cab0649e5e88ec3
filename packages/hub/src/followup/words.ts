import type { Bilingual } from '@bangqiao/core';
import type { FollowUpStanding } from './read.ts';

/** Where a follow-up stands, in the words of an office. */
export const STANDING_WORDS: Readonly<Record<FollowUpStanding, Bilingual>> = {
  held: { zh: '等您发送', en: 'held for you' },
  planned: { zh: '待发送', en: 'to be sent' },
  waiting: { zh: '等待重试', en: 'waiting' },
  parked: { zh: '待人处理', en: 'parked' },
  doubtful: { zh: '存疑', en: 'in doubt' },
  sent: { zh: '已写入', en: 'written' },
  there: { zh: '人已确认在 ERP', en: 'there, says a person' },
  cancelled: { zh: '已略过', en: 'left out' },
};
