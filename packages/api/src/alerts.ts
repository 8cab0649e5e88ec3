import { z } from 'zod';
import { Words } from './common.ts';
import { endpoint } from './endpoint.ts';

const Tried = z.object({
  channel: z.string(),
  ok: z.boolean(),
  code: z.string().nullable(),
  said: Words,
  next: Words.nullable(),
});

export const alertEndpoints = {
  'alerts.test': endpoint({
    method: 'POST',
    path: '/api/alerts/test',
    summary: {
      zh: '给每个告警渠道发一条测试消息；没有配置渠道时列表是空的',
      en: 'a test to every channel of alerts; none is configured: the list is empty',
    },
    right: 'settings.edit',
    changes: true,
    answer: z.object({ channels: z.array(Tried) }),
  }),
};
