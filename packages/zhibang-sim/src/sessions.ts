import { randomUUID } from 'node:crypto';
import type { Oddities } from './oddities.ts';
import { bump } from './world.ts';

/** What the picture of the captcha shows, always. */
export const CAPTCHA = '8888';

const FAILURES_BEFORE_CAPTCHA = 3;

export type LoginResult = { token: string } | { refused: string };

interface Session {
  user: string;
  serial: string;
  since: number;
}

/** Tokens, and the count of refused passwords. Tokens are random, not seeded: after a restart no old one may be alive. */
export class Sessions {
  readonly #alive = new Map<string, Session>();
  readonly #failures: Record<string, number> = {};
  readonly #account: { username: string; password: string };
  readonly #oddities: Oddities;
  readonly #now: () => Date;

  constructor(account: { username: string; password: string }, oddities: Oddities, now: () => Date) {
    this.#account = account;
    this.#oddities = oddities;
    this.#now = now;
  }

  login(params: Record<string, string>): LoginResult {
    const user = clear(params.user);
    const serial = clear(params.serialnum);
    if (!user) return { refused: '用户名不能为空' };
    if (!serial) return { refused: '用户串号不能为空' };
    if (!/^[A-Za-z0-9]{1,20}$/.test(serial)) return { refused: '用户串号格式错误' };
    const demanded = (this.#failures[user] ?? 0) >= FAILURES_BEFORE_CAPTCHA;
    if (demanded && clear(params.rndcode) !== CAPTCHA) {
      return { refused: params.rndcode ? '验证码错误' : '登录失败次数过多，请输入验证码' };
    }
    if (user !== this.#account.username || clear(params.password) !== this.#account.password) {
      bump(this.#failures, user);
      return { refused: '用户名或密码错误' };
    }
    delete this.#failures[user];
    return { token: this.#open(user, serial) };
  }

  #open(user: string, serial: string): string {
    for (const [token, session] of this.#alive) {
      const other = session.user === user && session.serial !== serial;
      if (other && this.#oddities.secondLoginEjects) this.#alive.delete(token);
    }
    const token = randomUUID().replaceAll('-', '').toUpperCase();
    this.#alive.set(token, { user, serial, since: this.#now().getTime() });
    return token;
  }

  alive(token: string): boolean {
    const session = this.#alive.get(token);
    if (!session) return false;
    if (this.#now().getTime() - session.since < this.#oddities.tokenLifeSeconds * 1000) return true;
    this.#alive.delete(token);
    return false;
  }

  end(token: string): void {
    this.#alive.delete(token);
  }

  endAll(): void {
    this.#alive.clear();
  }
}

/** `txt:` marks clear text; anything else would be DES and is not understood here. */
function clear(value: string | undefined): string {
  return value?.startsWith('txt:') ? value.slice(4) : '';
}
