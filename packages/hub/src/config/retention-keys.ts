import { z } from 'zod';
import { key } from './key.ts';

const days = (value: number) => z.int().min(0).max(36_500).default(value);
const unit = { unit: 'days' } as const;

/** How long things are kept. What explains a customer (journal, decisions, history, what was written) is kept for ever. */
export const retentionKeys = {
  retention: z.object({
    api_logs_days: key(
      days(30),
      'ERP 调用记录保留多久；每天的次数和用时一直保留；0 不清理',
      'Records of calls to the ERP are kept for; their numbers by day stay; 0: for ever',
      unit,
    ),
    sync_logs_days: key(
      days(365),
      '从 ERP 读取的记录、没有任何变化的同步记录保留多久；写入 ERP 的记录一直保留；0 不清理',
      'Records of what was read from the ERP, and of runs in which nothing happened, are kept for; what was written stays; 0: for ever',
      unit,
    ),
    events_days: key(
      days(365),
      '已处理的微信事件的原始内容保留多久（至少 30）；消息另算；0 不清理',
      'Raw content of WeChat events that are understood is kept for (at least 30); messages have their own key; 0: for ever',
      unit,
    ),
    messages_days: key(
      days(0),
      '聊天消息的文字保留多久（至少 30）；消息数、意向、已提取的资料和已写的跟进不变；0 不清理',
      'Words of messages are kept for (at least 30); counts, intent, facts and follow-ups stay as they are; 0: for ever',
      unit,
    ),
  }),
};
