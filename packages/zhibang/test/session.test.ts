import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSessionStore, memoryRefusalStore, memorySessionStore } from '@bangqiao/zhibang';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  refused,
  type Seen,
} from './support/raw-erp.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibang-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Tokens T1, T2, … ; what is asked with one that `isDead` is answered by `dead`. */
function erpWithTokens(dead: Reply, good: Reply = bill(5, { name: '甲' })) {
  let issued = 0;
  const deadTokens = new Set<unknown>();
  const erp = rawErp((seen) => {
    if (isLogin(seen)) return loggedIn(`T${++issued}`);
    return deadTokens.has(tokenIn(seen)) ? dead : good;
  });
  return { erp, deadTokens, logins: () => issued };
}

function tokenIn({ body, headers }: Seen): unknown {
  return headers['zbapi-token'] ?? body.session;
}

const DEAD: Record<string, Reply> = {
  'an ov1 message 登录超时': refused('登录超时，请重新登录'),
  'an ov1 message 会话已失效': refused('会话已失效'),
  'an ov1 message 鉴权失败': refused('鉴权失败'),
  'an ov1 message with Token': refused('Invalid Token'),
  'a message in place of the record': done('登录超时，请重新登录'),
  'an HTML login page': LOGIN_PAGE,
  'a page whose script says it': {
    type: 'text/html',
    body: "<script>alert('登录超时');top.location.href='/index5.asp'</script>",
  },
  'a login page that a script draws': {
    type: 'text/html',
    body: '<html><head><title>智邦国际 - 登录</title><script src="app.js"></script></head></html>',
  },
  'a login form without a password field': {
    type: 'text/html',
    body: '<form action="login.ashx"><div id="app"></div></form>',
  },
  'HTTP 401': { status: 401, type: 'text/plain', body: '' },
  'a redirect to the login page': { status: 302, headers: { location: '/login.aspx?back=1' }, body: '' },
};

for (const [name, dead] of Object.entries(DEAD)) {
  test(`a token called dead by ${name} is renewed once and the call repeated once`, async () => {
    const { erp, deadTokens, logins } = erpWithTokens(dead);
    const { baseUrl, seen } = await erp;
    const { client } = testClient(baseUrl);
    await client.login();
    deadTokens.add('T1');
    expect((await client.customers.get(5)).found).toBe(true);
    expect(logins()).toBe(2);
    expect(seen.map(tokenIn)).toEqual(['', 'T1', '', 'T2']);
  });
}

test('v3 and helper say 400 for a dead token', async () => {
  for (const style of ['v3', 'helper'] as const) {
    const dead: Reply = { body: { Code: 400, code: 400, Msg: '验证失败', msg: '验证失败' } };
    const good: Reply = { body: { Code: 200, code: 200, flag: true, Msg: '成功' } };
    const { erp, deadTokens, logins } = erpWithTokens(dead, good);
    const { baseUrl } = await erp;
    const { client } = testClient(baseUrl);
    await client.login();
    deadTokens.add('T1');
    await client[style]('/webapi/x/y', {});
    expect(logins()).toBe(2);
  }
});

test('a save that met a dead token is repeated once: the ERP turned it away before acting', async () => {
  const { erp, deadTokens } = erpWithTokens(refused('会话过期'), done());
  const { baseUrl, seen } = await erp;
  const { client } = testClient(baseUrl);
  await client.login();
  deadTokens.add('T1');
  await client.customers.save({ ord: 5, kind: 1, fields: { name: '甲' } });
  expect(seen.filter((each) => !isLogin(each))).toHaveLength(2);
});

test('the same message after a login is a business refusal, whatever its words', async () => {
  const { erp, logins } = erpWithTokens({}, refused('该合同已过期，不允许操作'));
  const { baseUrl, seen } = await erp;
  const { client } = testClient(baseUrl);
  await expect(client.customers.save({ ord: 5, kind: 1, fields: {} })).rejects.toMatchObject({
    code: 'business_refusal',
    blame: 'business',
    effect: 'none',
  });
  expect(logins()).toBe(2);
  expect(seen).toHaveLength(4);
});

test('a token that is killed again at once is renewed again, once a login has cured that message', async () => {
  const { erp, deadTokens, logins } = erpWithTokens(refused('会话过期'), bill(5, { name: '甲' }));
  const { baseUrl } = await erp;
  const { client } = testClient(baseUrl);
  await client.login();
  deadTokens.add('T1');
  await client.customers.get(5);
  for (const token of ['T2', 'T3', 'T4']) deadTokens.add(token);
  await expect(client.customers.get(5)).resolves.toMatchObject({ found: true });
  expect(logins()).toBe(5);
});

test('a page that only links to the login costs one login, however often it comes, and is no dead session', async () => {
  const page: Reply = {
    type: 'text/html',
    body: '<html><body>页面出错 <a href="login.aspx">返回登录</a></body></html>',
  };
  const { baseUrl, seen } = await rawErp((each) => {
    if (isLogin(each)) return loggedIn();
    return each.text.includes('"val":"5"') ? bill(5, { name: '甲' }) : page;
  });
  const { client } = testClient(baseUrl);
  await client.customers.get(5);
  for (const ord of [6, 7, 8])
    await expect(client.customers.get(ord)).rejects.toMatchObject({ code: 'html_answer' });
  expect(seen.filter(isLogin)).toHaveLength(2);
});

test('refusals that sound like a dead token cost one login in all, and later saves leave once', async () => {
  const { baseUrl, seen } = await rawErp((each) => {
    if (isLogin(each)) return loggedIn();
    const ord = /"id":"ord","val":"(\d+)"/.exec(each.text)?.[1];
    if (each.body.cmdkey === '__sys_dosave') return refused(`与${ord}号客户深圳Token科技重复`);
    return ord === '5' ? bill(5, { name: '甲' }) : refused(`客户${ord}的保护已过期`);
  });
  const { client } = testClient(baseUrl);
  await client.customers.get(5);
  for (const ord of [6, 7, 8]) expect((await client.customers.get(ord)).found).toBe(false);
  await expect(client.customers.save({ ord: 9, kind: 1, fields: {} })).rejects.toMatchObject({
    code: 'duplicate',
  });
  expect(seen.filter(isLogin)).toHaveLength(2);
  expect(seen.filter(({ body }) => body.cmdkey === '__sys_dosave')).toHaveLength(1);
});

test('a token that dies after such a refusal is renewed all the same', async () => {
  let died = false;
  const { baseUrl, seen } = await rawErp((each) => {
    if (isLogin(each)) {
      died = false;
      return loggedIn();
    }
    if (died) return refused('会话已失效');
    return each.text.includes('"val":"5"') ? bill(5, { name: '甲' }) : refused('客户保护已过期');
  });
  const { client } = testClient(baseUrl);
  await client.customers.get(5);
  await client.customers.get(6);
  died = true;
  expect((await client.customers.get(5)).found).toBe(true);
  expect(seen.filter(isLogin)).toHaveLength(3);
});

test('what stands in brackets is a value, no word about the token', async () => {
  const { erp, logins } = erpWithTokens({}, refused('客户名称【深圳Token科技】已存在'));
  const { baseUrl } = await erp;
  await testClient(baseUrl)
    .client.customers.save({ ord: 5, kind: 1, fields: {} })
    .catch(() => 0);
  expect(logins()).toBe(1);
});

test('a login page that stays after a login is a dead session, not a refusal', async () => {
  const { erp, logins } = erpWithTokens({}, LOGIN_PAGE);
  const { baseUrl } = await erp;
  await expect(testClient(baseUrl).client.customers.get(5)).rejects.toMatchObject({ code: 'session_dead' });
  expect(logins()).toBe(2);
});

test('one login is in flight however many calls wait, at the start and after the token died', async () => {
  const { erp, deadTokens, logins } = erpWithTokens(refused('请重新登录'));
  const { baseUrl } = await erp;
  const { client } = testClient(baseUrl, { concurrency: 8 });
  await Promise.all(Array.from({ length: 20 }, () => client.customers.get(5)));
  expect(logins()).toBe(1);
  deadTokens.add('T1');
  await Promise.all(Array.from({ length: 20 }, () => client.customers.get(5)));
  expect(logins()).toBe(2);
});

test('a refused password is sent once only, also by later processes, until a person says so', async () => {
  const { baseUrl, seen } = await rawErp(() => refused('用户名或密码错误'));
  const refusals = memoryRefusalStore();
  for (const code of ['login_refused', 'login_known_bad', 'login_known_bad']) {
    const { client } = testClient(baseUrl, { refusals });
    await expect(client.customers.get(5)).rejects.toMatchObject({ code, blame: 'config' });
  }
  expect(seen).toHaveLength(1);
  expect(JSON.stringify(await refusals.load())).not.toContain('demo-pass');

  const other = testClient(baseUrl, { refusals, password: 'another' });
  await expect(other.client.login()).rejects.toMatchObject({ code: 'login_refused' });
  expect(seen).toHaveLength(2);
  await expect(testClient(baseUrl, { refusals }).client.login()).rejects.toMatchObject({
    code: 'login_known_bad',
  });

  await other.client.forgetRefusal();
  await expect(other.client.login()).rejects.toMatchObject({ code: 'login_refused' });
  expect(seen).toHaveLength(3);
});

const NO: Record<string, Reply> = {
  'status 0, a message and an empty session': answered({
    status: 0,
    message: '用户名或密码错误',
    session: '',
  }),
  'the same with the cookie that every page sets': {
    ...answered({ status: 0, message: '用户名或密码错误', session: null }),
    headers: { 'set-cookie': 'ASP.NET_SessionId=abc; path=/; HttpOnly' },
  },
  'a request for the right password': refused('请输入正确的密码'),
  'a password that it says it did not get, in any content type': refused('密码不能为空'),
};

for (const [how, no] of Object.entries(NO)) {
  test(`a password refused by ${how} is not sent again`, async () => {
    const { baseUrl, seen } = await rawErp(() => no);
    const refusals = memoryRefusalStore();
    for (const code of ['login_refused', 'login_known_bad']) {
      const { client } = testClient(baseUrl, { refusals });
      await expect(client.customers.get(5)).rejects.toMatchObject({ code });
    }
    expect(seen).toHaveLength(1);
  });
}

/** An answer to a login that does not tell whether the password was judged, and how often it is sent for it at once. */
const UNREAD: Record<string, [sends: number, reply: Reply, code?: string]> = {
  'a login page on either path': [2, LOGIN_PAGE],
  'status 0 and neither session nor word': [2, answered({ status: 0, message: '' })],
  'status 0 and words that are no refusal': [2, answered({ status: 0, message: '欢迎使用', session: '' })],
  'a refusal without a word': [2, answered({ status: 1, message: '' })],
  'an error page': [2, ERROR_PAGE],
  'an empty body': [2, { body: '', type: 'text/plain' }],
  'text that is not JSON': [2, { body: '{"header":', type: 'text/plain' }],
  'a cut connection': [2, { drop: true }, 'connection_lost'],
  'too many users of that account': [1, refused('该账号在线用户已满')],
  'a step to take first': [1, withCookie('请先绑定手机')],
};

for (const [how, [sends, reply, code = 'login_unavailable']] of Object.entries(UNREAD)) {
  test(`${how} in answer to a login is no refused password: not sent on and on, and again another time`, async () => {
    let lying = true;
    const { baseUrl, seen } = await rawErp(() => (lying ? reply : loggedIn()));
    const refusals = memoryRefusalStore();
    const { client } = testClient(baseUrl, { refusals });
    await expect(client.login()).rejects.toMatchObject({ code, blame: 'transient' });
    expect(seen.filter(isLogin)).toHaveLength(sends);
    expect(await refusals.load()).toEqual([]);
    lying = false;
    expect((await testClient(baseUrl, { refusals }).client.login()).fresh).toBe(true);
  });
}

test('an account that is locked is not knocked at again', async () => {
  const { baseUrl } = await rawErp(() => refused('账号已锁定，请稍后再试'));
  const refusals = memoryRefusalStore();
  for (const code of ['login_refused', 'login_known_bad'])
    await expect(testClient(baseUrl, { refusals }).client.login()).rejects.toMatchObject({ code });
});

test.each(['登录成功', '您的授权将于30天后到期，请联系销售', '您的密码将于7天后过期，请及时修改密码'])(
  'cookies stand for a session that the login leaves empty, beside %s',
  async (message) => {
    const { baseUrl } = await rawErp((each) => {
      if (isLogin(each)) return withCookie(message);
      return each.headers.cookie === 'ZBCCSN=abc' ? bill(5, { name: '甲' }) : refused('请重新登录');
    });
    expect((await testClient(baseUrl).client.customers.get(5)).found).toBe(true);
  },
);

function withCookie(message: string): Reply {
  return {
    ...answered({ status: 0, message, session: '' }),
    headers: { 'set-cookie': 'ZBCCSN=abc; path=/' },
  };
}

function answered(header: object): Reply {
  return { body: { header } };
}

test('a demanded captcha is its own error and is remembered too', async () => {
  const { baseUrl, seen } = await rawErp(() => refused('请输入验证码'));
  const refusals = memoryRefusalStore();
  for (let i = 0; i < 2; i++) {
    const { client } = testClient(baseUrl, { refusals });
    await expect(client.login()).rejects.toMatchObject({ code: 'captcha_demanded' });
  }
  expect(seen).toHaveLength(1);
});

test('a client that is not to log in by itself uses the session there is, and says so when it is dead', async () => {
  const { erp, deadTokens, logins } = erpWithTokens(refused('会话过期'));
  const { baseUrl } = await erp;
  const sessions = memorySessionStore();
  await testClient(baseUrl, { sessions }).client.login();
  const { client } = testClient(baseUrl, { sessions, autoLogin: false });
  expect((await client.customers.get(5)).found).toBe(true);
  deadTokens.add('T1');
  await expect(client.customers.get(5)).rejects.toMatchObject({ code: 'login_not_wanted', effect: 'none' });
  expect(logins()).toBe(1);
  await testClient(baseUrl, { sessions }).client.customers.get(5);
  expect((await client.customers.get(5)).found).toBe(true);
  expect(logins()).toBe(2);
});

test('a system that takes no logins just now has not refused the password', async () => {
  let busy = true;
  const { baseUrl } = await rawErp(() => (busy ? refused('系统繁忙，请稍后再试') : loggedIn()));
  const { client } = testClient(baseUrl);
  await expect(client.login()).rejects.toMatchObject({ code: 'login_unavailable', blame: 'transient' });
  busy = false;
  expect((await client.login()).fresh).toBe(true);
});

test('a login lost on the way is tried again', async () => {
  let calls = 0;
  const { baseUrl } = await rawErp(() => (++calls === 1 ? { drop: true } : loggedIn()));
  expect((await testClient(baseUrl).client.login()).fresh).toBe(true);
});

test('a token renewed by another process is used instead of logging in', async () => {
  const { erp, deadTokens, logins } = erpWithTokens(refused('会话过期'));
  const { baseUrl } = await erp;
  const sessions = fileSessionStore(join(folder, 'shared'));
  const one = testClient(baseUrl, { sessions }).client;
  const other = testClient(baseUrl, { sessions }).client;
  await one.login();
  expect(await other.login()).toEqual({ fresh: false, appVersion: null });
  deadTokens.add('T1');
  await one.customers.get(5);
  await other.customers.get(5);
  expect(logins()).toBe(2);
});

test('a token from the store that turns out dead as well leads to a login, not to a refusal', async () => {
  const { erp, deadTokens } = erpWithTokens(refused('会话过期'));
  const { baseUrl } = await erp;
  const sessions = memorySessionStore();
  const { client } = testClient(baseUrl, { sessions });
  await client.login();
  await sessions.save({ baseUrl, username: 'demo', token: 'OLD', cookies: {}, obtainedAt: 1 });
  deadTokens.add('T1').add('OLD');
  expect((await client.customers.get(5)).found).toBe(true);
});

test('the session of another ERP or another user in the store is left alone', async () => {
  const { erp } = erpWithTokens({});
  const { baseUrl, seen } = await erp;
  const sessions = memorySessionStore();
  await sessions.save({
    baseUrl: 'http://example.com',
    username: 'demo',
    token: 'X',
    cookies: {},
    obtainedAt: 1,
  });
  await testClient(baseUrl, { sessions }).client.customers.get(5);
  expect(seen.map(tokenIn)).toEqual(['', 'T1']);
});

test('cookies are kept, sent along and renewed, and stand in for an empty token', async () => {
  const { baseUrl, seen } = await rawErp((each) => {
    if (!isLogin(each))
      return { ...bill(5, { name: '甲' }), headers: { 'set-cookie': 'ZBCCSN=two; path=/' } };
    const cookies = ['ASP.NET_SessionId=abc; path=/; HttpOnly', 'ZBCCSN=one', 'gone=x; Max-Age=0'];
    return { ...loggedIn(''), headers: { 'set-cookie': cookies } };
  });
  const sessions = memorySessionStore();
  const { client } = testClient(baseUrl, { sessions });
  await client.customers.get(5);
  await client.customers.get(5);
  expect(seen.map(({ headers }) => headers.cookie)).toEqual([
    undefined,
    'ASP.NET_SessionId=abc; ZBCCSN=one',
    'ASP.NET_SessionId=abc; ZBCCSN=two',
  ]);
  expect(seen[1]?.body.session).toBe('');
  const next = testClient(baseUrl, { sessions }).client;
  expect((await next.login()).fresh).toBe(false);
});

test('logging out forgets the token here and in the store', async () => {
  const { erp, logins } = erpWithTokens({});
  const { baseUrl, seen } = await erp;
  const sessions = memorySessionStore();
  const { client } = testClient(baseUrl, { sessions });
  await client.login();
  await client.logout();
  expect(seen.at(-1)?.path).toBe('/webapi/v3/ov1/logout');
  expect(await sessions.load()).toMatchObject({ token: null });
  await client.customers.get(5);
  expect(logins()).toBe(2);
});

test('logging out ends the session that another process began, and logs nobody in for it', async () => {
  const { erp, deadTokens, logins } = erpWithTokens(LOGIN_PAGE, done(''));
  const { baseUrl, seen } = await erp;
  const sessions = memorySessionStore();
  const fresh = () => testClient(baseUrl, { sessions }).client;
  const before = fresh();
  await before.login();
  await fresh().call('session.logout', {});
  expect(seen.slice(1).map((each) => [each.path, tokenIn(each)])).toEqual([['/webapi/v3/ov1/logout', 'T1']]);
  expect(await sessions.load()).toMatchObject({ token: null, cookies: {} });
  await fresh().logout();
  expect(seen).toHaveLength(2);
  await fresh().login();
  deadTokens.add('T2');
  await fresh().logout();
  expect(await sessions.load()).toMatchObject({ token: null });
  await fresh().login();
  // Its own token is an older one than the store's.
  await before.logout();
  expect(seen.slice(-1).map(tokenIn)).toEqual(['T3']);
  expect(logins()).toBe(3);
});

test('a logout that did not reach the ERP says so, and the token is forgotten all the same', async () => {
  const { baseUrl } = await rawErp((seen) => (isLogin(seen) ? loggedIn() : { drop: true }));
  const sessions = memorySessionStore();
  const { client } = testClient(baseUrl, { sessions });
  await client.login();
  await expect(client.logout()).rejects.toMatchObject({ code: 'connection_lost' });
  expect(await sessions.load()).toMatchObject({ token: null });
});

test('the session file is the owner’s alone, whole at any time, and a broken one counts as none', async () => {
  const path = join(folder, 'deep', 'session');
  const store = fileSessionStore(path);
  expect(await store.load()).toBeNull();
  const session = { baseUrl: 'http://127.0.0.1', username: 'demo', token: 'T', cookies: {}, obtainedAt: 5 };
  await Promise.all(Array.from({ length: 20 }, () => store.save(session)));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await store.load()).toEqual(session);
  await writeFile(path, '{"token":');
  expect(await store.load()).toBeNull();
});

test('a login page in answer to a login means that the login stands under its older path', async () => {
  const { baseUrl, seen } = await rawErp(({ path }) => (path.endsWith('.asp') ? loggedIn() : LOGIN_PAGE));
  expect((await testClient(baseUrl).client.login()).fresh).toBe(true);
  const logins = seen.filter(isLogin).map(({ path }) => path);
  expect(logins).toEqual(['/webapi/v3/ov1/login', '/SYSA/mobilephone/login.asp']);
});
