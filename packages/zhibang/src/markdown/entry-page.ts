import type { CatalogueEntry, CatalogueModule } from '../catalogue.ts';
import { exampleAnswer } from '../reference/example-answer.ts';
import { exampleBody } from '../reference/example-body.ts';
import { type Language, nameIn } from '../reference/language.ts';
import { purposeOf } from '../reference/purpose.ts';
import { answerClass, answerFields, requestFields } from '../reference/shape.ts';
import { curlExample, pythonExample, typescriptExample } from './examples.ts';
import { fieldsTable } from './fields-table.ts';
import { block, code, prettyJson, table } from './text.ts';

/** The page of one endpoint: purpose, address, fields, a request and an answer, examples. */
export function entryPage(entry: CatalogueEntry, module: CatalogueModule, lang: Language): string {
  const words = WORDS[lang];
  const other = lang === 'zh' ? `../en/entries/${entry.call}.md` : `../../entries/${entry.call}.md`;
  return [
    `# ${nameIn(entry, lang)}`,
    `${code(entry.call)} · ${words.number} ${entry.id} · [${placeOf(entry, module, lang)}](../modules/${module.name}.md) · [${words.other}](${other})`,
    purposeOf(entry)[lang],
    addressTable(entry, lang),
    `## ${words.request}`,
    requestText(entry, lang),
    `## ${words.answer}`,
    answerText(entry, lang),
    `## ${words.examples}`,
    examplesText(entry, lang),
  ].join('\n\n');
}

/** The vendor's headings below the module have no English. */
function placeOf({ category }: CatalogueEntry, { title }: CatalogueModule, lang: Language): string {
  return lang === 'zh' ? category.join(' › ') : title.en;
}

function addressTable(entry: CatalogueEntry, lang: Language): string {
  const words = WORDS[lang];
  const { path, alias, style, documented = 'name' } = entry;
  const { name, inferred } = answerClass(entry);
  const rows = [
    [words.address, code(`POST ${path}`)],
    ...(alias ? [[words.alias, code(`POST ${alias}`)]] : []),
    [words.style, code(style)],
    [
      words.returns,
      `[${name}](../guides/return-classes.md#${name.toLowerCase()})${inferred ? words.inferred : ''}`,
    ],
    [words.known, words.documented[documented]],
  ];
  return table(['', ''], rows);
}

function requestText(entry: CatalogueEntry, lang: Language): string {
  const words = WORDS[lang];
  const fields = requestFields(entry);
  if (fields === undefined) return words.unknown;
  if (fields.length === 0) return words.none;
  const sibling = entry.fieldsFrom ? `${words.sibling} ${code(entry.fieldsFrom)}\n\n` : '';
  return `${sibling}${fieldsTable(fields, lang, { isRequest: true })}`;
}

function answerText(entry: CatalogueEntry, lang: Language): string {
  const words = WORDS[lang];
  const fields = answerFields(entry);
  const envelope = words.classes[answerClass(entry).name];
  const table = fields ? `\n\n${fieldsTable(fields, lang, { isRequest: false })}` : '';
  return `${envelope}${table}`;
}

function examplesText(entry: CatalogueEntry, lang: Language): string {
  const words = WORDS[lang];
  const json = (value: unknown) => block('json', prettyJson(value));
  return [
    entry.operation === 'login' ? words.loginToken : words.token,
    `### ${words.requestBody}`,
    json(exampleBody(entry, words.tokenWord)),
    `### ${words.answerBody}`,
    json(exampleAnswer(entry)),
    '### curl',
    block('sh', curlExample(entry)),
    '### TypeScript',
    block('ts', typescriptExample(entry)),
    '### Python',
    block('python', pythonExample(entry)),
  ].join('\n\n');
}

const WORDS = {
  zh: {
    number: '编号',
    other: 'English',
    address: '地址',
    alias: '旧地址',
    style: '调用方式',
    returns: '返回',
    inferred: '（没有公开，按操作推断）',
    known: '资料',
    documented: {
      full: '字段齐全',
      sibling: '字段取自同类接口',
      partial: '官方页面没有列出请求字段',
      name: '只有名称和地址',
    },
    request: '请求参数',
    answer: '返回',
    examples: '例子',
    unknown:
      '没有人公开过这个接口的字段。请从自己的 ERP 读取：`bangqiao catalogue fetch`；或者照着 ERP 里同样的表单逐个试。',
    none: '没有参数。',
    sibling: '官方只公布了同类接口的字段，下面取自',
    token:
      '先[登录](../guides/sessions-and-errors.md#login)，把令牌放进变量 `ZB_TOKEN`。下面的例子对着模拟 ERP（`bangqiao sim`）可以原样运行；换成自己的 ERP 时改地址和账号。',
    loginToken: '下面的例子对着模拟 ERP（`bangqiao sim`）可以原样运行；换成自己的 ERP 时改地址和账号。',
    tokenWord: '令牌',
    requestBody: '请求体',
    answerBody: '返回的样子（虚构）',
    classes: {
      Login: '`header.status` 为 0 并且 `header.session` 不为空，就是登录成功；`header.session` 是令牌。',
      SourceClass:
        '`header.status` 为 0 表示成功。列表在 `body.source.table`：按 `cols[i].id` 找列，不要按位置；列和顺序每家公司不同。',
      BillClass:
        '`header.status` 为 0 表示成功。记录在 `body.bill`：`value` 是 ord，字段在 `groups[].fields[]`。',
      MessageClass:
        '`header.status` 为 0 表示成功，结果在 `body.message`。说成功不等于已经存好，要读回核对。',
      V3List: '`Code` 为 200 表示成功。列名在 `Cols`，每行在 `Rows`，按列名取值；页数在 `Page`。',
      V3Record: '`Code` 为 200 表示成功，记录在 `Data`。',
      V3Done: '`Code` 为 200 表示成功；300 是业务拒绝，原因在 `Msg`。',
      Helper: '`flag` 为 true 并且 `code` 为 200 表示成功，内容在 `datas`。',
    },
  },
  en: {
    number: 'number',
    other: '中文',
    address: 'Address',
    alias: 'Older address',
    style: 'Style',
    returns: 'Returns',
    inferred: ' (not published, inferred from the operation)',
    known: 'Known',
    documented: {
      full: 'all fields',
      sibling: 'fields of a sister endpoint',
      partial: "the vendor's page lists no request fields",
      name: 'name and address only',
    },
    request: 'Request',
    answer: 'Answer',
    examples: 'Examples',
    unknown:
      'Nobody has published the fields of this endpoint. Read them from your own ERP with `bangqiao catalogue fetch`, or try them one by one beside the same form in the ERP.',
    none: 'No parameters.',
    sibling: 'The vendor published only the fields of a sister endpoint; these are from',
    token:
      '[Log in](../guides/sessions-and-errors.md#login) first and put the token into the variable `ZB_TOKEN`. The examples run as they are against the stand-in ERP (`bangqiao sim`); for your own, change address and account.',
    loginToken:
      'The examples run as they are against the stand-in ERP (`bangqiao sim`); for your own, change address and account.',
    tokenWord: 'the token',
    requestBody: 'Request body',
    answerBody: 'What comes back (invented)',
    classes: {
      Login:
        '`header.status` 0 and a non-empty `header.session` mean success; `header.session` is the token.',
      SourceClass:
        '`header.status` 0 means success. The list is at `body.source.table`: find cells by `cols[i].id`, never by position; columns and their order differ from company to company.',
      BillClass:
        '`header.status` 0 means success. The record is at `body.bill`: `value` is its ord, fields are in `groups[].fields[]`.',
      MessageClass:
        '`header.status` 0 means success, the outcome is at `body.message`. Success is not proof: read back what you wrote.',
      V3List:
        '`Code` 200 means success. Column names are in `Cols`, rows in `Rows`; find cells by name. Paging is in `Page`.',
      V3Record: '`Code` 200 means success, the record is in `Data`.',
      V3Done: '`Code` 200 means success; 300 is a refusal, the reason is in `Msg`.',
      Helper: '`flag` true and `code` 200 mean success, the content is in `datas`.',
    },
  },
};
