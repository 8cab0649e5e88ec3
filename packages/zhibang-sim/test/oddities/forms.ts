import { expect } from 'vitest';
import { type Doc, messageOf } from '../visitor.ts';
import { formPath, odd, type Shown } from './shown.ts';

/** Oddities of forms and saves. */
export const FORMS = {
  recordMissingAs: [
    'answers for a missing record an empty form, a blank one, or one of several refusals',
    async () => {
      const { ov1, sim } = await odd({ recordMissingAs: 'empty' });
      const read = () => ov1(formPath('edit=1'), { ord: 999_999 });
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
        const [outer] = (await ov1(formPath('edit=1'), { ord })).json.body.bill.groups;
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
  wholeForms: [
    'shows the fields of a company in the form of a person, empty',
    async () => {
      const { detail, sim } = await odd({ wholeForms: true });
      const shown = await detail(sim.insert({ intsort: '2', name: '张三丰' }));
      expect(shown).toMatchObject({ name: '张三丰', bank_1: '', person_name: '' });
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
  ownFollowUpKinds: [
    'has kinds of follow-up under its own ids and refuses the usual ones',
    async () => {
      const { ov1, create } = await odd({ ownFollowUpKinds: true });
      expect((await ov1('source?enumid=98')).text).toContain('"拜访客户"');
      const ord = await create({ name: '甲公司' });
      const path = 'systemManage/reply?datatype=tel&apihelptype=save';
      const entry = (sort: string) => ({ ord, intro: '谈过了', sort, plantype: 0 });
      expect(messageOf(await ov1(path, entry('481'), '__sys_dosave'))).toBe('跟进方式不能为空');
      expect(messageOf(await ov1(path, entry('1201'), '__sys_dosave'))).toBe('保存成功');
    },
  ],
  khidByHand: [
    'proposes no number and demands one',
    async () => {
      const { ov1, create, save, sim } = await odd({ khidByHand: true });
      expect((await ov1(formPath('intsort=1'))).text).not.toContain('"value":"KH');
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
      const forms = [await ov1(formPath('intsort=1')), await ov1(formPath('intsort=1'))];
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
  duplicateWords: [
    'says of a duplicate what it is told to',
    async () => {
      const { create, save, sim } = await odd({ duplicateWords: '数据重复，保存失败' });
      sim.insert({ name: '甲公司' });
      const ord = await create({ name: '乙公司' });
      expect(messageOf(await save(ord, { name: '甲公司' }))).toBe('数据重复，保存失败');
    },
  ],
  refuseInMessage: [
    'refuses with status 0 and a message that says so',
    async () => {
      const { ov1, sim } = await odd({ refuseInMessage: true });
      const ord = sim.insert({ name: '甲公司' });
      const { json } = await ov1(formPath('intsort=1'), { ord, name: '' }, '__sys_dosave');
      expect(json.header).toEqual({ status: 0, message: '' });
      expect(json.body.message).toMatchObject({ title: '保存失败', text: '客户名称不能为空' });
    },
  ],
  savedWords: [
    'stores, and says it in other words',
    async () => {
      const { create, sim } = await odd({ savedWords: '已提交，审核通过前不可修改' });
      expect(sim.customer(await create({ name: '甲公司' }))?.fields.name).toBe('甲公司');
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
} satisfies Shown;
