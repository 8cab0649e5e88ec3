export const erasureWords = {
  title: { zh: '客户要求删除本人资料…', en: 'The customer asks to be erased…' },
  goes: {
    zh: '会删掉这位客户在邦桥里的全部资料：这里存着的聊天 {messages} 条、资料和历史、判定、跟进文字、执照图片、日志里的名字',
    en: 'All of this customer here goes: {messages} messages that are kept here, values and history, decisions, texts of follow-ups, licences, the name in logs',
  },
  goesMerged: { zh: '，以及合并进来的 {merged} 位', en: ', and {merged} who became one with this one' },
  export: {
    zh: '不能恢复。要给本人留一份的，先在运行邦桥的电脑上执行：npx bangqiao export "#{id}"',
    en: 'It cannot be taken back. To hand them their data first, run on the machine of Bangqiao: npx bangqiao export "#{id}"',
  },
  inErp: {
    zh: 'ERP 里仍有：{what}。邦桥不动 ERP，需要时请在 ERP 里删除；以后的同步不会再把这位取回来。',
    en: 'Still in the ERP: {what}. Bangqiao leaves it there, delete it in the ERP if it has to go; no sync brings it back here.',
  },
  erpCustomer: { zh: '客户 {number}', en: 'customer {number}' },
  erpContact: { zh: '联系人 {number}', en: 'contact person {number}' },
  erpFollowUps: { zh: '跟进 {count} 条', en: '{count} follow-ups' },
  comma: { zh: '、', en: ', ' },
  notInErp: { zh: 'ERP 里没有这位客户。', en: 'Nothing of this customer is in the ERP.' },
  confirm: { zh: '输入 {confirm} 表示确定', en: 'Type {confirm} to confirm' },
  erase: { zh: '全部删除', en: 'Erase all of it' },
  effect: { zh: '不能恢复；不动 ERP', en: 'for good; the ERP is not touched' },
  done: { zh: '这位客户在邦桥里的资料已全部删除。', en: 'All of this customer is erased from Bangqiao.' },
  backups: {
    zh: '以前做的备份里仍有这位客户，到期请删除备份。',
    en: 'Backups made before still hold this customer: delete them when they are due.',
  },
} as const;
