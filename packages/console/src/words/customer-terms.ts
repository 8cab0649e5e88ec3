import type { Words } from './words.ts';

/** Names of the states and kinds that a customer can have. */
export const STAGES: Record<'contact' | 'lead' | 'customer', Words> = {
  contact: { zh: '微信联系人', en: 'WeChat contact' },
  lead: { zh: '线索', en: 'Lead' },
  customer: { zh: '客户', en: 'Customer' },
};

export const INTENTS: Record<'high' | 'medium' | 'low', Words> = {
  high: { zh: '高意向', en: 'high intent' },
  medium: { zh: '中意向', en: 'medium intent' },
  low: { zh: '低意向', en: 'low intent' },
};

export const PRESENCES: Record<'present' | 'pool' | 'hidden' | 'gone', Words> = {
  present: { zh: '在 ERP', en: 'in the ERP' },
  pool: { zh: '在客户池', en: 'in the pool' },
  hidden: { zh: '无权查看', en: 'out of sight' },
  gone: { zh: '已不在 ERP', en: 'gone from the ERP' },
};

export const TYPES: Record<1 | 2, Words> = {
  1: { zh: '单位', en: 'Company' },
  2: { zh: '个人', en: 'Person' },
};

export const WRITE_STATES: Record<
  | 'planned'
  | 'claimed'
  | 'allocated'
  | 'sent'
  | 'confirmed'
  | 'in_doubt'
  | 'waiting'
  | 'parked'
  | 'cancelled',
  Words
> = {
  planned: { zh: '已计划', en: 'planned' },
  claimed: { zh: '处理中', en: 'under way' },
  allocated: { zh: '已取号', en: 'number taken' },
  sent: { zh: '已发送', en: 'sent' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  in_doubt: { zh: '存疑', en: 'in doubt' },
  waiting: { zh: '等待重试', en: 'waits to try again' },
  parked: { zh: '待人处理', en: 'needs a person' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** What a write does to the ERP. */
export const WRITE_KINDS: Record<string, Words> = {
  create: { zh: '在 ERP 新建客户', en: 'Create the customer in the ERP' },
  update: { zh: '修改 ERP 客户', en: 'Change the customer in the ERP' },
  contact: { zh: '在 ERP 添加联系人', en: 'Add a contact person in the ERP' },
  assign: { zh: '在 ERP 指派销售', en: 'Assign to a seller in the ERP' },
  level: { zh: '在 ERP 写跟进程度', en: 'Set the follow level in the ERP' },
};

/** Where a follow-up stands. */
export const FOLLOW_UP_STANDINGS: Record<
  'held' | 'planned' | 'waiting' | 'parked' | 'doubtful' | 'sent' | 'there' | 'cancelled',
  Words
> = {
  held: { zh: '等您发送', en: 'held for you' },
  planned: { zh: '待发送', en: 'to be sent' },
  waiting: { zh: '等待重试', en: 'waits to try again' },
  parked: { zh: '待人处理', en: 'needs a person' },
  doubtful: { zh: '存疑', en: 'in doubt' },
  sent: { zh: '已写入', en: 'written' },
  there: { zh: '人已确认在 ERP', en: 'there, says a person' },
  cancelled: { zh: '已略过', en: 'left out' },
};

/** What can be read from a message. */
export const FACTS: Record<string, Words> = {
  phone: { zh: '手机号', en: 'phone' },
  landline: { zh: '座机', en: 'landline' },
  company: { zh: '公司名', en: 'company' },
  name: { zh: '姓名', en: 'name' },
  email: { zh: '邮箱', en: 'e-mail' },
  address: { zh: '地址', en: 'address' },
  product: { zh: '产品', en: 'product' },
  quote: { zh: '询价', en: 'asks for a price' },
  order: { zh: '下单', en: 'order' },
  contract: { zh: '合同', en: 'contract' },
  payment: { zh: '付款', en: 'payment' },
};

export const POLICIES: Record<string, Words> = {
  erp_always: { zh: '以 ERP 为准', en: 'the ERP decides' },
  erp_unless_verified: {
    zh: '本地验证过的以本地为准，否则以 ERP 为准',
    en: 'the ERP decides, unless verified here',
  },
  local_always: { zh: '以本地为准', en: 'the hub decides' },
  latest: { zh: '以后改的为准', en: 'the later change decides' },
};
