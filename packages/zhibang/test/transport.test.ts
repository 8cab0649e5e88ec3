import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { testClient } from './support/client.ts';
import {
  bill,
  done,
  ERROR_PAGE,
  isLogin,
  LOGIN_PAGE,
  loggedIn,
  type Reply,
  rawErp,
} from './support/raw-erp.ts';

/** The first `times` calls after the login are answered by `bad`. */
function failing(bad: Reply, times = Number.POSITIVE_INFINITY) {
  let calls = 0;
  return rawErp((seen) => {
    if (isLogin(seen)) return loggedIn();
    if (calls++ < times) return bad;
    return seen.body.cmdkey === '__sys_dosave' ? done() : bill(5, { name: '甲' });
  });
}

const TRANSIENT: Record<string, [code: string, reply: Reply]> = {
  'a cut connection': ['connection_lost', { drop: true }],
  'no answer in time': ['timed_out', { stall: true }],
  'HTTP 500': ['server_error', { status: 500, type: 'text/html', body: '<html>oops</html>' }],
  'HTTP 503 with JSON': ['server_error', { status: 503, body: { header: { status: 1, message: '忙' } } }],
  'an empty body': ['empty_body', { body: '', type: 'text/plain' }],
  'a web page that is no login page': ['html_answer', ERROR_PAGE],
};

for (const [name, [code, reply]] of Object.entries(TRANSIENT)) {
  // Short only where nothing comes: a busy machine takes longer than that to answer.
  const patience = 'stall' in reply ? { timeoutMs: 500 } : {};
  test(`a reading call is tried again after ${name}, and gives up with ${code}`, async () => {
    const passing = await failing(reply, 2);
    const lucky = testClient(passing.baseUrl, patience);
    expect((await lucky.client.customers.get(5)).found).toBe(true);
    expect(lucky.client.stats().retries).toBe(2);
    expect(lucky.calls.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 3]);

    const lasting = await failing(reply);
    const { client } = testClient(lasting.baseUrl, patience);
    await expect(client.customers.get(5)).rejects.toMatchObject({ code, blame: 'transient', effect: 'none' });
    expect(lasting.seen).toHaveLength(4);
  });

  test(`a save is sent once only after ${name}, and says that it may have taken effect`, async () => {
    const { baseUrl, seen } = await failing(reply);
    const { client } = testClient(baseUrl, patience);
    const saved = client.customers.save({ ord: 5, kind: 1, fields: {} });
    await expect(saved).rejects.toMatchObject({ code, effect: 'unknown' });
    expect(seen).toHaveLength(2);
  });
}

const AFTER_THE_ACT: Reply = {
  type: 'text/html',
  body: '<html><body>操作出错，请<a href="/login.aspx">重新登录</a></body></html>',
};

test('a follow-up that a page answers is sent once: it may have taken effect before the page', async () => {
  for (const page of [AFTER_THE_ACT, LOGIN_PAGE]) {
    const { baseUrl, seen } = await failing(page);
    const { client } = testClient(baseUrl);
    const sent = client.customers.followUp({ ord: 5, intro: '已联系', sort: '481' });
    await expect(sent).rejects.toMatchObject({ code: 'html_answer', effect: 'unknown' });
    expect(seen).toHaveLength(2);
  }
});

test('a save that a login page turned away is repeated once, for its own ord makes that safe; after any other page it is not', async () => {
  const passing = await failing(LOGIN_PAGE, 1);
  await testClient(passing.baseUrl).client.customers.save({ ord: 5, kind: 1, fields: {} });
  expect(passing.seen.filter((each) => !isLogin(each))).toHaveLength(2);
  const { baseUrl, seen } = await failing(AFTER_THE_ACT);
  const saved = testClient(baseUrl).client.customers.save({ ord: 5, kind: 1, fields: {} });
  await expect(saved).rejects.toMatchObject({ code: 'html_answer', effect: 'unknown' });
  expect(seen).toHaveLength(2);
});

test('a save answered by something that is not JSON may have taken effect', async () => {
  const { baseUrl, seen } = await failing({ type: 'text/plain', body: '{"header":{"status":0' });
  const { client } = testClient(baseUrl);
  await expect(client.customers.save({ ord: 5, kind: 1, fields: {} })).rejects.toMatchObject({
    code: 'not_json',
    effect: 'unknown',
  });
  expect(seen).toHaveLength(2);
});

test('a v3 answer with code 500 is the server’s failure: read again, or of unknown effect', async () => {
  const { baseUrl, seen } = await failing({ body: { Code: 500, Msg: '服务器内部错误' } });
  const { client } = testClient(baseUrl);
  await expect(client.v3('/webapi/v3/a/list', {}, { writes: false })).rejects.toMatchObject({
    code: 'server_error',
  });
  expect(seen).toHaveLength(4);
  await expect(client.customers.editV3({ ord: 5, fields: {} })).rejects.toMatchObject({ effect: 'unknown' });
  expect(seen).toHaveLength(5);
});

test('a refused connection took no effect, for a save too', async () => {
  const { baseUrl, server } = await failing({});
  const { client } = testClient(baseUrl);
  await client.login();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  server.listen(0, '127.0.0.1');
  await expect(client.customers.save({ ord: 5, kind: 1, fields: {} })).rejects.toMatchObject({
    code: 'refused_connection',
    effect: 'none',
  });
});

test('a host that does not exist is told as such', async () => {
  const { client } = testClient('http://nowhere.invalid', { maxAttempts: 1 });
  await expect(client.login()).rejects.toMatchObject({ code: 'dns_failed', blame: 'config' });
});

test('a server that takes the connection and cuts it at once is a lost connection', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const { client } = testClient(`http://127.0.0.1:${port}`, { maxAttempts: 2 });
  await expect(client.login()).rejects.toMatchObject({ code: 'connection_lost' });
  await new Promise((resolve) => server.close(resolve));
});

test('a plain HTTP error is not tried again', async () => {
  const { baseUrl, seen } = await failing({ status: 403, type: 'text/plain', body: 'forbidden' });
  const { client } = testClient(baseUrl);
  await expect(client.customers.get(5)).rejects.toMatchObject({ code: 'http_error', status: 403 });
  expect(seen).toHaveLength(2);
});

test('back-off doubles with full jitter, and waits as long as the server asks', async () => {
  const slept: number[] = [];
  const options = {
    sleep: async (ms: number) => void slept.push(ms),
    random: () => 0.5,
    maxAttempts: 4,
    backoffMs: 100,
  };
  const { baseUrl } = await failing(ERROR_PAGE);
  await expect(testClient(baseUrl, options).client.customers.get(5)).rejects.toThrow();
  expect(slept).toEqual([50, 100, 200]);
  slept.length = 0;
  await expect(
    testClient(baseUrl, { ...options, longestPauseMs: 150 }).client.customers.get(5),
  ).rejects.toThrow();
  expect(slept).toEqual([50, 75, 75]);
  slept.length = 0;
  const asking = await failing({ status: 503, headers: { 'retry-after': '7' }, body: '' }, 1);
  await testClient(asking.baseUrl, { ...options, concurrency: 8 }).client.customers.get(5);
  expect(slept).toEqual([7000]);
});

test('raw control characters inside strings are repaired on the way', async () => {
  const text =
    '{"header":{"status":0},"body":{"bill":{"value":5,"groups":[{"fields":[{"id":"name","value":"甲\n\t乙"}]}]}}}';
  const { baseUrl } = await failing({ body: `\ufeff${text}` });
  expect(await testClient(baseUrl).client.customers.get(5)).toMatchObject({
    bill: { fields: { name: '甲\n\t乙' } },
  });
});

test('closing ends the calls under way as aborted', async () => {
  const { baseUrl, seen } = await failing({ stall: true });
  const { client } = testClient(baseUrl);
  const reading = client.customers.get(5);
  const failed = expect(reading).rejects.toMatchObject({ code: 'aborted' });
  while (seen.length < 2) await new Promise((resolve) => setImmediate(resolve));
  await client.close();
  await failed;
  await expect(client.customers.get(5)).rejects.toMatchObject({ code: 'aborted' });
});

test('ping needs no login and tells the clock skew', async () => {
  const { baseUrl, seen } = await rawErp(() => ({
    headers: { date: new Date(3_600_000).toUTCString() },
    body: 'x',
  }));
  const { client } = testClient(baseUrl, { clock: () => 0 });
  expect(await client.ping()).toMatchObject({ status: 200, clockSkewMs: 3_600_000 });
  expect(seen).toHaveLength(1);
});

test('every save goes over a connection of its own, readings keep theirs', async () => {
  const { baseUrl, seen } = await failing({}, 0);
  const { client } = testClient(baseUrl);
  for (let i = 0; i < 3; i++) {
    await client.customers.get(5);
    await client.customers.save({ ord: 5, kind: 1, fields: {} });
  }
  const ports = (saves: boolean) =>
    new Set(seen.filter(({ body }) => (body.cmdkey === '__sys_dosave') === saves).map(({ port }) => port));
  expect(ports(true).size).toBe(3);
  // The login and three readings: the pool may open a second one, never one per call.
  expect(ports(false).size).toBeLessThan(4);
});
