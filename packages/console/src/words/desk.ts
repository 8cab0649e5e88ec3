import type { Words } from './words.ts';

export const deskWords = {
  title: { zh: '待处理', en: 'To decide' },
  lead: {
    zh: '需要人决定的事都在这里；没列出来的，邦桥自己会做完。',
    en: 'Everything that needs a person; the rest Bangqiao does by itself.',
  },
  all: { zh: '全部', en: 'All' },
  kinds: { zh: '种类', en: 'Kinds' },
  noneTitle: { zh: '没有等您决定的事', en: 'Nothing waits for you' },
  noneNext: {
    zh: '两边改得不一样的资料、可能是同一个人的客户、写不进 ERP 的客户会出现在这里。',
    en: 'Data that both sides changed, customers who may be the same person and writes that the ERP refused will appear here.',
  },
  list: { zh: '等您决定的事', en: 'Waiting for you' },
  keys: {
    zh: '↑ ↓ 选择 · 1 2 3 决定 · Z 撤回上一个',
    en: '↑ ↓ choose · 1 2 3 decide · Z takes the last one back',
  },
  since: { zh: '从', en: 'since' },
  ifLeft: { zh: '先不管的话：', en: 'If left alone: ' },
  takeHub: { zh: '用邦桥的', en: 'Take the hub’s' },
  takeErp: { zh: '用 ERP 的', en: 'Take the ERP’s' },
  takeOther: { zh: '都不对，另填', en: 'Neither: type it' },
  takeHubEffect: { zh: '下次同步把 ERP 改成它', en: 'the next sync changes the ERP to it' },
  takeErpEffect: { zh: '邦桥改成它，ERP 不动', en: 'the hub takes it, the ERP stays' },
  takeOtherEffect: { zh: '两边都改成您填的', en: 'both sides become what you type' },
  typed: { zh: '正确的值', en: 'The right value' },
  retry: { zh: '再试一次', en: 'Try again' },
  retryEffect: { zh: '下次同步重新写入 ERP', en: 'the next sync writes it to the ERP anew' },
  cancel: { zh: '不写了', en: 'Do not write it' },
  cancelEffect: {
    zh: 'ERP 不动；客户有变化时会再考虑',
    en: 'the ERP stays; asked again when the customer changes',
  },
  openCustomer: { zh: '看这位客户的全部', en: 'All of this customer' },
  alike: { zh: '另外 {count} 件同类的也这样处理', en: 'Decide {count} more alike in the same way' },
  hubSays: { zh: '邦桥', en: 'Hub' },
  erpSays: { zh: 'ERP', en: 'ERP' },
  emptyValue: { zh: '（空）', en: '(empty)' },
  changedBy: { zh: '{by} 改的', en: 'changed by {by}' },
  readAt: { zh: '{at} 读到', en: 'read {at}' },
  agreed: { zh: '原来两边都是：{value}', en: 'Both sides had: {value}' },
  done: { zh: '已处理 {count} 件：{what}', en: '{count} decided: {what}' },
  undo: { zh: '撤回（Z）', en: 'Take back (Z)' },
  undone: { zh: '已撤回。', en: 'Taken back.' },
  conflictLine: { zh: '{field}两边不一样', en: '{field} differs' },
  conflictIfLeft: {
    zh: '这一项两边都保持不动，其他资料照常同步。',
    en: 'this field stays as it is on both sides; everything else goes on.',
  },
  parkedIfLeft: {
    zh: '这次写入一直停着，其他客户照常同步。',
    en: 'this write stays where it is; other customers go on.',
  },
} as const;

export const DESK_KINDS: Record<'conflict' | 'parked', Words> = {
  conflict: { zh: '冲突', en: 'Conflicts' },
  parked: { zh: '待人处理的写入', en: 'Writes that stopped' },
};
