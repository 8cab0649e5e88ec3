import type { MessageKind } from '../event.ts';

/** What a row is: a message's kind, or a row that is none. */
export type RowKind = MessageKind | 'system' | 'recall';

const TYPES: Readonly<Record<number, RowKind>> = {
  1: 'text',
  3: 'image',
  34: 'voice',
  42: 'card',
  43: 'video',
  47: 'sticker',
  48: 'location',
  50: 'call',
  10000: 'system',
  10002: 'recall',
};

const APP_TYPES: Readonly<Record<number, RowKind>> = {
  1: 'text',
  5: 'link',
  6: 'file',
  19: 'forwarded',
  33: 'miniprogram',
  36: 'miniprogram',
  51: 'link',
  57: 'quote',
  62: 'system',
  87: 'system',
  2000: 'money',
  2001: 'money',
};

/** By WeChat's own numbers (facts 7.2). */
export function kindOfNumbers(type: number, subtype: number): RowKind {
  return type === 49 ? (APP_TYPES[subtype] ?? 'other') : (TYPES[type] ?? 'other');
}

/** Export tools write kinds in their own words; the first that fits counts. */
const WORDS: [RegExp, RowKind][] = [
  [/撤回/, 'recall'],
  [/系统|拍一拍|通知|公告/, 'system'],
  [/引用/, 'quote'],
  [/合并|聊天记录/, 'forwarded'],
  [/图片|照片|^image$/i, 'image'],
  [/通话/, 'call'],
  [/语音|^voice$/i, 'voice'],
  [/视频号/, 'link'],
  [/视频|^video$/i, 'video'],
  [/表情|^sticker$/i, 'sticker'],
  [/小程序/, 'miniprogram'],
  [/位置|^location$/i, 'location'],
  [/文件|^file$/i, 'file'],
  [/名片|^card$/i, 'card'],
  [/转账|红包/, 'money'],
  [/链接|分享|音乐|笔记|收藏|^link$/i, 'link'],
  [/文本|文字|^text$/i, 'text'],
];

/** null for a word nobody knows. */
export function kindOfWord(word: string): RowKind | null {
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** The title in an app message's XML: a quote's own words, a file's name, a link's heading. */
export function titleIn(content: string): string {
  if (!content.trimStart().startsWith('<')) return content;
  const title = /<title>(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?<\/title>/.exec(content)?.[1] ?? '';
  return title
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}
