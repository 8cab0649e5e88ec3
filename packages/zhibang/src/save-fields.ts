export interface FieldSpec {
  id: string;
  label: string;
  /** Characters; null where none is published. */
  maxLength: number | null;
  required: boolean;
}

type Line = readonly [id: string, label: string, maxLength: number | null, required?: true];

/** What a save of either type may carry: catalogue entries 16 (单位客户) and 17 (个人客户), without `ord`. */
const BOTH: readonly Line[] = [
  ['name', '客户名称', 100, true],
  ['pym', '拼音码', 200],
  ['khid', '客户编号', 50],
  ['sort1', '客户分类', 50, true],
  ['ly', '客户来源', null],
  ['jf2', '是否积分', null],
  ['area', '客户区域', null],
  ['trade', '客户行业', null],
  ['jz', '价值评估', null],
  ['credit', '信用等级', 50],
  ['url', '客户网址', 100],
  ['bz', '客户币种', 50],
  ['hk_xz', '到款限制', null],
  ['address', '客户地址', 200],
  ['lng', '经度', 50],
  ['lat', '纬度', 50],
  ['zip', '邮编', 10],
  ['date1', '添加时间', null],
  ['sex', '性别', null],
  ['age', '年龄', null],
  ['year1', '生日', null],
  ['part1', '部门', 50],
  ['job', '职务', 50],
  ['phone', '办公电话', 50],
  ['fax', '传真', 50],
  ['mobile', '手机', 50],
  ['phone2', '家庭电话', 50],
  ['email', '电子邮件', 50],
  ['qq', 'QQ', 20],
  ['weixinAcc', '微信', 50],
  ['XiQueIntro', '喜鹊声声', 50],
  ['msn', 'MSN', 50],
  ['jg', '籍贯', 50],
  ['product', '客户简介', 4000],
  ['c2', '合作现状', 4000],
  ['c3', '合作前景', 4000],
  ['c4', '跟进策略', 4000],
  ['intro', '备注', 4000],
];

const COMPANY_ONLY: readonly Line[] = [
  ['faren', '法人代表', 50],
  ['zijin', '注册资本', null],
  ['pernum1', '人员数量-销售', null],
  ['pernum2', '人员数量-技术', null],
  ['person_name', '联系人姓名', 50, true],
  ['@personpym', '拼音码', 50],
  ['bank_1', '开户银行1', 50],
  ['bank_2', '开户名称1', 50],
  ['bank_7', '银行行号1', 50],
  ['bank_3', '银行账号1', 50],
  ['bank_4', '税号1', 50],
  ['bank_5', '地址1', 50],
  ['bank_6', '电话1', 50],
  ['bank2_1', '开户银行2', 50],
  ['bank2_2', '开户名称2', 50],
  ['bank2_7', '银行行号2', 50],
  ['bank2_3', '银行账号2', 50],
  ['bank2_4', '税号2', 50],
  ['bank2_5', '地址2', 50],
  ['bank2_6', '电话2', 50],
  ['fkdays', '账期', null],
  ['fkdate', '结算日期', null],
];

const PERSON_ONLY: readonly Line[] = [['faren', '所在单位', 50]];

/** Catalogue entry 30 (联系人), without `ord`. */
const CONTACT: readonly Line[] = [
  ['company', '关联客户', null, true],
  ['person_name', '联系人姓名', 50, true],
  ['pym', '拼音码', 50],
  ['sex', '性别', 50],
  ['age', '年龄', null],
  ['year1', '生日', null],
  ['part1', '部门', 50],
  ['job', '职务', 50],
  ['phone', '办公电话', 50],
  ['fax', '传真', 50],
  ['mobile', '手机', 50],
  ['mobile2', '手机', 50],
  ['phone2', '家庭电话', 50],
  ['email', '电子邮件', 50],
  ['qq', 'QQ', 20],
  ['weixinAcc', '微信', 50],
  ['XiQueIntro', '喜鹊声声', 50],
  ['msn', 'MSN', 50],
  ['jg', '籍贯', 50],
  ['zip', '邮编', 10],
  ['joy', '爱好特长', 3000],
  ['intro', '备注', 5000],
];

/** The fields that `customers.save` may send, by type: 1 company, 2 person. An edit sends back those that the bill carries. */
export const CUSTOMER_SAVE_FIELDS: Readonly<Record<1 | 2, readonly FieldSpec[]>> = {
  1: specs([...BOTH, ...COMPANY_ONLY]),
  2: specs([...BOTH, ...PERSON_ONLY]),
};

/** The fields that `contacts.save` may send. */
export const CONTACT_SAVE_FIELDS: readonly FieldSpec[] = specs(CONTACT);

function specs(lines: readonly Line[]): FieldSpec[] {
  return lines.map(([id, label, maxLength, required = false]) => ({ id, label, maxLength, required }));
}

/** Of these, what the v3 edit (catalogue entry 298) does not publish: it can neither change nor, where left out, lose them. */
export const NOT_IN_V3_EDIT: ReadonlySet<string> = new Set([
  'pym',
  'jf2',
  'bz',
  'lng',
  'lat',
  'age',
  'phone2',
  'XiQueIntro',
  '@personpym',
]);
