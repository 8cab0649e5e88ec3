/** What stands in brackets or quotes is a value, not the ERP's words. */
export const QUOTED = /【[^】]*】|“[^”]*”|‘[^’]*’|「[^」]*」|"[^"]*"/g;

/** Fields that a message may name; at the same place the earlier line wins. */
const FIELD_WORDS: readonly [RegExp, string][] = [
  [/客户编号|编号|khid/i, 'khid'],
  [/联系人(姓名|名称)/, 'person_name'],
  [/客户名称|名称|姓名/, 'name'],
  [/客户分类|分类/, 'sort1'],
  [/跟进程度/, 'level'],
  [/手机/, 'mobile'],
  [/邮件|邮箱|email/i, 'email'],
  [/传真/, 'fax'],
  [/电话/, 'phone'],
  [/微信/, 'weixinAcc'],
  [/来源/, 'ly'],
  [/行业/, 'trade'],
  [/区域|地区/, 'area'],
  [/价值评估/, 'jz'],
  [/地址/, 'address'],
  [/简介/, 'product'],
  [/备注/, 'intro'],
];

/** What a field's name may carry besides: `手机号码`, `单位名称`. */
const LABEL_BESIDE = /客户|联系人?|单位|公司|办公|电子|移动|[账帐]?号码?/g;
/** A number that only tells who has the value already: `该客户已存在（客户编号：KH001）`. */
const HOLDERS_NUMBER = /编号[为是：:\s]*[a-z0-9-]+(?=\s*([)）】，。；,;]|$))/gi;

/** The field named first; what stands in brackets or quotes is a value, unless it is a field's name itself. */
export function namedField(message: string): string | null {
  const unquoted = message.replace(QUOTED, (quoted) => (isLabel(quoted) ? quoted : ' '));
  const words = unquoted.replace(HOLDERS_NUMBER, ' ');
  let first = { at: Number.POSITIVE_INFINITY, field: null as string | null };
  for (const [word, field] of FIELD_WORDS) {
    const at = words.search(word);
    if (at >= 0 && at < first.at) first = { at, field };
  }
  return first.field;
}

function isLabel(quoted: string): boolean {
  const words = FIELD_WORDS.reduce((text, [word]) => text.replace(word, ''), quoted);
  return !/\p{L}/u.test(words.replace(LABEL_BESIDE, ''));
}
