import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import type { Customer } from '@bangqiao/core';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { ModelReader, type ModelSettings } from '../../src/understand/model-reader.ts';
import { message, type Side, side } from './support.ts';

const KEY = 'sk-secret-of-the-tests';
const fact = (kind: string, value: string, evidence = value) => ({ kind, value, evidence });

interface Asked {
  authorization: string | undefined;
  path: string | undefined;
  model: string;
  response_format?: { type: string };
  /** What the customer's message was, as it left the hub. */
  message: string;
}

type Answer = (asked: Asked, response: ServerResponse) => unknown;

/** An OpenAI-compatible endpoint over real HTTP; what it was asked, in order. */
async function endpoint(answer: Answer): Promise<{ baseUrl: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { messages, ...rest } = JSON.parse(body);
    const { message: text } = JSON.parse(messages.at(-1).content);
    const { authorization } = request.headers;
    const one = { ...rest, authorization, path: request.url, message: text };
    asked.push(one);
    const content = answer(one, response);
    if (response.writableEnded || content === undefined) return;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

const facts = (...found: object[]) => JSON.stringify({ facts: found });

interface Reading {
  hub: Side;
  asked: Asked[];
  look(): Promise<number>;
  customer(): Promise<Customer>;
  readings(): Promise<{ state: string; tries: number; facts: number; problems: string | null }[]>;
  logged(): string;
}

async function reading(answer: Answer, settings: Partial<ModelSettings> = {}): Promise<Reading> {
  const hub = await side();
  const { baseUrl, asked } = await endpoint(answer);
  const lines: string[] = [];
  const keep = (chunk: unknown, _encoding: string, done: () => void) => {
    lines.push(String(chunk));
    done();
  };
  const log = pino(new Writable({ write: keep }));
  const reader = new ModelReader({
    store: hub.store,
    clock: hub.ports.clock,
    log,
    settings: {
      baseUrl,
      apiKey: KEY,
      model: 'small',
      timeoutMs: 2000,
      callsPerHour: 100,
      sendPhones: false,
      responseFormat: 'json_schema',
      ...settings,
    },
  });
  return {
    hub,
    asked,
    look: () => reader.look(),
    customer: async () => (await hub.customers())[0] as Customer,
    readings: async () =>
      await hub.store.db
        .selectFrom('model_readings')
        .select(['state', 'tries', 'facts', 'problems'])
        .orderBy('message_id')
        .execute(),
    logged: () => lines.join(''),
  };
}

/** The rules find nothing in it. */
const PLAIN = '镇上的人提起示远五金，说的就是老周我';

test('what the rules found nothing in is read by the model: empty places are filled under the source ai, with the message as evidence', async () => {
  const { hub, asked, look, customer, readings } = await reading(() =>
    facts(fact('company', '示远五金', '提起示远五金'), fact('name', '老周', '就是老周我')),
  );
  await hub.take([message('wx_a', PLAIN), message('wx_a', '我的电话是13800000001')]);
  await look();
  expect(asked).toMatchObject([
    {
      path: '/v1/chat/completions',
      authorization: `Bearer ${KEY}`,
      model: 'small',
      message: PLAIN,
      response_format: { type: 'json_schema' },
    },
  ]);
  expect(await customer()).toMatchObject({
    company_name: '示远五金',
    company_name_source: 'ai',
    company_name_verified: false,
    real_name: '老周',
  });
  const kept = await hub.store.db
    .selectFrom('customer_facts')
    .select(['kind', 'value', 'span_start', 'span_end', 'state'])
    .where('certainty', '=', 'model')
    .orderBy('id')
    .execute();
  expect(kept.map(({ span_start, span_end }) => PLAIN.slice(span_start, span_end))).toEqual([
    '提起示远五金',
    '就是老周我',
  ]);
  expect(kept.map(({ state }) => state)).toEqual(['taken', 'taken']);
  expect(await readings()).toEqual([{ state: 'read', tries: 1, facts: 2, problems: null }]);
  await look();
  expect(asked).toHaveLength(1);
});

test('a value that stands is never overwritten, one of the model itself is, and what a customer says in plain words goes before both', async () => {
  let name = '示远五金';
  const { hub, look, customer } = await reading(() => facts(fact('company', name)));
  await hub.take([message('wx_a', '那边的人提起示远五金都认得')]);
  await look();
  expect((await customer()).company_name).toBe('示远五金');
  name = '示近五金';
  await hub.take([message('wx_a', '如今有人提起示近五金的')]);
  await look();
  expect((await customer()).company_name).toBe('示近五金');
  await hub.take([message('wx_a', '我们公司是杭州示例泵业有限公司')]);
  expect(await customer()).toMatchObject({
    company_name: '杭州示例泵业有限公司',
    company_name_source: 'wechat',
  });
  name = '示中五金';
  await hub.take([message('wx_a', '又有人提起过示中五金的')]);
  await look();
  expect((await customer()).company_name).toBe('杭州示例泵业有限公司');
});

test('telephones leave the hub veiled, and one that the model tells is noted at most', async () => {
  const text = '找我就打幺三八零零零零零零零一或者1 3 8-0000-0002，尾号别记错';
  const veiled = await reading(() => facts(fact('phone', '13800000002', '1 3 8-0000-0002')));
  await veiled.hub.take([message('wx_a', text)]);
  await veiled.hub.store.db.deleteFrom('customer_facts').execute();
  await veiled.look();
  expect(veiled.asked[0]?.message).not.toMatch(/[0-9].*[0-9].*[0-9].*[0-9].*[0-9]/);
  expect(veiled.asked[0]?.message).toHaveLength(text.length);
  expect(await veiled.readings()).toMatchObject([{ state: 'read', facts: 0 }]);
  const open = await reading(() => facts(fact('phone', '13800000002', '138-0000-0002')), {
    sendPhones: true,
  });
  await open.hub.take([message('wx_a', '找我就打138-0000-0002哦')]);
  await open.hub.store.db.deleteFrom('customer_facts').execute();
  await open.hub.store.db.updateTable('customers_unified').set({ phone: null }).execute();
  await open.look();
  expect(open.asked[0]?.message).toContain('138-0000-0002');
  expect(await open.readings()).toMatchObject([{ facts: 1 }]);
  expect((await open.customer()).phone).toBeNull();
});

test.each([
  ['words instead of JSON', 'Sure! Here you are.', ['not_json']],
  ['broken JSON', '{"facts":[{"kind":"company","va', ['not_json']],
  ['another shape', '{"company":"示远五金"}', ['wrong_shape']],
  ['something that nobody said', facts(fact('company', '示例集团')), ['not_in_the_message']],
])('an answer with %s changes nothing and is not asked for again', async (_what, content, problems) => {
  const { hub, asked, look, customer, readings } = await reading(() => content);
  await hub.take([message('wx_a', PLAIN)]);
  const before = await customer();
  await look();
  await look();
  expect(await customer()).toEqual(before);
  expect(asked).toHaveLength(1);
  expect(await readings()).toMatchObject([{ state: 'read', facts: 0, problems: JSON.stringify(problems) }]);
});

test('an endpoint that is slow, away or busy is asked again later, three times at most, and the rules never wait for it', async () => {
  const { hub, asked, look, readings, customer, logged } = await reading(
    ({ message: text }, response) => {
      if (text.includes('示远')) return undefined;
      response.statusCode = 503;
      response.end('busy');
    },
    { timeoutMs: 200 },
  );
  await hub.take([message('wx_a', PLAIN)]);
  const looking = look();
  await hub.take([message('wx_a', '我的电话是13800000001')]);
  expect((await customer()).phone).toBe('13800000001');
  const first = await looking;
  expect(await look()).toBeLessThanOrEqual(first);
  expect(asked).toHaveLength(1);
  hub.wait(first);
  const second = await look();
  expect(second).toBeGreaterThan(first);
  hub.wait(second);
  hub.wait(await look());
  expect(await readings()).toEqual([{ state: 'failed', tries: 3, facts: 0, problems: '["timeout"]' }]);
  expect(asked).toHaveLength(3);
  await hub.take([message('wx_a', '那边的人都管这里叫别的名字')]);
  await look();
  expect((await readings()).at(-1)).toMatchObject({ state: 'waiting', problems: '["http_503"]' });
  expect(logged()).not.toContain(KEY);
  expect(logged()).not.toContain('示远');
});

test('a refused key stops the asking and costs no message, a message that the endpoint will not read costs itself alone', async () => {
  let status = 401;
  const { hub, asked, look, readings, logged } = await reading((_asked, response) => {
    response.statusCode = status;
    response.end(JSON.stringify({ error: { message: `bad key ${KEY}` } }));
  });
  await hub.take([message('wx_a', PLAIN), message('wx_a', '这是另外一句没什么内容的话')]);
  expect(await look()).toBe(15 * 60_000);
  expect(asked).toHaveLength(1);
  expect(await readings()).toMatchObject([{ state: 'waiting' }]);
  hub.wait(15 * 60_000);
  status = 400;
  await look();
  expect((await readings()).map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect(logged()).not.toContain(KEY);
});

test('no more is asked in an hour than the budget allows, whichever process asks', async () => {
  const { hub, asked, look } = await reading(() => facts(), { callsPerHour: 3 });
  const words = ['甲', '乙', '丙', '丁', '戊'];
  await hub.take(words.map((word) => message('wx_a', `这是第${word}句没什么内容的话`)));
  expect(await look()).toBeGreaterThan(0);
  await look();
  expect(asked).toHaveLength(3);
  hub.wait(3_700_000);
  await look();
  expect(asked).toHaveLength(5);
});

test('a recalled message takes back what the model read in it', async () => {
  const { hub, look, customer } = await reading(() => facts(fact('company', '示远五金', '提起示远五金')));
  const said = message('wx_a', PLAIN);
  await hub.take([said]);
  await look();
  expect((await customer()).company_name).toBe('示远五金');
  const { at, channel, account, wechat_id } = said;
  await hub.take([{ type: 'recall', id: 'r1', at, channel, account, wechat_id, message_id: said.id }]);
  expect((await customer()).company_name).toBeNull();
});
