/** A span of local time in Asia/Shanghai, as `HH:MM-HH:MM`; one that ends before it begins goes over midnight. */
export const QUIET_SPAN = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

const LOCAL_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Whether scheduled runs are to keep still. The first minute of a span belongs to it, the last does not. */
export function isQuietTime(spans: readonly string[], at: Date): boolean {
  const time = LOCAL_TIME.format(at);
  return spans.some((span) => {
    const [from = '', to = ''] = span.split('-');
    return from <= to ? from <= time && time < to : from <= time || time < to;
  });
}

const MINUTE_MS = 60_000;

/** Whether so many milliseconds that are no quiet time lie between two moments; to the minute. */
export function wereAwake(spans: readonly string[], from: Date, to: Date, ms: number): boolean {
  if (to.getTime() - from.getTime() < ms) return false;
  let awake = 0;
  for (let at = to.getTime(); at > from.getTime() && awake < ms; at -= MINUTE_MS)
    if (!isQuietTime(spans, new Date(at))) awake += MINUTE_MS;
  return awake >= ms;
}
