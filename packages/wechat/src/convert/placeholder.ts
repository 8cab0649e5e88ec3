import type { MessageKind } from '../event.ts';

const PLACEHOLDERS: [RegExp, MessageKind][] = [
  [/^\[(图片|照片|image)\]/i, 'image'],
  [/^\[(语音|voice)\]/i, 'voice'],
  [/^\[(视频|视频号|video)\]/i, 'video'],
  [/^\[(文件|file)\]/i, 'file'],
  [/^\[(表情|表情包|动画表情|sticker)\]/i, 'sticker'],
  [/^\[(位置|地理位置|location)\]/i, 'location'],
  [/^\[(链接|分享|link)\]/i, 'link'],
  [/^\[(小程序)\]/, 'miniprogram'],
  [/^\[(名片|个人名片)\]/, 'card'],
  [/^\[(聊天记录|合并转发)\]/, 'forwarded'],
  [/^\[(微信红包|红包|转账|微信转账)\]/, 'money'],
  [/^\[(语音通话|视频通话|通话)\]/, 'call'],
];

/** What a text that stands for something else stands for; null for words. */
export function placeholderKind(text: string): MessageKind | null {
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('[')) return null;
  return PLACEHOLDERS.find(([pattern]) => pattern.test(trimmed))?.[1] ?? null;
}

/** Without the quoted message below the own words: what is quoted may be somebody else's. */
export function withoutQuote(text: string): string {
  return text.replace(/\n+\s*引用 ?.*?的消息 ?[:：][\s\S]*$/, '').trim();
}
