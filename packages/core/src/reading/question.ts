import { addressesIn } from './addresses.ts';
import { writtenPhones } from './digits.ts';
import { emailsIn } from './emails.ts';
import type { FactKind } from './fact.ts';
import { PEOPLE } from './people.ts';

/** What our side last asked. `other`: for somebody else's (the telephone of your warehouse). */
export interface Asked {
  phone?: 'own' | 'other';
  email?: 'own' | 'other';
  company?: 'own' | 'other';
  name?: true;
  address?: true;
  product?: true;
  /** A yes means this: a quote wanted, an order placed, a contract signed, paid. */
  sign?: 'quote' | 'order' | 'contract' | 'payment';
  /** Values that our side put to the customer to say yes or no to. */
  proposed?: { kind: FactKind; value: string }[];
}

/**
 * What a message of our side asks; null when it asks nothing. `companies`: the names that stand in it; `sent`: the telephone
 * that the customer has just sent, which `这是您的号码吗` means.
 */
export function askedIn(plain: string, companies: readonly string[], sent: string | null): Asked | null {
  const asked: Asked = { ...contactAsked(plain), ...businessAsked(plain) };
  if (CONFIRMS.test(plain)) {
    const proposed = proposedIn(plain, companies);
    if (proposed.length === 0 && sent !== null && MEANS_SENT.test(plain))
      proposed.push({ kind: 'phone', value: sent });
    if (proposed.length > 0) asked.proposed = proposed;
  }
  return Object.keys(asked).length === 0 ? null : asked;
}

const ASKS =
  /[?吗呢嘛]|多少|什么|哪|谁|怎么|贵姓|请|麻烦|方便|留|提供|发|给|告|报|填|说|登记|核|确认|补|需要|贵|[您你](?:这边|公司|单位)?是\s*$|^(?:好的?|收到|行|那|[您你的,。\s])*(?:联系人|收货人|电话|手机|地址|抬头|公司|单位|名称|全称|[和跟、\s])+$/;
const CONFIRMS =
  /[?]|吧[。.!~\s]*(?:$|,)|^(?:[甲需买购]方|抬头|单位|公司)[\s:是]|吗|对吧|是吧|是不是|对不对|没错吧|确认|核对|是否|(?:[甲需买购]方|抬头|单位)[^,。]{0,2}(?:写|填|开)的?就?是|(?:写|留|填)的(?:就?是)?[您你]/;
/** `之前用的哪家`: another company is asked for. */
const OTHER_COMPANY =
  /(?:之前|以前|原来|目前|现在|一直|平时)?(?:用|合作|找|跟|和|从|拿货|采购|进货|买|供货)的?(?:都?是)?(?:哪|谁)|谁(?:介绍|推荐)|怎么知道|供应商|供货商|竞争|对手|同行|别家|客户(?:公司|单位)?(?:是|叫)/;
const MEANS_SENT =
  /这(?:个)?(?:号码?|电话)?(?:就)?是(?:您|你)|是(?:您|你)(?:本人|自己)?的?(?:号码?|电话|手机|吗)/;
const OF_OTHERS = new RegExp(
  `(?:${PEOPLE}|采购|财务|仓库|现场|工地|安装|项目)[^,。;!?\\n]{0,8}(?:电话|手机|号码|联系方式|邮箱)`,
);

function contactAsked(plain: string): Asked {
  if (!ASKS.test(plain)) return {};
  const asked: Asked = {};
  const whose =
    OF_OTHERS.test(plain) && !/您的?(?:电话|手机|号码|联系方式|邮箱)/.test(plain) ? 'other' : 'own';
  if (
    /电话|手机|号码|联系方式|怎么联系|联系您|名片|收货信息|收件信息|联系信息|开票信息|客户信息|登记|(?:您|你)(?:自己|本人)?的呢/.test(
      plain,
    )
  ) {
    asked.phone = /我们?的?(?:电话|手机|号码|联系方式)/.test(plain) ? undefined : whose;
  }
  if (/邮箱|邮件|e-?mail/.test(plain)) asked.email = whose;
  if (OTHER_COMPANY.test(plain)) asked.company = 'other';
  if (
    /公司|单位|抬头|[甲乙]方|客户名|名称|全称|写(?:哪|谁|什么)|贵司|企业|厂名|哪家|(?:您|你)(?:这边|那边)?是?(?:哪里|哪位|谁家)|哪[里儿]的|(?:您|你)(?:这边)?是\s*\??$|哪[个所家](?:厂|学校|中学|医院|店)|品牌[是叫]|店名|有(?:门店|公司|工厂|厂)吗|开票信息|名片|客户信息|登记/.test(
      plain,
    ) &&
    !/我们公司|我司/.test(plain)
  )
    asked.company = OTHER_COMPANY.test(plain) ? 'other' : 'own';
  if (
    /怎么称呼|如何称呼|称呼您|贵姓|姓名|名字|尊姓|您(?:叫|姓)|您是\s*\??$|联系人|收货人|收件人|名片|哪位|登记|收货信息|您是谁/.test(
      plain,
    )
  )
    asked.name = true;
  if (/地址|发到哪|送到哪|寄到哪|送哪|寄哪|发哪|收货信息|收件信息|在哪|哪里|哪个城市|登记/.test(plain))
    asked.address = true;
  for (const key of Object.keys(asked) as (keyof Asked)[]) if (asked[key] === undefined) delete asked[key];
  return asked;
}

function businessAsked(plain: string): Asked {
  const asked: Asked = {};
  if (
    /(?:需要|想要|要|看|选|买|采购|咨询|了解|用)(?:的是)?(?:点|些)?(?:什么|啥|哪)|哪(?:款|种|个型号|个产品|个规格|些产品)|什么(?:产品|型号|规格|东西)/.test(
      plain,
    )
  ) {
    asked.product = true;
  }
  const question = /[?]|吗|要不要|需不需要|是否|还是|(?:吧|呢|没|没有)[呀啊呢]?\s*$|了没/.test(plain);
  if (!question) return asked;
  if (OFFERS_PRICE.test(plain) && !PRICE_GIVEN.test(plain)) asked.sign = 'quote';
  else if (/合同|协议/.test(plain) && /签|盖|回传/.test(plain)) asked.sign = 'contract';
  else if (
    /(?:付|打|转|汇|支付)(?:了|过)?(?:款|钱)?|款|定金|尾款/.test(plain) &&
    /了[吗没吧]|没有|是否|过吗|已/.test(plain)
  )
    asked.sign = 'payment';
  else if (
    /下单|下订单|订单|拍下/.test(plain) &&
    /了[吗没吧]|没有|是否|已|确认|现在|今天|帮您|给您|就/.test(plain)
  )
    asked.sign = 'order';
  return asked;
}

const OFFERS_PRICE =
  /(?:附|带)上?(?:一份)?报价|报价(?:单|表)?(?:也|还)?(?:需要|要)[吗不]|(?:报价|价格)(?:表|单)?我?(?:发|给)(?:您|你)|(?:要|需要|是否|帮|给|为|发|做|出|安排|报)[^,。]{0,12}(?:报价|报个价|报一?下价|报一?下|价格|价目|核价)/;
/** Asked about a price that was sent is no offer of one. */
const PRICE_GIVEN =
  /收到(?!,)|合适|发(?:您|你|过去|过)了|看(?:了|过)|怎么样|如何|能接受|可以吗\?*$|满意|有问题|觉得/;

function proposedIn(plain: string, companies: readonly string[]): { kind: FactKind; value: string }[] {
  const ours = /我们?的?(?:电话|手机|号码|邮箱)|打我们?/.test(plain) || OF_OTHERS.test(plain);
  return [
    ...(ours ? [] : writtenPhones(plain).map(({ phone }) => ({ kind: 'phone' as const, value: phone }))),
    ...(ours ? [] : emailsIn(plain).map(({ email }) => ({ kind: 'email' as const, value: email }))),
    ...(ours
      ? []
      : addressesIn(plain).map(({ start, end }) => ({
          kind: 'address' as const,
          value: plain.slice(start, end),
        }))),
    ...theirsOf(plain, companies).map((value) => ({ kind: 'company' as const, value })),
  ];
}

/** Names that our side says are the customer's: not its own, nor those of its account. `我是示邦的小吴，您是示润的采购吗`. */
function theirsOf(plain: string, companies: readonly string[]): readonly string[] {
  if (/账号|帐号|卡号|收款/.test(plain)) return [];
  if (!/我们(?:是|公司)|我是|我司|这里是/.test(plain)) return companies;
  const from = plain.search(/[您你](?:这边|那边)?是/);
  return from < 0 ? [] : companies.filter((name) => plain.indexOf(name) > from);
}
