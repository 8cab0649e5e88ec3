const CHINA = 8 * 3_600_000;
export const DAY = 86_400_000;

/** The calendar in Asia/Shanghai, which has had no summer time since 1991. Weekday 1 is Monday, 7 Sunday. */
export interface ChinaDate {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
}

/** `at`: milliseconds since 1970. */
export function chinaDate(at: number): ChinaDate {
  const local = new Date(at + CHINA);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay() || 7,
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

/** Milliseconds of midnight in China; null when there is no such day. */
export function chinaMidnight(year: number, month: number, day: number): number | null {
  const local = new Date(Date.UTC(year, month - 1, day));
  return local.getUTCMonth() === month - 1 && local.getUTCDate() === day ? local.getTime() - CHINA : null;
}

export function midnightOf(at: number): number {
  return Math.floor((at + CHINA) / DAY) * DAY - CHINA;
}

/** `2026-11-25` */
export function chinaDay(at: number): string {
  return new Date(at + CHINA).toISOString().slice(0, 10);
}

/** `11月25日 14:05` */
export function chinaTimeInWords(at: number): string {
  const { month, day, hour, minute } = chinaDate(at);
  return `${month}月${day}日 ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
