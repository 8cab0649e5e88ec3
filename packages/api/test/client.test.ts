import { expect, test } from 'vitest';
import {
  ApiError,
  createClient,
  ENDPOINTS,
  type Endpoint,
  RIGHT_NAMES,
  ROLES,
  reachOf,
} from '../src/index.ts';

function answering(status: number, body: unknown) {
  const asked: { url: string; init: RequestInit }[] = [];
  const send = async (url: string | URL | Request, init: RequestInit = {}) => {
    asked.push({ url: String(url), init });
    return new Response(JSON.stringify(body), { status });
  };
  return {
    asked,
    client: createClient({ baseUrl: 'http://127.0.0.1:1', token: 't', fetch: send as typeof fetch }),
  };
}

test('an ask becomes the address, the query and the body of its endpoint', async () => {
  const { asked, client } = answering(200, { items: [], next: null });
  await client.ask('customers.list', { query: { q: '阀门&', limit: 5 } });
  const body = { number: 1, value: 'a@example.com' };
  await client.ask('customers.restore', { params: { id: 7, field: 'email' }, body });
  expect(asked.map(({ url }) => url)).toEqual([
    'http://127.0.0.1:1/api/customers?q=%E9%98%80%E9%97%A8%26&limit=5',
    'http://127.0.0.1:1/api/customers/7/fields/email/restore',
  ]);
  expect(asked[1]?.init).toMatchObject({
    method: 'POST',
    body: '{"number":1,"value":"a@example.com"}',
    headers: { authorization: 'Bearer t', 'x-bangqiao': '1' },
  });
});

test('a refusal keeps its code, its words and its next step', async () => {
  const error = { code: 'not_allowed', message: { zh: '不行', en: 'no' }, next: { zh: '问', en: 'ask' } };
  const { client } = answering(403, { error });
  const thrown = await client.ask('customers.list').catch((one: unknown) => one);
  expect(thrown).toBeInstanceOf(ApiError);
  expect(thrown).toMatchObject({ status: 403, code: 'not_allowed', words: error.message, next: error.next });
});

test('what is no answer of the hub is told as out of reach, in both languages', async () => {
  const { client } = answering(502, '<html>');
  const cut = createClient({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
  for (const one of [client, cut]) {
    const thrown = await one.ask('session.show').catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'unreachable', words: { zh: '邦桥没有应答' } });
  }
});

test('every endpoint has an address of its own, words in both languages and a right that somebody has', () => {
  const all: Endpoint[] = Object.values(ENDPOINTS);
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
  for (const { summary, right, method, changes } of all) {
    expect(summary.zh).toMatch(/\p{Script=Han}/u);
    expect(summary.en).not.toMatch(/\p{Script=Han}/u);
    if (right !== 'open') expect(ROLES.some((role) => reachOf(role, right) !== null)).toBe(true);
    expect(method === 'GET' && changes === true).toBe(false);
  }
  expect(RIGHT_NAMES.every((right) => reachOf('administrator', right) === 'all')).toBe(true);
});
