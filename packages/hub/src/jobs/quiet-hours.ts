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
