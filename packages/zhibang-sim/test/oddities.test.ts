import { describe, expect, it } from 'vitest';
import { allOddities, createSim, type Oddities, plainOddities } from '../src/index.ts';
import { column, credentials, type Doc, enter, messageOf, pairs, post, table, visit } from './visitor.ts';

/** A visitor to a system with these oddities. */
const odd = (oddities: Partial<Oddities>, customers = 30) => visit({ oddities, customers });
const open = (path: string) => `salesmanage/custom/add?${path}`;
const colIds = (doc: Doc): string[] => table(doc).cols.map((each: Doc) => each.id);

/** One sentence and its proof for every oddity: the type makes a missing one an error. */
const SHOWN: Record<keyof Oddities, [sentence: string, shows: () => Promise<void>]> = {
  rowsAsObjects: [
    'gives rows as {ord, value} or {id, value}',
    async () => {
      const { list, sim } = await odd({ rowsAsObjects: true });
      const first = table(await list()).rows[0];
      expect(first.value).toContain(first.ord);
      sim.oddities.rowsAsObjects = 'id';
      expect(table(await list()).rows[0].id).toBe(first.ord);
    },
  ],
  bareSingleRow: [
    'gives a single row bare',
    async () => {
      const { list, sim } = await odd({ bareSingleRow: true });
      const ord = sim.insert({ name: '甲公司' });
      expect(table(await list({ telord: ord })).rows[0]).toBe('甲公司');
      expect(Array.isArray(table(await list()).rows[0])).toBe(true);
    },
  ],
  reportSource: [
    'nests lists, options and trees in report',
    async () => {
      const { list, ov1 } = await odd({ reportSource: true });
      expect((await list()).body.report.source.table.rows).toHaveLength(20);
      expect((await ov1('source?enumid=13')).json.body.report.source.options).toHaveLength(5);
    },
  ],
  dataInsteadOfBody: [
    'answers at data instead of body',
    async () => {
      const { ov1 } = await odd({ dataInsteadOfBody: true });
      const { json } = await ov1(open('intsort=1'));
      expect(json.body).toBeUndefined();
      expect(json.data.bill.value).toBeGreaterThan(0);
    },
  ],
  columnsShuffled: [
    'orders the columns otherwise, and again otherwise on even pages, with the cells in step',
    async () => {
      const { list, sim } = await odd({ columnsShuffled: true });
      const first = await list({ pagesize: 5 });
      const second = await list({ pagesize: 5, pageindex: 2 });
      sim.oddities.columnsShuffled = false;
      const plain = await list({ pagesize: 10 });
      expect(colIds(first)).not.toEqual(colIds(plain));
      expect(colIds(first)).not.toEqual(colIds(second));
      expect([...column(first, 'name'), ...column(second, 'name')]).toEqual(column(plain, 'name'));
    },
  ],
  missingColumns: [
    'lacks columns',
    async () => {
      const { list } = await odd({ missingColumns: ['mobile', 'weixinAcc'] });
      const ids = colIds(await list());
      expect(ids).toContain('name');
      expect(ids).not.toContain('mobile');
      expect(ids).not.toContain('weixinAcc');
    },
  ],
  upperCaseKeys: [
    'writes column and field ids in capitals',
    async () => {
      const { list, ov1 } = await odd({ upperCaseKeys: true });
      expect(colIds(await list())).toContain('WEIXINACC');
      expect((await ov1(open('intsort=1'))).text).toContain('"id":"KHID"');
    },
  ],
  noPage: [
    'says nothing about pages',
    async () => {
      const { list } = await odd({ noPage: true });
      expect(table(await list()).page).toBeUndefined();
    },
  ],
  pageStrings: [
    'gives page numbers as strings',
    async () => {
      const { list } = await odd({ pageStrings: true });
      expect(table(await list()).page).toMatchObject({ pagesize: '20', pageindex: '1' });
    },
  ],
  maxPageSize: [
    'clamps the page silently',
    async () => {
      const { list } = await odd({ maxPageSize: 7 });
      expect(table(await list({ pagesize: 20 })).rows).toHaveLength(7);
    },
  ],
  repeatLastPage: [
    'gives the last page again past the end',
    async () => {
      const { list } = await odd({ repeatLastPage: true });
      const past = await list({ pageindex: 50 });
      expect(column(past, 'ord')).toEqual(column(await list({ pageindex: 2 }), 'ord'));
      expect(column(past, 'ord')).not.toEqual([]);
    },
  ],
  ignoreSort: [
    'keeps its own order',
    async () => {
      const { list } = await odd({ ignoreSort: true });
      expect(column(await list({ _rpt_sort: 'ord' }), 'ord')).toEqual(column(await list(), 'ord'));
    },
  ],
  ignoreFilters: [
    'answers everything for a filter that it ignores',
    async () => {
      const { list, sim } = await odd({ ignoreFilters: ['khid'] });
      sim.insert({ name: '甲公司', khid: 'WX1' });
      expect(table(await list({ khid: 'WX1' })).page.recordcount).toBeGreaterThan(1);
      expect(table(await list({ name: '甲公司' })).page.recordcount).toBe(1);
      sim.oddities.ignoreFilters = ['*'];
      expect(table(await list({ name: '甲公司' })).page.recordcount).toBeGreaterThan(1);
    },
  ],
  noSearchKey: [
    'ignores searchKey',
    async () => {
      const { list, sim } = await odd({});
      sim.insert({ name: '甲公司' });
      expect(table(await list({ searchKey: '甲公司' })).page.recordcount).toBe(1);
      sim.oddities.noSearchKey = true;
      expect(table(await list({ searchKey: '甲公司' })).page.recordcount).toBeGreaterThan(1);
    },
  ],
  searchKeyReaches: [
    'reaches other fields with searchKey',
    async () => {
      const { list, sim } = await odd({ searchKeyReaches: ['mobile'] });
      sim.insert({ name: '甲公司', mobile: '13800000001' });
      expect(column(await list({ searchKey: '13800000001' }), 'name')).toEqual(['甲公司']);
      expect(column(await list({ searchKey: '甲公司' }), 'name')).toEqual([]);
    },
  ],
  shortenCells: [
    'cuts long cells of the list and not of the form',
    async () => {
      const { list, detail, sim } = await odd({ shortenCells: 5 });
      const ord = sim.insert({ name: '深圳市某某科技有限公司' });
      expect(column(await list({ telord: ord }), 'name')).toEqual(['深圳市某某...']);
      expect((await detail(ord)).name).toBe('深圳市某某科技有限公司');
    },
  ],
  maskPhones: [
    'masks mobiles in lists and not in forms',
    async () => {
      const { list, detail, sim } = await odd({ maskPhones: true });
      const ord = sim.insert({ name: '甲公司', mobile: '13812348888' });
      expect(column(await list({ telord: ord }), 'mobile')).toEqual(['138****8888']);
      expect((await detail(ord)).mobile).toBe('13812348888');
    },
  ],
  labelCells: [
    'holds labels in lists where the form holds ids',
    async () => {
      const { list, detail, sim } = await odd({});
      const ord = sim.insert({ name: '甲公司', ly: '171', area: '4403', sort1: '3,7' });
      const cells = async () =>
        ['ly', 'area', 'sort1', 'intsort']
          .map((id) => [id])
          .map(async ([id]) => column(await list({ telord: ord }), id!)[0]);
      expect(await Promise.all(await cells())).toEqual(['网站注册', '深圳市', '生产企业', '1']);
      expect(await detail(ord)).toMatchObject({ ly: '171', area: '4403', sort1: '3,7' });
      sim.oddities.labelCells = 'all';
      expect((await Promise.all(await cells()))[3]).toBe('单位客户');
      sim.oddities.labelCells = false;
      expect(await Promise.all(await cells())).toEqual(['171', '4403', '3,7', '1']);
    },
  ],
  controlCharacters: [
    'puts raw control characters into strings, which then carry the same text',
    async () => {
      const { ov1, v3, sim } = await odd({ controlCharacters: true });
      const ord = sim.insert({ name: '甲公司', intro: '一\n二\t三\\n' });
      const form = await ov1(open('edit=1'), { ord });
      expect(form.json).toBeUndefined();
      expect(form.text).toContain('"value":"一\n二\t三\\\\n"');
      expect((await ov1('source?enumid=13')).json).toBeUndefined();
      expect((await v3('orgs/user/list', {})).json).toBeUndefined();
    },
  ],
  numbersAsStrings: [
    'sends ord, bill value, status and Code as strings',
    async () => {
      const { list, ov1, v3 } = await odd({ numbersAsStrings: true });
      const doc = await list();
      expect(doc.header.status).toBe('0');
      expect(typeof column(doc, 'ord')[0]).toBe('string');
      expect(typeof (await ov1(open('intsort=1'))).json.body.bill.value).toBe('string');
      expect((await v3('orgs/user/list', {})).json.Code).toBe('200');
    },
  ],
  nullForEmpty: [
    'sends null for an empty value',
    async () => {
      const { list, detail, sim } = await odd({ nullForEmpty: true });
      const ord = sim.insert({ name: '甲公司', email: '' });
      expect(column(await list({ telord: ord }), 'email')).toEqual([null]);
      expect((await detail(ord)).email).toBeNull();
    },
  ],
  dateFormat: [
    'writes dates in its own way',
    async () => {
      const { list, detail, sim } = await odd({ dateFormat: 'slash' });
      const ord = sim.insert({ name: '甲公司', date1: '2025-10-19 09:05:00' });
      expect((await detail(ord)).date1).toBe('2025/10/19 9:05:00');
      sim.oddities.dateFormat = 'day';
      expect(column(await list({ telord: ord }), 'date1')).toEqual(['2025-10-19']);
      sim.oddities.dateFormat = 'dash';
      expect((await detail(ord)).date1).toBe('2025-10-19 09:05:00');
    },
  ],
  aspOnly: [
    'knows only the .asp paths',
    async () => {
      const { base } = await odd({ aspOnly: true });
      const newer = await post(base, '/webapi/v3/ov1/login', { datas: credentials() });
      expect([newer.status, newer.text.includes('找不到对应处理程序')]).toEqual([404, true]);
      expect(
        (await post(base, '/sysa/mobilephone/login.asp', { datas: credentials() })).json.header.status,
      ).toBe(0);
    },
  ],
  noV3: [
    'knows no v3 entries',
    async () => {
      const { v3 } = await odd({ noV3: true });
      expect((await v3('orgs/user/list', {})).status).toBe(404);
    },
  ],
  helperAliasOnly: [
    'knows helpers only under their alias',
    async () => {
      const { base, session } = await odd({ helperAliasOnly: true });
      const at = (path: string) => post(base, `${path}/GetWarehouses`, { Token: session });
      expect((await at('/webapi/apiHelper/stock/Stock')).status).toBe(404);
      expect((await at('/webapi/api/ZBServices/webapi/Store/Stock/StockHandler')).json.flag).toBe(true);
    },
  ],
  missingHandlers: [
    'lacks single handlers',
    async () => {
      const { ov1 } = await odd({ missingHandlers: ['telsort_list'] });
      expect((await ov1('systemmanage/telsort_list')).status).toBe(404);
      expect((await ov1('systemmanage/area_list')).status).toBe(200);
    },
  ],
  missingHandlerAs: [
    'tells of a lacking handler with HTML and HTTP 200',
    async () => {
      const { ov1 } = await odd({ missingHandlerAs: 'html200' });
      const answer = await ov1('nowhere');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.text).toContain('找不到对应处理程序');
    },
  ],
  zsmlOnly: [
    'wants application/zsml on .asp paths',
    async () => {
      const { base, sim } = await odd({ zsmlOnly: true });
      const login = (type: string) =>
        post(base, '/sysa/mobilephone/login.asp', { datas: credentials() }, { 'content-type': type });
      expect((await login('application/json')).status).toBe(415);
      sim.oddities.zsmlOnly = 'message';
      expect((await login('application/json')).json.header.message).toContain('zsml');
      sim.oddities.zsmlOnly = 'html';
      expect((await login('application/json')).text).toContain('<html>');
      expect((await login('application/zsml; charset=utf-8')).json.header.status).toBe(0);
    },
  ],
  cookieSession: [
    'takes the cookie of the login in place of a session, or demands it as well',
    async () => {
      const { base, sim } = await odd({ cookieSession: true });
      const login = await post(base, '/webapi/v3/ov1/login', { datas: credentials() });
      const cookie = login.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
      expect(cookie).toMatch(/ASP\.NET_SessionId=\w+; ZBCCSN=\w+/);
      const ask = async (session: string, headers: object) =>
        (await post(base, '/webapi/v3/ov1/source?enumid=13', { session }, { ...headers })).json.header.status;
      const { session } = login.json.header;
      expect([await ask('', { cookie }), await ask('', {}), await ask(session, {})]).toEqual([0, 1, 0]);
      sim.oddities.cookieSession = 'only';
      expect([await ask(session, { cookie }), await ask(session, {})]).toEqual([0, 1]);
    },
  ],
  secondLoginEjects: [
    'throws the first device out when a second logs in, but not the same device',
    async () => {
      const first = await odd({ secondLoginEjects: true });
      await enter(first.sim, first.base, 'TEST1');
      expect((await first.list()).header.status).toBe(0);
      await enter(first.sim, first.base, 'TEST2');
      expect((await first.list()).header.status).not.toBe(0);
    },
  ],
  tokenLifeSeconds: [
    'lets tokens die after their life',
    async () => {
      const { list, sim } = await odd({});
      sim.oddities.tokenLifeSeconds = 0;
      expect((await list()).header.status).not.toBe(0);
    },
  ],
  deadTokenAs: [
    'tells a dead token by status 400, by changing messages, or with the login page',
    async () => {
      const { ov1, v3, sim } = await odd({ deadTokenAs: '400' });
      sim.killTokens();
      expect((await ov1('source?enumid=13')).json.header.status).toBe(400);
      sim.oddities.deadTokenAs = 'message';
      const words = [1, 2, 3, 4].map(async () => messageOf(await ov1('source?enumid=13')));
      for (const each of await Promise.all(words)) expect(each).toMatch(/登录|会话|鉴权|session/);
      expect(new Set(await Promise.all(words)).size).toBe(4);
      sim.oddities.deadTokenAs = 'html';
      expect((await ov1('source?enumid=13')).text).toContain('系统登录');
      expect((await v3('orgs/user/list', {})).text).toContain('系统登录');
    },
  ],
  recordMissingAs: [
    'answers for a missing record an empty form, a blank one, or one of several refusals',
    async () => {
      const { ov1, sim } = await odd({ recordMissingAs: 'empty' });
      const read = () => ov1(open('edit=1'), { ord: 999_999 });
      expect((await read()).json.body.bill.value).toBe(0);
      sim.oddities.recordMissingAs = 'blank';
      expect((await read()).json.body.bill.value).toBe(999_999);
      sim.oddities.recordMissingAs = '数据不存在';
      expect(messageOf(await read())).toBe('数据不存在');
    },
  ],
  editKeepsAbsent: [
    'blanks what an edit leaves out',
    async () => {
      const { create, save, sim } = await odd({ editKeepsAbsent: false });
      const ord = await create({ name: '甲公司', mobile: '13800000001', email: 'a@example.com' });
      const { khid, date1 } = sim.customer(ord)!.fields;
      await save(ord, { name: '甲公司', mobile: '13800000002' });
      expect(sim.customer(ord)?.fields).toMatchObject({ mobile: '13800000002', email: '', khid, date1 });
    },
  ],
  droppedFields: [
    'does not keep some fields, and says nothing',
    async () => {
      const { create, detail } = await odd({ droppedFields: ['weixinAcc'] });
      const ord = await create({ name: '甲公司', weixinAcc: 'wx_a', mobile: '13800000001' });
      expect(await detail(ord)).toMatchObject({ weixinAcc: '', mobile: '13800000001' });
    },
  ],
  missingFields: [
    'has forms without some fields',
    async () => {
      const { detail, sim } = await odd({ missingFields: ['email'] });
      const found = await detail(sim.insert({ name: '甲公司', email: 'a@example.com' }));
      expect(found).toHaveProperty('name', '甲公司');
      expect(found).not.toHaveProperty('email');
    },
  ],
  detailShape: [
    'nests groups, and holds numbers and null',
    async () => {
      const { ov1, detail, sim } = await odd({ detailShape: 'typed' });
      const ord = sim.insert({ name: '甲公司', ly: '171', mobile: '13800000001', email: '' });
      expect(await detail(ord)).toMatchObject({ ly: 171, mobile: '13800000001', email: null });
      for (const [shape, ly] of [
        ['nested', '171'],
        ['nestedTyped', 171],
      ] as const) {
        sim.oddities.detailShape = shape;
        const [outer] = (await ov1(open('edit=1'), { ord })).json.body.bill.groups;
        expect(outer.fields).toBeUndefined();
        const fields = outer.groups.flatMap((group: Doc) => group.fields);
        expect(fields.find((each: Doc) => each.id === 'ly').value).toBe(ly);
      }
    },
  ],
  personNameEcho: [
    'shows a person_name for a person',
    async () => {
      const { detail, sim } = await odd({ personNameEcho: true });
      const ord = sim.insert({ intsort: '2', name: '张三丰' });
      expect((await detail(ord)).person_name).toBe('张三丰');
    },
  ],
  optionsOnlyTree: [
    'gives option lists as trees',
    async () => {
      const { ov1 } = await odd({ optionsOnlyTree: true });
      const { source } = (await ov1('source?enumid=14')).json.body;
      expect(source.options).toBeUndefined();
      expect(source.trees.nodes).toHaveLength(5);
    },
  ],
  wechatSource: [
    'has 微信咨询 among the sources and takes it in saves',
    async () => {
      const { ov1, create, sim } = await odd({});
      expect((await ov1('source?enumid=13')).text).not.toContain('微信咨询');
      expect(sim.customer(await create({ name: '甲公司', ly: '981' }))).toBeUndefined();
      sim.oddities.wechatSource = true;
      expect((await ov1('source?enumid=13')).text).toContain('"微信咨询"');
      expect(sim.customer(await create({ name: '甲公司', ly: '981' }))?.fields.ly).toBe('981');
    },
  ],
  khidByHand: [
    'proposes no number and demands one',
    async () => {
      const { ov1, create, save, sim } = await odd({ khidByHand: true });
      expect((await ov1(open('intsort=1'))).text).not.toContain('"value":"KH');
      const ord = await create({ name: '甲公司' });
      expect(messageOf(await save(ord, { name: '甲公司' }))).toBe('客户编号不能为空');
      await save(ord, { name: '甲公司', khid: 'WX7' });
      expect(sim.customer(ord)?.fields.khid).toBe('WX7');
    },
  ],
  khidNotReserved: [
    'proposes the same number twice; the second save with it is refused and goes through without it',
    async () => {
      const { ov1, save, sim } = await odd({ khidNotReserved: true });
      const forms = [await ov1(open('intsort=1')), await ov1(open('intsort=1'))];
      const [a, b] = forms.map(({ json }) => json.body.bill.value);
      const [khid, same] = forms.map(({ text }) => /KH20\d{2}\d{5}/.exec(text)?.[0]) as [string, string];
      expect(same).toBe(khid);
      expect(messageOf(await save(a, { name: '甲公司', khid }))).toBe('保存成功');
      expect(messageOf(await save(b, { name: '乙公司', khid }))).toBe('客户编号已存在，请重新填写');
      await save(b, { name: '乙公司' });
      expect(sim.customer(b)?.fields.khid).not.toBe(khid);
      expect(sim.customer(b)?.fields.khid).toMatch(/^KH\d+$/);
    },
  ],
  duplicateCheck: [
    'checks the fields that it is told to',
    async () => {
      const { create, save, sim } = await odd({ duplicateCheck: ['mobile', 'email'] });
      sim.insert({ name: '甲公司', mobile: '13800000001', email: 'a@example.com' });
      const ord = await create({ name: '甲公司' });
      expect(sim.customer(ord)).toBeDefined();
      expect(messageOf(await save(ord, { mobile: '13800000001' }))).toContain('手机号码重复');
      expect(messageOf(await save(ord, { email: 'a@example.com' }))).toContain('电子邮件重复');
    },
  ],
  refuseInMessage: [
    'refuses with status 0 and a message that says so',
    async () => {
      const { ov1, sim } = await odd({ refuseInMessage: true });
      const ord = sim.insert({ name: '甲公司' });
      const { json } = await ov1(open('intsort=1'), { ord, name: '' }, '__sys_dosave');
      expect(json.header).toEqual({ status: 0, message: '' });
      expect(json.body.message).toMatchObject({ title: '保存失败', text: '客户名称不能为空' });
    },
  ],
  trimValues: [
    'trims what it keeps',
    async () => {
      const { create, sim } = await odd({ trimValues: true });
      const ord = await create({ name: ' 甲  公司 ' });
      expect(sim.customer(ord)?.fields.name).toBe('甲 公司');
    },
  ],
  rewriteValues: [
    'rewrites what it keeps',
    async () => {
      const { create, sim } = await odd({ rewriteValues: true });
      const ord = await create({ name: '甲（深圳）公司', mobile: '１３８00000001', email: 'A@Example.com' });
      expect(sim.customer(ord)?.fields).toMatchObject({
        name: '甲(深圳)公司',
        mobile: '13800000001',
        email: 'a@example.com',
      });
    },
  ],
  unknownOrdCreates: [
    'creates with an ord that it never handed out',
    async () => {
      const { save, sim } = await odd({});
      expect(messageOf(await save(50_000, { name: '甲公司' }))).toBe('单据不存在');
      sim.oddities.unknownOrdCreates = true;
      await save(50_000, { name: '甲公司' });
      expect(sim.customer(50_000)?.fields.name).toBe('甲公司');
      expect(sim.insert({ name: '乙公司' })).toBeGreaterThan(50_000);
    },
  ],
  colsAsObjects: [
    'gives the Cols of v3 lists as objects',
    async () => {
      const { v3 } = await odd({ colsAsObjects: true });
      expect((await v3('orgs/user/list', {})).json.Cols[0]).toEqual({ id: 'ord', name: 'ord' });
    },
  ],
};

describe('a system with oddities', () => {
  for (const [name, [sentence, shows]] of Object.entries(SHOWN)) it(`${sentence} (${name})`, shows);

  it('still answers login and list with all that go together', async () => {
    const plain = plainOddities();
    const all = allOddities();
    const left = Object.keys(plain).filter((name) =>
      Object.is(plain[name as keyof Oddities], all[name as keyof Oddities]),
    );
    const wholly = left.filter((name) => !Array.isArray(plain[name as keyof Oddities]));
    expect(wholly.sort()).toEqual([
      'khidNotReserved',
      'missingHandlerAs',
      'noV3',
      'tokenLifeSeconds',
      'unknownOrdCreates',
    ]);
    const sim = createSim({ customers: 5, oddities: all });
    const base = await sim.listen();
    const zsml = { 'content-type': 'application/zsml; charset=utf-8' };
    const login = await post(base, '/SYSA/mobilephone/login.asp', { datas: credentials() }, zsml);
    const cookie = login.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const body = { session: '', cmdkey: 'refresh', datas: pairs({ pagesize: 500 }) };
    const list = await post(base, '/SYSA/mobilephone/salesmanage/custom/list.asp', body, { ...zsml, cookie });
    const repaired = JSON.parse(list.text.replaceAll('\t', ' '));
    expect(repaired.data.report.source.table.rows.length).toBeGreaterThan(3);
    await sim.close();
  });
});
