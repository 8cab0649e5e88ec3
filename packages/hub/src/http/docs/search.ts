import type { Language } from '@bangqiao/core';
import {
  answerFields,
  type CatalogueEntry,
  type CatalogueField,
  type FieldNode,
  flat,
  GUIDES,
  requestFields,
  searchCatalogue,
} from '@bangqiao/zhibang';
import type { Library } from './library.ts';

export interface GuideHit {
  name: string;
  title: string;
  /** What it is about where its title holds the words, else the first line that does. */
  excerpt: string;
}

export interface EntryHit {
  entry: CatalogueEntry;
  /** Request fields that hold one of the words. */
  takes: CatalogueField[];
  /** The same of the answer. */
  brings: CatalogueField[];
}

export interface Hits {
  guides: GuideHit[];
  entries: EntryHit[];
}

/** Every word has to be there, two characters of Chinese as well; upper and lower case are one. */
export function searchDocs(library: Library, lang: Language, query: string): Hits {
  const words = wordsOf(query);
  if (words.length === 0) return { guides: [], entries: [] };
  const entries = searchCatalogue(query)
    .filter(({ style }) => style !== 'page')
    .map((entry) => ({
      entry,
      takes: fieldsWith(requestFields(entry), words),
      brings: fieldsWith(answerFields(entry), words),
    }));
  return { guides: guidesWith(library, lang, words), entries };
}

export function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function guidesWith(library: Library, lang: Language, words: readonly string[]): GuideHit[] {
  const hits = GUIDES.flatMap(({ name, title, about }) => {
    const isTitle = holdsAll(`${title.zh} ${title.en}`, words);
    const text = library.text(lang, `guides/${name}`);
    if (!isTitle && !holdsAll(text, words)) return [];
    const excerpt = isTitle ? about[lang] : excerptOf(text, words);
    return [{ name, title: title[lang], excerpt, isTitle }];
  });
  return hits.sort((a, b) => Number(b.isTitle) - Number(a.isTitle));
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const place = text.toLowerCase();
  return words.every((word) => place.includes(word));
}

function excerptOf(text: string, words: readonly string[]): string {
  const lines = text.split('\n').map(plain);
  return lines.find((line) => words.some((word) => line.toLowerCase().includes(word))) ?? '';
}

/** A line of Markdown without its marks. */
function plain(line: string): string {
  return line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*#]|<[^>]+>/g, '')
    .replace(/\s*\|\s*/g, ' ')
    .replace(/^\s*- /, '')
    .trim();
}

function fieldsWith(nodes: readonly FieldNode[] = [], words: readonly string[]): CatalogueField[] {
  const found = flat(nodes)
    .map(({ field }) => field)
    .filter(({ id, label = '', labelEn = '' }) => {
      const place = `${id} ${label} ${labelEn}`.toLowerCase();
      return words.some((word) => place.includes(word));
    });
  return [...new Map(found.map((field) => [field.id, field])).values()];
}
