import { createHash, randomBytes } from 'node:crypto';

/** A secret that is handed out once, and what is kept of it. 256 random bits need no slow hash. */
export function newSecret(prefix = ''): { secret: string; key: string } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, key: keyOf(secret) };
}

export function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
