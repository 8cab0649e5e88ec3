import { createHash } from 'node:crypto';
import { WechatError } from '../errors/error.ts';
import type { StoredToken, TokenStore } from './token-store.ts';

interface TokenKeeperOptions {
  corpId: string;
  secret: string;
  store: TokenStore;
  clock: () => number;
  /** Calls gettoken once (transport faults retried inside). `expiresInMs` is its life. */
  fetch: () => Promise<{ token: string; expiresInMs: number }>;
}

/** A refused secret is asked again at most once a minute: too many failing calls block the address for an hour. */
const REFUSAL_HOLDS_MS = 60_000;
const RENEW_AT = 0.9;

/**
 * The access token of one corp and one app. A token belongs to its secret: mixing them up gives 301002 or the wrong
 * app's rights, so the name it is kept under comes from both. However many calls wait, one refresh is in flight.
 */
export class TokenKeeper {
  readonly #options: TokenKeeperOptions;
  readonly #name: string;
  #kept: StoredToken | null = null;
  #refresh: Promise<string> | null = null;
  #refused: { error: WechatError; until: number } | null = null;

  constructor(options: TokenKeeperOptions) {
    this.#options = options;
    this.#name = createHash('sha256')
      .update(JSON.stringify([options.corpId, options.secret]))
      .digest('hex')
      .slice(0, 24);
  }

  async token(): Promise<string> {
    return this.#kept && this.#fresh(this.#kept) ? this.#kept.token : this.#renewOnce(null);
  }

  /** WeCom called `dead` invalid or expired: the token to repeat the call with. */
  async renew(dead: string): Promise<string> {
    if (this.#kept && this.#kept.token !== dead && this.#fresh(this.#kept)) return this.#kept.token;
    return this.#renewOnce(dead);
  }

  #renewOnce(dead: string | null): Promise<string> {
    this.#refresh ??= this.#renewed(dead).finally(() => {
      this.#refresh = null;
    });
    return this.#refresh;
  }

  async #renewed(dead: string | null): Promise<string> {
    const { store, clock, fetch } = this.#options;
    const stored = await store.load(this.#name);
    if (stored && stored.token !== dead && this.#fresh(stored)) {
      this.#kept = stored;
      return stored.token;
    }
    if (this.#refused && this.#refused.until > clock()) throw this.#refused.error;
    this.#refused = null;
    this.#kept = null;
    const begun = clock();
    const { token, expiresInMs } = await fetch().catch((error: unknown) => this.#remember(error));
    this.#kept = { token, obtainedAt: begun, expiresAt: begun + expiresInMs };
    await store.save(this.#name, this.#kept);
    return token;
  }

  #remember(error: unknown): never {
    if (error instanceof WechatError && error.blame === 'config')
      this.#refused = { error, until: this.#options.clock() + REFUSAL_HOLDS_MS };
    throw error;
  }

  #fresh({ obtainedAt, expiresAt }: StoredToken): boolean {
    return this.#options.clock() < obtainedAt + (expiresAt - obtainedAt) * RENEW_AT;
  }
}
