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
const WORDS = [...STRONG_WORDS, ...MEDIUM_WORDS];
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
  /**
   * The customer, not our side, said 报价, 价格 or 多少钱: the word alone, as the score counts it. Whether a price was asked
   * for, and is still wanted, is a `quote` among the facts of `reading/`.
   */
  hasQuoteRequest: boolean;
}

/** What the score of all messages so far needs, in place of the messages. Plain JSON. */
export interface RunningIntent {
  /** The words said so far, each once. */
  words: string[];
  messages: number;
  characters: number;
  quoteAsked: boolean;
}

export function startIntent(): RunningIntent {
  return { words: [], messages: 0, characters: 0, quoteAsked: false };
}

/** One message further; the order of the messages makes no difference. */
export function addToIntent(intent: RunningIntent, { text, fromCustomer }: ChatMessage): RunningIntent {
  const said = WORDS.filter((word) => !intent.words.includes(word) && text.includes(word));
  return {
    words: said.length === 0 ? intent.words : [...intent.words, ...said],
    messages: intent.messages + 1,
    characters: intent.characters + [...text].length,
    quoteAsked: intent.quoteAsked || (fromCustomer && QUOTE_WORDS.some((word) => text.includes(word))),
  };
}

/** What two lots of messages come to together. */
export function joinIntents(a: RunningIntent, b: RunningIntent): RunningIntent {
  return {
    words: [...new Set([...a.words, ...b.words])],
    messages: a.messages + b.messages,
    characters: a.characters + b.characters,
    quoteAsked: a.quoteAsked || b.quoteAsked,
  };
}

export function intentOf(intent: RunningIntent): Intent {
  const signals = [
    ...wordSignals(intent.words, STRONG_WORDS, 'strong_word', 10),
    ...wordSignals(intent.words, MEDIUM_WORDS, 'medium_word', 5),
    ...lengthSignals(intent),
    ...countSignals(intent.messages),
  ];
  const sum = signals.reduce((total, signal) => total + signal.points, 0);
  const score = Math.min(100, sum);
  return { score, level: intentLevel(score), signals, hasQuoteRequest: intent.quoteAsked };
}

/** Scores all messages of one customer, both sides of the talk; a word counts once however often it was said. */
export function scoreIntent(messages: readonly ChatMessage[]): Intent {
  return intentOf(messages.reduce(addToIntent, startIntent()));
}

/** high from 60, medium from 30, else low. */
export function intentLevel(score: number): IntentLevel {
  if (score >= 60) return 'high';
  return score >= 30 ? 'medium' : 'low';
}

function wordSignals(
  said: readonly string[],
  words: readonly string[],
  signal: IntentSignal['signal'],
  points: number,
): IntentSignal[] {
  return words.filter((word) => said.includes(word)).map((word) => ({ signal, word, points }));
}

function lengthSignals({ messages, characters }: RunningIntent): IntentSignal[] {
  return messages > 0 && characters / messages > 50 ? [{ signal: 'long_messages', points: 10 }] : [];
}

function countSignals(count: number): IntentSignal[] {
  if (count > 20) return [{ signal: 'many_messages', points: 15 }];
  return count > 10 ? [{ signal: 'many_messages', points: 10 }] : [];
}
