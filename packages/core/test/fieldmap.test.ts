import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../src/field-problem.ts';
import {
  checkForErp,
  columnsOf,
  contactNameMissing,
  createFields,
  type ErpRecord,
  FIELDS,
  type FieldValues,
  fieldOfErpId,
  fieldValuesOf,
  fromErp,
  SYNC_FIELDS,
  type SyncField,
  toErp,
  verifiedFields,
} from '../src/index.ts';
import { expectBothLanguages } from './support/bilingual.ts';
import { book, emptyBook, person } from './support/customers.ts';

/** Problems of a customer of whom only this is known. */
const codesOf = (known: Parameters<typeof person>[0]) =>
  checkForErp(person(known)).map(({ field, code, fatal }) => `${field} ${code}${fatal ? ' fatal' : ''}`);

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
    const ways: ErpRecord[] = [
      { intsort: '1' },
      { sort2: '单位客户' },
      { 分类: '单位客户' },
      { 客户类型: '单位' },
      { 客户属性: ' 单位客户 ' },
      { intsort: '', sort2: '1' },
    ];
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

  it('reads no type from a value that states none', () => {
    for (const intsort of ['', '3', '普通单位']) {
      expect(fromErp({ name: '张三', intsort }, book)).toMatchObject({ type: 2, provisional: true });
    }
  });

  it('takes a phone as it is where it is no mobile, prose with its stars, and 0 for no option', () => {
    expect(
      fromErp(
        { intsort: '1', mobile: '0755-12345678', product: '尺寸 3**4', intro: '密码 ****', jz: '0' },
        book,
      ).values,
    ).toEqual({
      erp_customer_type: '1',
      phone: '0755-12345678',
      summary: '尺寸 3**4',
      notes: '密码 ****',
      erp_value_assessment: null,
    });
    expect(fromErp({ intsort: '1', intro: '很长的备注…' }, book).values).toEqual({ erp_customer_type: '1' });
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

  it('sends neither the type nor the follow level as a field, and says nothing of them', () => {
    expect(toErp({ erp_customer_type: '1', erp_follow_level: '重点客户' }, 1, book)).toEqual({
      fields: {},
      problems: [],
    });
  });

  it('leaves out a value with a problem', () => {
    expect(toErp({ phone: '1', email: 'x', address: '甲' }, 1, book)).toMatchObject({
      fields: { address: '甲' },
      problems: [{ code: 'wrong_phone' }, { code: 'wrong_email' }],
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

  it('reads the same again from what it wrote of any reading, however the record was spelt', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '甲', '１', ' ', '\n', '*', '…', '\u200B') });
    const option = (...known: string[]) => fc.oneof(fc.constantFrom('', '0', '999', ...known), text);
    const record = fc.record(
      {
        name: text,
        person_name: text,
        mobile: fc.constantFrom('', '13800000001', '+86 138-0000-0001', '138****0001', '0755-12345678'),
        email: fc.constantFrom('', ' A@Example.com', 'a@example.com', 'nobody'),
        address: text,
        weixinAcc: text,
        khid: text,
        sort1: option('3', '3,7', '7,3', '终端客户/工厂'),
        ly: option('171', '微信咨询'),
        jz: option('175', '很低'),
        trade: option('139'),
        area: option('31'),
        product: text,
        intro: text,
        pym: text,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(record, fc.constantFrom('1', '2'), (known, intsort) => {
        const first = fromErp({ ...known, intsort }, book);
        const { fields, problems } = toErp(first.values, first.type!, book);
        const again = fromErp({ ...fields, intsort }, book).values;
        const left = new Set<string>(problems.map(({ field }) => field));
        const written = Object.entries(first.values).filter(
          ([field, value]) => value !== null && !left.has(field),
        );
        const lowered = written.map(([field, value]) => [
          field,
          field === 'email' ? value?.toLowerCase() : value,
        ]);
        expect(again).toEqual(Object.fromEntries(lowered));
      }),
      { numRuns: 500 },
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

  it('keeps the customer’s own category and source where the tenant has them, else the defaults', () => {
    const fields = (known: Parameters<typeof person>[0]) =>
      createFields(person({ real_name: '张三', ...known }), ctx).fields;
    expect(fields({ erp_customer_category: ' 终端客户 ', erp_source: '朋友介绍' })).toMatchObject({
      sort1: '3',
      ly: '172',
    });
    expect(fields({ erp_customer_category: '经销商', erp_source: '抖音' })).toMatchObject({
      sort1: '3,7',
      ly: '980',
    });
  });

  it('keeps the customer’s own words for what it would otherwise fill in', () => {
    const own = {
      erp_value_assessment: '很低',
      summary: '自己的简介',
      notes: '自己的备注',
      pinyin: 'ZS',
      erp_industry: '印刷',
      erp_region: '广东/深圳',
    };
    const guessed = { data_quality_score: 95, extracted_needs: '电表', wechat_remark: '展会' };
    expect(createFields(person({ real_name: '李四', ...own, ...guessed }), ctx).fields).toMatchObject({
      jz: '290',
      product: '自己的简介',
      intro: '自己的备注',
      pym: 'ZS',
      trade: '139',
      area: '31',
    });
  });

  it('fills in as much as is known: one of interest and needs, no remark, the lowest value', () => {
    expect(createFields({ real_name: '张三', extracted_needs: ' 100 台 ' }, ctx).fields).toEqual({
      name: '张三',
      khid: 'KH2025002',
      sort1: '3,7',
      ly: '980',
      jz: '290',
      product: '100 台',
      pym: 'ZS',
    });
    expect(createFields({ real_name: '张三', extracted_product_interest: '电表' }, ctx).fields.product).toBe(
      '电表',
    );
    expect(createFields({ company_name: '解放军医院' }, ctx).fields.pym).toBe('JFJYY');
    expect(createFields({}, ctx).fields.pym).toBeUndefined();
  });

  it('says nothing of a source where none is configured', () => {
    const { fields, problems } = createFields(person({ real_name: '张三' }), { ...ctx, sourceLabels: [] });
    expect(fields.ly).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('names each problem once, though two checks find it', () => {
    const { problems } = createFields(
      person({ real_name: '张三', phone: '0755-12345678', email: 'nobody' }),
      ctx,
    );
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['phone', 'wrong_phone'],
      ['email', 'wrong_email'],
    ]);
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

describe('a problem of a field', () => {
  it.each<[field: SyncField, value: string, zh: string, en: string]>([
    ['phone', '138****8888', '手机号是打了码的，不是完整值', 'phone is masked'],
    [
      'phone',
      '0755-12345678',
      '手机号格式不对，应为 11 位大陆手机号',
      'phone is not a mainland mobile of 11 digits',
    ],
    ['email', 'nobody', '邮箱格式不对', 'e-mail is not an e-mail address'],
    ['address', '路'.repeat(201), '地址有 201 个字，最多 200 个', 'address has 201 characters, at most 200'],
  ])('%s %s is told in both languages', (field, value, zh, en) => {
    expect(problemOf(field, value, 1)).toMatchObject({ field, fatal: field === 'phone', zh, en });
  });

  it('is told in both languages where something is missing or unknown', () => {
    const missing = [
      ...checkForErp(person()),
      contactNameMissing(),
      ...createFields(person({ real_name: '张三' }), {
        book: emptyBook,
        defaultCategory: null,
        sourceLabels: ['抖音'],
        khid: null,
      }).problems,
      ...toErp({ company_name: '某某公司', erp_industry: '抖音' }, 2, book).problems,
    ];
    expect(missing.map(({ field, code }) => [field, code])).toEqual([
      ['real_name', 'name_missing'],
      ['real_name', 'contact_name_missing'],
      ['erp_customer_category', 'category_missing'],
      ['erp_source', 'option_unknown'],
      ['erp_value_assessment', 'option_unknown'],
      ['company_name', 'no_such_field'],
      ['erp_industry', 'option_unknown'],
    ]);
    for (const problem of missing) expectBothLanguages(problem);
    expect(missing.at(-1)?.zh).toContain('行业“抖音”');
    expect(missing.at(-1)?.en).toContain('industry "抖音"');
    expect(missing.at(-2)?.zh).toContain('公司名');
    expect(missing.at(-2)?.en).toContain('company name');
  });

  it('is none of an empty value, nor of stars in prose', () => {
    expect(problemOf('phone', ' ', 1)).toBeNull();
    expect(problemOf('summary', '尺寸 3**4', 1)).toBeNull();
    expect(problemOf('notes', '密码 ****', 1)).toBeNull();
    expect(problemOf('address', '南山区****', 1)).toMatchObject({ code: 'masked', fatal: false });
  });

  it('counts characters as people do, line breaks of prose among them', () => {
    expect(problemOf('notes', '😀'.repeat(4000), 1)).toBeNull();
    expect(problemOf('notes', `${'某'.repeat(2000)}\n${'某'.repeat(2000)}`, 1)).toMatchObject({
      code: 'too_long',
    });
  });

  it('stops a contact’s name that is longer than a contact’s may be, and not a person’s', () => {
    const long = { real_name: '某'.repeat(51) };
    expect(codesOf(long)).toEqual([]);
    expect(codesOf({ ...long, company_name: '某某公司' })).toEqual(['real_name too_long fatal']);
  });

  it('checks the name under which a customer goes: nickname, then remark', () => {
    const long = '某'.repeat(101);
    expect(codesOf({ wechat_nickname: long })).toEqual(['real_name too_long fatal']);
    expect(codesOf({ wechat_remark: long })).toEqual(['real_name too_long fatal']);
    expect(codesOf({ wechat_nickname: '小李', wechat_remark: long })).toEqual([]);
    expect(codesOf({ real_name: ' ', wechat_remark: '展会认识' })).toEqual([]);
    expect(codesOf({ company_name: '某某公司', wechat_nickname: '李'.repeat(51) })).toEqual([
      'real_name too_long fatal',
    ]);
    expect(codesOf({ company_name: '某某公司', wechat_remark: '李'.repeat(51) })).toEqual([]);
  });
});

describe('the hub’s side', () => {
  it('goes to field values and back to columns', () => {
    const customer = person({ phone: '13800000001', erp_customer_type: 2 });
    const values = fieldValuesOf(customer);
    expect(values).toMatchObject({ phone: '13800000001', erp_customer_type: '2', email: null });
    expect(columnsOf(values)).toMatchObject({ phone: '13800000001', erp_customer_type: 2, email: null });
    expect(columnsOf({ phone: 'x' })).toEqual({ phone: 'x' });
    expect(columnsOf({ erp_customer_type: '1' })).toEqual({ erp_customer_type: 1 });
    for (const unknown of [null, '3']) {
      expect(columnsOf({ erp_customer_type: unknown })).toEqual({ erp_customer_type: null });
    }
  });

  it('knows which fields were verified', () => {
    expect([...verifiedFields(person({ phone_verified: true, email_verified: true }))]).toEqual([
      'phone',
      'email',
    ]);
    expect([...verifiedFields(person({ company_name_verified: true }))]).toEqual(['company_name']);
    expect([...verifiedFields(person())]).toEqual([]);
  });
});
