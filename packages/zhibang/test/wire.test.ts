import { memorySessionStore } from '@bangqiao/zhibang';
import { createSim } from '@bangqiao/zhibang-sim';
import { expect, test } from 'vitest';
import { drain, testClient } from './support/client.ts';
import {
  bill,
  done,
  ERROR_PAGE,
  isLogin,
  LOGIN_PAGE,
  LOGIN_PATH,
  loggedIn,
  type Reply,
  rawErp,
  refused,
  type Seen,
  table,
} from './support/raw-erp.ts';

/** Logs in, then answers `reply` to everything else. */
function answering(reply: Reply | ((seen: Seen) => Reply)) {
  return rawErp((seen) => (isLogin(seen) ? loggedIn() : typeof reply === 'function' ? reply(seen) : reply));
}

test('a login sends clear text with txt:, an empty captcha, and nothing else', async () => {
  const { baseUrl, seen } = await rawErp(() => loggedIn());
  const { client } = testClient(baseUrl);
  expect(await client.login()).toEqual({ fresh: true, appVersion: '32.17' });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.path).toBe(LOGIN_PATH);
  expect(seen[0]?.headers['content-type']).toMatch(/^application\/json/);
  expect(seen[0]?.body).toEqual({
    session: '',
    cmdkey: 'login',
    datas: [
      { id: 'user', val: 'txt:demo' },
      { id: 'password', val: 'txt:demo-pass' },
      { id: 'serialnum', val: 'txt:test0001' },
      { id: 'rndcode', val: '' },
    ],
  });
});

test('a list asks to refresh, in ascending ord, with the token in the body', async () => {
  const { baseUrl, seen } = await answering(table([['甲', 5]], { recordcount: 1, pagecount: 1 }));
  const { client } = testClient(`${baseUrl}/`);
  await drain(client.customers.list({ stype: 1 }, { pageSize: 100 }));
  expect(seen[1]?.path).toBe('/webapi/v3/ov1/salesmanage/custom/list');
  expect(seen[1]?.body).toEqual({
    session: 'T1',
    cmdkey: 'refresh',
    datas: [
      { id: 'stype', val: '1' },
      { id: 'pagesize', val: '100' },
      { id: 'pageindex', val: '1' },
      { id: '_rpt_sort', val: 'ord' },
    ],
  });
});

test('a save sends exactly the given fields and the ord, the type in the query', async () => {
  const { baseUrl, seen } = await answering(done());
  const { client } = testClient(baseUrl);
  const receipt = await client.customers.save({ ord: 77, kind: 2, fields: { name: '张三', sort1: '3,7' } });
  expect(receipt).toEqual({ message: '保存成功', ord: null });
  expect(seen[1]?.path).toBe('/webapi/v3/ov1/salesmanage/custom/add?intsort=2&apihelptype=save');
  expect(seen[1]?.body).toEqual({
    session: 'T1',
    cmdkey: '__sys_dosave',
    datas: [
      { id: 'ord', val: '77' },
      { id: 'name', val: '张三' },
      { id: 'sort1', val: '3,7' },
    ],
  });
});

test('forms and option lists go without cmdkey', async () => {
  const { baseUrl, seen } = await answering(({ path }) =>
    path.includes('enumid')
      ? { body: { header: { status: 0 }, body: { source: { options: [{ text: '网站注册', value: 171 }] } } } }
      : bill(9, { khid: 'KH9', name: '' }),
  );
  const { client } = testClient(baseUrl);
  expect(await client.customers.allocate(1)).toMatchObject({ ord: 9, khid: 'KH9' });
  expect(await client.options.options('ly')).toEqual([{ id: '171', label: '网站注册' }]);
  for (const { body } of seen.slice(1)) expect(Object.keys(body)).toEqual(['session', 'datas']);
  // Not even an empty `edit`: on an .asp path it alone tells reading from allocating.
  expect(seen[1]?.body.datas).toEqual([{ id: 'intsort', val: '1' }]);
  expect(seen[2]?.path).toBe('/webapi/v3/ov1/source?enumid=13');
});

test('v3 carries the token in the header, helper in the body under both names', async () => {
  const { baseUrl, seen } = await answering(({ path }) =>
    path.includes('Helper')
      ? { body: { flag: true, code: '200', msg: '' } }
      : { body: { Code: '200', Msg: '成功' } },
  );
  const { client } = testClient(baseUrl);
  expect(await client.customers.editV3({ ord: 5, fields: { name: '甲', sort1: '重点客户' } })).toEqual({
    message: '成功',
    ord: 5,
  });
  await client.helper('/webapi/apiHelper/stock/Stock/GetWarehouses', { a: 1 }, { writes: false });
  expect(seen[1]?.headers['zbapi-token']).toBe('T1');
  expect(seen[1]?.body).toEqual({ ord: 5, name: '甲', sort1: '重点客户' });
  expect(seen[2]?.body).toEqual({ Token: 'T1', session: 'T1', Datas: { a: 1 } });
});

test('a base URL with a path in front is kept', async () => {
  const { baseUrl, seen } = await rawErp(() => loggedIn());
  await testClient(`${baseUrl}/erp`).client.login();
  expect(seen[0]?.path).toBe(`/erp${LOGIN_PATH}`);
});

test('a missing handler is looked for under its older path, and remembered', async () => {
  const { baseUrl, seen } = await rawErp((each) => {
    if (each.path.startsWith('/webapi'))
      return { status: 404, type: 'text/plain', body: '/x 找不到对应处理程序' };
    return isLogin(each) ? loggedIn() : bill(5, { name: '甲' });
  });
  const { client } = testClient(baseUrl);
  await client.customers.get(5);
  await client.customers.get(5);
  expect(seen.map(({ path }) => path)).toEqual([
    LOGIN_PATH,
    '/SYSA/mobilephone/login.asp',
    '/webapi/v3/ov1/salesmanage/custom/add?edit=1&apihelptype=get',
    '/sysa/mobilephone/salesmanage/custom/add.asp?edit=1',
    '/sysa/mobilephone/salesmanage/custom/add.asp?edit=1',
  ]);
});

/** What an old system may answer under a path that it does not have. */
const NO_SUCH_PATH: Record<string, Reply> = {
  'an error page': ERROR_PAGE,
  'a login page': LOGIN_PAGE,
  'a redirect to the login page': { status: 302, headers: { location: '/login.aspx' }, body: '' },
  'HTTP 401': { status: 401, type: 'text/plain', body: '' },
  'HTTP 403': { status: 403, type: 'text/html', body: '<html>Forbidden</html>' },
  'HTTP 405': { status: 405, type: 'text/plain', body: '' },
  'an error page with HTTP 500': { ...ERROR_PAGE, status: 500 },
  'nothing at all': { body: '', type: 'text/plain' },
  'JSON of another kind': { body: { error: 'no such route' } },
};

for (const [how, missing] of Object.entries(NO_SUCH_PATH)) {
  test(`an old system that tells of a lacking path by ${how} is asked under its own paths, by a write at once, with one login`, async () => {
    const { baseUrl, seen } = await rawErp((each) => {
      if (each.path.startsWith('/webapi')) return missing;
      if (isLogin(each)) return loggedIn();
      return each.path.includes('reply') ? done() : bill(5, { name: '甲' });
    });
    const { client } = testClient(baseUrl);
    expect((await client.customers.get(5)).found).toBe(true);
    await client.customers.followUp({ ord: 5, intro: '谈过', sort: '484' });
    expect(client.stats().logins).toBe(1);
    expect(seen.filter(({ path }) => path.includes('reply'))).toHaveLength(1);
    const before = seen.length;
    await client.customers.get(5);
    expect(seen).toHaveLength(before + 1);
  });

  test(`a session from before is good on an old system that tells of a lacking path by ${how}, for a write too`, async () => {
    const { baseUrl, seen } = await rawErp(({ path }) => {
      if (path.startsWith('/webapi')) return missing;
      return path.includes('reply') ? done() : bill(5, { name: '甲' });
    });
    const sessions = memorySessionStore();
    await sessions.save({ baseUrl, username: 'demo', token: 'T1', cookies: {}, obtainedAt: 1 });
    expect((await testClient(baseUrl, { sessions }).client.customers.get(5)).found).toBe(true);
    const { client } = testClient(baseUrl, { sessions });
    await client.customers.followUp({ ord: 5, intro: '谈过', sort: '484' });
    expect(seen.filter(({ path }) => path.includes('reply'))).toHaveLength(1);
    expect(seen.some(isLogin)).toBe(false);
  });
}

test('an old system that sends unknown paths to its login page and answers an unread body with nothing is logged in to', async () => {
  const { baseUrl, seen } = await rawErp((each) => {
    if (each.path.startsWith('/webapi'))
      return { status: 302, headers: { location: '/login.aspx' }, body: '' };
    if (!each.headers['content-type']?.startsWith('application/zsml'))
      return { body: '', type: 'text/plain' };
    return isLogin(each) ? loggedIn() : bill(5, { name: '甲' });
  });
  expect((await testClient(baseUrl).client.customers.get(5)).found).toBe(true);
  expect(seen.filter(isLogin)).toHaveLength(2);
});

test('the password leaves at most twice for one login, whatever comes in answer', async () => {
  let asked = 0;
  const page = (): Reply => ({ ...LOGIN_PAGE, body: `${LOGIN_PAGE.body}<!-- ${asked} -->` });
  const absent: Reply = { status: 404, type: 'text/plain', body: 'not here' };
  const forbidden: Reply = { status: 403, type: 'text/html', body: '<html>Forbidden</html>' };
  const empty: Reply = { body: '', type: 'text/plain' };
  const answers: [newer: () => Reply, older: () => Reply][] = [
    [page, page],
    [() => absent, () => (asked < 3 ? { drop: true } : empty)],
    [page, () => refused('参数错误')],
    [page, () => refused('用户名不能为空')],
    [() => forbidden, page],
    [() => forbidden, () => refused('不支持的 Content-Type')],
  ];
  for (const [at, [newer, older]] of answers.entries()) {
    asked = 0;
    const { baseUrl, seen } = await rawErp((each) => {
      if (!isLogin(each)) return empty;
      asked++;
      return each.path.startsWith('/webapi') ? newer() : older();
    });
    await expect(testClient(baseUrl).client.login()).rejects.toMatchObject({ effect: 'none' });
    const sent = seen.filter(({ path, text }) => text.includes('demo-pass') && path !== LOGIN_PATH);
    const judgedAtNewer = newer() === absent ? 0 : seen.filter(({ path }) => path === LOGIN_PATH).length;
    expect([at, sent.length + judgedAtNewer]).toEqual([at, 2]);
  }
});

test('an old system whose login page tells of a dead token under the path that it has is logged in to again', async () => {
  for (const missing of [ERROR_PAGE, { body: '', type: 'text/plain' }]) {
    const { baseUrl } = await rawErp((each) => {
      if (each.path.startsWith('/webapi')) return missing;
      if (isLogin(each)) return loggedIn('T2');
      return each.body.session === 'T2' ? bill(5, { name: '甲' }) : LOGIN_PAGE;
    });
    const sessions = memorySessionStore();
    await sessions.save({ baseUrl, username: 'demo', token: 'T1', cookies: {}, obtainedAt: 1 });
    const { client } = testClient(baseUrl, { sessions });
    expect((await client.customers.get(5)).found).toBe(true);
    expect(client.stats().logins).toBe(1);
  }
});

test('a first write with a dead session is made once, with a new one, where lacking paths and dead tokens get the login page alike', async () => {
  const { baseUrl, seen } = await rawErp((each) => {
    if (each.path.startsWith('/webapi')) return LOGIN_PAGE;
    if (isLogin(each)) return loggedIn('T2');
    if (each.body.session !== 'T2') return LOGIN_PAGE;
    return each.path.includes('reply') ? done() : bill(5, { name: '甲' });
  });
  const sessions = memorySessionStore();
  await sessions.save({ baseUrl, username: 'demo', token: 'T1', cookies: {}, obtainedAt: 1 });
  const { client } = testClient(baseUrl, { sessions });
  await client.customers.followUp({ ord: 5, intro: '谈过', sort: '484' });
  expect(client.stats().logins).toBe(1);
  const sent = seen.filter(({ path }) => path.includes('reply'));
  expect(sent.map(({ body }) => body.session)).toEqual(['T2']);
});

test('a write that is told missing under its older path and is lost under the documented one may have taken effect', async () => {
  const missing: Reply = { status: 404, type: 'text/plain', body: '找不到对应处理程序' };
  const { baseUrl } = await rawErp((each) => {
    if (each.path.includes('reply')) return each.path.startsWith('/webapi') ? { drop: true } : missing;
    if (each.path.startsWith('/webapi')) return missing;
    return isLogin(each) ? loggedIn() : bill(5, { name: '甲' });
  });
  const { customers } = testClient(baseUrl).client;
  await customers.get(5);
  await expect(customers.followUp({ ord: 5, intro: '谈过', sort: '484' })).rejects.toMatchObject({
    code: 'connection_lost',
    effect: 'unknown',
  });
});

test('a page that comes by chance does not turn a call away from the path where it was answered', async () => {
  let trouble = false;
  const { baseUrl, seen } = await answering(() => (trouble ? ERROR_PAGE : bill(5, { name: '甲' })));
  const { client } = testClient(baseUrl);
  await client.customers.get(5);
  trouble = true;
  await expect(client.customers.get(5)).rejects.toMatchObject({ code: 'html_answer' });
  expect(seen.some(({ path }) => path.includes('.asp'))).toBe(false);
});

test('a handler missing under both paths is told as such, and a save behind it took no effect', async () => {
  const { baseUrl } = await answering({ type: 'text/html', body: '<html>找不到对应处理程序</html>' });
  const { client } = testClient(baseUrl);
  await expect(client.customers.save({ ord: 1, kind: 1, fields: {} })).rejects.toMatchObject({
    code: 'missing_handler',
    effect: 'none',
  });
});

test('an old system gets application/zsml on its asp paths once it has shown that it wants it', async () => {
  const { baseUrl, seen } = await rawErp((each) => {
    if (each.path.startsWith('/webapi')) return { status: 404, type: 'text/plain', body: 'not here' };
    if (!each.headers['content-type']?.startsWith('application/zsml')) return refused('用户名不能为空');
    return isLogin(each) ? loggedIn() : bill(5, { name: '甲' });
  });
  const { client } = testClient(baseUrl);
  await client.customers.get(5);
  expect(seen.map(({ headers }) => headers['content-type'])).toEqual([
    'application/json; charset=utf-8',
    'application/json; charset=utf-8',
    'application/zsml; charset=utf-8',
    'application/json; charset=utf-8',
    'application/zsml; charset=utf-8',
  ]);
  expect(client.stats().logins).toBe(1);
});

/** Reads a body of `application/zsml` only; `unread` answers any other. */
function oldSystem(unread: Reply, token = 'T1') {
  return rawErp((each) => {
    if (each.path.startsWith('/webapi')) return { status: 404, type: 'text/plain', body: 'not here' };
    if (!each.headers['content-type']?.startsWith('application/zsml')) return unread;
    if (isLogin(each)) return loggedIn(token);
    return each.body.session === token ? bill(5, { name: '甲' }) : refused('会话已失效');
  });
}

test('an old system that misses the token in a body it cannot read is spoken to as it wants, without a login', async () => {
  const { baseUrl, seen } = await oldSystem(refused('会话已失效'));
  const sessions = memorySessionStore();
  await sessions.save({ baseUrl, username: 'demo', token: 'T1', cookies: {}, obtainedAt: 1 });
  const { client } = testClient(baseUrl, { sessions });
  expect((await client.customers.get(5)).found).toBe(true);
  expect(seen.some(isLogin)).toBe(false);
});

test('a dead token on an old system does not keep the login from being read', async () => {
  const { baseUrl } = await rawErp((each) => {
    if (each.path.startsWith('/webapi')) return { status: 404, type: 'text/plain', body: 'not here' };
    const isRead = each.headers['content-type']?.startsWith('application/zsml');
    if (isLogin(each)) return isRead ? loggedIn('T2') : refused('用户名不能为空');
    return isRead && each.body.session === 'T2' ? bill(5, { name: '甲' }) : refused('会话已失效');
  });
  const sessions = memorySessionStore();
  await sessions.save({ baseUrl, username: 'demo', token: 'T1', cookies: {}, obtainedAt: 1 });
  const { client } = testClient(baseUrl, { sessions });
  expect((await client.customers.get(5)).found).toBe(true);
  expect(client.stats().logins).toBe(1);
});

for (const words of [
  '请求格式错误',
  '不支持的媒体类型',
  '非法请求',
  '数据格式不正确',
  '参数错误',
  'Bad Request',
]) {
  test(`an old system that says ${words} of a body it cannot read is spoken to as it wants, with a session from before too`, async () => {
    const { baseUrl } = await oldSystem(refused(words));
    const sessions = memorySessionStore();
    for (const logins of [1, 0]) {
      const { client } = testClient(baseUrl, { sessions });
      expect((await client.customers.get(5)).found).toBe(true);
      expect(client.stats().logins).toBe(logins);
    }
  });
}

test('a password that an old system refuses is read once, in whatever words', async () => {
  for (const words of ['登录失败', '用户名或密码错误', '密码格式不正确', '账号数据错误']) {
    const { baseUrl, seen } = await oldSystem(refused(words));
    await expect(testClient(baseUrl).client.login()).rejects.toMatchObject({ code: 'login_refused' });
    expect(seen.filter(({ path }) => path.endsWith('login.asp'))).toHaveLength(1);
  }
});

test('an old system that sends its login page for a body it cannot read is logged in to', async () => {
  const { baseUrl, seen } = await oldSystem(LOGIN_PAGE);
  const { client } = testClient(baseUrl);
  expect((await client.customers.get(5)).found).toBe(true);
  expect(seen.filter(({ path }) => path.endsWith('login.asp'))).toHaveLength(2);
});

test('a save that an old system turned away for its content type and whose second answer is lost may have taken effect', async () => {
  const { baseUrl } = await rawErp((each) => {
    if (each.path.startsWith('/webapi')) return { status: 404, type: 'text/plain', body: 'not here' };
    if (isLogin(each)) return loggedIn();
    const isRead = each.headers['content-type']?.startsWith('application/zsml');
    return isRead ? { drop: true } : { status: 415, type: 'text/plain', body: '' };
  });
  await expect(
    testClient(baseUrl).client.customers.save({ ord: 5, kind: 1, fields: {} }),
  ).rejects.toMatchObject({ code: 'connection_lost', effect: 'unknown' });
});

/** A refusal whose header says less than the message beside it. */
function refusedBeside(message: string, text: string): Reply {
  return { body: { header: { status: 1, message }, body: { message: { title: '提示', text } } } };
}

const MESSAGES: [string, string, string | null][] = [
  ['客户编号重复，请重新输入', 'duplicate', 'khid'],
  ['该客户名称已存在', 'duplicate', 'name'],
  ['手机号码已被使用', 'duplicate', 'mobile'],
  ['办公电话重复', 'duplicate', 'phone'],
  ['电子邮件已存在', 'duplicate', 'email'],
  ['客户名称不能为空', 'missing_field', 'name'],
  ['请选择客户分类', 'missing_field', 'sort1'],
  ['客户名称长度不能超过100个字', 'too_long', 'name'],
  ['您没有查看该客户的权限', 'no_permission', null],
  ['单据不存在', 'not_found', null],
  ['客户来源【微信】不存在', 'invalid_value', 'ly'],
  ['手机格式不正确', 'invalid_value', 'mobile'],
  ['本月不允许操作', 'business_refusal', null],
  ['该客户超时未跟进，已自动退回公海', 'business_refusal', null],
  ['客户名称:东莞市滑块机械厂已存在', 'duplicate', 'name'],
  ['【客户名称】已存在', 'duplicate', 'name'],
  ['您不能查看该客户', 'no_permission', null],
  ['拒绝访问', 'no_permission', null],
];

for (const [message, code, field] of MESSAGES) {
  test(`a save refused with ${message} is ${code}, by status and by message alike`, async () => {
    for (const reply of [refused(message), done(message)]) {
      const { baseUrl, seen } = await answering(reply);
      const { client } = testClient(baseUrl);
      await expect(client.customers.save({ ord: 1, kind: 1, fields: {} })).rejects.toMatchObject({
        code,
        field,
        effect: 'none',
        erpMessage: message,
      });
      expect(seen).toHaveLength(2);
    }
  });
}

test.each(['保存超时', '系统异常', '操作超时，请稍后再试', '事务被选作死锁牺牲品'])(
  'a save answered with %s may have been stored, by status and by message alike, and is sent once',
  async (words) => {
    for (const reply of [refused(words), done(words), refusedBeside('操作失败', words)]) {
      const { baseUrl, seen } = await answering(reply);
      const { customers } = testClient(baseUrl).client;
      const unknown = { code: 'server_error', effect: 'unknown', erpMessage: words };
      await expect(customers.save({ ord: 1, kind: 1, fields: {} })).rejects.toMatchObject(unknown);
      await expect(customers.followUp({ ord: 1, intro: '已联系', sort: '481' })).rejects.toMatchObject(
        unknown,
      );
      expect(seen).toHaveLength(3);
    }
  },
);

test('trouble beside a plain reason leaves a follow-up in doubt; a save, which is read back, is refused by the reason', async () => {
  const { baseUrl } = await answering(refused('系统错误：内容不能为空'));
  const { customers } = testClient(baseUrl).client;
  const sent = customers.followUp({ ord: 1, intro: '已联系', sort: '481' });
  await expect(sent).rejects.toMatchObject({ code: 'missing_field', effect: 'unknown' });
  const saved = customers.save({ ord: 1, kind: 1, fields: {} });
  await expect(saved).rejects.toMatchObject({ code: 'missing_field', effect: 'none' });
});

test('a dead token is told from the words beside a header that only says that it failed', async () => {
  let token = 0;
  const { baseUrl } = await rawErp((each) => {
    if (isLogin(each)) return loggedIn(`T${++token}`);
    return each.body.session === 'T1' ? refusedBeside('操作失败', '登录超时，请重新登录') : done();
  });
  const { client } = testClient(baseUrl);
  expect(await client.customers.save({ ord: 1, kind: 1, fields: {} })).toMatchObject({ message: '保存成功' });
  expect(client.stats().logins).toBe(2);
});

test('a follow-up that says it was saved is not sent again for what it quotes', async () => {
  const { baseUrl, seen } = await answering(done('跟进【客户说要重新登录】保存成功'));
  await testClient(baseUrl).client.customers.followUp({ ord: 1, intro: '客户说要重新登录', sort: '481' });
  expect(seen).toHaveLength(2);
});

test('a message that says success is one, whatever else it mentions', async () => {
  for (const text of ['保存成功', '保存成功，该手机与其他客户重复，请注意', 'ok', '客户编号 KH1']) {
    const { baseUrl } = await answering(done(text));
    const receipt = await testClient(baseUrl).client.customers.save({ ord: 1, kind: 1, fields: {} });
    expect(receipt.message).toBe(text);
  }
  const { baseUrl } = await answering(done('保存不成功'));
  await expect(testClient(baseUrl).client.customers.save({ ord: 1, kind: 1, fields: {} })).rejects.toThrow();
});

test('a detail field may be text, number, null, a list or an object, in nested groups', async () => {
  const document = {
    header: { status: '0' },
    data: {
      value: '5',
      groups: [
        { fields: [{ id: 'NAME', value: ' 甲 ' }], groups: [{ fields: [{ id: 'weixinacc', value: null }] }] },
        {
          fields: [
            { id: 'ly', value: { value: 171, text: '网站注册' } },
            { id: 'sort1', value: [3, 7] },
          ],
        },
      ],
    },
  };
  const { baseUrl } = await answering({ body: document });
  const reading = await testClient(baseUrl).client.customers.get(5);
  expect(reading).toMatchObject({ found: true });
  expect(reading.found && reading.bill.fields).toEqual({
    name: '甲',
    weixinAcc: '',
    ly: '171',
    sort1: '3,7',
  });
});

test('another record in answer to a detail is not this one', async () => {
  const { baseUrl } = await answering(bill(6, { name: '乙' }));
  expect(await testClient(baseUrl).client.customers.get(5)).toMatchObject({ found: false, why: 'empty' });
});

test('a detail that may not be seen throws no_permission, by status and by message alike', async () => {
  for (const reply of [refused('无权查看'), done('您没有权限查看此客户')]) {
    const { baseUrl } = await answering(reply);
    await expect(testClient(baseUrl).client.customers.get(5)).rejects.toMatchObject({
      code: 'no_permission',
    });
  }
});

test('a record that no list can be read to its end for is neither there nor gone', async () => {
  const { baseUrl } = await answering(({ path }) =>
    path.includes('edit=1') ? refused('数据不存在') : refused('本列表已停用'),
  );
  expect(await testClient(baseUrl).client.customers.exists(5)).toBe('unknown');
});

/** A detail that answers `about` for 5 and `nobody` for any other record; lists without rows. */
function existing(
  about: Reply,
  nobody: Reply = refused('单据不存在'),
  pool: Reply = table([], { recordcount: 0 }),
) {
  return answering(({ path, text }) => {
    if (path.includes('edit=1')) return text.includes('"val":"5"') ? about : nobody;
    return text.includes('"stype"') ? pool : table([], { recordcount: 0 });
  });
}

test('words that say neither that a record is gone nor that it is hidden leave it open', async () => {
  const { baseUrl } = await existing(refused('该客户由总部管理'));
  const { client } = testClient(baseUrl);
  expect(await client.customers.get(5)).toMatchObject({ found: false, why: 'unclear' });
  expect(await client.customers.exists(5)).toBe('unknown');
});

test('words that nobody foresaw are believed where the ERP says the same of a record that cannot exist', async () => {
  const { baseUrl } = await existing(refused('档案 5 未建档'), refused('档案 2147483629 未建档'));
  expect(await testClient(baseUrl).client.customers.exists(5)).toBe('no');
});

test('words that the ERP says of every record, of those that its list shows too, mean nothing', async () => {
  const { baseUrl } = await answering(({ path, text }) => {
    if (path.includes('edit=1')) return refused('资料暂不提供');
    return text.includes('telord') ? table([], { recordcount: 0 }) : table([['甲', 1]], { recordcount: 1 });
  });
  expect(await testClient(baseUrl).client.customers.exists(5)).toBe('unknown');
});

test('what the ERP says of a record that cannot exist is asked once', async () => {
  const asked: string[] = [];
  const { baseUrl } = await answering(({ path, text }) => {
    if (!path.includes('edit=1')) return table([], { recordcount: 0 });
    asked.push(/"ord","val":"(\d+)"/.exec(text)?.[1] ?? text);
    return refused('档案未建档');
  });
  const { client } = testClient(baseUrl);
  for (const ord of [5, 6, 7]) expect(await client.customers.exists(ord)).toBe('no');
  expect(asked.filter((ord) => Number(ord) > 7)).toHaveLength(1);
});

test('passing trouble is no word about the record', async () => {
  const { baseUrl } = await existing(refused('系统繁忙，请稍后再试'));
  const { client } = testClient(baseUrl);
  for (const asked of [client.customers.get(5), client.customers.exists(5)])
    await expect(asked).rejects.toMatchObject({ code: 'server_error', blame: 'transient' });
});

/** Says `words` of whatever record is not among `there`; the filter `telord` finds nothing. */
function wordsForAbsent(words: (ord: number) => Reply, there: number[] = [1]) {
  return answering(({ path, text }) => {
    const ord = Number(/"ord","val":"(\d+)"/.exec(text)?.[1]);
    if (path.includes('edit=1')) return there.includes(ord) ? bill(ord, { name: '甲' }) : words(ord);
    if (text.includes('telord')) return table([], { recordcount: 0 });
    return table(
      there.map((each) => ['甲', each]),
      { recordcount: there.length },
    );
  });
}

test('trouble that the ERP tells of every record that is not there, while it opens others, is how it puts that there is none', async () => {
  const { baseUrl } = await wordsForAbsent(() => refused('系统异常'));
  const { client } = testClient(baseUrl);
  expect(await client.customers.get(5)).toMatchObject({ found: false, why: 'unclear', message: '系统异常' });
  expect(await client.customers.exists(5)).toBe('no');
});

test('trouble that the ERP tells of all records, or of this one alone, is no word about the record', async () => {
  for (const erp of [
    await wordsForAbsent(() => refused('系统异常'), []),
    await wordsForAbsent((ord) => refused(ord === 5 ? '系统异常' : '单据不存在')),
  ]) {
    const { customers } = testClient(erp.baseUrl).client;
    for (const asked of [customers.get(5), customers.exists(5)])
      await expect(asked).rejects.toMatchObject({ code: 'server_error' });
  }
});

test('words that differ from those for nobody mean that there is none where they come twice and another record opens', async () => {
  const said = (words: string) => wordsForAbsent((ord) => refused(ord === 5 ? words : '数据不存在'));
  for (const [words, existence] of [
    ['参数错误(5)', 'no'],
    ['无对应档案', 'no'],
    ['该客户由总部管理', 'unknown'],
    ['单据正在审核，请联系管理员', 'unknown'],
    ['该客户跟进超时，已被收回', 'unknown'],
  ] as const) {
    const { baseUrl } = await said(words);
    expect([words, await testClient(baseUrl).client.customers.exists(5)]).toEqual([words, existence]);
  }
  let asked = 0;
  const { baseUrl } = await wordsForAbsent((ord) =>
    refused(ord === 5 ? `出错原因${'甲乙丙'[asked++ % 3]}` : '数据不存在'),
  );
  expect(await testClient(baseUrl).client.customers.exists(5)).toBe('unknown');
});

test('a record that is gone is told as gone whatever trouble is named beside it, and none is called hidden for words without rights', async () => {
  for (const words of [
    '系统错误：单据不存在',
    '数据不存在，请稍后重试',
    '单据无法打开',
    '编号不在有效范围内',
  ]) {
    const { baseUrl } = await existing(refused(words), refused(words));
    expect([words, await testClient(baseUrl).client.customers.exists(5)]).toEqual([words, 'no']);
  }
});

test('a customer that may not be looked at is hidden, in whatever words', async () => {
  for (const words of ['您不能查看该客户', '拒绝访问', '该客户不在您的可见范围内']) {
    const { baseUrl } = await existing(refused(words), refused(words));
    expect(await testClient(baseUrl).client.customers.exists(5)).toBe('hidden');
  }
});

test('a customer that went back to the pool for want of a follow-up is found there, and is no trouble', async () => {
  const inPool = table([['甲', 5]], { recordcount: 1 });
  const { baseUrl } = await existing(refused('该客户超时未跟进，已自动退回公海'), undefined, inPool);
  const { customers } = testClient(baseUrl).client;
  expect(await customers.get(5)).toMatchObject({ found: false, why: 'unclear' });
  expect(await customers.exists(5)).toBe('pool');
});

test('one empty form proves nothing: the record is asked for again', async () => {
  let asked = 0;
  const { baseUrl } = await answering(() => (asked++ === 0 ? bill(0, {}) : bill(5, { name: '甲' })));
  expect((await testClient(baseUrl).client.customers.get(5)).found).toBe(true);
});

test('an account that may not see the pool can still learn that a customer is gone', async () => {
  const { baseUrl } = await existing(refused('单据不存在'), undefined, refused('无权查看客户池'));
  expect(await testClient(baseUrl).client.customers.exists(5)).toBe('no');
});

test('a hit of the list counts only when the ord is the very one', async () => {
  const { baseUrl } = await answering(({ path }) =>
    path.includes('edit=1')
      ? refused('单据不存在')
      : table(
          [
            ['甲', 55],
            ['乙', 15],
          ],
          { recordcount: 2 },
        ),
  );
  expect(await testClient(baseUrl).client.customers.exists(5)).toBe('no');
});

test('a list that answers only its skeleton is not an empty list', async () => {
  const source = { type_: 'table', table: { cols: [{ id: 'ord' }] } };
  const { baseUrl } = await answering({ body: { header: { status: 0 }, body: { source } } });
  await expect(drain(testClient(baseUrl).client.customers.list())).rejects.toMatchObject({
    code: 'protocol',
  });
});

test('rows without an ord column take the row’s own ord or id; rows without either are counted, not guessed', async () => {
  const rows = [{ id: 7, value: ['甲'] }, { ord: '8', value: ['乙'] }, ['合计'], { value: ['丙'] }];
  const { baseUrl } = await answering(table(rows, { recordcount: 4 }, ['name']));
  const { pages, ords, outcome } = await drain(testClient(baseUrl).client.customers.list());
  expect([...ords]).toEqual([7, 8]);
  expect(pages[0]).toMatchObject({ unusable: 2, columns: ['name'] });
  expect(outcome).toMatchObject({ complete: false });
  expect(outcome.reason).toContain('2 rows without an id');
});

test('a count below what stands on the page is no count', async () => {
  const { baseUrl } = await answering(
    table(
      [
        ['甲', 1],
        ['乙', 2],
      ],
      { recordcount: 0, pagecount: 0 },
    ),
  );
  const { outcome } = await drain(testClient(baseUrl).client.customers.list());
  expect(outcome).toMatchObject({ complete: true, recordCount: null, distinct: 2 });
});

test('a page count alone says where to stop, and two passes prove the rest', async () => {
  const rows = [
    [
      ['甲', 1],
      ['乙', 2],
    ],
    [['丙', 3]],
  ];
  const { baseUrl, seen } = await answering(({ text }) => {
    const index = Number(/"pageindex","val":"(\d+)"/.exec(text)?.[1]);
    return table(rows[index - 1] ?? [], { pagecount: '2' });
  });
  const { outcome } = await drain(testClient(baseUrl).client.customers.list());
  expect(outcome).toMatchObject({ complete: true, distinct: 3, pages: 4 });
  expect(seen).toHaveLength(5);
});

test('columns this package does not know keep their id', async () => {
  const { baseUrl } = await answering(
    table([['甲', 1, 'x']], { recordcount: 1 }, ['Name', 'ORD', 'zdy_Field1']),
  );
  const { pages } = await drain(testClient(baseUrl).client.customers.list());
  expect(pages[0]?.columns).toEqual(['name', 'ord', 'zdy_Field1']);
});

test('data may be the source, the bill or the message itself', async () => {
  const document = (data: unknown): Reply => ({ body: { header: { status: 0 }, data } });
  const { baseUrl } = await answering(({ path, body }) => {
    if (body.cmdkey === '__sys_dosave') return document({ title: '提示', text: '客户编号重复' });
    if (path.includes('custom/list'))
      return document({ table: { cols: [{ id: 'ord' }], rows: [[5]], page: { recordcount: 1 } } });
    if (path.includes('enumid')) return document({ options: [{ text: '网站注册', value: '171' }] });
    return document({ value: 5 });
  });
  const { client } = testClient(baseUrl);
  expect((await drain(client.customers.list())).ords).toEqual(new Set([5]));
  expect(await client.options.options('jz')).toEqual([{ id: '171', label: '网站注册' }]);
  expect(await client.customers.allocate(1)).toMatchObject({ ord: 5, khid: null });
  await expect(client.customers.save({ ord: 5, kind: 1, fields: {} })).rejects.toMatchObject({
    field: 'khid',
  });
});

test('v3 lists may name their columns plainly or as objects, and tell their pages as text', async () => {
  for (const Cols of [
    ['ord', 'name'],
    [{ id: 'ord', title: 'ID' }, { name: 'name' }],
  ]) {
    const { baseUrl, seen } = await answering({
      body: { Code: 200, Msg: '', Page: { RecordCount: '1', PageCount: '1' }, Cols, Rows: [['5', '甲']] },
    });
    const { pages, outcome } = await drain(
      testClient(baseUrl).client.v3List('/webapi/v3/orgs/user/list', { name: '甲' }),
    );
    expect(pages[0]).toMatchObject({ columns: ['ord', 'name'], rows: [{ ord: 5, values: ['5', '甲'] }] });
    expect(outcome.complete).toBe(true);
    expect(seen[1]?.body).toEqual({ name: '甲', page_size: 500, page_index: 1 });
  }
});

test('a helper answer with flag false is a refusal, even with code 200', async () => {
  const { baseUrl } = await answering({ body: { flag: false, code: 200, msg: '参数不正确' } });
  await expect(testClient(baseUrl).client.helper('/webapi/apiHelper/x')).rejects.toMatchObject({
    code: 'invalid_value',
  });
});

test('users come from the list of accounts where the system has no tree of them', async () => {
  const { baseUrl } = await answering(({ path }) =>
    path.includes('gate_list')
      ? { status: 404, type: 'text/plain', body: '找不到对应处理程序' }
      : {
          body: {
            Code: 200,
            Page: { RecordCount: 1 },
            Cols: ['ord', 'username', 'name'],
            Rows: [[63, 'zm', '赵敏']],
          },
        },
  );
  expect(await testClient(baseUrl).client.options.users()).toEqual([{ id: '63', label: '赵敏' }]);
});

test('categories are looked for where they stand: a path without the interface, or with none to offer, is passed over', async () => {
  const options = (list: unknown[]): Reply => ({
    body: { header: { status: 0 }, body: { source: { options: list } } },
  });
  const here: Record<string, Reply> = {
    'systemmanage/telsort_list': refused('接口不存在'),
    'salesmanage/custom/telsort_list': done('欢迎使用'),
    'salesmanage/telsort_list': options([]),
    'ov1/telsort_list': options([{ text: '重点', value: '3' }]),
  };
  const { baseUrl } = await answering(
    ({ path }) => Object.entries(here).find(([ending]) => path.includes(ending))?.[1] ?? ERROR_PAGE,
  );
  expect(await testClient(baseUrl).client.options.categories()).toMatchObject([{ id: '3', label: '重点' }]);
});

test.each(['html200', 'errorPage', 'loginPage', 'empty', 'refusal', 'error500'] as const)(
  'a category tree in another folder is found where its usual one is told to be lacking by %s',
  async (as) => {
    const oddities = { missingHandlers: ['systemmanage/telsort_list'], missingHandlerAs: as };
    const sim = createSim({ customers: 5, oddities });
    const { client } = testClient(await sim.listen());
    expect((await client.options.categories()).length).toBeGreaterThan(0);
    expect((await client.options.areas()).length).toBeGreaterThan(0);
    expect(sim.stats.logins).toBeLessThanOrEqual(2);
    await client.close();
    await sim.close();
  },
);

test('a tree that a server fails at in every folder is tried again in the first alone', async () => {
  const { baseUrl, seen } = await answering({ ...ERROR_PAGE, status: 500 });
  await expect(testClient(baseUrl).client.options.categories()).rejects.toMatchObject({
    code: 'server_error',
  });
  expect(seen.filter(({ path }) => path.includes('telsort_list'))).toHaveLength(6);
});

test('a list of users that passing trouble keeps from being read is not an empty one', async () => {
  const { baseUrl } = await answering(({ path }) =>
    path.includes('gate_list') ? ERROR_PAGE : { status: 404, type: 'text/plain', body: '找不到对应处理程序' },
  );
  await expect(testClient(baseUrl).client.options.users()).rejects.toMatchObject({ code: 'html_answer' });
});

test('a system that gives out no list of its users has none to choose from', async () => {
  const { baseUrl } = await answering(({ path }) =>
    path.includes('gate_list')
      ? refused('接口不存在')
      : { status: 404, type: 'text/plain', body: '找不到对应处理程序' },
  );
  expect(await testClient(baseUrl).client.options.users()).toEqual([]);
});

/** A detail that knows nobody, and a list that ignores its filter: `perPage` rows a page, in the order of `ordOf`. */
function listOfAll(count: number, perPage: number, ordOf: (at: number) => unknown, counts = true) {
  return answering(({ path, text }) => {
    if (path.includes('edit=1')) return refused('单据不存在');
    const index = Number(/"pageindex","val":"(\d+)"/.exec(text)?.[1]);
    const from = (index - 1) * perPage;
    const rows = Array.from({ length: Math.max(0, Math.min(perPage, count - from)) }, (_, at) => [
      '甲',
      ordOf(from + at),
    ]);
    return table(rows, counts ? { recordcount: count } : undefined);
  });
}

const WAYS: [string, (at: number) => number][] = [
  ['ascending', (at) => at * 2 + 10],
  ['newest first', (at) => 200_010 - at * 2],
];

test.each(WAYS)(
  'where the filter is ignored a place in a list that is %s is found by halves, however long the list',
  async (_way, ordOf) => {
    const { baseUrl, seen } = await listOfAll(100_001, 20, ordOf);
    const { client } = testClient(baseUrl);
    for (const [ord, there] of [
      [5, 'no'],
      [10, 'yes'],
      [77_777, 'no'],
      [77_778, 'yes'],
      [50_047, 'no'],
      [200_010, 'yes'],
      [200_011, 'no'],
    ] as const)
      expect([ord, await client.customers.exists(ord)]).toEqual([ord, there]);
    expect(seen.length).toBeLessThan(200);
  },
);

test('a list that is not sorted, whose filter is ignored, is not read for ever, counted or not, and proves no absence', async () => {
  const mixed = (at: number) => ((at * 7_919) % 10_007) + 1;
  for (const [count, perPage, counts] of [
    [10_000, 1, true],
    [10_000, 20, true],
    [7_000, 20, true],
    [10_000, 20, false],
  ] as const) {
    const { baseUrl, seen } = await listOfAll(count, perPage, mixed, counts);
    expect(await testClient(baseUrl).client.customers.exists(20_000)).toBe('unknown');
    expect(seen.length).toBeLessThan(60);
  }
});

test('where a write hangs on it, a list of small pages is walked further, and not where it counts too many rows', async () => {
  const mixed = (at: number) => ((at * 7_919) % 10_007) + 1;
  const asked = async (count: number) => {
    const { baseUrl, seen } = await listOfAll(count, 20, mixed);
    const { customers } = testClient(baseUrl).client;
    const told = [await customers.exists(20_000), await customers.exists(20_000, { thoroughly: true })];
    return { told, calls: seen.length };
  };
  expect((await asked(1_000)).told).toEqual(['unknown', 'no']);
  const tooLong = await asked(10_000);
  expect(tooLong.told).toEqual(['unknown', 'unknown']);
  expect(tooLong.calls).toBeLessThan(120);
});

test('a list that neither counts nor sorts nor filters is walked over its small pages to its end', async () => {
  const { baseUrl } = await listOfAll(700, 20, (at) => 1_000 - at, false);
  const { client } = testClient(baseUrl);
  expect(await client.customers.exists(5)).toBe('no');
  expect(await client.customers.exists(301)).toBe('yes');
});

test('a row without a readable id at the place of a record keeps its absence from being proved', async () => {
  const { baseUrl } = await listOfAll(100, 20, (at) => (at === 50 ? '' : at * 2 + 10));
  expect(await testClient(baseUrl).client.customers.exists(110)).toBe('unknown');
});
