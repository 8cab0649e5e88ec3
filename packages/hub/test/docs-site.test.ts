import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, findEntry, GUIDES } from '@bangqiao/zhibang';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COOKIE } from '../src/http/api/actor.ts';
import { createApp } from '../src/http/app.ts';
import { openSession } from '../src/users/sessions.ts';
import { startDesk } from './api-support.ts';

let app: FastifyInstance;
beforeAll(() => {
  app = createApp({ health: () => Promise.reject(new Error('the documents need no database')) });
});
afterAll(() => app.close());

async function get(url: string, headers: Record<string, string> = {}) {
  const { statusCode, body, headers: answered } = await app.inject({ url, headers });
  return { status: statusCode, body, headers: answered };
}

const searchFor = (query: string, lang: '' | '/en' = '') =>
  get(`/docs/zhibang${lang}/search?q=${encodeURIComponent(query)}`);

function hrefs(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&#38;', '&'));
}

describe('pages', () => {
  test('the front page is Chinese, for an English browser English', async () => {
    expect((await get('/docs/zhibang')).body).toContain('<html lang="zh-CN">');
    const english = await get('/docs/zhibang', { 'accept-language': 'en-GB,en;q=0.9' });
    expect([english.status, english.headers.location]).toEqual([302, '/docs/zhibang/en']);
    expect((await get('/docs/zhibang/en')).body).toContain('<html lang="en">');
    const chosen = { 'accept-language': 'en', referer: 'http://127.0.0.1:8787/docs/zhibang/en' };
    expect((await get('/docs/zhibang', chosen)).status).toBe(200);
  });

  test('an endpoint has its page under its name, with fields that can be linked to', async () => {
    const { status, body } = await get('/docs/zhibang/entries/customer.saveCompany');
    expect(status).toBe(200);
    expect(body).toContain('<title>添加或修改单位客户');
    expect(body).toContain('id="f-ly"');
    expect(body).toContain('href="/docs/zhibang/en/entries/customer.saveCompany"');
  });

  test('what is not there is told with a page that helps on, and nothing outside the folder is read', async () => {
    for (const path of [
      'nothing',
      'entries/',
      '../../package',
      '..%2f..%2fpackage',
      'en/en/README',
      'en/entries',
    ])
      expect((await get(`/docs/zhibang/${path}`)).status).toBe(404);
    expect((await get('/docs/zhibang/nothing')).body).toContain('没有这一页');
  });

  test('every link of every page leads to a page and a place on it, and none outside', async () => {
    const endpoints = catalogue().filter(({ style }) => style !== 'page');
    const pages = new Map<string, string>();
    const searches = ['session', 'code', '审批', 'id'].map((word) => `/search?q=${encodeURIComponent(word)}`);
    const open = ['', '/en', ...searches].map((path) => `/docs/zhibang${path}`);
    const links: [from: string, to: string][] = [];
    for (let url = open.pop(); url !== undefined; url = open.pop()) {
      const { status, body } = await get(url);
      pages.set(url, status === 200 ? body : '');
      for (const href of hrefs(body)) {
        links.push([url, href]);
        const path = href.split('#')[0]!;
        if (path.startsWith('/docs/') && !pages.has(path) && !open.includes(path)) open.push(path);
      }
    }
    const dead = links.filter(([from, to]) => {
      // The console, at the head of every page.
      if (to === '/') return false;
      const [path, place] = to.split('#');
      const goal = pages.get(path || from);
      return !goal || (place !== undefined && !goal.includes(`id="${decodeURIComponent(place)}"`));
    });
    expect(dead.slice(0, 5)).toEqual([]);
    const reached = endpoints.filter(
      ({ call }) =>
        pages.has(`/docs/zhibang/entries/${call}`) && pages.has(`/docs/zhibang/en/entries/${call}`),
    );
    expect(reached).toHaveLength(217);
  });

  test('the browser may load nothing but the own style and script', async () => {
    const { headers, body } = await get('/docs/zhibang/guides/customers');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; script-src 'self'/,
    );
    expect(body).not.toMatch(/ style="| on[a-z]+="|<script>/);
    expect((await get('/docs/zhibang/assets/docs.css')).headers['content-type']).toContain('text/css');
    expect((await get('/docs/zhibang/assets/icon.svg')).headers['content-type']).toContain('image/svg');
    expect((await get('/docs/zhibang/assets/docs.js')).headers['content-type']).toContain('text/javascript');
  });

  test('the OpenAPI document can be fetched', async () => {
    const { headers, body } = await get('/docs/zhibang/en/openapi.json');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({ openapi: '3.1.0' });
  });
});

describe("the company's own catalogue", () => {
  const own = { ...findEntry('customer.list')!, path: '/webapi/v3/ov1/own/list' };

  /** A hub whose folder holds this; `seen` fetches the document, signed in or not. */
  async function hubWith(content: string) {
    const warned: unknown[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void warned.push(JSON.parse(line)) });
    const desk = await startDesk({ log });
    const storage = join(desk.config.folder, 'storage');
    mkdirSync(storage, { recursive: true });
    const write = (text: string) => writeFileSync(join(storage, 'catalogue.json'), text);
    write(content);
    await desk.user('read_only');
    const cookie = await openSession(desk.store, 1, { idle: 60, whole: 60 }, new Date());
    const seen = async (headers: Record<string, string>) => {
      const answer = await fetch(`${desk.url}/docs/zhibang/openapi.json`, { headers });
      const { info, paths } = (await answer.json()) as { info: { version: string }; paths: object };
      return {
        status: answer.status,
        own: own.path in paths,
        paths: Object.keys(paths).length,
        of: info.version,
      };
    };
    return { warned, write, seen, signedIn: { cookie: `${COOKIE}=${cookie}` } };
  }

  test('is in the OpenAPI document of whoever is signed in, and of nobody else', async () => {
    const { seen, write, signedIn } = await hubWith(JSON.stringify({ version: '33.01', entries: [own] }));
    expect(await seen(signedIn)).toEqual({ status: 200, own: true, paths: 1, of: '33.01' });
    const { paths: builtIn } = await seen({});
    expect(builtIn).toBeGreaterThan(100);
    const strangers: Record<string, string>[] = [
      { cookie: `${COOKIE}=guess` },
      { authorization: 'Bearer guess' },
    ];
    for (const stranger of strangers)
      expect(await seen(stranger)).toEqual({ status: 200, own: false, paths: builtIn, of: '32.17' });
    write(JSON.stringify({ entries: [own, { ...own, path: '/webapi/v3/ov1/own/more' }] }));
    expect(await seen(signedIn)).toMatchObject({ own: true, paths: 2 });
  });

  test('that is broken leaves the built-in document, and is told in the log once', async () => {
    const { seen, signedIn, warned } = await hubWith('{"entr');
    for (let i = 0; i < 2; i++) expect(await seen(signedIn)).toMatchObject({ status: 200, own: false });
    expect(warned).toMatchObject([{ err: { code: 'tenant_catalogue_broken' } }]);
  });
});

describe('search', () => {
  test('客户来源 finds its guide first, then the endpoints with the field', async () => {
    const { body } = await searchFor('客户来源');
    const found = hrefs(body.slice(body.indexOf('<main>')));
    expect(found[0]).toBe('/docs/zhibang/guides/customer-source');
    expect(found).toEqual(
      expect.arrayContaining([
        '/docs/zhibang/entries/customer.saveCompany#f-ly',
        '/docs/zhibang/entries/customer.list#f-khly',
      ]),
    );
    expect(body).toContain('<mark>客户来源</mark>');
  });

  test.each([
    ['two characters of Chinese', '微信', 'customer.saveCompany#f-weixinAcc'],
    ['a field id in any case', 'weixinacc', 'customer.saveCompany#f-weixinAcc'],
    ['a part of an address', 'store/inventory', 'stock.summary'],
    ['a name', '客户指派', 'customer.assign'],
    ['two words', '合同 审批', 'contract.approve'],
    ['a label in English', 'Customer name', 'customer.saveCompany#f-name'],
  ])('%s finds', async (_what, query, wanted) => {
    for (const lang of ['', '/en'] as const)
      expect(hrefs((await searchFor(query, lang)).body)).toContain(`/docs/zhibang${lang}/entries/${wanted}`);
  });

  test('a guide is found by what stands in it, with the line', async () => {
    const { body } = await searchFor('挤下线');
    expect(body).toContain('href="/docs/zhibang/guides/sessions-and-errors"');
    expect(body).toContain('<mark>挤下线</mark>');
    expect(GUIDES.length).toBe(5);
  });

  test('what is searched for comes back as text, never as HTML', async () => {
    const { body } = await searchFor('"><script>alert(1)</script>');
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('没有找到');
  });

  test('an empty or strange question is answered', async () => {
    for (const query of ['', '   ', '(', '*', '%'.repeat(300)])
      expect((await searchFor(query)).status).toBe(200);
    expect((await get('/docs/zhibang/search')).status).toBe(200);
    expect((await get('/docs/zhibang/search?q=a&q=b')).status).toBe(200);
  });
});
