import type { CatalogueEntry, CatalogueModule } from '../catalogue.ts';
import { type Language, labelIn, nameIn } from '../reference/language.ts';
import { answerFields, flat, requestFields } from '../reference/shape.ts';
import { GUIDES } from './guides.ts';
import { cellText, code, fieldAnchor, table } from './text.ts';

/** The front page: guides, modules, what is known of how many entries. */
export function frontPage(modules: readonly CatalogueModule[], lang: Language): string {
  const words = WORDS[lang];
  const entries = modules.flatMap((module) => module.entries);
  const endpoints = entries.filter(({ style }) => style !== 'page');
  const known = (which: string) => endpoints.filter(({ documented }) => documented === which).length;
  const guides = GUIDES.map(
    ({ name, title, about }) =>
      `- [${title[lang]}](guides/${name}.md)${lang === 'zh' ? '：' : ': '}${about[lang]}`,
  );
  return [
    `# ${words.title}`,
    `[${words.other}](${lang === 'zh' ? 'en/README.md' : '../README.md'})`,
    words.intro(endpoints.length),
    `## ${words.guides}`,
    guides.join('\n'),
    `## ${words.modules}`,
    table(
      words.moduleHeaders,
      modules
        .filter((module) => module.entries.some(({ style }) => style !== 'page'))
        .map((module) => [
          `[${module.title[lang]}](modules/${module.name}.md)`,
          String(module.entries.length),
          topicsOf(module, lang),
        ]),
    ),
    `[${words.fields}](fields.md) · [${words.errors}](errors.md)`,
    `## ${words.known}`,
    table(words.knownHeaders, [
      [words.documented.full, String(known('full'))],
      [words.documented.sibling, String(known('sibling'))],
      [words.documented.partial, String(known('partial'))],
      [words.documented.name, String(known('name'))],
    ]),
    words.honest,
  ].join('\n\n');
}

function topicsOf({ entries }: CatalogueModule, lang: Language): string {
  const topics = new Set(
    entries.map(({ category, call }) =>
      lang === 'zh' ? (category[1] ?? category[0] ?? '') : call.split('.')[0]!,
    ),
  );
  return [...topics].join(lang === 'zh' ? '、' : ', ');
}

/** The entries of one module, by topic. */
export function modulePage(module: CatalogueModule, lang: Language): string {
  const words = WORDS[lang];
  const other = lang === 'zh' ? `../en/modules/${module.name}.md` : `../../modules/${module.name}.md`;
  const endpoints = module.entries.filter(({ style }) => style !== 'page');
  const topics = Map.groupBy(endpoints, ({ category, call }) =>
    lang === 'zh' ? category.slice(1).join(' › ') || category[0]! : call.split('.')[0]!,
  );
  const sections = [...topics].map(([topic, entries]) => {
    const rows = entries.map((entry) => [
      `[${cellText(nameIn(entry, lang))}](../entries/${entry.call}.md)`,
      code(entry.call),
      code(entry.path),
      words.documentedShort[entry.documented ?? 'name'],
    ]);
    return `## ${topic}\n\n${table(words.entryHeaders, rows)}`;
  });
  return [
    `# ${module.title[lang]}`,
    `[${words.back}](../README.md) · [${words.other}](${other})`,
    ...sections,
  ].join('\n\n');
}

/** Every field id with its meanings and where it occurs. */
export function fieldReference(entries: readonly CatalogueEntry[], lang: Language): string {
  const words = WORDS[lang];
  const found = new Map<
    string,
    { id: string; labels: Set<string>; takes: Set<string>; brings: Set<string> }
  >();
  for (const entry of entries)
    for (const [part, nodes] of [
      ['takes', requestFields(entry) ?? []],
      ['brings', answerFields(entry) ?? []],
    ] as const)
      for (const { field } of flat(nodes)) {
        const known = found.get(field.id) ?? {
          id: field.id,
          labels: new Set(),
          takes: new Set(),
          brings: new Set(),
        };
        if (labelIn(field, lang) !== field.id) known.labels.add(labelIn(field, lang));
        known[part].add(entry.call);
        found.set(field.id, known);
      }
  const sorted = [...found.values()].sort((a, b) => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1));
  const rows = sorted.map(({ id, labels, takes, brings }) => [
    `<a id="${fieldAnchor(id)}"></a>${code(id)}`,
    cellText([...labels].join(' / ')),
    linksTo(takes, `#${fieldAnchor(id)}`),
    linksTo(brings, `#${fieldAnchor(id, 'answer')}`),
  ]);
  return [
    `# ${words.fields}`,
    `[${words.back}](README.md) · [${words.other}](${lang === 'zh' ? 'en/fields.md' : '../fields.md'})`,
    words.fieldsIntro(sorted.length),
    table(words.fieldHeaders, rows),
  ].join('\n\n');
}

/** Enough to follow; a field such as `ord` stands nearly everywhere. */
const MOST_LINKS = 12;

function linksTo(calls: ReadonlySet<string>, place: string): string {
  const links = [...calls].slice(0, MOST_LINKS).map((call) => `[${call}](entries/${call}.md${place})`);
  const more = calls.size - links.length;
  return `${links.join(', ')}${more > 0 ? ` … +${more}` : ''}`;
}

const WORDS = {
  zh: {
    title: '智邦国际 ERP 开放接口',
    other: 'English',
    intro: (count: number) =>
      `智邦国际 32.17 的全部 ${count} 个接口（官方目录 219 条，另外两条是说明文字）：用途、地址、字段、可选值从哪里来，以及可以原样运行的例子。本目录除 \`guides/\` 外由 \`bangqiao catalogue markdown\` 生成，请不要手改。运行中的邦桥在 \`/docs/zhibang\` 提供同样的内容，可以搜索。例子都对着模拟 ERP，用 \`npx bangqiao sim\` 启动。`,
    guides: '先看这些',
    modules: '按栏目查',
    moduleHeaders: ['栏目', '接口数', '内容'],
    fields: '字段总表',
    errors: '错误一览',
    fieldsIntro: (count: number) => `${count} 个字段名，各是什么意思，出现在哪些接口里。`,
    fieldHeaders: ['字段', '含义', '作为参数', '作为返回'],
    known: '资料有多全',
    knownHeaders: ['资料', '接口数'],
    documented: {
      full: '字段齐全',
      sibling: '字段取自同类接口',
      partial: '官方页面没有列出请求字段',
      name: '只有名称和地址',
    },
    documentedShort: { full: '齐全', sibling: '同类', partial: '部分', name: '仅名称' },
    honest:
      '“只有名称和地址”的接口，没有人公开过字段；请用 `bangqiao catalogue fetch` 从自己的 ERP 读取。可选值里凡是标明“某家公司的值”的，都要从自己的 ERP 读。',
    entryHeaders: ['接口', '调用名', '地址', '资料'],
    back: '接口文档首页',
  },
  en: {
    title: 'The 智邦国际 (Zhibang) ERP OpenAPI',
    other: '中文',
    intro: (count: number) =>
      `All ${count} endpoints of 智邦国际 32.17 (219 entries of the vendor's index, two of them prose): what each is for, its address, its fields, where options come from, and examples that run as they are. Everything here but \`guides/\` is written by \`bangqiao catalogue markdown\`; please do not edit it by hand. A running Bangqiao serves the same at \`/docs/zhibang\`, with search. The examples are for the stand-in ERP: \`npx bangqiao sim\`.`,
    guides: 'Read these first',
    modules: 'By module',
    moduleHeaders: ['Module', 'Endpoints', 'About'],
    fields: 'Field reference',
    errors: 'All errors',
    fieldsIntro: (count: number) => `${count} field names, what each means, and which endpoints have it.`,
    fieldHeaders: ['Field', 'Meaning', 'Taken by', 'Brought by'],
    known: 'How much is known',
    knownHeaders: ['Known', 'Endpoints'],
    documented: {
      full: 'all fields',
      sibling: 'fields of a sister endpoint',
      partial: "the vendor's page lists no request fields",
      name: 'name and address only',
    },
    documentedShort: { full: 'full', sibling: 'sister', partial: 'partial', name: 'name only' },
    honest:
      'Nobody has published the fields of the endpoints known by name only: read them from your own ERP with `bangqiao catalogue fetch`. Options said to be one company’s have to be read from your own ERP.',
    entryHeaders: ['Endpoint', 'Call', 'Address', 'Known'],
    back: 'Front page',
  },
};
