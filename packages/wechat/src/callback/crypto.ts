import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { WechatError } from '../errors/error.ts';

const BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const HEAD = RANDOM_BYTES + LENGTH_BYTES;

/**
 * The 32-byte AES key of a 43-character EncodingAESKey. Its last two bits may be set; strict decoders refuse such keys,
 * Node's does not (facts 1.5).
 */
export function aesKeyOf(encodingAesKey: string): Buffer {
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) throw failure('callback_bad_key');
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

/** SHA-1 in hex over the four strings in byte order, joined (facts 1.2). */
export function signatureOf(token: string, timestamp: string, nonce: string, ciphertext: string): string {
  const parts = [token, timestamp, nonce, ciphertext].map((part) => Buffer.from(part));
  return createHash('sha1')
    .update(Buffer.concat(parts.sort(Buffer.compare)))
    .digest('hex');
}

/** Compares without telling by its duration how much was right. */
export function sameSignature(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one.toLowerCase()), digest(other.toLowerCase()));
}

/**
 * Ciphertext in base64 of `random ‖ length ‖ message ‖ receiver`, padded to 32 bytes: Node's own padding knows only 16
 * and has to be off in both directions. `random` is for tests that compare with published vectors.
 */
export function encryptMessage(
  key: Buffer,
  message: string,
  receiver: string,
  random: Buffer = randomBytes(RANDOM_BYTES),
): string {
  const body = Buffer.from(message);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(receiver)]);
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(pad, pad)),
    cipher.final(),
  ]).toString('base64');
}

/** Message and receiver of a ciphertext. Every length is checked before it is used: a wrong key gives garbage. */
export function decryptMessage(key: Buffer, ciphertext: string): { message: string; receiver: string } {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(ciphertext)) throw failure('callback_undecipherable');
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw failure('callback_undecipherable');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const plain = unpadded(padded);
  const length = plain.length >= HEAD ? plain.readUInt32BE(RANDOM_BYTES) : Number.POSITIVE_INFINITY;
  if (HEAD + length > plain.length) throw failure('callback_undecipherable');
  return {
    message: plain.toString('utf8', HEAD, HEAD + length),
    receiver: plain.toString('utf8', HEAD + length),
  };
}

function unpadded(padded: Buffer): Buffer {
  const pad = padded.at(-1) ?? 0;
  const tail = padded.subarray(padded.length - pad);
  if (pad < 1 || pad > BLOCK || pad > padded.length || !tail.every((byte) => byte === pad))
    throw failure('callback_undecipherable');
  return padded.subarray(0, padded.length - pad);
}

function failure(code: 'callback_bad_key' | 'callback_undecipherable'): WechatError {
  return new WechatError(code, { operation: 'callback.open' });
}
