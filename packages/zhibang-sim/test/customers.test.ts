import { describe, expect, it } from 'vitest';
import { column, messageOf, table, visit } from './visitor.ts';

describe('the customer list', () => {
  it('answers its columns and no rows without cmdkey refresh', async () => {
    const { ov1 } = await visit();
    const answer = await ov1('salesmanage/custom/list', { pagesize: 5 });
    expect(answer.json.header.status).toBe(0);
    expect(table(answer.json).cols.length).toBeGreaterThan(10);
    expect(table(answer.json).rows).toEqual([]);
    expect(table(answer.json).page).toBeUndefined();
  });

  it('serves 20 rows a page, newest first, unless asked otherwise', async () => {
    const { list, sim } = await visit();
    const plain = sim.customers().filter((customer) => customer.place === 'plain');
    const doc = await list();
    const page = { pagesize: 20, pageindex: 1, pagecount: 2, recordcount: plain.length };
    expect(table(doc).page).toEqual(page);
    expect(column(doc, 'ord')).toEqual(
      plain
        .map(({ ord }) => ord)
        .reverse()
        .slice(0, 20),
    );
  });

  it('sorts by a column, downwards with a minus, and pages through every customer once', async () => {
    const { list, sim } = await visit();
    const up: unknown[] = [];
    for (const pageindex of [1, 2, 3])
      up.push(...column(await list({ _rpt_sort: 'ord', pagesize: 12, pageindex }), 'ord'));
    const plain = sim.customers().filter((customer) => customer.place === 'plain');
    expect(up).toEqual(plain.map(({ ord }) => ord));
    expect(column(await list({ _rpt_sort: 'ord', pageindex: 9 }), 'ord')).toEqual([]);
    const khids = column(await list({ _rpt_sort: '-khid', pagesize: 100 }), 'khid') as string[];
    expect(khids).toEqual([...khids].sort().reverse());
  });

  it('takes text filters as parts of the text, so that a short number finds longer ones', async () => {
    const { list, sim } = await visit();
    sim.insert({ name: '甲公司', khid: 'WX1' });
    sim.insert({ name: '乙公司', khid: 'WX12' });
    expect(column(await list({ khid: 'WX1' }), 'khid')).toEqual(['WX12', 'WX1']);
  });

  it('answers everything for a filter that it does not know, mobile and weixinAcc among them', async () => {
    const { list, sim } = await visit();
    sim.insert({ name: '甲公司', mobile: '13800000001', weixinAcc: 'wx_a' });
    const all = table(await list()).page.recordcount;
    for (const filter of [{ mobile: '13800000001' }, { weixinAcc: 'wx_a' }, { nmae: '甲' }]) {
      expect(table(await list(filter)).page.recordcount).toBe(all);
    }
  });

  it('finds one record by telord, and ids of options and regions joined by commas', async () => {
    const { list, sim } = await visit();
    const ord = sim.insert({ name: '甲公司', ly: '171', area: '4403', date1: '2030-05-01 08:00:00' });
    expect(column(await list({ telord: ord }), 'ord')).toEqual([ord]);
    expect(column(await list({ ly: '171,977', name: '甲公司' }), 'ord')).toEqual([ord]);
    expect(column(await list({ ly: '977', name: '甲公司' }), 'ord')).toEqual([]);
    expect(column(await list({ area: '44', name: '甲公司' }), 'ord')).toEqual([ord]);
    expect(column(await list({ date1_0: '2030-05-01', date1_1: '2030-05-01' }), 'ord')).toEqual([ord]);
  });

  it('shows a customer of the pool under stype 1 only, and one out of sight or deleted nowhere', async () => {
    const { list, sim } = await visit();
    const [a, b, c] = ['甲公司', '乙公司', '丙公司'].map((name) => sim.insert({ name })) as [
      number,
      number,
      number,
    ];
    sim.moveToPool(a);
    sim.hide(b);
    sim.remove(c);
    for (const telord of [a, b, c]) expect(column(await list({ telord }), 'ord')).toEqual([]);
    expect(column(await list({ telord: a, stype: 1 }), 'ord')).toEqual([a]);
    sim.show(b);
    expect(column(await list({ telord: b }), 'ord')).toEqual([b]);
  });
});

describe('a list page that was served before', () => {
  it('shows an edit, an insertion and a removal the next time', async () => {
    const { list, sim } = await visit();
    const asked = { pagesize: 500, _rpt_sort: 'ord' };
    const before = column(await list(asked), 'ord');
    const [edited, removed] = before as [number, number];
    sim.edit(edited, { name: '改名公司' });
    expect(column(await list(asked), 'name')[0]).toBe('改名公司');
    const inserted = sim.insert({ name: '甲公司' });
    sim.remove(removed);
    expect(column(await list(asked), 'ord')).toEqual([...before.filter((ord) => ord !== removed), inserted]);
  });

  it('is formed anew when an oddity changes', async () => {
    const { list, sim } = await visit();
    await list();
    sim.oddities.rowsAsObjects = true;
    expect(table(await list()).rows[0].ord).toBeGreaterThan(0);
  });
});

describe('a customer form', () => {
  it('hands out a new ord and a proposed number, spent even when nothing is saved', async () => {
    const { ov1, sim } = await visit({ now: () => new Date('2025-03-01T00:00:00Z') });
    const first = await ov1('salesmanage/custom/add?intsort=1&apihelptype=new');
    const second = await ov1('salesmanage/custom/add?intsort=1&apihelptype=new');
    expect(second.json.body.bill.value).toBe(first.json.body.bill.value + 1);
    expect(first.text).toContain('KH202500031');
    expect(second.text).toContain('KH202500032');
    expect(sim.customer(first.json.body.bill.value)).toBeUndefined();
  });

  it('creates with an allocated ord and edits with the same one', async () => {
    const { create, save, detail, sim } = await visit();
    const ord = await create({ name: '甲公司', mobile: '13800000001', weixinAcc: 'wx_a' });
    await save(ord, { name: '甲公司', email: 'a@example.com' });
    expect(await detail(ord)).toMatchObject({
      name: '甲公司',
      mobile: '13800000001',
      email: 'a@example.com',
      weixinAcc: 'wx_a',
    });
    expect(sim.stats.creates).toEqual({ [ord]: 1 });
    expect(sim.stats.stored).toEqual({ 'customer.save': 2 });
  });

  it('does not bring back a deleted customer by a save with its ord', async () => {
    const { create, save, sim } = await visit();
    const ord = await create({ name: '甲公司' });
    sim.remove(ord);
    expect(messageOf(await save(ord, { name: '甲公司' }))).toBe('该客户不存在或已被删除');
    expect(sim.customer(ord)?.place).toBe('deleted');
  });

  it('saves nothing without __sys_dosave', async () => {
    const { ov1, sim } = await visit();
    const form = await ov1('salesmanage/custom/add?intsort=1&apihelptype=new');
    const ord = form.json.body.bill.value;
    await ov1('salesmanage/custom/add?intsort=1&apihelptype=save', {
      ord,
      name: '甲公司',
      sort1: '7',
      person_name: '王五',
    });
    expect(sim.customer(ord)).toBeUndefined();
  });

  it.each([
    [{ name: '' }, '客户名称不能为空'],
    [{ sort1: '' }, '客户分类不能为空'],
    [{ person_name: '' }, '联系人姓名不能为空'],
    [{ name: '长'.repeat(101) }, '客户名称长度不能超过100个字'],
    [{ qq: '1'.repeat(21) }, 'QQ长度不能超过20个字'],
    [{ ly: '网站注册' }, '客户来源选项无效'],
    [{ sort1: '99' }, '客户分类选项无效'],
  ])('refuses %j with words that name the field', async (fields, words) => {
    const { create, sim } = await visit();
    const ord = await create({ name: '甲公司', ...fields } as Record<string, string>);
    expect(sim.customer(ord)).toBeUndefined();
    expect(sim.stats.refusals).toEqual({ [words]: 1 });
  });

  it('asks no person_name of a person, and keeps none', async () => {
    const { create, sim } = await visit();
    const ord = await create({ intsort: '2', name: '张三丰', person_name: '别人' });
    expect(sim.customer(ord)?.fields).toMatchObject({ intsort: '2', name: '张三丰', person_name: '' });
  });

  it('refuses a name that another customer has, even one out of sight', async () => {
    const { create, save, sim } = await visit();
    const ord = sim.insert({ name: '甲公司' });
    sim.hide(ord);
    const second = await create({ name: '甲公司' });
    expect(messageOf(await save(second, { name: '甲公司' }))).toBe('客户名称已存在，请重新填写');
    sim.remove(ord);
    expect(messageOf(await save(second, { name: '甲公司' }))).toBe('保存成功');
  });

  it('answers in the pool, refuses out of sight with words about rights, and is gone when deleted', async () => {
    const { ov1, sim } = await visit();
    const ord = sim.insert({ name: '甲公司' });
    const read = () => ov1('salesmanage/custom/add?edit=1&apihelptype=get', { ord });
    sim.moveToPool(ord);
    expect((await read()).json.body.bill.value).toBe(ord);
    sim.hide(ord);
    expect(messageOf(await read())).toContain('权限');
    sim.remove(ord);
    expect(messageOf(await read())).toBe('单据不存在');
  });
});

describe('v3', () => {
  const whole = { sort2: 1, name: '甲公司', sort: '生产企业', sort1: '重点客户', person_name: '王五' };

  it('edits by labels, where sort is the category and sort1 the follow level', async () => {
    const { create, v3, sim } = await visit();
    const ord = await create({ name: '甲公司' });
    const answer = await v3('sales/customer/edit', { ...whole, ord, ly: '网站注册' });
    expect(answer.json).toEqual({ Code: 200, Msg: '修改成功' });
    expect(sim.customer(ord)?.fields).toMatchObject({ sort1: '7', level: '203', ly: '171' });
  });

  it('refuses an id where it wants a label, and a missing follow level, with code 300', async () => {
    const { create, v3 } = await visit();
    const ord = await create({ name: '甲公司' });
    expect((await v3('sales/customer/edit', { ...whole, ord, ly: '171' })).json.Code).toBe(300);
    expect((await v3('sales/customer/edit', { ...whole, ord, sort1: undefined })).json.Msg).toBe(
      '跟进程度不能为空',
    );
  });

  it('adds a customer and does not say its ord', async () => {
    const { v3, sim } = await visit({ customers: 0 });
    expect((await v3('sales/customer/add', whole)).json).toEqual({ Code: 200, Msg: '添加成功' });
    expect(sim.customers().map(({ fields }) => fields.name)).toEqual(['甲公司']);
  });

  it('lists users with Page, Cols and Rows', async () => {
    const { v3 } = await visit();
    const { json } = await v3('orgs/user/list', { page_size: 2, page_index: 2 });
    expect(json.Page).toEqual({ RecordCount: 6, PageSize: 2, PageIndex: 2, PageCount: 3 });
    expect(json.Rows[0][json.Cols.indexOf('name')]).toBe('李想');
  });
});
