import { posix } from 'node:path';
import type { Language } from '@bangqiao/core';

export const HOME = '/docs/zhibang';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The address of a page by its path below the folder without `.md`; front pages go without their name. */
function addressOf(place: string): string {
  const path = place.replace(/(^|\/)README$/, '');
  return path === '' ? HOME : `${HOME}/${path}`;
}

/** The same for a page by language and name. */
export function pageAddress(lang: Language, name: string): string {
  return addressOf(lang === 'en' ? `en/${name}` : name);
}

/** `../guides/customers.md#x` on `en/entries/customer.list` → `/docs/zhibang/en/guides/customers#x`. */
export function linkFrom(place: string, href: string): string {
  if (/^([a-z]+:|#|\/)/i.test(href)) return href;
  const [file = '', anchor] = href.split('#');
  const target = posix.join(posix.dirname(place), file).replace(/\.md$/, '');
  return `${addressOf(target)}${anchor === undefined ? '' : `#${anchor}`}`;
}
