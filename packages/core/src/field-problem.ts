import type { Bilingual } from './bilingual.ts';
import type { Customer, CustomerType, SyncField } from './customer.ts';
import { COMPANY, PERSON, SYNC_FIELDS } from './customer.ts';
import { normaliseEmail } from './email.ts';
import { FIELDS } from './fields.ts';
import { phoneProblem } from './phone.ts';
import { cleanLines, cleanText, isMasked } from './text.ts';

export type FieldProblemCode =
  | 'too_long'
  | 'wrong_phone'
  | 'wrong_email'
  | 'masked'
  | 'name_missing'
  | 'contact_name_missing'
  | 'category_missing'
  | 'option_unknown'
  | 'no_such_field';

/** Why a value cannot go to the ERP. */
export interface FieldProblem extends Bilingual {
  field: SyncField;
  code: FieldProblemCode;
  /** The whole write must wait for a person; otherwise only this field is left out. */
  fatal: boolean;
}

/** Company when there is a company name, else person (domain.md, Field map). */
export function typeOf(customer: Pick<Customer, 'company_name'>): CustomerType {
  return cleanText(customer.company_name) === null ? PERSON : COMPANY;
}

type Named = Partial<Pick<Customer, 'company_name' | 'real_name' | 'wechat_nickname' | 'wechat_remark'>>;

/** The name under which a customer is saved: a person without a real name goes by the nickname, else the remark. */
export function erpNameOf(customer: Named, type: CustomerType): string | null {
  if (type === COMPANY) return cleanText(customer.company_name);
  return (
    cleanText(customer.real_name) ?? cleanText(customer.wechat_nickname) ?? cleanText(customer.wechat_remark)
  );
}

/** The contact person's name of a company customer: the real name, else the nickname. */
export function contactNameOf(customer: Named): string | null {
  return cleanText(customer.real_name) ?? cleanText(customer.wechat_nickname);
}

/** What the ERP would refuse, found before any call: lengths, formats, no name at all. */
export function checkForErp(customer: Partial<Customer>): FieldProblem[] {
  const type = typeOf({ company_name: customer.company_name ?? null });
  const nameField = type === COMPANY ? 'company_name' : 'real_name';
  const values = { ...customer, [nameField]: erpNameOf(customer, type) };
  if (type === COMPANY) values.real_name = contactNameOf(customer);
  const problems = SYNC_FIELDS.flatMap((field) => {
    const value = values[field];
    const problem = typeof value === 'string' ? problemOf(field, value, type) : null;
    return problem === null ? [] : [problem];
  });
  return values[nameField] === null ? [nameMissing(nameField), ...problems] : problems;
}

/** What is wrong with one filled value; null when it may be sent (or is empty). */
export function problemOf(field: SyncField, value: string, type: CustomerType): FieldProblem | null {
  const text = cleanLines(value);
  if (text === null) return null;
  const label = FIELDS[field].label;
  const isIdentifying = field === 'company_name' || field === 'real_name' || field === 'phone';
  const problem = (code: FieldProblemCode, zh: string, en: string): FieldProblem => ({
    field,
    code,
    fatal: isIdentifying,
    zh: `${label.zh}${zh}`,
    en: `${label.en} ${en}`,
  });
  const isProse = field === 'summary' || field === 'notes';
  if (!isProse && isMasked(text)) return problem('masked', '是打了码的，不是完整值', 'is masked');
  if (field === 'phone' && phoneProblem(text) !== null) {
    return problem('wrong_phone', '格式不对，应为 11 位大陆手机号', 'is not a mainland mobile of 11 digits');
  }
  if (field === 'email' && normaliseEmail(text) === null) {
    return problem('wrong_email', '格式不对', 'is not an e-mail address');
  }
  const most = FIELDS[field].maxLength?.[type];
  const length = [...text].length;
  if (most === undefined || length <= most) return null;
  return problem(
    'too_long',
    `有 ${length} 个字，最多 ${most} 个`,
    `has ${length} characters, at most ${most}`,
  );
}

export function contactNameMissing(): FieldProblem {
  return {
    field: 'real_name',
    code: 'contact_name_missing',
    fatal: true,
    zh: '单位客户缺联系人姓名（姓名和微信昵称都没有）',
    en: 'contact name missing: neither a real name nor a nickname',
  };
}

export function categoryMissing(): FieldProblem {
  return {
    field: 'erp_customer_category',
    code: 'category_missing',
    fatal: true,
    zh: '没有可用的客户分类，请在配置 defaults.category 中指定',
    en: 'no customer category: set defaults.category in the configuration',
  };
}

export function optionUnknown(field: SyncField, value: string): FieldProblem {
  const { zh, en } = FIELDS[field].label;
  return {
    field,
    code: 'option_unknown',
    fatal: false,
    zh: `${zh}“${value}”在 ERP 的选项里没有，未写入`,
    en: `${en} "${value}" is no option of this ERP: left out`,
  };
}

export function noSuchField(field: SyncField): FieldProblem {
  const { zh, en } = FIELDS[field].label;
  return {
    field,
    code: 'no_such_field',
    fatal: false,
    zh: `${zh}在这种客户的 ERP 表单里没有，未写入`,
    en: `${en} has no field in this customer's ERP form: left out`,
  };
}

function nameMissing(field: SyncField): FieldProblem {
  return {
    field,
    code: 'name_missing',
    fatal: true,
    zh: '没有任何名称：公司名、姓名、昵称、备注都没有',
    en: 'no name at all: no company name, real name, nickname or remark',
  };
}
