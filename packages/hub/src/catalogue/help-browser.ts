import { setTimeout as wait } from 'node:timers/promises';
import { type IndexLeaf, reachesItsEnd, readDrawnText, type SavedCookie, sameRoute } from '@bangqiao/zhibang';
import type { Browser, Frame, Page } from 'playwright-core';
import { browserFailed } from './errors.ts';
import { aimAt, countNamed, textAround } from './in-page.ts';

export interface HelpBrowserOptions {
  /** Path of the browser. */
  executable: string;
  /** Address of the help site. */
  url: string;
  cookies: readonly SavedCookie[];
  /** Longest wait for one entry to be drawn, ms. */
  patienceMs: number;
  /** A text is whole when its notes are there and it stood still for so long, ms. */
  stillMs: number;
}

const POLL_MS = 10;
/** Longest wait for a branch to unfold. */
const UNFOLD_MS = 1000;
/** So much longer a text has to stand still that has no notes at its end, or while the page still asks for something. */
const UNSURE = 4;
/** And at least so long: its tables may be drawn by a timer, and a page may keep one request open for ever. */
const LEAST_UNSURE_MS = 1000;

/** The n-th element of a name in a frame, as last counted there. */
interface Place {
  frame: Frame;
  nth: number;
}

/**
 * The help site in a browser, read as a person reads it: an entry is found by its name and clicked, and what counts is the
 * text that is there afterwards. Nothing is known of the page's markup or of how it asks for its data.
 */
export class HelpBrowser {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #url: string;
  readonly #patienceMs: number;
  readonly #stillMs: number;
  #underWay = 0;

  /** @throws HubError `browser_failed` */
  static async open(options: HelpBrowserOptions): Promise<HelpBrowser> {
    try {
      // Loaded only here: no other command should wait for it.
      const { chromium } = await import('playwright-core');
      // A sandbox cannot be set up for root.
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const browser = await chromium.launch({ executablePath: options.executable, args });
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1400, height: 1000 } });
      await context.addCookies(options.cookies.map((cookie) => browserCookie(cookie, options.url)));
      const help = new HelpBrowser(browser, await context.newPage(), options);
      await help.reload();
      return help;
    } catch (error) {
      throw browserFailed(error);
    }
  }

  private constructor(browser: Browser, page: Page, { url, patienceMs, stillMs }: HelpBrowserOptions) {
    this.#browser = browser;
    this.#page = page;
    this.#url = url;
    this.#patienceMs = patienceMs;
    this.#stillMs = stillMs;
    page.on('request', () => this.#underWay++);
    page.on('requestfinished', () => this.#underWay--);
    page.on('requestfailed', () => this.#underWay--);
  }

  async reload(): Promise<void> {
    this.#underWay = 0;
    await this.#page.goto(this.#url, { waitUntil: 'load' });
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** The text of an entry, clicked and drawn; null when it did not show. `same`: how many of its name come before it. */
  async read(leaf: IndexLeaf, same: number): Promise<string | null> {
    const ends = performance.now() + this.#patienceMs;
    const places = await this.#unfold(leaf);
    // Its own place in the index first; a heading or a branch of that name draws nothing and is passed over.
    const order = [...places.splice(same, 1), ...places];
    for (const [at, place] of order.entries()) {
      if (!(await this.#click(place))) continue;
      const left = Math.max(0, ends - performance.now());
      const text = await this.#drawn(leaf, at === order.length - 1 ? left : left / 2);
      if (text !== null) return text;
    }
    return null;
  }

  /** Everything visible of that name, in the order of the page, frames included. */
  async #places(name: string): Promise<Place[]> {
    const found: Place[] = [];
    for (const frame of this.#page.frames()) {
      const count = await inFrame(frame, countNamed, name, 0);
      for (let nth = 0; nth < count; nth++) found.push({ frame, nth });
    }
    return found;
  }

  /** False when it cannot be hit: something covers it, or it is gone. */
  async #click({ frame, nth }: Place): Promise<boolean> {
    const spot = await inFrame(frame, aimAt, nth, null);
    if (spot) await this.#page.mouse.click(spot.x, spot.y);
    return spot !== null;
  }

  /** Opens the branches above an entry that is hidden in them, the outermost first; answers the entry's places. */
  async #unfold({ name, category }: IndexLeaf): Promise<Place[]> {
    const way = [...category, name];
    for (const [at, branch] of category.entries()) {
      const places = await this.#places(name);
      if (places.length > 0) return places;
      const below = way[at + 1]!;
      if ((await this.#places(below)).length > 0) continue;
      const [place] = await this.#places(branch);
      if (!place || !(await this.#click(place))) continue;
      const ends = performance.now() + UNFOLD_MS;
      while (performance.now() < ends && (await this.#places(below)).length === 0) await wait(POLL_MS);
    }
    return await this.#places(name);
  }

  /** Waits until the entry's text is there, whole and still. */
  async #drawn(leaf: IndexLeaf, patienceMs: number): Promise<string | null> {
    const ends = performance.now() + patienceMs;
    let before = '';
    let since = performance.now();
    while (performance.now() < ends) {
      const text = await this.#text(leaf);
      if (text !== before) since = performance.now();
      const still = performance.now() - since;
      if (text !== '' && still >= stillNeeded(text, this.#underWay > 0, this.#stillMs)) return text;
      before = text;
      await wait(POLL_MS);
    }
    return null;
  }

  /** What is drawn of this entry so far; '' while another one stands there. */
  async #text(leaf: IndexLeaf): Promise<string> {
    for (const frame of this.#page.frames()) {
      const words = ['首页', leaf.url.startsWith('/') ? '接口地址' : leaf.name] as const;
      const text = await inFrame(frame, textAround, words, '');
      if (text !== '' && speaksOf(text, leaf)) return text;
    }
    return '';
  }
}

/** How long a text has to stand still before it counts as whole, ms. `isBusy`: the page has asked for something more. */
export function stillNeeded(text: string, isBusy: boolean, stillMs: number): number {
  const unsure = Math.max(LEAST_UNSURE_MS, stillMs * UNSURE);
  if (reachesItsEnd(text)) return isBusy ? unsure : stillMs;
  return isBusy ? unsure * UNSURE : unsure;
}

/** The entry's name, and its address (whose query some pages leave out) or its place under the same names. */
function speaksOf(text: string, { name, url, category }: IndexLeaf): boolean {
  if (!text.includes(name)) return false;
  // Above its tables already: reading those at each look would cost more than the drawing.
  const [head = ''] = text.split(/^(?:请求参数|输出参数|返回结果)/m);
  return readDrawnText(head).some(
    (drawn) =>
      drawn.name === name && (sameRoute(drawn.path, url) || drawn.category.join() === category.join()),
  );
}

/** What a function finds in a frame; `instead` where the frame is just being replaced. */
async function inFrame<A, T>(frame: Frame, work: (given: A) => T, given: A, instead: T): Promise<T> {
  try {
    return (await frame.evaluate(work as (given: unknown) => T, given)) as T;
  } catch {
    return instead;
  }
}

/** Of this very host: where a cookie of the whole company's was exported, the browser here visits only this one. */
function browserCookie({ name, value, path, expires }: SavedCookie, url: string) {
  const domain = new URL(url).hostname;
  return {
    name,
    value,
    domain,
    path: path ?? '/',
    ...(expires === undefined ? {} : { expires: expires / 1000 }),
  };
}
