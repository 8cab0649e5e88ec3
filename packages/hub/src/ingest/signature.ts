import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message older or newer than this is not taken: it may have been recorded and sent again. */
const TOLERANCE_MS = 5 * 60_000;

export type SignatureFault = 'missing' | 'stale' | 'wrong';

/** `sha256=` and the HMAC-SHA256 of `timestamp.body` in hex. `timestamp`: seconds or milliseconds since 1970, as sent. */
export function signBody(secret: string, timestamp: string, body: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** The same of `timestamp?query.body`: whoever records it cannot send the body under another query. `query` as in the address. */
export function signUpload(
  secret: string,
  timestamp: string,
  query: string,
  body: string | Uint8Array,
): string {
  return signBody(secret, `${timestamp}?${query}`, body);
}

interface Signed {
  timestamp: string | undefined;
  signature: string | undefined;
  /** '' where the address has none. */
  query: string;
}

/**
 * Why a signed body is not to be believed; null when it is. `body`: the bytes as they came. With or without the query: older
 * senders sign the body alone.
 */
export function signatureFault(
  secret: string,
  { timestamp = '', signature = '', query }: Signed,
  body: Uint8Array,
  now: number,
): SignatureFault | null {
  if (timestamp === '' || signature === '') return 'missing';
  const given = signature.toLowerCase();
  // A time holds no question mark, so that neither form can be taken for the other.
  const isOurs =
    !timestamp.includes('?') &&
    (isEqual(given, signBody(secret, timestamp, body)) ||
      isEqual(given, signUpload(secret, timestamp, query, body)));
  if (!isOurs) return 'wrong';
  const at = timeOf(timestamp);
  return at !== null && Math.abs(now - at) <= TOLERANCE_MS ? null : 'stale';
}

function isEqual(given: string, expected: string): boolean {
  const [own, other] = [Buffer.from(given), Buffer.from(expected)];
  return own.length === other.length && timingSafeEqual(own, other);
}

/** Bridges write seconds, milliseconds, or a date. */
function timeOf(timestamp: string): number | null {
  if (/^\d{9,11}$/.test(timestamp)) return Number(timestamp) * 1000;
  if (/^\d{12,14}$/.test(timestamp)) return Number(timestamp);
  const at = Date.parse(timestamp);
  return Number.isNaN(at) ? null : at;
}
