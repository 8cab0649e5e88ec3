import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Language } from '@bangqiao/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { escapeHtml } from '../escape.ts';
import { linkFrom } from './address.ts';
import { frame } from './layout.ts';
import { renderPage } from './markdown.ts';
import { sendPage } from './send-page.ts';

const DOCS = new URL('../../../../../docs/', import.meta.url);
const HOME = '/docs/guides';

/** Pages for those who use the hub, in the order of reading, by their path below `docs/` without language and `.md`. */
const PAGES = [
  'guides/quick-start',
  'guides/install',
  'guides/integration',
  'guides/data-quality',
  'guides/automatic-sync',
  'operation',
  'troubleshooting',
  'configuration',
  'guarantees',
  'glossary',
] as const;
type Page = (typeof PAGES)[number];

const WORDS = {
  zh: { site: '邦桥使用指南', guides: '指南' },
  en: { site: 'Bangqiao guides', guides: 'Guides' },
};

/** The guides at `/docs/guides`, Chinese; `/docs/guides/en`, English. Their pictures lie beside them. */
export function guidesRoutes(app: FastifyInstance): void {
  app.get(HOME, async (_request, reply) => reply.redirect(addressOf('guides/quick-start', 'zh')));
  app.get<{ Params: { file: string } }>(`${HOME}/images/:file`, async (request, reply) => {
    const { file } = request.params;
    const place = new URL(`guides/images/${file}`, DOCS);
    if (!/^[a-z-]+\.(zh|en)\.png$/.test(file) || !existsSync(place)) return reply.callNotFound();
    return reply.type('image/png').send(readFileSync(place));
  });
  for (const page of PAGES) {
    for (const lang of ['zh', 'en'] as const) {
      app.get(addressOf(page, lang), async (_request, reply) => show(reply, page, lang));
    }
  }
}

function show(reply: FastifyReply, page: Page, lang: Language): FastifyReply {
  const { title, html } = renderPage(textOf(page, lang), (href) => addressFrom(page, lang, href));
  const otherAddress = addressOf(page, lang === 'zh' ? 'en' : 'zh');
  const site = {
    name: WORDS[lang].site,
    home: addressOf('guides/quick-start', lang),
    search: '',
    navigation: navigation(page, lang),
  };
  return sendPage(reply, frame({ title, html, otherAddress }, lang, site));
}

/** A page without a Chinese file holds both languages. */
function textOf(page: Page, lang: Language): string {
  const chinese = new URL(`${page}.zh-CN.md`, DOCS);
  const isChinese = lang === 'zh' && existsSync(chinese);
  return readFileSync(isChinese ? chinese : new URL(`${page}.md`, DOCS), 'utf8');
}

function addressOf(page: Page, lang: Language): string {
  return `${HOME}/${lang === 'en' ? 'en/' : ''}${posix.basename(page)}`;
}

/** What a link of a page leads to: a guide, a picture, a document of an endpoint; null for what stands in the repository only. */
function addressFrom(page: Page, lang: Language, href: string): string | null {
  if (/^([a-z]+:|#|\/)/i.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const target = posix.join(posix.dirname(page), path);
  if (target.startsWith('guides/images/')) return `${HOME}/images/${posix.basename(target)}`;
  if (target.startsWith('zhibang/')) return linkFrom('README', href.slice(href.indexOf('zhibang/') + 8));
  const other = PAGES.find((one) => target === `${one}.md` || target === `${one}.zh-CN.md`);
  if (other === undefined) return null;
  return `${addressOf(other, lang)}${anchor === undefined ? '' : `#${anchor}`}`;
}

function navigation(current: Page, lang: Language): string {
  const items = PAGES.map((page) => {
    const title = /^# (.+)$/m.exec(textOf(page, lang))?.[1] ?? page;
    const mark = page === current ? ' aria-current="page"' : '';
    return `<li><a href="${addressOf(page, lang)}"${mark}>${escapeHtml(title)}</a></li>`;
  });
  return `<h2>${WORDS[lang].guides}</h2><ul>${items.join('')}</ul>`;
}
