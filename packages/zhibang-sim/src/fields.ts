/** Fields of the forms, as the parameter lists of the ov1 save entries publish them (catalogue 16, 17, 30). */
export interface FieldSpec {
  id: string;
  caption: string;
  maxLength?: number;
  required?: true;
  /** The value is an option's id, or ids joined by commas. */
  list?: 'ly' | 'trade' | 'jz' | 'area' | 'category';
  number?: true;
}

const head: FieldSpec[] = [
  { id: 'name', caption: '客户名称', maxLength: 100, required: true },
  { id: 'pym', caption: '拼音码', maxLength: 200 },
  { id: 'khid', caption: '客户编号', maxLength: 50 },
  { id: 'sort1', caption: '客户分类', maxLength: 50, required: true, list: 'category' },
  { id: 'ly', caption: '客户来源', list: 'ly' },
  { id: 'jf2', caption: '是否积分', number: true },
  { id: 'area', caption: '客户区域', list: 'area' },
  { id: 'trade', caption: '客户行业', list: 'trade' },
  { id: 'jz', caption: '价值评估', list: 'jz' },
  { id: 'credit', caption: '信用等级', maxLength: 50 },
  { id: 'url', caption: '客户网址', maxLength: 100 },
  { id: 'bz', caption: '客户币种', maxLength: 50 },
  { id: 'hk_xz', caption: '到款限制', number: true },
  { id: 'address', caption: '客户地址', maxLength: 200 },
  { id: 'lng', caption: '经度', maxLength: 50 },
  { id: 'lat', caption: '纬度', maxLength: 50 },
  { id: 'zip', caption: '邮编', maxLength: 10 },
];

const person: FieldSpec[] = [
  { id: 'sex', caption: '性别' },
  { id: 'age', caption: '年龄', number: true },
  { id: 'year1', caption: '生日' },
  { id: 'part1', caption: '部门', maxLength: 50 },
  { id: 'job', caption: '职务', maxLength: 50 },
  { id: 'phone', caption: '办公电话', maxLength: 50 },
  { id: 'fax', caption: '传真', maxLength: 50 },
  { id: 'mobile', caption: '手机', maxLength: 50 },
  { id: 'phone2', caption: '家庭电话', maxLength: 50 },
  { id: 'email', caption: '电子邮件', maxLength: 50 },
  { id: 'qq', caption: 'QQ', maxLength: 20 },
  { id: 'weixinAcc', caption: '微信', maxLength: 50 },
  { id: 'XiQueIntro', caption: '喜鹊声声', maxLength: 50 },
  { id: 'msn', caption: 'MSN', maxLength: 50 },
  { id: 'jg', caption: '籍贯', maxLength: 50 },
];

const texts: FieldSpec[] = [
  { id: 'product', caption: '客户简介', maxLength: 4000 },
  { id: 'c2', caption: '合作现状', maxLength: 4000 },
  { id: 'c3', caption: '合作前景', maxLength: 4000 },
  { id: 'c4', caption: '跟进策略', maxLength: 4000 },
  { id: 'intro', caption: '备注', maxLength: 4000 },
];

const bankParts: [string, string][] = [
  ['1', '开户银行'],
  ['2', '开户名称'],
  ['7', '银行行号'],
  ['3', '银行账号'],
  ['4', '税号'],
  ['5', '地址'],
  ['6', '电话'],
];

const banks: FieldSpec[] = ['bank', 'bank2'].flatMap((prefix, index) =>
  bankParts.map(([part, caption]) => ({
    id: `${prefix}_${part}`,
    caption: `${caption}${index + 1}`,
    maxLength: 50,
  })),
);

const COMPANY_FIELDS: readonly FieldSpec[] = [
  ...head,
  { id: 'faren', caption: '法人代表', maxLength: 50 },
  { id: 'zijin', caption: '注册资本', number: true },
  { id: 'pernum1', caption: '人员数量-销售', number: true },
  { id: 'pernum2', caption: '人员数量-技术', number: true },
  { id: 'date1', caption: '添加时间' },
  { id: 'person_name', caption: '联系人姓名', maxLength: 50, required: true },
  ...person,
  ...texts,
  ...banks,
  { id: 'fkdays', caption: '账期', number: true },
  { id: 'fkdate', caption: '结算日期', number: true },
];

const PERSON_FIELDS: readonly FieldSpec[] = [
  ...head,
  { id: 'date1', caption: '添加时间' },
  ...person,
  { id: 'faren', caption: '所在单位', maxLength: 50 },
  ...texts,
];

export const CONTACT_FIELDS: readonly FieldSpec[] = [
  { id: 'company', caption: '关联客户', required: true, number: true },
  { id: 'person_name', caption: '联系人姓名', maxLength: 50, required: true },
  { id: 'pym', caption: '拼音码', maxLength: 50 },
  ...person,
  { id: 'mobile2', caption: '手机2', maxLength: 50 },
  { id: 'zip', caption: '邮编', maxLength: 10 },
  { id: 'joy', caption: '爱好特长', maxLength: 3000 },
  { id: 'intro', caption: '备注', maxLength: 5000 },
];

/** Fields of a company's form that belong to its main contact person. */
export const MAIN_CONTACT_FIELDS: readonly string[] = ['person_name', ...person.map((field) => field.id)];

/** Columns of the customer list; `level` is the follow level, which ov1 forms show and only v3 can set. */
export const CUSTOMER_COLUMNS: readonly { id: string; caption: string }[] = [
  { id: 'name', caption: '客户名称' },
  { id: 'khid', caption: '客户编号' },
  { id: 'ord', caption: 'ID' },
  { id: 'intsort', caption: '客户类型' },
  { id: 'sort1', caption: '客户分类' },
  { id: 'level', caption: '跟进程度' },
  { id: 'ly', caption: '客户来源' },
  { id: 'jz', caption: '价值评估' },
  { id: 'trade', caption: '客户行业' },
  { id: 'area', caption: '客户区域' },
  { id: 'person_name', caption: '联系人' },
  { id: 'phone', caption: '办公电话' },
  { id: 'mobile', caption: '手机' },
  { id: 'weixinAcc', caption: '微信' },
  { id: 'email', caption: '电子邮件' },
  { id: 'address', caption: '客户地址' },
  { id: 'cateid', caption: '销售人员' },
  { id: 'date1', caption: '添加时间' },
];

export const CONTACT_COLUMNS: readonly { id: string; caption: string }[] = [
  { id: 'person_name', caption: '联系人姓名' },
  { id: 'ord', caption: 'ID' },
  { id: 'company', caption: '客户ID' },
  { id: 'name', caption: '客户名称' },
  { id: 'part1', caption: '部门' },
  { id: 'job', caption: '职务' },
  { id: 'mobile', caption: '手机' },
  { id: 'phone', caption: '办公电话' },
  { id: 'email', caption: '电子邮件' },
  { id: 'weixinAcc', caption: '微信' },
  { id: 'qq', caption: 'QQ' },
];

export function customerFields(type: string | undefined): readonly FieldSpec[] {
  return type === '2' ? PERSON_FIELDS : COMPANY_FIELDS;
}
