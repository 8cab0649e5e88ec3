import { expect } from 'vitest';
import { column, table } from '../visitor.ts';
import { colIds, odd, type Shown } from './shown.ts';

/** Oddities of lists. */
export const LISTS = {
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
  noHitsNoRows: [
    'answers the columns alone where nothing is found',
    async () => {
      const { list } = await odd({ noHitsNoRows: true });
      expect(Object.keys(table(await list({ name: '没有这家公司' })))).toEqual(['cols']);
      expect(table(await list()).rows).toHaveLength(20);
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
  colsAsObjects: [
    'gives the Cols of v3 lists as objects',
    async () => {
      const { v3 } = await odd({ colsAsObjects: true });
      expect((await v3('orgs/user/list', {})).json.Cols[0]).toEqual({ id: 'ord', name: 'ord' });
    },
  ],
} satisfies Shown;
