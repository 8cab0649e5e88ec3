import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { RefusalStore, RefusedLogin } from './types.ts';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const BYTES = 32;

/** Forgets with the process: for a client that stands alone. */
export function memoryRefusalStore(): RefusalStore {
  let kept: RefusedLogin[] = [];
  return {
    load: async () => [...kept],
    add: async (refused) => {
      kept.push(refused);
    },
    remove: async (credential) => {
      kept = kept.filter((one) => one.credential !== credential);
    },
  };
}

/** What a login was tried with, so that only somebody who has it can tell: salted, and slow to guess. */
export async function sealCredential(secret: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}$${(await derive(secret, salt, BYTES)).toString('base64')}`;
}

/** The first refusal of just this credential. */
export async function findRefusal(
  refusals: readonly RefusedLogin[],
  secret: string,
): Promise<RefusedLogin | null> {
  for (const refused of refusals) if (await isSealOf(refused.credential, secret)) return refused;
  return null;
}

async function isSealOf(seal: string, secret: string): Promise<boolean> {
  const [salt = '', digest = ''] = seal.split('$');
  const expected = Buffer.from(digest, 'base64');
  if (expected.length !== BYTES) return false;
  return timingSafeEqual(await derive(secret, Buffer.from(salt, 'base64'), BYTES), expected);
}
