import { anyOf } from './clauses.ts';
import type { Certainty, Fact } from './fact.ts';
import type { Asked } from './question.ts';
import { COMMON_SURNAMES, SURNAMES } from './surnames.ts';

/** The customer's own name in a text of `plainOf`: surname and given name, never a form of address (王总, 小李). */
export function nameFacts(
  plain: string,
  asked: Asked | null,
  { phones, companies }: { phones: readonly Fact[]; companies: readonly Fact[] },
): Fact[] {
  const found =
    introduced(plain) ??
    inPieces(plain) ??
    nickname(plain) ??
    (asked?.name ? answered(plain) : null) ??
    (phones.length > 0 ? onCard(plain) : null) ??
    besideCompany(plain, companies) ??
    foreign(plain);
  return found === null ? [] : [found];
}

/** 收 after it is no given name: `王小示收`. */
const NAME = `(${SURNAMES}[一-鿿](?:[一-鿿](?<!收))?)`;
/** A given name ends where one of these begins. */
const AFTER_NAME =
  '(?=$|[\\s,。;!?、:()\\d@/|+\\-~]|电话|手机|微信|的|是|在|来自|想|要|负责|先生|女士|小姐|经理|采购|请|麻烦|这|联系|做|从|收|啊|呀|哈|哦|,|邮箱|tel|公司)';

const INTRODUCED = anyOf([
  `(?:我(?:的)?(?:名字|姓名|全名|大名)?(?:是|叫做?)|本人(?:是|叫)?|在下|鄙人)${NAME}${AFTER_NAME}`,
  `(?<!他|她|们|朋友|同事|老板|经理|助理|哥|姐|弟|妹)(?:名字|姓名|全名)(?:是|叫|就是|:)\\s?${NAME}${AFTER_NAME}`,
  `(?:免贵)?姓[一-鿿][,，。\\s]?(?:我)?(?:全名|名字|叫|大名)?(?:叫|是)?[\\s,]?${NAME}${AFTER_NAME}`,
  `我是[^。;!?\\n]{0,24}(?:公司|集团|厂|院|部|店|中心|所|采购|工程师|经理|主管|负责人|助理|的|业务|技术|老板|销售|会计|设计师)[,:\\s]{0,2}${NAME}${AFTER_NAME}`,
  `我们?(?:公司|厂)?(?:这边|这里)?是[^。;!?\\n]{2,24}(?:公司|集团|厂|院|部|科技|采购部?|的)[,:\\s]{0,2}(?:我(?:是|叫))?${NAME}${AFTER_NAME}`,
  `(?:公司|厂|集团)(?:采购部?|工程部|技术部|财务)?的?${NAME}(?=$|[\\s,。;!?、:()\\d]|电话|手机|微信)`,
  `(?:公司|厂|集团)[\\s,](?:采购|经理|业务|销售|财务|技术)?(?:部|员|经理)?\\s?${NAME}\\s*$`,
  `(?:采购部?|采购员|财务[室部]?|经理|技术部|设备部|负责人|法人)\\s${NAME}(?=$|\\s)|^\\s*我\\s?${NAME}(?=$|\\s)|--?\\s*${NAME}\\s*$|找我\\s?${NAME}(?=$|\\s)`,
  `(?:应该是|叫|是)${NAME}[,，]?不是${SURNAMES}[一-鿿]{1,2}`,
  `(?:叫|喊|称呼)我${NAME}(?=就[好行可]|即可|吧|$|[\\s,。;!?])`,
  `(?:名字|姓名|收据|收条|抬头)(?:就|请|麻烦)?(?:写|开)(?:给)?\\s?${NAME}(?=$|[\\s,。;!?\\d]|就)`,
  `(?:写|找|是|联系|打)我[,\\s]{1,2}${NAME}(?=$|[\\s,。;])`,
  `我[:是叫]?\\s?${NAME}(?:先生|女士|小姐)?[,。\\s]*(?:电话|手机|微信|tel|1[3-9]\\d)`,
]);
const FORM = new RegExp(
  `(?:^|[\\s,。;\\n])(?:收货人|收件人|联系人|姓名|客户姓名|称呼)[:是写填]?\\s?${NAME}${AFTER_NAME}|(?:^|[\\s,])${NAME}收(?=$|[\\s,。])`,
);
const NOT_A_NAME = anyOf([
  '^(?:和我|和你|和他|和她|和们|明天|明年|明白|时候|时间|方便|方便的|方面|高兴|高温|高压|高速|安装|安排|安全|成都)',
  '^(?:成品|经理|管道|管理|管子|管材|水泵|水管|水龙|水泥|金属|金额|马上|常用|常州|通过|通用|通知|平时|平台|平米|计划)',
  '^(?:计算|于是|关于|路过|路上|能不|能用|能否|从你|从我|从哪|从事|全部|全国|强度|石材|江苏|江西|江门|广州|广东|广西)',
  '^(?:东莞|东西|宁波|温州|温度|常见|台州|都是|都有|都要|都可|那个|那边|那么|那种|别人|别的|别家|国内|国外|国标|解决)',
  '^(?:应该|相关|查询|查一|盖章|单位|司机|连接|老板|老师|双方|文件|文具|空调|简单|通风|连锁|利润|项目|项目经|相信)',
  '^(?:金华|方式|成功|于您|白天|白色|红色|黄色|蓝色|红的|支付|支持|房子|居然|公司|关系|满意|容易|向你|向您|越多|牛皮)',
  '^(?:游泳|习惯|阴天|程序|史上|包装|包邮|包括|花费|花了|张家|万元|万一|丁苯|农业|农村|白酒|沙子|麻烦|车间|车子|车队)',
  '^(?:时效|贝壳|鱼缸|门窗|贺卡|毛坯|毛巾|米粉|宣传|明细|任何|许多|施工|何时|严重|和谐|元旦|水电|平安|卫生|尤其|池州)',
  '^(?:沈阳|徐州|杭州|苏州|郑州|柳州|梅州|惠州|湖州|福州|管事|管采|房东|房产|那里|那我|连云|通州|乌鲁|温馨|景区|古镇)',
  '^(?:成本|贵公|华东|华南|华北|华中|西北|东北|东方|武汉|石家|能源|广告|相同|黄石|游客|申请|师傅|从前|牛奶|印刷|顾客)',
  '^(?:邮|祖国|支架|后勤|万达|景观|池子|包工|管工|程工|封口|封边|水厂|计量|余款|阀门|双喜|诸位|单价|凌晨|易损|国产)',
]);

function introduced(plain: string): Fact | null {
  return firstName(plain, INTRODUCED, 'stated') ?? formName(plain);
}

function formName(plain: string): Fact | null {
  return /不是我|他|她|仓库|同事|朋友|老板/.test(plain) ? null : firstName(plain, FORM, 'likely');
}

/** `我姓欧阳,单名一个靖`: the name is put together. */
function inPieces(plain: string): Fact | null {
  const found = PIECES.exec(plain);
  if (!found) return null;
  const span = { start: found.index, end: found.index + found[0].length };
  return { kind: 'name', value: `${found[1]}${found[2]}`, span, certainty: 'stated' };
}
const PIECES = new RegExp(
  `(?<![他她您你])姓(${SURNAMES})[,\\s]{0,2}(?:单名|名)(?:是|叫|为)?(?:一?个|单)?([一-鿿])(?=字?(?:$|[,。;!?\\s]))`,
);

/**
 * What they go by, where no full name is said: `我叫阿强`, or beside the company, `我是示惠五金的小邓`. 小 with a surname alone
 * (叫我小李) is a form of address.
 */
function nickname(plain: string): Fact | null {
  const alone = ALONE.exec(plain);
  const found = alone && !NO_NICKNAME.test(alone[1]!) ? alone : SIGNED.exec(plain);
  const name = found?.slice(1).find((group) => group !== undefined);
  if (!found || name === undefined) return null;
  const start = found.index + found[0].lastIndexOf(name);
  return { kind: 'name', value: name, span: { start, end: start + name.length }, certainty: 'likely' };
}
const NO_NICKNAME = new RegExp(`^小[${COMMON_SURNAMES}厂店白型本学企额规批量人弟妹米时区伙]`);
const ALONE = /(?<![们告])(?:我(?:是|叫)|叫我|喊我)\s?([小阿][一-鿿])(?=$|[\s,。;!?]|就[好行可])/;
const SIGNED = new RegExp(
  `我是[^。;!?\\n,]{2,30}的([小阿][${COMMON_SURNAMES}])(?=$|[\\s,。;!?])|[一-鿿]{3}\\s?[-|·]\\s?([小阿][一-鿿])\\s*(?=$|[,。;!?\\n\\d])`,
);

/** `我叫Kevin`. */
function foreign(plain: string): Fact | null {
  const found = FOREIGN.exec(plain);
  const name = found?.[1] ?? found?.[2];
  if (!found || name === undefined) return null;
  const start = found.index + found[0].indexOf(name);
  return { kind: 'name', value: name, span: { start, end: start + name.length }, certainty: 'stated' };
}
const FOREIGN =
  /(?:我叫|叫我|my name is)\s?([a-z]{2,14}(?: [a-z]{2,14})?)(?=$|[,。.!;\s]|就)|this is ([a-z]{2,14}) (?:from|with|at) /;

/** Asked for a name: the reply begins with it. */
function answered(plain: string): Fact | null {
  return firstName(plain, ANSWERED, 'stated');
}
const ANSWERED = new RegExp(
  `^\\s*(?:你好|您好)?[,\\s]*(?:我|就)?(?:是|叫|姓名:?)?\\s?${NAME}(?=$|[\\s,。;!?、:()\\d]|先生|女士|小姐|电话|手机)`,
);

/** A name alone beside the own telephone: `王小示 13800000001`. */
function onCard(plain: string): Fact | null {
  return firstName(plain, CARD, 'likely');
}
const CARD = new RegExp(
  `(?:^|[\\s,。;\\n:\\]】)])${NAME}(?:先生|女士|小姐)?[\\s,:/]*(?:[一-鿿]{0,4}(?:经理|主管|总监|工程师|主任|采购|采购员|销售|负责人)[\\s,]*)?(?:(?:电话|手机|联系电话|tel)[:是]?\\s*)?(?=\\+?(?:86)?[\\s-]?1[3-9]\\d)|1[3-9]\\d[\\s-]?\\d{4}[\\s-]?\\d{4}[\\s,(/]+${NAME}(?=$|[\\s,。;)\\n])`,
);

/** `成都示柏机电 何示斌`: the company, and who writes for it. */
function besideCompany(plain: string, companies: readonly Fact[]): Fact | null {
  for (const { span } of companies) {
    const found = BESIDE_COMPANY.exec(plain.slice(span.end, span.end + 24));
    const name = found?.[1];
    if (!found || name === undefined || !isGivenName(name)) continue;
    const start = span.end + found[0].lastIndexOf(name);
    return { kind: 'name', value: name, span: { start, end: start + name.length }, certainty: 'likely' };
  }
  return null;
}
const BESIDE_COMPANY = new RegExp(
  `^的?[\\s,:/|·-]{0,3}(?:[一-鿿]{0,4}(?:部|科|处|室|采购|经理|主管|员|工程师)的?)?[\\s,:]?(?:[老小][一-鿿][\\s,])?${NAME}(?=\\s*(?:$|[,。;\\n]|[\\d幺一][\\d \\-一二三四五六七八九零〇]{6}))`,
);

function firstName(plain: string, pattern: RegExp, certainty: Certainty): Fact | null {
  const found = pattern.exec(plain);
  if (!found) return null;
  const name = found.slice(1).find((group) => group !== undefined);
  if (name === undefined || !isGivenName(name)) return null;
  if (
    /(?:这是|找|联系(?!人)|他叫|她叫|同事|朋友|老板)[^,。;]{0,4}$/.test(
      plain.slice(Math.max(0, found.index - 6), found.index + 1),
    )
  )
    return null;
  const start = found.index + found[0].indexOf(name);
  return { kind: 'name', value: name, span: { start, end: start + name.length }, certainty };
}

/** Whether what begins with a surname is a name and no other word or form of address: 张伟, not 成都, 张总. */
function isGivenName(text: string): boolean {
  return !(NOT_A_NAME.test(text) || NO_GIVEN_NAME.test(text.slice(1)) || ADDRESSED.test(text));
}
const NO_GIVEN_NAME =
  /[的是在了过到完着得吧啊想要来去做有和跟个您你我他她吗们这那]|[称址话机号箱票款司价货单料式]$/;
const ADDRESSED = /^.[总工姐哥生]$|(?:先生|女士|小姐|经理|师傅|老师|老板|主任|队长|主管|部长|厂长|店长)$/;
