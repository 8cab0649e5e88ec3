import type { Language } from '@bangqiao/core';
import { type CatalogueField, fieldAnchor } from '@bangqiao/zhibang';
import { escapeHtml } from '../escape.ts';
import { pageAddress } from './address.ts';
import { type EntryHit, type GuideHit, type Hits, wordsOf } from './search.ts';

/** The results of a search, guides first; each field links to its row on the endpoint's page. */
export function searchPage({ guides, entries }: Hits, query: string, lang: Language): string {
  const words = WORDS[lang];
  const mark = markerOf(wordsOf(query));
  if (query.trim() === '') return `<h1>${words.title}</h1><p>${words.hint}</p>`;
  if (guides.length + entries.length === 0)
    return `<h1>${words.title}</h1><p class="none">${words.none(escapeHtml(query))}</p><p>${words.hint}</p>`;
  const shown = entries.slice(0, MOST_ENTRIES);
  const more = entries.length - shown.length;
  return [
    `<h1>${words.found(escapeHtml(query), guides.length, entries.length)}</h1>`,
    guides.length > 0
      ? `<h2>${words.guides}</h2><ul class="hits">${guides.map((hit) => guideHtml(hit, lang, mark)).join('')}</ul>`
      : '',
    shown.length > 0
      ? `<h2>${words.entries}</h2><ul class="hits">${shown.map((hit) => entryHtml(hit, lang, mark)).join('')}</ul>`
      : '',
    more > 0 ? `<p>${words.more(more)}</p>` : '',
  ].join('');
}

const MOST_ENTRIES = 100;
const MOST_FIELDS = 8;

type Mark = (text: string) => string;

/** Escapes, and puts the words that were searched for into `<mark>`. */
function markerOf(words: readonly string[]): Mark {
  const pattern = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const parts = new RegExp(`(${pattern})`, 'gi');
  return (text) =>
    text
      .split(parts)
      .map((part, at) => (at % 2 === 1 ? `<mark>${escapeHtml(part)}</mark>` : escapeHtml(part)))
      .join('');
}

function guideHtml({ name, title, excerpt }: GuideHit, lang: Language, mark: Mark): string {
  return `<li><a class="name" href="${pageAddress(lang, `guides/${name}`)}">${mark(title)}</a><p>${mark(excerpt)}</p></li>`;
}

function entryHtml({ entry, takes, brings }: EntryHit, lang: Language, mark: Mark): string {
  const address = pageAddress(lang, `entries/${entry.call}`);
  const name = lang === 'zh' ? entry.name : entry.nameEn;
  return `<li><a class="name" href="${address}">${mark(name)}</a> <code>${mark(entry.call)}</code>
<div class="path">${mark(entry.path)}</div>${fieldsHtml('request', takes, address, lang, mark)}${fieldsHtml('answer', brings, address, lang, mark)}</li>`;
}

function fieldsHtml(
  part: 'request' | 'answer',
  fields: readonly CatalogueField[],
  address: string,
  lang: Language,
  mark: Mark,
): string {
  if (fields.length === 0) return '';
  const links = fields.slice(0, MOST_FIELDS).map((field) => {
    const label = (lang === 'en' ? field.labelEn : undefined) ?? field.label ?? '';
    return `<a class="field" href="${address}#${fieldAnchor(field.id, part)}"><code>${mark(field.id)}</code> ${mark(label)}</a>`;
  });
  const more = fields.length > MOST_FIELDS ? ` +${fields.length - MOST_FIELDS}` : '';
  return `<div class="fields">${WORDS[lang][part]} ${links.join(' ')}${more}</div>`;
}

const WORDS = {
  zh: {
    title: '搜索',
    hint: '可以搜接口名、调用名、地址、字段名和字段含义，例如“客户来源”“weixinAcc”“合同 审批”。',
    none: (query: string) => `没有找到“${query}”。`,
    found: (query: string, guides: number, entries: number) =>
      `“${query}”：${guides} 篇指南，${entries} 个接口`,
    guides: '指南',
    entries: '接口',
    request: '参数',
    answer: '返回',
    more: (count: number) => `还有 ${count} 个接口，请多写一个词。`,
  },
  en: {
    title: 'Search',
    hint: 'Names of endpoints and calls, addresses, field ids and what they mean: 客户来源, weixinAcc, contract approve.',
    none: (query: string) => `Nothing found for “${query}”.`,
    found: (query: string, guides: number, entries: number) =>
      `“${query}”: ${guides} ${guides === 1 ? 'guide' : 'guides'}, ${entries} ${entries === 1 ? 'endpoint' : 'endpoints'}`,
    guides: 'Guides',
    entries: 'Endpoints',
    request: 'takes',
    answer: 'brings',
    more: (count: number) => `${count} more endpoints: add a word.`,
  },
};
