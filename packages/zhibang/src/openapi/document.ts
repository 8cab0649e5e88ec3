import { type CatalogueEntry, catalogue, catalogueModules } from '../catalogue.ts';
import type { Language } from '../reference/language.ts';
import { answerSchema } from './answer-schema.ts';
import { componentSchemas } from './components.ts';
import { type Operation, operationOf } from './operation.ts';
import { requestSchema } from './request-schema.ts';
import { type Schema, schemaName } from './schema.ts';

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string; description: string; variables?: Record<string, { default: string }> }[];
  tags: { name: string; description: string }[];
  paths: Record<string, { post: Operation }>;
  components: {
    securitySchemes: Record<string, { type: 'apiKey'; in: 'header'; name: string; description: string }>;
    schemas: Record<string, Schema>;
  };
}

/** The release of the vendor's help site that the catalogue was taken from (wire.md). */
const RELEASE = '32.17';

/** What a company's own ERP says of its interface. */
export interface OwnCatalogue {
  /** Release of that ERP; '' where it is not known. */
  version: string;
  entries: readonly CatalogueEntry[];
}

/**
 * OpenAPI 3.1 of all endpoints of a company's `own` catalogue, without one of the built-in one. Entries that differ only in
 * the query share a path.
 */
export function openApiDocument(lang: Language, own?: OwnCatalogue): OpenApiDocument {
  const entries = own?.entries ?? catalogue();
  const release = own ? own.version : RELEASE;
  const endpoints = entries.filter(({ style }) => style !== 'page');
  const answers = endpoints.flatMap((entry) => {
    const schema = answerSchema(entry, lang);
    return schema ? [[entry, schema] as const] : [];
  });
  const answered = new Set(answers.map(([entry]) => entry));
  const groups = Map.groupBy(endpoints, ({ path }) => path.split('?')[0]!.toLowerCase());
  return {
    openapi: '3.1.0',
    info: { title: TITLE[lang], version: release || 'unknown', description: describe(release, !own)[lang] },
    servers: SERVERS[lang],
    tags: tagsOf(endpoints, lang),
    paths: Object.fromEntries(
      [...groups.values()].map((group) => [
        group[0]!.path.split('?')[0]!,
        { post: operationOf(group, tagOf(group[0]!), answered, lang) },
      ]),
    ),
    components: {
      securitySchemes: {
        ZBAPIToken: { type: 'apiKey', in: 'header', name: 'ZBAPI-Token', description: TOKEN[lang] },
      },
      schemas: {
        ...componentSchemas(lang),
        ...Object.fromEntries(
          endpoints.map((entry) => [schemaName(entry.call, 'Request'), requestSchema(entry, lang)]),
        ),
        ...Object.fromEntries(answers.map(([entry, schema]) => [schemaName(entry.call, 'Answer'), schema])),
      },
    },
  };
}

/** The first word of the call: `customer`, `stockIn`. */
function tagOf({ call }: CatalogueEntry): string {
  return call.split('.')[0]!;
}

function tagsOf(endpoints: readonly CatalogueEntry[], lang: Language): OpenApiDocument['tags'] {
  const places = new Map(endpoints.map((entry) => [tagOf(entry), placeOf(entry, lang)]));
  return [...places].map(([name, description]) => ({ name, description }));
}

/** The vendor's headings below the module have no English. */
function placeOf({ category }: CatalogueEntry, lang: Language): string {
  const module = catalogueModules().find(({ title }) => title.zh === category[0]);
  return lang === 'en' && module ? module.title.en : category.join(' › ');
}

const TITLE = { zh: '智邦国际 ERP 开放接口', en: '智邦国际 (Zhibang) ERP OpenAPI' };

const TOKEN = { zh: '登录得到的令牌', en: 'The token that the login brought' };

function describe(release: string, isBuiltIn: boolean): Record<Language, string> {
  const erp = ['智邦国际', release].filter(Boolean).join(' ');
  const zh = [
    `${erp} 的全部开放接口，由${isBuiltIn ? '邦桥的' : '本公司的'}接口目录生成。所有调用都是 POST。`,
    '先用 session_login 登录，令牌在 header.session；ov1 把令牌放在请求体 session，v3 放在请求头 ZBAPI-Token，apiHelper 放在请求体 Token。',
    '可选值里标为 x-zhibang-option-examples 的只是某一家公司的例子，自己的要从 ERP 读取。',
  ];
  const en = [
    `All of the open interface of ${erp}, made from ${isBuiltIn ? "Bangqiao's" : "the company's own"} catalogue. Every call is a POST.`,
    'Log in with session_login first, the token comes in header.session; ov1 carries it in the body as session, v3 in the header ZBAPI-Token, apiHelper in the body as Token.',
    "Options named x-zhibang-option-examples are one company's; read your own from your ERP.",
  ];
  if (isBuiltIn) {
    zh.push('本公司自己加的字段只在本公司的目录里：先 bangqiao catalogue fetch，再生成本文档。');
    en.push(
      'Fields that a company added for itself stand in its own catalogue only: run bangqiao catalogue fetch before making this document.',
    );
  }
  return { zh: zh.join('\n\n'), en: en.join('\n\n') };
}

const SERVERS: Record<Language, OpenApiDocument['servers']> = {
  zh: serversWith('模拟 ERP（bangqiao sim）', '自己的 ERP'),
  en: serversWith('The stand-in ERP (bangqiao sim)', 'Your own ERP'),
};

function serversWith(standIn: string, own: string): OpenApiDocument['servers'] {
  return [
    { url: 'http://127.0.0.1:8090', description: standIn },
    { url: 'http://{host}', description: own, variables: { host: { default: 'erp.example.com:8080' } } },
  ];
}
