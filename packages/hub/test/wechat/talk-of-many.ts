import type { WechatEvent } from '@bangqiao/wechat';

const PEOPLE = 12;
const START = Date.parse('2026-02-01T01:00:00.000Z');

/** What many people say, the same each time: words, phones, quotes, a recall now and then. */
export function talk(count: number): WechatEvent[] {
  return Array.from({ length: count }, (_, n): WechatEvent => {
    const person = n % PEOPLE;
    const head = {
      id: `t${n}`,
      at: new Date(START + n * 61_000).toISOString(),
      channel: 'bot',
      account: 'our_1',
      wechat_id: `wx_${person}`,
    };
    if (n % 37 === 36) return { ...head, type: 'recall', message_id: `t${n - PEOPLE}` };
    const text =
      n % 11 === 0 ? `我的电话是138000001${String(person).padStart(2, '0')}` : WORDS[n % WORDS.length]!;
    return { ...head, type: 'message', direction: n % 5 === 0 ? 'out' : 'in', kind: 'text', text };
  });
}

const WORDS = ['在吗', '这个多少钱？', '参数发我看看', '好的', '我们想采购一批', '合同怎么签', '谢谢'];
