import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fact, type FactField, publishedFacts } from '../src/index.ts';
import { type Answer, column, type Doc, messageOf, pairs, table, type Visitor, visit } from './visitor.ts';

const ENDPOINTS = publishedFacts().filter(({ style }) => style !== 'page');

/** A value that a field takes. */
function sample({ id, type, options, maxLength }: FactField): unknown {
  const option = Object.keys(options ?? {})[0];
  if (option !== undefined) return option;
  if (type === 'integer' || type === 'decimal') return 1;
  if (type === 'datetime') return '2025-10-19 09:05:00';
  if (type === 'array' || type === 'object') return type === 'array' ? [] : {};
  return `${id}值`.slice(0, maxLength ?? 20);
}

/** The required fields, those that the first options of others make so included. */
function required({ request = [] }: Fact): Record<string, unknown> {
  const simple = request.filter(({ type }) => type !== 'array' && type !== 'object');
  const due = simple.filter((field) => field.required === true);
  const values = Object.fromEntries(due.map((field) => [field.id, sample(field)]));
  for (const field of simple)
    for (const [id, held] of Object.entries(field.requiredWhen ?? {}))
      if (held.includes(String(values[id]))) values[field.id] = sample(field);
  return values;
}

/** What these entries need beside their required fields: a record that is there. */
function extra(visitor: Visitor, { call }: Fact): Record<string, unknown> {
  const customer = visitor.sim.customers().find(({ place }) => place === 'plain')!;
  const { ord } = customer;
  if (call === 'customer.saveCompany' || call === 'customer.savePerson') return { ord, sort1: '3,7' };
  if (call === 'contact.save') return { company: ord };
  if (call.startsWith('contact.') && call !== 'contact.list')
    return { ord: visitor.sim.contacts()[0]!.ord, ...FOLLOW_UP };
  if (call === 'customer.edit')
    return { ord, sort2: '1', sort: '生产企业', sort1: '潜在客户', name: '甲公司', person_name: '王五' };
  if (call === 'customer.add')
    return { sort2: '1', sort: '生产企业', sort1: '潜在客户', name: '乙公司', person_name: '王五' };
  if (call.startsWith('customer.') && call !== 'customer.list' && call !== 'customer.allocate')
    return { ord, jg: '1', member1: '1', ...FOLLOW_UP };
  if (call.endsWith('.followUp')) return { ord: 1001, ...FOLLOW_UP };
  if (/delete/i.test(call)) return { ord: call.startsWith('user.') ? 67 : 1003 };
  return call.includes('.add') ? {} : { ord: 1001 };
}

const FOLLOW_UP = { intro: '106', sort: '481', plantype: '0' };

function cmdkeyOf({ operation }: Fact): string | undefined {
  if (operation === 'login') return 'login';
  if (operation === 'list') return 'refresh';
  return operation === 'save' ? '__sys_dosave' : undefined;
}

async function ask(visitor: Visitor, fact: Fact, path: string): Promise<Answer> {
  const { session, post } = visitor;
  const content: Record<string, unknown> = { ...required(fact), ...extra(visitor, fact) };
  if (fact.operation === 'list') for (const id of ['ord', 'company']) delete content[id];
  if (fact.style === 'v3') return post(path, content, { 'ZBAPI-Token': session });
  if (fact.style === 'helper') {
    const { Token: _, Datas: __, ord, ...Datas } = content;
    return post(path, {
      Token: session,
      Datas: { ...Datas, ...(fact.operation === 'save' ? { ID: 0 } : {}) },
    });
  }
  const login = { user: 'txt:demo', password: 'txt:demo-pass', serialnum: 'txt:T2' };
  const datas = pairs(fact.operation === 'login' ? login : content);
  const answer = await post(path, { session, cmdkey: cmdkeyOf(fact), datas });
  if (fact.operation === 'logout')
    visitor.session = (await post('/webapi/v3/ov1/login', { datas: pairs(login) })).json.header.session;
  return answer;
}

/** Success in the shape of the entry's style; of a list, rows as well. */
function answered({ style, operation, returns, path }: Fact, { json }: Answer): boolean {
  if (style === 'helper')
    return json?.flag === true && json.code === 200 && (operation !== 'list' || json.datas.length > 0);
  if (style === 'v3') return json?.Code === 200 && (operation !== 'list' || json.Rows.length > 0);
  if (json?.header.status !== 0) return false;
  if (operation === 'list' && json.body.source.trees) return json.body.source.trees.nodes.length > 0;
  if (operation === 'list') return table(json).rows.length > 0;
  if (operation === 'save' || operation === 'command' || returns === 'MessageClass')
    return /成功/.test(json.body.message.title);
  return operation !== 'get' || path.includes('product_sort_list') || Number(json.body.bill.value) > 0;
}

describe('the whole index', () => {
  for (const which of ['path', 'alias'] as const) {
    it(`answers every endpoint by its ${which} with success in the shape of its style`, async () => {
      const visitor = await visit();
      const facts = ENDPOINTS.filter((fact) => fact[which] !== undefined);
      const failed: string[] = [];
      for (const fact of facts) {
        const answer = await ask(visitor, fact, fact[which]!);
        if (!answered(fact, answer)) failed.push(`${fact.id} ${fact.call}: ${answer.text.slice(0, 200)}`);
      }
      expect(failed).toEqual([]);
      expect(facts).toHaveLength({ path: 217, alias: 81 }[which]);
    });
  }

  it('refuses what lacks a required field, is too long or is no number, in the words and shape of each style', async () => {
    const { ov1, v3, post, session } = await visit();
    const approve = (datas: object) =>
      ov1('systemmanage/approve?dtype=25&apihelptype=save', { ord: 1001, ...datas }, '__sys_dosave');
    expect(messageOf(await approve({ '@__sp_result': 1 }))).toBe('审批金额不能为空');
    expect(messageOf(await approve({ '@__sp_money': 'viel', '@__sp_result': 1 }))).toBe('审批金额必须为数字');
    const department = await v3('orgs/dept/add', { name: '研发部' });
    expect(department.json).toMatchObject({ Code: 300, Msg: '上级部门不能为空' });
    const order = await post('/webapi/apiHelper/produce/WorkAssigns/SaveWorkAssigns', {
      Token: session,
      Datas: { Title: '派工' },
    });
    expect(order.json).toMatchObject({ flag: false, code: 300, msg: '派工产品ID不能为空' });
    expect((await v3('orgs/dept/detail', {})).json).toMatchObject({ Code: 300, Msg: '单据ID不能为空' });
  });

  it('gives back what was saved, by the list and by the record, also of entries known by name only', async () => {
    const { ov1, sim } = await visit();
    const title = '采购防水接头的借款';
    await ov1('financemanage/borrow/add?edit=1&apihelptype=save', { title }, '__sys_dosave');
    const listed = await ov1('financemanage/borrow/list', { searchKey: title }, 'refresh');
    expect(column(listed.json, 'title')).toEqual([title]);
    const ord = column(listed.json, 'ord')[0];
    expect((await ov1('financemanage/borrow/add?apihelptype=get', { ord })).text).toContain(title);
    expect(sim.records('loan')).toMatchObject([{ ord, fields: { title } }]);
    expect(sim.stats.stored['loan.save']).toBe(1);
  });

  it('shows a new department, user and product wherever they are listed or read, under the ids used there', async () => {
    const { v3, ov1 } = await visit();
    await v3('orgs/dept/add', { name: '研发部', pid: 1001 });
    const rows = cells((await v3('orgs/dept/list', { orgsname: '研发部' })).json);
    expect(rows).toMatchObject([{ NodeText: '研发部', ParentId: '1001' }]);
    const read = await v3('orgs/dept/detail', { ord: Number(rows[0]!.NodeId) });
    expect(read.json.Data).toMatchObject({ name: '研发部', pid: 1001 });
    await v3('orgs/user/edit', { ...required(factOf('user.edit')), ord: 63, Name: '赵明敏', Orgsid: 1002 });
    expect(cells((await v3('orgs/user/list', { name: '赵明敏' })).json)).toMatchObject([
      { ord: '63', username: 'Username值', partname: '销售二部' },
    ]);
    await v3('store/product/add', { ...required(factOf('product.add')), Title: '防水盒', Code: 'CP9' });
    const products = await ov1('salesmanage/product/billlist', { cpname: '防水盒' }, 'refresh');
    expect(column(products.json, 'cpbh')).toEqual(['CP9']);
  });

  it('takes a deleted record out of list and detail, and adds a line by its button', async () => {
    const { ov1, v3 } = await visit();
    await v3('orgs/user/delete', { ord: 64 });
    expect((await v3('orgs/user/detail', { ord: 64 })).json.Code).toBe(300);
    expect(cells((await v3('orgs/user/list', {})).json)).toHaveLength(5);
    const lines = async () =>
      table((await ov1('salesmanage/contract/contractlist', {}, 'refresh')).json).page;
    const before = (await lines()).recordcount;
    await ov1('salesmanage/contract/contractlist?__msgId=addToContract', { ord: 5, num1: 2 });
    expect((await lines()).recordcount).toBe(before + 1);
    await ov1('salesmanage/contract/contractlist?__msgId=delete&batch=0', { id: '1001,1002' });
    expect((await lines()).recordcount).toBe(before - 1);
  });

  it('pages lists of every style, and filters by what a column holds', async () => {
    const { ov1, v3, post, session } = await visit();
    const page = async (pageindex: number) =>
      table((await ov1('salesmanage/chance/list', { pagesize: 20, pageindex }, 'refresh')).json).rows;
    expect([(await page(1)).length, (await page(2)).length]).toEqual([20, 3]);
    const summary = (await v3('store/inventory/InventorySummary', { page_size: 50, page_index: 2 })).json;
    expect([summary.Page.RecordCount, summary.Rows.length]).toEqual([60, 10]);
    const details = cells((await v3('store/inventory/InventoryDetails', { order1: 'CP0007' })).json);
    expect(details.map(({ Ku }) => Ku).toSorted()).toEqual(['原料仓', '成品仓'].toSorted());
    const Datas = { PageSize: 10, PageNumber: 3 };
    const boms = await post('/webapi/apiHelper/produce/Bom/GetBoms', { Token: session, Datas });
    expect(boms.json.datas).toHaveLength(3);
    expect(boms.json.datas[0].BomItem.BomItems[0].ProductName).toBeTruthy();
  });

  it('keeps the oddities, faults and dead tokens of the other entries', async () => {
    const { ov1, v3, sim } = await visit({ oddities: { upperCaseKeys: true, numbersAsStrings: true } });
    const { cols, rows } = table((await ov1('salesmanage/chance/list', {}, 'refresh')).json);
    expect(cols.map((each: Doc) => each.id)).toContain('XMID');
    expect(typeof rows[0].at(-1)).toBe('string');
    expect(table((await ov1('salesmanage/chance/list')).json).rows).toEqual([]);
    sim.faults.lieSuccess = 1;
    expect((await v3('orgs/dept/add', { name: '研发部', pid: 1001 })).json.Code).toBe('200');
    expect(sim.records('department')).toEqual([]);
    sim.killTokens();
    expect((await v3('orgs/dept/list', {})).json.Code).toBe('400');
    sim.oddities.noV3 = true;
    expect((await v3('orgs/dept/list', {})).status).toBe(404);
  });

  it('follows up projects, contracts and schedules that are there, and only those', async () => {
    const { ov1, sim } = await visit();
    const follow = (datatype: string, ord: number) =>
      ov1(`systemManage/reply?datatype=${datatype}&apihelptype=save`, { ...FOLLOW_UP, ord }, '__sys_dosave');
    for (const datatype of ['chance', 'contract', 'plan']) await follow(datatype, 1002);
    expect(sim.followUps(1002).map(({ datatype }) => datatype)).toEqual(['chance', 'contract', 'plan']);
    expect(messageOf(await follow('chance', 999))).toBe('单据不存在');
  });

  it('keeps what was stored across a restart on its file', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'bangqiao-sim-')), 'erp.db');
    const first = await visit({ file });
    await first.v3('orgs/dept/add', { name: '研发部', pid: 1001 });
    await first.v3('orgs/dept/edit', { name: '销售总部', pid: 0, ord: 1001 });
    await first.sim.close();
    const second = await visit({ file });
    const names = cells((await second.v3('orgs/dept/list', {})).json).map(({ NodeText }) => NodeText);
    expect(names).toEqual(['研发部', '销售二部', '销售总部']);
  });
});

const factOf = (call: string): Fact => ENDPOINTS.find((fact) => fact.call === call)!;

/** Rows of a v3 list by column. */
function cells(doc: Doc): Record<string, string>[] {
  return doc.Rows.map((row: string[]) => Object.fromEntries(row.map((cell, at) => [doc.Cols[at], cell])));
}
