import { readFileSync } from 'node:fs';
import type { Language } from '@bangqiao/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HOME, LANGUAGES, pageAddress } from './address.ts';
import { layout, type Shown } from './layout.ts';
import { type Library, openLibrary } from './library.ts';
import { searchDocs } from './search.ts';
import { searchPage } from './search-page.ts';
import { sendPage } from './send-page.ts';

const ASSETS: Readonly<Record<string, string>> = {
  'docs.css': 'text/css; charset=utf-8',
  'docs.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** The documents of the ERP's endpoints at `/docs/zhibang`, Chinese; `/docs/zhibang/en`, English. */
export function docsRoutes(app: FastifyInstance): void {
  let library: Library | undefined;
  const books = () => (library ??= openLibrary());

  for (const [name, type] of Object.entries(ASSETS)) {
    const text = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
    app.get(`${HOME}/assets/${name}`, async (_request, reply) => reply.type(type).send(text));
  }
  for (const lang of LANGUAGES) {
    const home = pageAddress(lang, 'README');
    app.get(home, async (request, reply) => {
      if (lang === 'zh' && prefersEnglish(request.headers))
        return reply.redirect(pageAddress('en', 'README'));
      return pageReply(books(), reply, lang, 'README');
    });
    app.get<{ Querystring: { q?: string | string[] } }>(`${home}/search`, async (request, reply) => {
      const query = [request.query.q ?? ''].flat().join(' ').slice(0, LONGEST_QUERY);
      const html = searchPage(searchDocs(books(), lang, query), query, lang);
      const otherAddress = `${pageAddress(otherThan(lang), 'search')}?q=${encodeURIComponent(query)}`;
      return send(reply, { title: query || 'search', html, otherAddress, name: 'search', query }, lang);
    });
    app.get<{ Params: { '*': string } }>(`${home}/*`, async (request, reply) =>
      pageReply(books(), reply, lang, request.params['*'].replace(/\/$/, '')),
    );
  }
}

const LONGEST_QUERY = 100;

/** Only for the front page without a language, which a browser sends on its first visit from anywhere but these pages. */
function prefersEnglish(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  const isOwnLink = String(headers.referer ?? '').includes(HOME);
  return !isOwnLink && /^en\b/i.test(String(headers['accept-language'] ?? ''));
}

function pageReply(library: Library, reply: FastifyReply, lang: Language, name: string): FastifyReply {
  const page = library.page(lang, name);
  if (page === undefined) return notFound(reply, lang);
  const otherAddress = pageAddress(otherThan(lang), name);
  return send(reply, { ...page, otherAddress, name }, lang);
}

function notFound(reply: FastifyReply, lang: Language): FastifyReply {
  const words = { zh: '没有这一页', en: 'There is no such page' }[lang];
  const hint = { zh: '用上面的搜索找一找。', en: 'The search above may find it.' }[lang];
  const otherAddress = pageAddress(otherThan(lang), 'README');
  const html = `<h1>${words}</h1><p>${hint}</p>`;
  return send(reply.code(404), { title: words, html, otherAddress, name: '' }, lang);
}

function send(reply: FastifyReply, shown: Shown, lang: Language): FastifyReply {
  return sendPage(reply, layout(shown, lang));
}

function otherThan(lang: Language): Language {
  return lang === 'zh' ? 'en' : 'zh';
}
