import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkForErp,
  columnsOf,
  createFields,
  type ErpRecord,
  FIELDS,
  type FieldValues,
  fieldOfErpId,
  fieldValuesOf,
  fromErp,
  SYNC_FIELDS,
  toErp,
  verifiedFields,
} from '../src/index.ts';
import { book, emptyBook, person } from './support/customers.ts';

const COMPANY_RECORD = {
  ord: '1842',
  intsort: '1',
  name: ' 深圳某某科技有限公司 ',
  person_name: '张三',
  khid: 'KH2025001',
  mobile: '+86 138-0000-0001',
  email: 'a@example.com',
  address: '',
  weixinAcc: 'wx_a',
  sort1: '3,7',
  ly: '171',
  jz: '175',
  trade: '0',
  area: '31',
  product: '一行\r\n二行',
  intro: '备注',
  pym: 'SZMMKJ',
  date1: '2025/10/19 9:05:00',
};

describe('reading the ERP', () => {
  it('maps a company record field by field, options as labels', () => {
    expect(fromErp(COMPANY_RECORD, book)).toEqual({
      type: 1,
      provisional: false,
      values: {
        company_name: '深圳某某科技有限公司',
        real_name: '张三',
        phone: '13800000001',
        email: 'a@example.com',
        address: null,
        wechat_id: 'wx_a',
        erp_customer_code: 'KH2025001',
        erp_customer_type: '1',
        erp_customer_category: '终端客户/工厂',
        erp_source: '网站注册',
        erp_value_assessment: '很高',
        erp_industry: null,
        erp_region: '广东/深圳',
        summary: '一行\n二行',
        notes: '备注',
        pinyin: 'SZMMKJ',
      },
    });
  });

  it('takes the name of a person for the real name and ignores the contact name', () => {
    const { values, type } = fromErp({ sort2: '2', name: '李四', person_name: '王五' }, book);
    expect(type).toBe(2);
    expect(values).toEqual({ erp_customer_type: '2', real_name: '李四' });
  });

  it('knows the type as id or label, under any of its names', () => {
    const ways: ErpRecord[] = [{ intsort: '1' }, { sort2: '单位客户' }, { 分类: '单位客户' }];
    for (const stated of ways) {
      expect(fromErp({ name: '某某', ...stated }, book)).toMatchObject({ type: 1, provisional: false });
    }
    expect(fromErp({ name: '某某公司', intsort: '个人客户' }, book)).toMatchObject({
      type: 2,
      provisional: false,
    });
  });

  it('guesses an unstated type from the name’s ending and says that it is provisional', () => {
    expect(fromErp({ name: '某某公司' }, book)).toEqual({
      type: 1,
      provisional: true,
      values: { company_name: '某某公司' },
    });
    expect(fromErp({ name: '张三' }, book)).toEqual({
      type: 2,
      provisional: true,
      values: { real_name: '张三' },
    });
    expect(fromErp({ mobile: '13800000001' }, book)).toMatchObject({ type: null, provisional: true });
  });

  it('takes what is absent, masked or shortened for unknown, and empty text for empty', () => {
    const { values } = fromErp(
      { intsort: '1', name: '深圳某某科技有…', mobile: '138****8888', email: '', address: '深圳市南山区...' },
      book,
    );
    expect(values).toEqual({ erp_customer_type: '1', email: null });
  });

  it('keeps a label where the list holds one, and an id that the book does not know', () => {
    const read = (record: Record<string, string>) => fromErp({ intsort: '1', ...record }, book).values;
    expect(read({ ly: '网站注册' }).erp_source).toBe('网站注册');
    expect(read({ ly: '999' }).erp_source).toBe('999');
    expect(read({ ly: '171,172' }).erp_source).toBe('网站注册/朋友介绍');
    expect(fromErp({ intsort: '1', sort1: '3,7' }, emptyBook).values.erp_customer_category).toBe('3,7');
  });
});

describe('writing the ERP', () => {
  it('sends options as ids, taking a label or an id', () => {
    expect(
      toErp({ erp_source: '微信咨询', erp_customer_category: '终端客户/工厂', erp_region: '31' }, 1, book),
    ).toEqual({
      fields: { ly: '980', sort1: '3,7', area: '31' },
      problems: [],
    });
  });

  it('leaves out an unknown option and says so, without stopping the rest', () => {
    const { fields, problems } = toErp({ erp_source: '抖音', phone: '13800000001' }, 1, book);
    expect(fields).toEqual({ mobile: '13800000001' });
    expect(problems).toMatchObject([{ field: 'erp_source', code: 'option_unknown', fatal: false }]);
  });

  it('blanks nothing: empty values are left out', () => {
    expect(toErp({ phone: null, email: '', address: ' ' }, 1, book)).toEqual({ fields: {}, problems: [] });
  });

  it('puts the name of a person into name and of a contact into person_name', () => {
    expect(toErp({ real_name: '张三' }, 2, book).fields).toEqual({ name: '张三' });
    expect(toErp({ real_name: '张三', company_name: '某某公司' }, 1, book).fields).toEqual({
      person_name: '张三',
      name: '某某公司',
    });
    expect(toErp({ company_name: '某某公司' }, 2, book).problems).toMatchObject([
      { code: 'no_such_field', fatal: false },
    ]);
  });

  it('gives back what it read, for all that the ERP keeps', () => {
    const text = fc.stringMatching(/^[a-z甲乙丙丁]{1,12}$/);
    const kept = fc.record({
      company_name: text,
      real_name: text,
      phone: fc.constantFrom('13800000001', '19900000002'),
      email: fc.constantFrom('a@example.com', 'b@example.com'),
      address: text,
      wechat_id: fc.constantFrom('wx_a', 'wxid_B'),
      erp_customer_code: text,
      erp_customer_category: fc.constantFrom('终端客户', '终端客户/工厂'),
      erp_source: fc.constantFrom('网站注册', '微信咨询'),
      erp_value_assessment: fc.constantFrom('很高', '很低'),
      erp_industry: fc.constantFrom('印刷', '电表'),
      erp_region: fc.constant('广东/深圳'),
      summary: text,
      notes: text.map((line) => `${line}\n${line}`),
      pinyin: text,
    });
    fc.assert(
      fc.property(kept, fc.constantFrom(1 as const, 2 as const), (all, type) => {
        const { company_name, ...personal } = all;
        const values: FieldValues = type === 1 ? all : personal;
        const { fields, problems } = toErp(values, type, book);
        expect(problems).toEqual([]);
        expect(fromErp({ ...fields, intsort: String(type) }, book).values).toEqual({
          ...values,
          erp_customer_type: String(type),
        });
      }),
    );
  });

  it('knows every sync field by its ERP id, and no ERP id twice', () => {
    for (const type of [1, 2] as const) {
      const ids = SYNC_FIELDS.map((field) => FIELDS[field].erp[type]).filter((id) => id !== null);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(FIELDS[fieldOfErpId(id, type)!].erp[type]).toBe(id);
    }
    expect(fieldOfErpId('date1', 1)).toBeNull();
  });
});

describe('a create', () => {
  const ctx = {
    book,
    defaultCategory: '终端客户/工厂',
    sourceLabels: ['微信咨询', '网站注册'],
    khid: 'KH2025002',
  };

  it('sends every value that passed its check, verified or not', () => {
    const customer = person({
      company_name: '重庆某某有限公司',
      real_name: '张三',
      phone: '+86 13800000001',
      email: 'A@example.com',
      address: '甲路 1 号',
      wechat_id: 'wx_a',
      data_quality_score: 75,
      extracted_product_interest: '电表',
      extracted_needs: '100 台',
      wechat_remark: '展会认识',
    });
    expect(createFields(customer, ctx)).toEqual({
      type: 1,
      problems: [],
      fields: {
        name: '重庆某某有限公司',
        person_name: '张三',
        mobile: '13800000001',
        email: 'a@example.com',
        address: '甲路 1 号',
        weixinAcc: 'wx_a',
        khid: 'KH2025002',
        sort1: '3,7',
        ly: '980',
        jz: '289',
        product: '电表；100 台',
        intro: '展会认识',
        pym: 'CQMMYXGS',
      },
    });
  });

  it('saves a person by the real name, else by the nickname', () => {
    const known = { phone: '13800000001', wechat_nickname: '小李' };
    expect(createFields(person({ ...known, real_name: '单雄信' }), ctx)).toMatchObject({
      type: 2,
      fields: { name: '单雄信', pym: 'SXX' },
    });
    const byNickname = createFields(person(known), ctx);
    expect(byNickname).toMatchObject({ type: 2, fields: { name: '小李' }, problems: [] });
    expect(byNickname.fields.person_name).toBeUndefined();
  });

  it('takes the nickname for a missing contact name, and stops without either', () => {
    const company = { company_name: '某某公司' };
    expect(createFields(person({ ...company, wechat_nickname: '小李' }), ctx).fields.person_name).toBe(
      '小李',
    );
    expect(createFields(person(company), ctx).problems).toMatchObject([
      { code: 'contact_name_missing', fatal: true },
    ]);
  });

  it('falls back to the next source label, and goes without when the tenant has none', () => {
    const known = person({ real_name: '张三' });
    expect(createFields(known, { ...ctx, sourceLabels: ['抖音', '网站注册'] }).fields.ly).toBe('171');
    const without = createFields(known, { ...ctx, sourceLabels: ['抖音'] });
    expect(without.fields.ly).toBeUndefined();
    expect(without.problems).toMatchObject([{ field: 'erp_source', code: 'option_unknown', fatal: false }]);
  });

  it('stops without a category', () => {
    const { problems } = createFields(person({ real_name: '张三' }), { ...ctx, defaultCategory: null });
    expect(problems).toMatchObject([{ code: 'category_missing', fatal: true }]);
  });

  it('sends no number when it is left to the ERP', () => {
    expect(createFields(person({ real_name: '张三' }), { ...ctx, khid: null }).fields.khid).toBeUndefined();
  });
});

describe('the check before any call', () => {
  const codes = (known: Parameters<typeof person>[0]) =>
    checkForErp(person({ real_name: '张三', ...known })).map(({ field, code, fatal }) => [
      field,
      code,
      fatal,
    ]);

  it('lets exactly the longest values pass', () => {
    expect(
      codes({
        company_name: '某'.repeat(100),
        phone: '13800000001',
        email: `${'a'.repeat(38)}@example.com`,
        address: '路'.repeat(200),
        wechat_id: 'w'.repeat(50),
      }),
    ).toEqual([]);
  });

  it('refuses a longer name and a wrong phone outright, and leaves out other wrong values', () => {
    expect(codes({ company_name: '某'.repeat(101) })).toEqual([['company_name', 'too_long', true]]);
    expect(codes({ real_name: '某'.repeat(101) })).toEqual([['real_name', 'too_long', true]]);
    expect(codes({ phone: '0755-12345678' })).toEqual([['phone', 'wrong_phone', true]]);
    expect(codes({ phone: '138****8888' })).toEqual([['phone', 'masked', true]]);
    expect(codes({ email: 'nobody' })).toEqual([['email', 'wrong_email', false]]);
    expect(codes({ email: `${'a'.repeat(39)}@example.com` })).toEqual([['email', 'too_long', false]]);
    expect(codes({ address: '路'.repeat(201) })).toEqual([['address', 'too_long', false]]);
    expect(codes({ wechat_id: 'w'.repeat(51) })).toEqual([['wechat_id', 'too_long', false]]);
  });

  it('refuses a customer without any name', () => {
    expect(codes({ real_name: null, phone: '13800000001' })).toEqual([['real_name', 'name_missing', true]]);
    expect(codes({ real_name: null, wechat_nickname: '小李' })).toEqual([]);
  });

  it('says in both languages what is wrong', () => {
    const [problem] = checkForErp(person({ real_name: '某'.repeat(101) }));
    expect(problem?.zh).toBe('姓名有 101 个字，最多 100 个');
    expect(problem?.en).toBe('real name has 101 characters, at most 100');
  });
});

describe('the hub’s side', () => {
  it('goes to field values and back to columns', () => {
    const customer = person({ phone: '13800000001', erp_customer_type: 2 });
    const values = fieldValuesOf(customer);
    expect(values).toMatchObject({ phone: '13800000001', erp_customer_type: '2', email: null });
    expect(columnsOf(values)).toMatchObject({ phone: '13800000001', erp_customer_type: 2, email: null });
    expect(columnsOf({ phone: 'x' })).toEqual({ phone: 'x' });
  });

  it('knows which fields were verified', () => {
    expect([...verifiedFields(person({ phone_verified: true, email_verified: true }))]).toEqual([
      'phone',
      'email',
    ]);
  });
});
