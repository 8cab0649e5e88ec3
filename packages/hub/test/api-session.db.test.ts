import { createClient } from '@bangqiao/api';
import { expect, test } from 'vitest';
import { CODE, PASSWORD, refusal, startDesk } from './api-support.ts';

test('the first administrator is made once, with the code, and is signed in by it', async () => {
  const desk = await startDesk();
  const browser = await desk.browser();
  expect(await browser.ask('session.show')).toEqual({ user: null, rights: {}, needs_setup: true });
  const body = { code: 'WRONGWRONG', name: '王管理', password: PASSWORD };
  expect(await refusal(browser.ask('setup.administrator', { body }))).toBe('403 wrong_set_up_code');
  const made = await browser.ask('setup.administrator', { body: { ...body, code: CODE } });
  expect(made).toMatchObject({ user: { name: '王管理', role: 'administrator' }, needs_setup: false });
  expect((await browser.ask('session.show')).rights['users.manage']).toBe('all');
  const second = { ...body, code: CODE, name: '第二位' };
  expect(await refusal(browser.ask('setup.administrator', { body: second }))).toBe('409 set_up_done');
});

test('of two first administrators at once exactly one is made', async () => {
  const desk = await startDesk();
  const tries = ['甲', '乙', '丙'].map(async (name) =>
    refusal(
      (await desk.browser()).ask('setup.administrator', { body: { code: CODE, name, password: PASSWORD } }),
    ),
  );
  expect((await Promise.all(tries)).sort()).toEqual(['409 set_up_done', '409 set_up_done', 'not refused']);
});

test('the set-up is for this machine alone: what came through a proxy is refused', async () => {
  const desk = await startDesk();
  const answer = await fetch(`${desk.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bangqiao': '1', 'x-forwarded-for': '203.0.113.9' },
    body: JSON.stringify({ code: CODE, name: '王', password: PASSWORD }),
  });
  expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
    403,
    'set_up_elsewhere',
  ]);
});

test('passwords that everybody tries first are refused', async () => {
  const desk = await startDesk();
  const browser = await desk.browser();
  for (const password of ['password1234', '1111111111', 'wangguanli1']) {
    const body = { code: CODE, name: 'wangguanli', password };
    expect(await refusal(browser.ask('setup.administrator', { body }))).toBe('422 weak_password');
  }
});

test('a session is a new cookie at each sign-in, HttpOnly and SameSite=Strict, and ends by signing out', async () => {
  const desk = await startDesk();
  await desk.user('manager');
  const open = () =>
    fetch(`${desk.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bangqiao': '1' },
      body: JSON.stringify({ name: 'MANAGER ', password: PASSWORD }),
    });
  const [one, two] = [await open(), await open()].map((answer) => answer.headers.getSetCookie()[0] ?? '');
  expect(one).toMatch(/^bangqiao_session=[\w-]{43};.*HttpOnly; SameSite=Strict/);
  expect(two).not.toBe(one);
  const stored = await desk.store.db.selectFrom('sessions').select('key').execute();
  for (const { key } of stored) expect(`${one}${two}`).not.toContain(key);
  const browser = await desk.browser('manager');
  await browser.ask('session.close');
  expect(await refusal(browser.ask('customers.list'))).toBe('401 not_signed_in');
});

test('a session ends when nobody uses it, and at last however much it is used', async () => {
  const desk = await startDesk();
  const browser = await desk.user('manager');
  desk.later(desk.config.http.session_idle - 5);
  await browser.ask('customers.list');
  desk.later(desk.config.http.session_idle + 5);
  expect(await refusal(browser.ask('customers.list'))).toBe('401 not_signed_in');
  const again = await desk.browser('manager');
  const step = desk.config.http.session_idle - 5;
  for (let used = 0; used + step < desk.config.http.session_max; used += step) {
    desk.later(step);
    await again.ask('customers.list');
  }
  desk.later(step);
  expect(await refusal(again.ask('customers.list'))).toBe('401 not_signed_in');
});

test('wrong passwords lock a name for a while, whether or not anybody has it', async () => {
  const desk = await startDesk();
  await desk.user('manager');
  for (const name of ['manager', '没有这个人']) {
    const browser = await desk.browser();
    const wrong = () => refusal(browser.ask('session.open', { body: { name, password: 'not-this-one' } }));
    for (let tries = 0; tries < 5; tries += 1) expect(await wrong()).toBe('401 wrong_login');
    expect(await wrong()).toBe('429 locked_out');
  }
  const right = { name: 'manager', password: PASSWORD };
  const browser = await desk.browser();
  expect(await refusal(browser.ask('session.open', { body: right }))).toBe('429 locked_out');
  desk.later(31);
  expect(await refusal(browser.ask('session.open', { body: right }))).toBe('not refused');
});

test('fifty wrong passwords at once are not fifty guesses', async () => {
  const desk = await startDesk();
  await desk.user('manager');
  const browser = await desk.browser();
  const body = { name: 'manager', password: 'not-this-one' };
  const said = await Promise.all(
    Array.from({ length: 20 }, () => refusal(browser.ask('session.open', { body }))),
  );
  expect(said.filter((code) => code === '401 wrong_login').length).toBe(5);
});

test('a page elsewhere changes nothing: without the header, or with its own origin', async () => {
  const desk = await startDesk();
  await desk.user('administrator');
  const post = (headers: Record<string, string>) =>
    fetch(`${desk.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: 'administrator', password: PASSWORD }),
    }).then((answer) => answer.status);
  expect(await post({})).toBe(403);
  expect(await post({ 'x-bangqiao': '1', origin: 'https://example.com' })).toBe(403);
  expect(await post({ 'x-bangqiao': '1', origin: desk.url })).toBe(200);
});

test('a changed password ends the other sessions and keeps this one', async () => {
  const desk = await startDesk();
  const here = await desk.user('seller');
  const there = await desk.browser('seller');
  const body = { current: PASSWORD, password: 'another-long-one' };
  await here.ask('session.password', { body });
  expect(await refusal(there.ask('customers.list'))).toBe('401 not_signed_in');
  expect(await refusal(here.ask('customers.list'))).toBe('not refused');
  expect(await refusal(desk.browser('seller'))).toBe('401 wrong_login');
});

test('users are added, disabled at once, and never the last administrator', async () => {
  const desk = await startDesk();
  const administrator = await desk.user('administrator');
  const body = {
    name: '李销售',
    password: PASSWORD,
    role: 'seller',
    erp_user: { id: '7', name: '李' },
  } as const;
  const { id } = await administrator.ask('users.add', { body });
  expect(await refusal(administrator.ask('users.add', { body }))).toBe('409 user_exists');
  const seller = await desk.browser('李销售');
  await administrator.ask('users.change', { params: { id }, body: { disabled: true } });
  expect(await refusal(seller.ask('customers.list'))).toBe('401 not_signed_in');
  const [self] = (await administrator.ask('users.list')).users;
  const step = administrator.ask('users.change', { params: { id: self!.id }, body: { role: 'manager' } });
  expect(await refusal(step)).toBe('409 last_administrator');
});

test('a token may what its scopes and its user’s role both allow, and is kept only as a hash', async () => {
  const desk = await startDesk();
  const administrator = await desk.user('administrator');
  const [self] = (await administrator.ask('users.list')).users;
  const scopes = ['customers.read'] as const;
  const body = { name: '报表', user_id: self!.id, scopes: [...scopes], expires_in_days: 1 };
  const { token, about } = await administrator.ask('tokens.add', { body });
  const program = createClient({ baseUrl: desk.url, token });
  expect((await program.ask('customers.list')).items).toEqual([]);
  expect(await refusal(program.ask('users.list'))).toBe('403 not_allowed');
  const kept = JSON.stringify(await desk.store.db.selectFrom('api_tokens').selectAll().execute());
  expect(kept).not.toContain(token);
  desk.later(2 * 86_400);
  expect(await refusal(program.ask('customers.list'))).toBe('401 not_signed_in');
  const other = await administrator_token(desk, about.user_id);
  await (await desk.browser('administrator')).ask('tokens.revoke', { params: { id: other.id } });
  const revoked = createClient({ baseUrl: desk.url, token: other.token });
  expect(await refusal(revoked.ask('customers.list'))).toBe('401 not_signed_in');
});

async function administrator_token(desk: Awaited<ReturnType<typeof startDesk>>, user_id: number) {
  const client = await desk.browser('administrator');
  const body = { name: '另一个', user_id, scopes: ['customers.read' as const] };
  const { token, about } = await client.ask('tokens.add', { body });
  return { token, id: about.id };
}

test('what a person changed stands in the audit with who, what and how it ended, and no secret', async () => {
  const desk = await startDesk();
  const administrator = await desk.user('administrator');
  const body = { name: '赵只读', password: 'a-password-of-length', role: 'read_only' } as const;
  await administrator.ask('users.add', { body });
  await refusal(administrator.ask('users.add', { body }));
  const rows = await desk.store.db.selectFrom('audit').selectAll().orderBy('id').execute();
  expect(rows.map(({ who, via, action, outcome, code }) => [who, via, action, outcome, code])).toEqual([
    ['administrator', 'console', 'session.open', 'done', null],
    ['administrator', 'console', 'users.add', 'done', null],
    ['administrator', 'console', 'users.add', 'refused', 'user_exists'],
  ]);
  expect(JSON.stringify(rows)).not.toContain('a-password-of-length');
});

test('what is refused says where, in both languages, and unknown fields are', async () => {
  const desk = await startDesk();
  const administrator = await desk.user('administrator');
  const body = { name: '甲', password: PASSWORD, role: 'king', crown: true } as never;
  const error = await administrator.ask('users.add', { body }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ status: 400, code: 'invalid_input' });
  const { faults } = error as { faults: { path: string; problem: { zh: string } }[] };
  expect(faults.map(({ path, problem }) => [path, problem.zh])).toEqual([
    ['role', '不在可选范围内'],
    ['', '有不认识的字段'],
  ]);
});
