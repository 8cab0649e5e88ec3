import { expect } from 'vitest';
import type { Oddities } from '../../src/index.ts';
import { column, credentials, post } from '../visitor.ts';
import { colIds, formPath, odd, type Shown } from './shown.ts';

/** Oddities of envelopes, paths and content types. */
export const WIRE = {
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
      const { json } = await ov1(formPath('intsort=1'));
      expect(json.body).toBeUndefined();
      expect(json.data.bill.value).toBeGreaterThan(0);
    },
  ],
  upperCaseKeys: [
    'writes column and field ids in capitals',
    async () => {
      const { list, ov1 } = await odd({ upperCaseKeys: true });
      expect(colIds(await list())).toContain('WEIXINACC');
      expect((await ov1(formPath('intsort=1'))).text).toContain('"id":"KHID"');
    },
  ],
  controlCharacters: [
    'puts raw control characters into strings, which then carry the same text',
    async () => {
      const { ov1, v3, sim } = await odd({ controlCharacters: true });
      const ord = sim.insert({ name: '甲公司', intro: '一\n二\t三\\n' });
      const form = await ov1(formPath('edit=1'), { ord });
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
      expect(typeof (await ov1(formPath('intsort=1'))).json.body.bill.value).toBe('string');
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
    'tells of a lacking handler with HTML and HTTP 200, or with less',
    async () => {
      const { ov1, sim } = await odd({ missingHandlerAs: 'html200' });
      const answer = await ov1('nowhere');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.text).toContain('找不到对应处理程序');
      const told = async (as: Oddities['missingHandlerAs']) => {
        sim.oddities.missingHandlerAs = as;
        const { status, text } = await ov1('nowhere');
        return [status, /页面不存在|系统登录|未知的调用/.exec(text)?.[0] ?? text.slice(0, 6)];
      };
      expect(await told('errorPage')).toEqual([200, '页面不存在']);
      expect(await told('loginPage')).toEqual([200, '系统登录']);
      expect(await told('empty')).toEqual([200, '']);
      expect(await told('refusal')).toEqual([200, '未知的调用']);
      expect(await told('error500')).toEqual([500, '<html>']);
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
      sim.oddities.zsmlOnly = 'words';
      expect((await login('application/json')).json.header.message).toBe('请求格式错误');
      sim.oddities.zsmlOnly = 'empty';
      expect((await login('application/json')).text).toBe('');
      expect((await login('application/zsml; charset=utf-8')).json.header.status).toBe(0);
    },
  ],
  emptyTreeBeside: [
    'puts an empty tree beside the options',
    async () => {
      const { ov1 } = await odd({ emptyTreeBeside: true });
      const { source } = (await ov1('source?enumid=14')).json.body;
      expect([source.options.length, source.trees]).toEqual([5, { nodes: [] }]);
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
} satisfies Shown;
