import type { Oddities } from './oddities.ts';

/** What a handler gives back. */
export interface Reply {
  status: number;
  type: 'json' | 'html' | 'text';
  body: string | Buffer;
  cookies?: string[];
  /** Where a browser is sent on to. */
  location?: string;
  /** The words of a refusal, for the counters. */
  refused?: string;
}

export function json(body: string | Buffer): Reply {
  return { status: 200, type: 'json', body };
}

/** A number, or a string of it where the system sends numbers so. */
export function num(oddities: Oddities, value: number): number | string {
  return oddities.numbersAsStrings ? String(value) : value;
}

export interface Header {
  status: number;
  message: string;
  session?: string;
  appversion?: string;
}

/** The envelope of every ov1 answer; `inner` is the JSON text of what stands at `body`. */
export function documentText(oddities: Oddities, header: Header, inner: string): string {
  const message =
    oddities.controlCharacters && header.status === 0 ? `${header.message || '操作'}\t成功` : header.message;
  const head = JSON.stringify({ ...header, status: num(oddities, header.status), message });
  return control(oddities, `{"header":${head},"${oddities.dataInsteadOfBody ? 'data' : 'body'}":${inner}}`);
}

function control(oddities: Oddities, text: string): string {
  return oddities.controlCharacters ? rawControls(text) : text;
}

/** Turns the escapes of line breaks and tabs into the characters themselves: no longer JSON, though people send it. */
export function rawControls(text: string): string {
  return text.replace(/\\(.)/g, (whole, letter: string) => {
    if (letter === 'n') return '\n';
    if (letter === 't') return '\t';
    return letter === 'r' ? '\r' : whole;
  });
}

const OK: Header = { status: 0, message: '' };

export function document(oddities: Oddities, inner: string, header: Header = OK): Reply {
  return json(documentText(oddities, header, inner));
}

/** MessageClass: what a save answers. */
export function message(oddities: Oddities, title: string, text = ''): Reply {
  return document(oddities, messageInner(title, text));
}

function messageInner(title: string, text: string): string {
  const content = { title, text, url: '', wait: 0, target: '', uitype: 'message', data: '' };
  return JSON.stringify({ model: 'message', message: content });
}

/** The ERP says no: a non-zero status, or, on systems that do so, a message with status 0. */
export function refusal(oddities: Oddities, text: string): Reply {
  const header = oddities.refuseInMessage ? OK : { status: 1, message: text };
  return { ...document(oddities, messageInner('保存失败', text), header), refused: text };
}

/** A refusal of something other than a save. */
export function failure(oddities: Oddities, text: string): Reply {
  return document(oddities, '{}', { status: 1, message: text });
}

/** `body` of a list, an option list or a tree; `source` is the JSON text of what stands at `source`. */
export function sourceInner(oddities: Oddities, source: string): string {
  return oddities.reportSource
    ? `{"model":"report","report":{"source":${source}}}`
    : `{"model":"report","source":${source}}`;
}

export interface FormField {
  id: string;
  caption: string;
  value: string;
  group: string;
}

/** BillClass: one record, or a fresh form. */
export function bill(oddities: Oddities, caption: string, ord: number, fields: readonly FormField[]): Reply {
  const groups = Map.groupBy(
    fields.filter((field) => !oddities.missingFields.includes(field.id)),
    (field) => field.group,
  );
  const plain = [...groups].map(([title, members]) => ({
    caption: title,
    fields: members.map((field) => ({
      id: oddities.upperCaseKeys ? field.id.toUpperCase() : field.id,
      caption: field.caption,
      uitype: 'text',
      value: formValue(oddities, field.value),
    })),
  }));
  const nested = oddities.detailShape === 'nested' || oddities.detailShape === 'nestedTyped';
  const content = {
    id: 'custom',
    caption,
    uitype: 'bill',
    value: num(oddities, ord),
    tools: [],
    groups: nested ? [{ caption, groups: plain }] : plain,
  };
  return document(oddities, JSON.stringify({ model: 'bill', bill: content }));
}

/** Typed forms hold short whole numbers as numbers (never a phone, which would lose its meaning) and null for nothing. */
function formValue(oddities: Oddities, value: string): string | number | null {
  const typed = oddities.detailShape === 'typed' || oddities.detailShape === 'nestedTyped';
  if (value === '') return typed || oddities.nullForEmpty ? null : '';
  return typed && /^(0|[1-9]\d{0,8})$/.test(value) && !oddities.numbersAsStrings ? Number(value) : value;
}

/** The HTML page that an expired browser session would get. */
export const LOGIN_PAGE: Reply = {
  status: 200,
  type: 'html',
  body: '<!DOCTYPE html><html><head><title>系统登录</title></head><body><form action="/login"><input name="username"><input name="password" type="password"><button>登录</button></form></body></html>',
};

export const ERROR_PAGE: Reply = {
  status: 200,
  type: 'html',
  body: '<!DOCTYPE html><html><head><title>运行时错误</title></head><body><h1>“/”应用程序中的服务器错误。</h1><p>系统繁忙</p></body></html>',
};

export const SERVER_ERROR: Reply = {
  status: 500,
  type: 'html',
  body: '<html><body><h1>500 - 内部服务器错误。</h1></body></html>',
};

export const EMPTY: Reply = { status: 200, type: 'json', body: '' };

export function missingHandler(oddities: Oddities, path: string): Reply {
  const page = (words: string): Reply => ({
    status: 200,
    type: 'html',
    body: `<html><body><h2>${path}</h2><p>${words}</p></body></html>`,
  });
  switch (oddities.missingHandlerAs) {
    case 'html200':
      return page('找不到对应处理程序');
    case 'errorPage':
      return page('页面不存在');
    case 'loginPage':
      return LOGIN_PAGE;
    case 'empty':
      return EMPTY;
    case 'refusal':
      return failure(oddities, '未知的调用');
    case 'error500':
      return SERVER_ERROR;
    case 'text404':
      return { status: 404, type: 'text', body: `${path} 找不到对应处理程序` };
  }
}
