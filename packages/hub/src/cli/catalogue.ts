import {
  type CatalogueEntry,
  type CatalogueField,
  catalogue,
  findEntry,
  searchCatalogue,
} from '@bangqiao/zhibang';
import type { Command } from 'commander';
import { HubError } from '../errors.ts';
import { addVerb, type CliContext, type Session } from './session.ts';
import { renderTable } from './table.ts';

export function catalogueVerb(program: Command, context: CliContext): void {
  const summary = { zh: '智邦 OpenAPI 目录：219 个接口', en: 'the ERP’s OpenAPI: its 219 entries' };
  const verb = program.command('catalogue').description(summary[context.lang]);
  addVerb(verb, context, {
    usage: 'list',
    summary: { zh: '列出全部接口', en: 'list all entries' },
    work: async (session) => showEntries(session, catalogue()),
  });
  addVerb(verb, context, {
    usage: 'search <words>',
    summary: { zh: '按名称、路径、字段查找', en: 'search names, paths and fields' },
    work: async (session, _options, words) => showEntries(session, searchCatalogue(words ?? '')),
  });
  addVerb(verb, context, {
    usage: 'show <entry>',
    summary: {
      zh: '一个接口的全部字段（编号、调用名或中文名）',
      en: 'one entry with its fields (number, name)',
    },
    work: async (session, _options, which) => {
      const entry = findEntry(which ?? '');
      if (entry === undefined) throw unknownEntry(which ?? '');
      session.result(entry, entryText(entry));
    },
  });
}

function showEntries(session: Session, entries: readonly CatalogueEntry[]): void {
  const rows = entries.map((entry) => [entry.id, entry.call, entry.name, entry.style, entry.path]);
  const document = { entries: entries.map((entry) => ({ ...entry, request: entry.request ?? [] })) };
  session.result(document, renderTable(['id', 'call', 'name', 'style', 'path'], rows));
}

function entryText(entry: CatalogueEntry): string {
  const head = `${entry.id}  ${entry.call}  ${entry.name} (${entry.nameEn})\n${entry.style}  POST ${entry.path}`;
  return [head, fieldsText('request', entry.request), fieldsText('response', entry.response)].join('\n\n');
}

function fieldsText(title: string, fields: readonly CatalogueField[] | undefined): string {
  if (fields === undefined) return `${title}: 未公布 not published`;
  const rows = fields.map((field) => [
    field.id,
    field.label ?? '',
    field.type,
    field.required === true ? '*' : (field.required ?? ''),
    field.maxLength === undefined ? '' : `${field.maxLength}`,
    Object.entries(field.options ?? {})
      .map(([value, label]) => `${value}=${label}`)
      .join(' '),
  ]);
  return `${title}\n${renderTable(['id', 'label', 'type', 'required', 'length', 'options'], rows)}`;
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
