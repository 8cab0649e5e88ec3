import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConversation, readMessage, type TalkMessage } from '../src/index.ts';
import { learnQuotes, QUOTE_WEIGHTS, written } from '../train/quote.ts';
import { readPrices } from './support/labelled.ts';

function asksPrice(text: string, before = ''): boolean {
  const talk: TalkMessage[] = [
    { direction: 'out', text: before },
    { direction: 'in', text },
  ];
  return readConversation(talk).facts.some(({ kind }) => kind === 'quote');
}

describe('a price', () => {
  it.each([
    '你报个FOB青岛',
    '按老规格报个价给我',
    '一条几块',
    '这款多钱',
    '单价给一下',
    '不带票多少',
    '什么折扣 报一下',
    'door hinges, best price?',
    '板栗仁10吨 价格多少钱啊老板',
    '花椒大红袍特级你们出啥价 我饭店用',
  ])('is asked for by `%s`', (text) => {
    expect(asksPrice(text)).toBe(true);
  });

  it.each([
    '我知道价 你直接安排发货',
    '我还欠你们多少钱',
    '价格没问题',
    '我给客户报价',
    '有多少库存',
    '不用报价',
    '报名怎么报',
    '物价涨了',
    '工资多少钱',
    '客户要的含税价我转给业务部了',
  ])('is not asked for by `%s`', (text) => {
    expect(asksPrice(text)).toBe(false);
  });

  it('is asked for where people say so, in nine of ten labelled messages, and of ten that were read so nine are right', () => {
    const all = readPrices().map(({ asks, text, before }) => ({ asks, read: asksPrice(text, before) }));
    const right = all.filter(({ asks, read }) => asks && read).length;
    expect(right / all.filter(({ asks }) => asks).length).toBeGreaterThan(0.9);
    expect(right / all.filter(({ read }) => read).length).toBeGreaterThan(0.9);
  });

  it('is shown with the clause that asks', () => {
    const [fact] = readMessage('你好，阀门DN50，到厂价给我一个，急').filter(({ kind }) => kind === 'quote');
    expect(fact?.value).toContain('到厂价');
  });
});

it('weighs words as the labelled talks teach it; run packages/core/train/quote.ts when they change', () => {
  expect(written(learnQuotes())).toBe(readFileSync(QUOTE_WEIGHTS, 'utf8'));
});
