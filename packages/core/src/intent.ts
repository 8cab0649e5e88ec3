import type { IntentLevel } from './customer.ts';

const STRONG_WORDS = [
  '报价',
  '价格',
  '多少钱',
  '怎么卖',
  '采购',
  '购买',
  '订购',
  '下单',
  '合同',
  '签约',
  '付款',
  '定金',
  '交货期',
  '发货',
  '物流',
  '安装',
  '售后',
  '质保',
  '维修',
  '退换',
];
const MEDIUM_WORDS = [
  '了解',
  '咨询',
  '参数',
  '规格',
  '样品',
  '试用',
  '演示',
  '方案',
  '对比',
  '考虑',
  '预算',
  '需求',
];
const QUOTE_WORDS = ['报价', '价格', '多少钱'];

export interface ChatMessage {
  text: string;
  fromCustomer: boolean;
}

export interface IntentSignal {
  signal: 'strong_word' | 'medium_word' | 'long_messages' | 'many_messages';
  /** The word that was found; absent for the signals of length and number. */
  word?: string;
  points: number;
}

export interface Intent {
  /** 0–100. */
  score: number;
  level: IntentLevel;
  signals: IntentSignal[];
  /** The customer, not our side, asked 报价, 价格 or 多少钱. */
  hasQuoteRequest: boolean;
}

/** Scores all messages of one customer, both sides of the talk; a word counts once however often it was said. */
export function scoreIntent(messages: readonly ChatMessage[]): Intent {
  const signals = [
    ...wordSignals(messages, STRONG_WORDS, 'strong_word', 10),
    ...wordSignals(messages, MEDIUM_WORDS, 'medium_word', 5),
    ...lengthSignals(messages),
    ...countSignals(messages.length),
  ];
  const sum = signals.reduce((total, signal) => total + signal.points, 0);
  const score = Math.min(100, sum);
  return { score, level: intentLevel(score), signals, hasQuoteRequest: asksForQuote(messages) };
}

/** high from 60, medium from 30, else low. */
export function intentLevel(score: number): IntentLevel {
  if (score >= 60) return 'high';
  return score >= 30 ? 'medium' : 'low';
}

function wordSignals(
  messages: readonly ChatMessage[],
  words: readonly string[],
  signal: IntentSignal['signal'],
  points: number,
): IntentSignal[] {
  const said = words.filter((word) => messages.some((message) => message.text.includes(word)));
  return said.map((word) => ({ signal, word, points }));
}

function lengthSignals(messages: readonly ChatMessage[]): IntentSignal[] {
  if (messages.length === 0) return [];
  const characters = messages.reduce((sum, message) => sum + [...message.text].length, 0);
  return characters / messages.length > 50 ? [{ signal: 'long_messages', points: 10 }] : [];
}

function countSignals(count: number): IntentSignal[] {
  if (count > 20) return [{ signal: 'many_messages', points: 15 }];
  return count > 10 ? [{ signal: 'many_messages', points: 10 }] : [];
}

function asksForQuote(messages: readonly ChatMessage[]): boolean {
  return messages.some(
    (message) => message.fromCustomer && QUOTE_WORDS.some((word) => message.text.includes(word)),
  );
}
