const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** `2026-11-24 05:17:34` in China, which is always UTC+8, of a time in UTC as the database has it; what is no time stays as it is. */
export function chinaTime(iso: string): string {
  if (Number.isNaN(Date.parse(iso))) return iso;
  return new Date(Date.parse(iso) + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** `05:17:34` in China. */
export function chinaClock(iso: string): string {
  return chinaTime(iso).slice(11);
}

/** When the day began in China, in UTC as the database has times. */
export function midnightInChina(now: Date): string {
  const local = now.getTime() + CHINA_MS;
  return new Date(local - (local % DAY_MS) - CHINA_MS).toISOString();
}
