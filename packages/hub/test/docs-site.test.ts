import { catalogue, findEntry, GUIDES } from '@bangqiao/zhibang';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/http/app.ts';
import { docsRoutes } from '../src/http/docs/routes.ts';

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
    expect(JSON.parse((await get('/docs/zhibang/en/openapi.json')).body)).toMatchObject({ openapi: '3.1.0' });
    const tenant = Fastify();
    docsRoutes(tenant, () => [{ ...findEntry('customer.list')!, path: '/webapi/v3/ov1/own/list' }]);
    const { body } = await tenant.inject({ url: '/docs/zhibang/openapi.json' });
    expect(Object.keys(JSON.parse(body).paths)).toEqual(['/webapi/v3/ov1/own/list']);
    await tenant.close();
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
