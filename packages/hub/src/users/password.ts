import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { HubError } from '../errors.ts';

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. About 30 ms and 19 MiB a try. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG = 32;

/** At most so many at once: forty sign-ins together must not take 800 MB. */
const AT_ONCE = 2;
let running = 0;
const queue: (() => void)[] = [];

/** Argon2id as a PHC string (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await inTurn(() =>
    derive('argon2id', { message: password.normalize('NFKC'), nonce: salt, tagLength: TAG, ...COST }),
  );
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(hash)}`;
}

/** Null as the hash of a name that nobody has: takes the same time and says no. */
export async function passwordFits(password: string, phc: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(phc ?? NOBODY) ?? [];
  if (!salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const found = await inTurn(() =>
    derive('argon2id', {
      message: password.normalize('NFKC'),
      nonce: Buffer.from(salt, 'base64'),
      tagLength: expected.length,
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    }),
  );
  return timingSafeEqual(found, expected) && phc !== null;
}

/** Length is checked where it is typed; here the few that everybody tries first. @throws HubError `weak_password` */
export function checkPassword(password: string, name: string): void {
  const key = password.normalize('NFKC').toLowerCase();
  const isOneSign = new Set(key).size < 4;
  const isName = key.replace(/\d+$/, '') === name.toLowerCase();
  const isCommon = COMMON.some((word) => key.replace(/[^a-z0-9]/g, '').startsWith(word));
  if ([...password].length >= 10 && !isOneSign && !isName && !isCommon) return;
  throw new HubError({
    code: 'weak_password',
    exitCode: 2,
    zh: '这个密码太容易猜到。',
    en: 'This password is too easy to guess.',
    nextZh: '至少 10 个字符；几个不相干的词连起来最好记，也最难猜',
    nextEn: 'At least 10 characters; a few unrelated words are easy to keep and hard to guess',
  });
}

const COMMON = [
  'password',
  '1234567890',
  '0123456789',
  'qwerty',
  'admin123',
  'bangqiao',
  'abc123',
  'iloveyou',
];
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(randomBytes(16))}$${plain(randomBytes(TAG))}`;

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => queue.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}
