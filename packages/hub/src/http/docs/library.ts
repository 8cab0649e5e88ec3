import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '@bangqiao/core';
import { linkFrom } from './address.ts';
import { type RenderedPage, renderPage } from './markdown.ts';

/** Where the pages lie in the repository; `docs/zhibang/README.md` says who writes them. */
const FOLDER = new URL('../../../../../docs/zhibang/', import.meta.url);

/** A page by its name without language: `entries/customer.list`; the front page is `README`. */
export interface Library {
  page(lang: Language, name: string): RenderedPage | undefined;
  has(lang: Language, name: string): boolean;
  /** The Markdown as written. */
  text(lang: Language, name: string): string;
}

/** Reads which pages there are now, and each page when it is first asked for. */
export function openLibrary(): Library {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  const names = new Set(
    files
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.replaceAll('\\', '/').slice(0, -'.md'.length)),
  );
  const rendered = new Map<string, RenderedPage>();
  const placeOf = (lang: Language, name: string) => (lang === 'en' ? `en/${name}` : name);
  const has = (lang: Language, name: string) => !name.startsWith('en/') && names.has(placeOf(lang, name));
  const text = (lang: Language, name: string) =>
    readFileSync(new URL(`${placeOf(lang, name)}.md`, FOLDER), 'utf8');
  return {
    has,
    text,
    page: (lang, name) => {
      if (!has(lang, name)) return undefined;
      const place = placeOf(lang, name);
      const page = rendered.get(place) ?? renderPage(text(lang, name), (href) => linkFrom(place, href));
      rendered.set(place, page);
      return page;
    },
  };
}
