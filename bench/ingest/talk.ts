import type { WechatEvent } from '@bangqiao/wechat';

const START = Date.parse('2026-02-01T00:00:00Z');

/** Mean length and words of ordinary talk: one message in fifty tells a phone, one in forty asks a price. */
const WORDS = [
  '在吗',
  '好的，我看看再回复您',
  '参数发我一下，谢谢',
  '我们这边主要做食品包装机械，想了解一下你们的设备能不能用',
  '明天下午三点可以吗',
  '收到',
  '上次那批货质量不错，这次还是要一样的规格，数量大概两百台',
  '嗯嗯',
];

function textOf(n: number, person: number): string {
  if (n % 50 === 10) return `我的电话是1380${String(person).padStart(7, '0')}`;
  if (n % 40 === 10) return '这个多少钱？';
  return WORDS[n % WORDS.length]!;
}

/** So many messages come from one person: every twentieth is somebody's first, the others are of anybody's who is there. */
export const EACH = 20;

function personOf(n: number): number {
  const newest = Math.floor(n / EACH);
  return n % EACH === 0 ? newest : (Math.imul(n, 2_654_435_761) >>> 0) % (newest + 1);
}

/** The messages `from` … `to` (left out) of a talk that never ends. */
export function talk(from: number, to: number): WechatEvent[] {
  return Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    const person = personOf(n);
    return {
      id: `b${n}`,
      type: 'message',
      at: new Date(START + n * 500).toISOString(),
      channel: 'bench',
      account: 'our_1',
      wechat_id: `wx_bench_${person}`,
      nickname: `客户${person}`,
      direction: n % 3 === 0 ? 'out' : 'in',
      kind: 'text',
      text: textOf(n, person),
    };
  });
}
