import { situationOf } from '../src/reading/company-signs.ts';
import { TRADES, WARES } from '../src/reading/name-shape.ts';
import { PLACES } from '../src/reading/places.ts';
import { plainOf } from '../src/reading/plain.ts';
import type { Example } from './company-examples.ts';
import { below, pick, type Random } from './random.ts';

const WORDS = [...WARES, ...WARES, ...TRADES];
const PLACE_NAMES = [...PLACES];
const KINDS =
  '双面 室内 室外 防爆 不锈钢 大号 小号 二手 超市 办公 家用 工业 进口 国产 加厚 透明 电动 手动 全自动 新款 老式 叉车 食品级 镀锌 铝合金 塑料 木头 高档 便宜的 那种 一批 几个'.split(
    ' ',
  );
const FRAMES =
  '要{k}{w} 有没有{k}{w} {k}{w}多少钱 {k}{w} 想买{k}{w} 做{w} 我们做{w} 我是做{w}的 专业做{w} 去买{w} 修{w} 买了{w} 吃{w} 想吃{w} 去看{w} 回去煮{w} 学{w} 想学{w} 看中了{w} {w}怎么样 喜欢{w} 在卖{w} 用来装{w} {w}上用的 {k}{w}两台 {k}{w}500个 {w},{k}{w} 开{w}店的 开了个{w}厂 我们是{w}厂 搞{w} {w}到了 {w}坏了 在{p} 我在{p} 到{p}多少钱 发{p} 送{p} 我是{p}的 我家{p}的 在{p}打工 去{p}玩 {p}{p} 从{p}到{p} {p}的朋友 {p}好玩吗 {p}有{w}吗 我在{p}做{w} {p}那边 {p}的 寄{p}'.split(
    ' ',
  );
const BEFORE = ['', '', '', '你好,', '嗯 ', '老板 ', '好的,', '对了 ', '然后', '哈哈,', '在吗 ', '刚到,'];
const BEHIND = [
  '',
  '',
  '',
  '',
  ',报个价',
  ' 13800000001',
  ',谢谢',
  ' 急用',
  '呢',
  ',晚点说',
  ' 有现货吗',
  ',什么价',
];

/** Goods and places, spoken of in many ways, without a company. */
export function goods(count: number, random: Random): Example[] {
  const filled = (frame: string) =>
    frame
      .replaceAll('{k}', () => pick(random, KINDS))
      .replaceAll('{w}', () => pick(random, WORDS))
      .replaceAll('{p}', () => pick(random, PLACE_NAMES));
  return Array.from({ length: count }, () => ({
    plain: pick(random, BEFORE) + filled(pick(random, FRAMES)) + pick(random, BEHIND),
    situation: pick(random, SITUATIONS),
    own: [],
    others: [],
    isPiece: true,
  }));
}
const SITUATIONS = [
  situationOf(null, false),
  situationOf(null, false),
  situationOf(null, true),
  situationOf({ name: true }, false),
];

/** Everyday messages put together anew from the clauses of these. */
export function everyday(count: number, messages: readonly string[], random: Random): Example[] {
  const clauses = messages.flatMap((message) => message.split('，'));
  return Array.from({ length: count }, () => {
    const mark = pick(random, [',', ',', ',', ' ', '。', '。。']);
    const texts = Array.from({ length: 1 + below(random, 5) }, () => pick(random, clauses));
    return {
      plain: plainOf(texts.join(mark)),
      situation: pick(random, SITUATIONS),
      own: [],
      others: [],
      isPiece: false,
    };
  });
}
