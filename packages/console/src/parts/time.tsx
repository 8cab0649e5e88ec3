import { commonWords as w } from '../words/common.ts';
import type { Language } from '../words/words.ts';
import { useLanguage } from './language.tsx';

const DAY_MS = 86_400_000;

/** A moment as a person says it: `10:42` today, yesterday, else the date; the whole moment on hovering. China's time. */
export function Time({ at }: { at: string }) {
  const { language } = useLanguage();
  return (
    <time dateTime={at} title={wholeTime(at, language)}>
      {shortTime(at, language, new Date())}
    </time>
  );
}

export function shortTime(at: string, language: Language, now: Date): string {
  const time = part(at, language, { hour: '2-digit', minute: '2-digit', hour12: false });
  const daysAgo = Math.round((dayOf(now) - dayOf(new Date(at))) / DAY_MS);
  if (daysAgo === 0) return time;
  if (daysAgo === 1) return `${w.yesterday[language]} ${time}`;
  const isThisYear = yearOf(at) === yearOf(now.toISOString());
  const date = part(at, language, {
    month: 'short',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return daysAgo < 300 && daysAgo > -300 && isThisYear ? `${date} ${time}` : date;
}

function wholeTime(at: string, language: Language): string {
  return part(at, language, { dateStyle: 'full', timeStyle: 'medium' });
}

function part(at: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Date(at).toLocaleString(locale, { timeZone: 'Asia/Shanghai', ...options });
}

/** Midnight of the day in China, as a count of milliseconds. */
function dayOf(at: Date): number {
  return Date.parse(at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }));
}

function yearOf(at: string): string {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 4);
}
