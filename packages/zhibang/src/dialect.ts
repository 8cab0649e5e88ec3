import type { ErrorCode } from './error-table.ts';
import { ZhibangError } from './errors.ts';
import type { ContentType, Exchange } from './exchange.ts';
import { demandsContentType, saysRequestUnread } from './messages.ts';
import { type Call, isOutcome, MOST_DOUBTS, type Outcome, type Try } from './outcome.ts';
import { ov1 } from './ov1.ts';
import type { Ticket } from './session.ts';

/** What came of one request: an answer, or why there is none that could be read. */
type Reply = Outcome | ZhibangError;

/** The two paths of a handler: as documented, or as older systems call it. */
type Place = 'newer' | 'older';

/** Answers by which a system may show that it lacks a path, or cannot read `application/json` on an `.asp` path. */
const UNCLEAR: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'http_error',
  'empty_body',
  'html_answer',
  'not_json',
]);

/**
 * Asked where nothing was answered yet: by a write how the system is spoken to, by a login too before the password leaves a
 * second time, upon a login page whether the token is alive.
 */
export const FIRST_READ: Try = {
  operation: 'options.ly',
  path: '/webapi/v3/ov1/source?enumid=13',
  alias: '/sysa/mobilephone/source.asp?enumid=13',
  style: ov1({}),
  attempt: 1,
  login: null,
};

/**
 * Finds out from its answers what a system understands (wire.md "Four styles", "Answers that lie or break" 4): under which
 * path a handler stands, and which content type its `.asp` paths read. For both alike: where an answer says that the call
 * was not understood, it is made the other way, a save too, for nothing was done; where it may mean that, only a call that
 * is safe to repeat is, and the second answer counts only if it shows that the call was understood. What was understood once
 * is remembered.
 */
export class Dialect {
  readonly #exchange: Exchange;
  /** Where handlers (paths without query) were understood. */
  readonly #places = new Map<string, Place>();
  /** Where those with an `.asp` path were. */
  readonly #usual = new Set<Place>();
  #contentTypeOfAsp: 'unknown' | ContentType = 'unknown';

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** Nothing shows yet where the handler of this write stands; upon a page in answer it could not be made another way. */
  isStrangeTo({ writes, alias = '' }: Call): boolean {
    return writes === true && isAsp(alias) && this.#usual.size === 0;
  }

  /** `isAlive`: the token is known to be good. Throws ZhibangError for what no call style can read. */
  async send(call: Try, ticket: Ticket, isAlive = false): Promise<Outcome> {
    const reply = await this.#onSystem(call, ticket, isAlive);
    if (!isOutcome(reply)) throw reply;
    return reply;
  }

  async #onSystem(call: Try, ticket: Ticket, isAlive: boolean): Promise<Reply> {
    const { path, alias } = call;
    if (!alias) return this.#onPath(call, path, ticket);
    const known = this.#places.get(handlerOf(path));
    const place = known ?? (call.writes ? this.#usualPlace(alias) : 'newer');
    const [here, elsewhere] = place === 'newer' ? [path, alias] : [alias, path];
    const first = await this.#onPath(call, here, ticket);
    if (isOk(first)) this.#remember(call, place);
    const isMissing = saysMissing(first);
    const isOpen = known === undefined && place === 'newer';
    if (!isMissing && !(isOpen && this.#mayMeanMissing(first, call, isAlive))) return first;
    const second = await this.#onPath(call, elsewhere, ticket);
    if (showsHandler(second)) {
      this.#remember(call, place === 'newer' ? 'older' : 'newer');
      return second;
    }
    if (call.writes && leavesOpen(second)) return second;
    // Nothing came of either; a login page for an older path says at least that the token may be dead.
    if (place === 'older' || saysMissing(second)) return first;
    return isMissing || (isDead(second) && !isDead(first)) ? second : first;
  }

  /**
   * A page in answer to a write leaves open what it did: on a system that never answered well under a documented path, but
   * under an older one, a write begins with the older one.
   */
  #usualPlace(alias: string): Place {
    return isAsp(alias) && this.#usual.has('older') && !this.#usual.has('newer') ? 'older' : 'newer';
  }

  #remember({ path, alias = '' }: Try, place: Place): void {
    this.#places.set(handlerOf(path), place);
    if (isAsp(alias)) this.#usual.add(place);
  }

  /**
   * Where a documented path was answered well before, an odd answer is passing trouble, and a login page speaks of the token,
   * unless that is good or there is none yet.
   */
  #mayMeanMissing(reply: Reply, call: Try, isAlive: boolean): boolean {
    if (call.writes || isDoubted(call)) return false;
    const isStrange = !this.#usual.has('newer');
    if (!isOutcome(reply)) return isStrange && (UNCLEAR.has(reply.code) || reply.status === 500);
    const { verdict } = reply;
    if (verdict.kind === 'dead')
      return verdict.message === '' && (isStrange || isAlive || call.login !== null);
    return isStrange && verdict.kind === 'protocol';
  }

  async #onPath(call: Try, path: string, ticket: Ticket): Promise<Reply> {
    if (!isAsp(path)) return this.#ask(call, path, ticket, 'json');
    if (call.login?.unread.length && this.#contentTypeOfAsp === 'unknown') await this.#askAsNobody(call);
    if (this.#contentTypeOfAsp === 'zsml') return this.#ask(call, path, ticket, 'zsml');
    const first = await this.#ask(call, path, ticket, 'json');
    const isUnread = demandsZsml(first) && !isDoubted(call);
    // What it did proves that the body was read; a refusal may come of one that was not.
    if (isOk(first)) this.#contentTypeOfAsp = 'json';
    if (!isUnread && !this.#mayMeanUnread(first, call)) return first;
    const second = await this.#ask(call, path, ticket, 'zsml');
    if (!isUnread && !showsReading(second, first)) return first;
    if (isOutcome(second) && !demandsZsml(second)) this.#contentTypeOfAsp = 'zsml';
    return second;
  }

  /** Without token and password: how a dead token is told shows what `.asp` paths read, and costs no try of the password. */
  async #askAsNobody({ signal }: Try): Promise<void> {
    const nobody: Ticket = { token: '', cookies: {}, obtainedAt: 0, byLogin: false };
    await this.#onSystem({ ...FIRST_READ, signal }, nobody, false);
  }

  #mayMeanUnread(reply: Reply, call: Try): boolean {
    if (call.writes || this.#contentTypeOfAsp === 'json' || isDoubted(call)) return false;
    if (!isOutcome(reply)) return UNCLEAR.has(reply.code) || reply.code === 'server_error';
    const { verdict } = reply;
    if (verdict.kind === 'refused') return saysRequestUnread(verdict.message);
    // An old system that reads neither parameters nor token says that either is missing.
    return verdict.kind === 'unread' || verdict.kind === 'protocol' || verdict.kind === 'dead';
  }

  #ask(call: Try, path: string, ticket: Ticket, contentType: ContentType): Promise<Reply> {
    return this.#exchange.send(call, path, ticket, contentType).catch((error: unknown) => {
      if (error instanceof ZhibangError) return error;
      throw error;
    });
  }
}

/** The password left as often as it may, whatever came in answer: a third refusal would lock the account. */
function isDoubted({ login }: Try): boolean {
  return login !== null && login.unread.length >= MOST_DOUBTS;
}

function isOk(reply: Reply): boolean {
  return isOutcome(reply) && reply.verdict.kind === 'ok';
}

function isDead(reply: Reply): boolean {
  return isOutcome(reply) && reply.verdict.kind === 'dead';
}

function saysMissing(reply: Reply): boolean {
  return isOutcome(reply) && reply.verdict.kind === 'missing_handler';
}

/** The second answer shows a handler where the first may have come for want of one. */
function showsHandler(second: Reply): boolean {
  if (!isOutcome(second)) return false;
  const { verdict } = second;
  return (
    ['ok', 'refused', 'unread'].includes(verdict.kind) || (verdict.kind === 'dead' && verdict.message !== '')
  );
}

/** A write so answered may have been done; what may be told of a lacking path is none of it. */
function leavesOpen(second: Reply): boolean {
  if (isOutcome(second)) return second.verdict.kind === 'server_error';
  return second.effect === 'unknown' && !UNCLEAR.has(second.code);
}

function demandsZsml(reply: Reply): boolean {
  if (!isOutcome(reply)) return false;
  const { verdict } = reply;
  if (verdict.kind === 'wants_zsml') return true;
  return (verdict.kind === 'refused' || verdict.kind === 'unread') && demandsContentType(verdict.message);
}

/** The second answer shows that the body was read, where the first did not. */
function showsReading(second: Reply, first: Reply): boolean {
  if (!isOutcome(second)) return false;
  const { verdict } = second;
  if (verdict.kind === 'dead') return !isOutcome(first) || first.verdict.kind !== 'dead';
  if (verdict.kind === 'refused') return !demandsZsml(second) && !saysRequestUnread(verdict.message);
  return verdict.kind === 'ok';
}

function isAsp(path: string): boolean {
  return /\.asp(\?|$)/i.test(path);
}

function handlerOf(path: string): string {
  return path.split('?', 1)[0]!.toLowerCase();
}
