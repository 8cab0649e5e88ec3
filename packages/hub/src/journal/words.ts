import type { Bilingual } from '@bangqiao/core';
import type { WriteKind, WriteState } from './states.ts';

/** The states of a write, as the interface names them. */
export const STATE_WORDS: Readonly<Record<WriteState, Bilingual>> = {
  planned: { zh: '已计划', en: 'planned' },
  claimed: { zh: '处理中', en: 'claimed' },
  allocated: { zh: '已取号', en: 'allocated' },
  sent: { zh: '已发送', en: 'sent' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  in_doubt: { zh: '存疑', en: 'in doubt' },
  waiting: { zh: '等待重试', en: 'waiting' },
  parked: { zh: '待人处理', en: 'parked' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** What a write does in the ERP. */
export const KIND_WORDS: Readonly<Record<WriteKind, Bilingual>> = {
  create: { zh: '新建', en: 'create' },
  update: { zh: '修改', en: 'update' },
  contact: { zh: '添加联系人', en: 'add contact person' },
  assign: { zh: '指派销售', en: 'assign a seller' },
  level: { zh: '写跟进程度', en: 'set the follow level' },
  follow_up: { zh: '写跟进', en: 'add a follow-up' },
};
