import { describe, expect, it } from 'vitest';
import { CAPTCHA } from '../src/index.ts';
import { column, credentials, enter, messageOf, pairs, post, table, visit } from './visitor.ts';

const login = (base: string, datas: unknown) =>
  post(base, '/webapi/v3/ov1/login', { session: '', cmdkey: 'login', datas });

describe('login', () => {
  it('gives a token and the release, also on the older path in capitals and without session and cmdkey', async () => {
    const { base } = await visit();
    const { json } = await post(base, '/SYSA/mobilephone/login.asp', { datas: credentials() });
    expect(json.header).toMatchObject({ status: 0, appversion: '32.17' });
    expect(json.header.session).toMatch(/^\w{32}$/);
  });

  it('demands a captcha after three failures, even for the right password, until one is given', async () => {
    const { base, sim } = await visit();
    for (const _ of [1, 2, 3]) await login(base, credentials('T', 'wrong'));
    expect(messageOf(await login(base, credentials()))).toContain('验证码');
    expect(sim.stats.badCredentials).toBe(4);
    expect((await login(base, credentials('T', 'demo-pass', CAPTCHA))).json.header.status).toBe(0);
    expect((await login(base, credentials())).json.header.status).toBe(0);
  });

  it('does not understand a password without the txt: prefix', async () => {
    const { base } = await visit();
    const datas = pairs({ user: 'txt:demo', password: 'demo-pass', serialnum: 'txt:T' });
    expect(messageOf(await login(base, datas))).toBe('用户名或密码错误');
  });

  it('ends a token at logout, after its life, and when killed', async () => {
    let now = new Date('2025-01-01T00:00:00Z');
    const visitor = await visit({ now: () => now });
    await visitor.ov1('logout');
    expect((await visitor.list()).header.status).not.toBe(0);
    const second = await enter(visitor.sim, visitor.base);
    now = new Date('2025-01-01T02:00:01Z');
    expect((await second.list()).header.status).not.toBe(0);
    const third = await enter(visitor.sim, visitor.base);
    expect((await third.list()).header.status).toBe(0);
    visitor.sim.killTokens();
    expect((await third.list()).header.status).not.toBe(0);
    expect(visitor.sim.stats.deadTokens).toBe(3);
  });

  it('tells a dead token to v3 and helper with code 400', async () => {
    const { v3, base, sim } = await visit();
    sim.killTokens();
    expect((await v3('orgs/user/list', {})).json.Code).toBe(400);
    const helper = await post(base, '/webapi/apiHelper/stock/Stock/GetWarehouses', { Token: 'x', Datas: {} });
    expect(helper.json).toMatchObject({ flag: false, code: 400 });
  });
});

describe('the other entries', () => {
  it('serve the same under the .asp alias in any letter case', async () => {
    const { base, session } = await visit();
    const body = { session, cmdkey: 'refresh', datas: pairs({ pagesize: 3 }) };
    const one = await post(base, '/SYSA/MobilePhone/SalesManage/Custom/List.asp', body);
    const other = await post(base, '/webapi/v3/ov1/salesManage/custom/list', body);
    expect(one.text).toBe(other.text);
    expect(table(one.json).rows).toHaveLength(3);
  });

  it('list options with the ids of wire.md, and trees of regions, categories and users', async () => {
    const { ov1 } = await visit();
    const sources = (await ov1('source?enumid=13')).json.body.source.options;
    expect(sources).toContainEqual({ text: '网站注册', value: '171' });
    expect((await ov1('source?enumid=14')).text).toContain('"很高","value":"175"');
    expect((await ov1('source?enumid=98')).text).toContain('"电话","value":"481"');
    expect((await ov1('source?enumid=11')).text).toContain('"印刷","value":"139"');
    const categories = (await ov1('systemmanage/telsort_list')).json.body.source.trees.nodes;
    expect(categories[0].nodes[0]).toEqual({ text: '生产企业', value: '7' });
    expect((await ov1('systemmanage/area_list?stype=radio')).text).toContain('深圳市');
    expect((await ov1('systemmanage/gate_list?stype=check')).text).toContain('赵敏');
    expect((await ov1('systemManage/product_sort_list?stype=check')).text).toContain('成品');
  });

  it('list products and contracts, and at most 50 warehouses under both helper paths', async () => {
    const { ov1, base, session } = await visit();
    const products = await ov1('salesmanage/product/billlist', { pagesize: 100 }, 'refresh');
    expect(table(products.json).page.recordcount).toBe(60);
    const contracts = await ov1('salesmanage/contract/billlist', { htbh: 'HT20250001' }, 'refresh');
    expect(column(contracts.json, 'htbh')).toEqual(['HT20250001']);
    const helpers = [
      '/webapi/apiHelper/stock/Stock/',
      '/webapi/api/ZBServices/webapi/Store/Stock/StockHandler/',
    ];
    for (const [path, body] of [
      [helpers[0], { Token: session }],
      [helpers[1], { session }],
    ] as [string, object][]) {
      const { json } = await post(base, `${path}GetWarehouses`, { ...body, Datas: {} });
      expect(json).toMatchObject({ flag: true, code: 200 });
      expect(json.datas).toHaveLength(50);
    }
  });

  it('answer 404 with 找不到对应处理程序 for a handler that is not there', async () => {
    const { ov1 } = await visit();
    const answer = await ov1('salesmanage/contract/blist');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('找不到对应处理程序');
  });
});

describe('work on a customer', () => {
  it('assigns to users or to everybody, and refuses users that are not there', async () => {
    const { ov1, sim } = await visit();
    const ord = sim.insert({ name: '甲公司' });
    const assign = (datas: object) =>
      ov1('systemmanage/order?datatype=tel&apihelptype=save', { ord, ...datas }, '__sys_dosave');
    await assign({ member1: 0, member2: '63,64' });
    expect(sim.customer(ord)).toMatchObject({ fields: { cateid: '63,64' }, flags: [] });
    await assign({ member1: 1 });
    expect(sim.customer(ord)).toMatchObject({ fields: { cateid: '' }, flags: ['open'] });
    expect(messageOf(await assign({ member1: 0, member2: '999' }))).toBe('指派用户不存在');
  });

  it('takes back, applies, reviews, shares and protects', async () => {
    const { ov1, list, sim } = await visit();
    const ord = sim.insert({ name: '甲公司' });
    const seen = async (stype: number) => column(await list({ telord: ord, stype }), 'ord').length === 1;
    await ov1('salesmanage/custom/takeback', { ord });
    expect(await seen(1)).toBe(true);
    await ov1('salesmanage/custom/apply', { ord });
    expect(await seen(2)).toBe(true);
    await ov1('salesManage/custom/approve_set?apihelptype=save', { ord, jg: 1 }, '__sys_dosave');
    expect(await seen(2)).toBe(false);
    await ov1('salesManage/custom/share?apihelptype=save', { ord, member1: 1 }, '__sys_dosave');
    expect(await seen(4)).toBe(true);
    await ov1('salesManage/custom/add?__msgid=profect', { ord });
    expect(await seen(3)).toBe(true);
    await ov1('salesManage/custom/add?__msgid=unprofect', { ord });
    expect(await seen(3)).toBe(false);
  });

  it('keeps each follow-up, with a template number replaced by its text, and returns no id', async () => {
    const { ov1, sim } = await visit();
    const ord = sim.insert({ name: '甲公司' });
    const reply = (datas: object) =>
      ov1(
        'systemManage/reply?datatype=tel&apihelptype=save',
        { ord, sort: 481, plantype: 0, ...datas },
        '__sys_dosave',
      );
    expect((await reply({ intro: '问了交货期' })).json.body.message.data).toBe('');
    await reply({ intro: '107' });
    expect(sim.followUps(ord).map(({ fields }) => fields.intro)).toEqual(['问了交货期', '电话无人接听']);
    expect(messageOf(await reply({ intro: 'x'.repeat(1001) }))).toContain('1000');
    expect(messageOf(await reply({ intro: '约好', plantype: 1 }))).toBe('开始时间不能为空');
    const schedule = { '@ret_0': '2026-03-02 15:00:00', '@ret_1': '2026-03-02 16:00:00', '@title1': '面谈' };
    expect(messageOf(await reply({ intro: '约好', plantype: 1, ...schedule }))).toBe('是否提醒不能为空');
    expect(sim.stats.followUps).toBe(2);
  });

  it('adds, reads, edits and lists contact persons of a customer, the main one of its form included', async () => {
    const { ov1, create, sim } = await visit();
    const company = await create({ name: '甲公司', person_name: '王五', mobile: '13800000001' });
    const save = (datas: Record<string, unknown>) =>
      ov1('salesmanage/person/add?apihelptype=save', datas, '__sys_dosave');
    await save({ company, person_name: '赵六', mobile: '13800000002' });
    const listed = await ov1('salesmanage/person/list', { company, _rpt_sort: 'ord' }, 'refresh');
    expect(column(listed.json, 'person_name')).toEqual(['赵六', '王五']);
    const ord = column(listed.json, 'ord')[0];
    await save({ ord, company, person_name: '赵六六' });
    const form = await ov1('salesmanage/person/add?edit=1&apihelptype=get', { ord });
    expect(form.text).toContain('赵六六');
    expect(form.text).toContain('13800000002');
    expect(messageOf(await save({ company: 999_999, person_name: '谁' }))).toBe('关联客户不存在');
    expect(sim.contacts(company)).toHaveLength(2);
  });
});
