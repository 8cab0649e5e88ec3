import type { Bilingual, Language } from '@bangqiao/core';
import {
  type CatalogueEntry,
  type CatalogueField,
  catalogue,
  type Documented,
  findEntry,
  searchCatalogue,
} from '@bangqiao/zhibang';
import type { Command } from 'commander';
import { tenantCatalogue } from '../catalogue/index.ts';
import { HubError } from '../errors.ts';
import { catalogueDocuments } from './catalogue-documents.ts';
import { catalogueTenantVerbs } from './catalogue-tenant.ts';
import { addVerb, type CliContext, type Session } from './session.ts';
import { renderTable } from './table.ts';

export function catalogueVerb(program: Command, context: CliContext): void {
  const summary = { zh: '智邦 OpenAPI 目录：列表、查找、字段', en: "the ERP's OpenAPI: list, search, show" };
  const verb = program.command('catalogue').description(summary[context.lang]);
  verb.helpCommand(false);
  addVerb(verb, context, {
    usage: 'list',
    summary: { zh: '列出全部接口', en: 'list all entries' },
    work: async (session) => showEntries(session, inForce(session)),
  });
  addVerb(verb, context, {
    usage: 'search <words...>',
    summary: { zh: '按名称、路径、字段查找', en: 'search names, paths and fields' },
    work: async (session, _options, ...words) =>
      showEntries(session, searchCatalogue(words.join(' '), inForce(session))),
  });
  addVerb(verb, context, {
    usage: 'show <entry>',
    summary: {
      zh: '一个接口的全部字段（编号、调用名或中文名）',
      en: 'one entry with its fields (number, name)',
    },
    work: async (session, _options, which) => {
      const entry = findEntry(which ?? '', inForce(session));
      if (entry === undefined) throw unknownEntry(which ?? '');
      session.result(entry, entryText(entry, session.lang));
    },
  });
  catalogueDocuments(verb, context);
  catalogueTenantVerbs(verb, context);
}

/** The company's own catalogue where there is one, and says so. */
function inForce(session: Session): readonly CatalogueEntry[] {
  const own = tenantCatalogue(session.config().folder);
  if (own) session.note({ zh: '本公司自己的目录', en: "This is the company's own catalogue" });
  return own ?? catalogue();
}

function showEntries(session: Session, entries: readonly CatalogueEntry[]): void {
  const known = countKnown(entries);
  const document = {
    entries: entries.map((entry) => ({
      ...entry,
      operation: entry.operation ?? null,
      request: entry.request ?? [],
    })),
    documented: known,
  };
  session.result(document, [listText(entries, session.lang), summaryText(known, session.lang)].join('\n'));
}

type Known = Record<Documented, number>;

/** How well the endpoints are known. */
function countKnown(entries: readonly CatalogueEntry[]): Known {
  const known: Known = { full: 0, sibling: 0, partial: 0, name: 0 };
  for (const { documented } of entries) if (documented) known[documented]++;
  return known;
}

function summaryText(known: Known, lang: Language): string {
  const words: Record<Documented, Bilingual> = {
    full: { zh: '字段齐全', en: 'documented in full' },
    sibling: { zh: '字段取自同类接口', en: 'fields of a sibling' },
    partial: { zh: '字段不全', en: 'fields partly' },
    name: { zh: '只知名称和地址', en: 'by name and path only' },
  };
  const parts = Object.entries(words).filter(([key]) => known[key as Documented] > 0);
  const text = parts.map(([key, word]) => `${known[key as Documented]} ${word[lang]}`).join(' · ');
  return text === '' ? '' : `\n${text}`;
}

function listText(entries: readonly CatalogueEntry[], lang: Language): string {
  if (entries.length === 0) return { zh: '没有这样的接口。', en: 'No such entries.' }[lang];
  const headers = {
    zh: ['编号', '调用名', '名称', '类型', '地址'],
    en: ['id', 'call', 'name', 'style', 'path'],
  }[lang];
  const rows = entries.map((entry) => [entry.id, entry.call, nameIn(entry, lang), entry.style, entry.path]);
  return renderTable(headers, rows);
}

function nameIn({ name, nameEn }: CatalogueEntry, lang: Language): string {
  return lang === 'zh' ? name : nameEn;
}

function entryText(entry: CatalogueEntry, lang: Language): string {
  const { id, call, name, nameEn, style, path, request, response } = entry;
  return [
    `${id}  ${call}  ${name} (${nameEn})\n${style}  POST ${path}`,
    fieldsText(REQUEST, request, lang),
    fieldsText(RESPONSE, response, lang),
  ].join('\n\n');
}

const REQUEST = { zh: '请求参数', en: 'Request' };
const RESPONSE = { zh: '输出参数', en: 'Response' };

function fieldsText(title: Bilingual, fields: readonly CatalogueField[] | undefined, lang: Language): string {
  if (fields === undefined) return `${title[lang]}${{ zh: '：没有公开资料', en: ': not published' }[lang]}`;
  const headers = {
    zh: ['字段', '含义', '类型', '必填', '长度', '可选值'],
    en: ['field', 'label', 'type', 'required', 'length', 'options'],
  }[lang];
  const rows = fields.map((field) => [
    field.in === undefined ? field.id : `${field.in}.${field.id}`,
    (lang === 'en' ? field.labelEn : field.label) ?? field.label ?? '',
    field.type,
    requiredText(field, lang),
    field.maxLength ?? null,
    Object.entries((lang === 'en' ? field.optionsEn : undefined) ?? field.options ?? {})
      .map(([value, label]) => `${value}=${label}`)
      .join(' '),
  ]);
  return `${title[lang]}\n${renderTable(headers, rows)}`;
}

function requiredText({ required }: CatalogueField, lang: Language): string {
  if (required === 'by-policy') return { zh: '由策略决定', en: 'by policy' }[lang];
  return required ? { zh: '是', en: 'yes' }[lang] : '';
}

function unknownEntry(which: string): HubError {
  return new HubError({
    code: 'usage',
    exitCode: 2,
    zh: `目录里没有 ${which}。`,
    en: `The catalogue has no ${which}.`,
    nextZh: '用 bangqiao catalogue search 查找',
    nextEn: 'bangqiao catalogue search finds entries',
  });
}
