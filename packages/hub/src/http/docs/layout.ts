import type { Language } from '@bangqiao/core';
import { catalogueModules, GUIDES } from '@bangqiao/zhibang';
import { escapeHtml } from '../escape.ts';
import { HOME, pageAddress } from './address.ts';

export interface Shown {
  title: string;
  /** The content, as HTML. */
  html: string;
  /** The page in the other language. */
  otherAddress: string;
  /** The page's name, to mark it in the navigation. */
  name: string;
  query?: string;
}

/** What differs between the documents of endpoints and the guides. */
export interface Site {
  name: string;
  home: string;
  /** The form in the head; empty for none. */
  search: string;
  navigation: string;
}

/** A page of the documents of endpoints. */
export function layout(shown: Shown, lang: Language): string {
  const words = WORDS[lang];
  const search = `<form action="${pageAddress(lang, 'search')}" role="search"><input type="search" name="q" value="${escapeHtml(shown.query ?? '')}" placeholder="${words.placeholder}" aria-label="${words.search}"><button>${words.search}</button></form>`;
  return frame(shown, lang, {
    name: words.site,
    home: pageAddress(lang, 'README'),
    search,
    navigation: navigation(shown.name, lang),
  });
}

/** The frame of every page: head, language, navigation, content. Works without its script. */
export function frame(
  { title, html, otherAddress }: Pick<Shown, 'title' | 'html' | 'otherAddress'>,
  lang: Language,
  site: Site,
): string {
  const words = WORDS[lang];
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<title>${escapeHtml(title)} · ${site.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="${HOME}/assets/icon.svg"><link rel="stylesheet" href="${HOME}/assets/docs.css"><script src="${HOME}/assets/docs.js" defer></script></head>
<body data-copy="${words.copy}" data-copied="${words.copied}">
<header><a class="site" href="${site.home}">${site.name}</a>
${site.search}
<a class="back" href="/">${words.back}</a>
<a class="lang" href="${escapeHtml(otherAddress)}" hreflang="${lang === 'zh' ? 'en' : 'zh-CN'}">${words.other}</a></header>
<div class="frame"><nav aria-label="${words.contents}"><details><summary>${words.contents}</summary>${site.navigation}</details></nav>
<main>${html}</main></div>
</body></html>
`;
}

function navigation(current: string, lang: Language): string {
  const words = WORDS[lang];
  const link = (name: string, text: string) =>
    `<li><a href="${pageAddress(lang, name)}"${name === current ? ' aria-current="page"' : ''}>${escapeHtml(text)}</a></li>`;
  const guides = GUIDES.map(({ name, title }) => link(`guides/${name}`, title[lang]));
  const modules = catalogueModules()
    .filter(({ entries }) => entries.some(({ style }) => style !== 'page'))
    .map((module) => {
      const own = `modules/${module.name}`;
      const isOpen = current === own || module.entries.some(({ call }) => current === `entries/${call}`);
      const entries = module.entries.map((entry) =>
        link(`entries/${entry.call}`, lang === 'zh' ? entry.name : entry.nameEn),
      );
      return `${link(own, module.title[lang])}${isOpen ? `<ul>${entries.join('')}</ul>` : ''}`;
    });
  return `<h2>${words.guides}</h2><ul>${guides.join('')}</ul><h2>${words.modules}</h2><ul>${modules.join('')}</ul>
<h2>${words.reference}</h2><ul>${link('fields', words.fields)}${link('errors', words.errors)}<li><a href="${pageAddress(lang, 'openapi.json')}">OpenAPI 3.1</a></li></ul>`;
}

const WORDS = {
  zh: {
    site: '智邦接口文档',
    search: '搜索',
    placeholder: '接口、字段、含义…',
    other: 'English',
    back: '回到邦桥',
    contents: '目录',
    guides: '指南',
    modules: '栏目',
    reference: '查阅',
    fields: '字段总表',
    errors: '错误一览',
    copy: '复制',
    copied: '已复制',
  },
  en: {
    site: 'Zhibang API',
    search: 'Search',
    placeholder: 'endpoint, field, meaning…',
    other: '中文',
    back: 'Back to Bangqiao',
    contents: 'Contents',
    guides: 'Guides',
    modules: 'Modules',
    reference: 'Reference',
    fields: 'Field reference',
    errors: 'All errors',
    copy: 'Copy',
    copied: 'Copied',
  },
};
