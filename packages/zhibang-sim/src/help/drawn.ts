import type { Fact, FactField } from '../catalogue/facts.ts';

/** What the help site shows of one entry, as a person reads it, top to bottom. */
export interface DrawnEntry {
  /** `首页`, then the names above the entry. */
  crumbs: string[];
  name: string;
  /** Lines between the name and the tables: how it is called, where, and in which format. Prose on a page of prose. */
  lines: string[];
  /** Rows of 字段名称 · 类型 · 必填 · 描述; `null` where nothing is published. */
  request: string[][] | null;
  example: string;
  /** Rows of 字段名称 · 类型 · 描述. */
  response: string[][] | null;
  /** The class that an ov1 call returns. */
  returns: string;
  notes: string[];
}

/** The order of text on the help site (wire.md "The ERP's own help site"). `host` with its port. */
export function drawnEntry(fact: Fact, host: string): DrawnEntry {
  const { category, name, style, path, request, response, returns = '' } = fact;
  const page = style === 'page';
  const call = ['调用方式：HTTP | POST', `接口地址：http://${host}${path}`, '请求类型：application/json'];
  return {
    crumbs: ['首页', ...category],
    name,
    lines: page ? [PROSE] : style === 'v3' ? call.slice(0, 2) : call,
    request:
      request?.map((field) => [field.id, TYPES[field.type]!, required(field), described(field)]) ?? null,
    example: request ? exampleOf(fact) : '',
    response: response?.map((field) => [field.id, TYPES[field.type]!, described(field)]) ?? null,
    returns,
    notes: page ? [] : ['1、请求前须先登录系统；', '2、请勿频繁调用。'],
  };
}

const PROSE = '智邦国际开放平台为第三方系统提供数据对接服务，对接前请先阅读本页。';

const TYPES: Record<string, string> = {
  string: 'String',
  integer: 'Int',
  decimal: 'Decimal',
  datetime: 'DateTime',
  'date-string': 'Date',
  boolean: 'Bool',
  array: 'Array',
  object: 'Object',
};

const WORDS: Record<string, string> = {
  string: '文本',
  integer: '整数',
  decimal: '小数',
  datetime: '日期时间',
  'date-string': '日期',
  boolean: '布尔',
  array: '数组',
  object: '对象',
};

const required = (field: FactField): string => (field.required === true ? '是' : '否');

/** A field's facts as the site words them: short ones in the first sentence, each longer one in a sentence of its own. */
function described(field: FactField): string {
  const { label, type, maxLength, max, options, closed, optionsFrom, format } = field;
  const short = [
    label,
    WORDS[type],
    field.required === true && '必填',
    maxLength !== undefined && `${maxLength}字以内`,
    max !== undefined && `最大值${max}`,
  ];
  const list = Object.entries(options ?? {});
  const sentences = [
    short.filter(Boolean).join('，'),
    options && closed && `可选内容: ${list.map(([value, text]) => `${text}=${value}`).join(';')}`,
    options && !closed && `枚举类型，如：${list.map(([value, text]) => `${value}:${text}`).join('、')}`,
    optionsFrom && fromText(optionsFrom),
    field.multiple && '多个值之间用逗号隔开',
    field.filter && '检索条件',
    field.match && MATCHES[field.match],
    field.required === 'by-policy' && '由策略控制是否必填',
    ...Object.entries(field.requiredWhen ?? {}).map(([id, held]) => `当${id}为${held.join('或')}时必填`),
    field.dedupeKey && '作为查重规则时要避免重复',
    format && `格式：${format}`,
  ];
  return sentences.filter(Boolean).join('。');
}

const MATCHES: Record<string, string> = {
  contains: '模糊检索条件',
  'range-start': '日期段检索条件（起始日期）',
  'range-end': '日期段检索条件（结束日期）',
  range: '日期段检索条件',
};

function fromText(path: string): string {
  return path === 'tree' ? '从树形列表中选择' : `来自接口：${path.replace('/sysa/', '')}`;
}

function exampleOf({ style, request = [] }: Fact): string {
  const required = request.filter((field) => field.required === true).map(({ id }) => [id, '']);
  const content = Object.fromEntries(required);
  if (style === 'v3') return JSON.stringify(content);
  if (style === 'helper') return JSON.stringify({ Token: '', Datas: content });
  return JSON.stringify({ session: '', datas: required.map(([id]) => ({ id, val: '' })) });
}
