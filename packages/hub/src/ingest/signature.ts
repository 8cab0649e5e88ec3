import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message older or newer than this is not taken: it may have been recorded and sent again. */
const TOLERANCE_MS = 5 * 60_000;

export type SignatureFault = 'missing' | 'stale' | 'wrong';

/** `sha256=` and the HMAC-SHA256 of `timestamp.body` in hex. `timestamp`: seconds or milliseconds since 1970, as sent. */
export function signBody(secret: string, timestamp: string, body: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Why a signed body is not to be believed; null when it is. `body`: the bytes as they came. */
export function signatureFault(
  secret: string,
  given: { timestamp: string | undefined; signature: string | undefined },
  body: Uint8Array,
  now: number,
): SignatureFault | null {
  const { timestamp = '', signature = '' } = given;
  if (timestamp === '' || signature === '') return 'missing';
  const expected = Buffer.from(signBody(secret, timestamp, body));
  const own = Buffer.from(signature);
  if (own.length !== expected.length || !timingSafeEqual(own, expected)) return 'wrong';
  const at = timeOf(timestamp);
  return at !== null && Math.abs(now - at) <= TOLERANCE_MS ? null : 'stale';
}

/** Bridges write seconds, milliseconds, or a date. */
function timeOf(timestamp: string): number | null {
  if (/^\d{9,11}$/.test(timestamp)) return Number(timestamp) * 1000;
  if (/^\d{12,14}$/.test(timestamp)) return Number(timestamp);
  const at = Date.parse(timestamp);
  return Number.isNaN(at) ? null : at;
}
