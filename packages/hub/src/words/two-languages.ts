import type { Bilingual, Language } from '@bangqiao/core';

export const say = (zh: string, en: string): Bilingual => ({ zh, en });

/**
 * The journal keeps a person's message as `中文 / English` in one column. What the ERP itself said stands in both halves,
 * so that a slash of its own comes in pairs; a text that does not split evenly is the same in both languages.
 */
export function bothWays(text: string): Bilingual {
  const parts = text.split(' / ');
  if (parts.length % 2 === 1) return say(text, text);
  const half = parts.length / 2;
  return say(parts.slice(0, half).join(' / '), parts.slice(half).join(' / '));
}

/** What `bothWays` splits again. */
export const inOneColumn = ({ zh, en }: Bilingual): string => `${zh} / ${en}`;

/** One language of such a column; empty where nothing stands in it. */
export function half(text: string | null, lang: Language): string {
  return text === null ? '' : bothWays(text)[lang];
}

/** Sentences put after each other as the language wants it; what is null is left out. */
export function sentences(parts: readonly (Bilingual | null)[]): Bilingual {
  const all = parts.filter((part) => part !== null);
  return say(
    all.map(({ zh }) => ended(zh, '。')).join(''),
    all.map(({ en }) => ended(capital(en), '.')).join(' '),
  );
}

export function listed(items: readonly Bilingual[], lang: Language): string {
  return items.map((item) => item[lang]).join(lang === 'zh' ? '；' : '; ');
}

function ended(text: string, stop: string): string {
  return /[。.！!？?]$/u.test(text) ? text : `${text}${stop}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
