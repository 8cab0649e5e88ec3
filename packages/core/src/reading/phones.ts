import { type WrittenPhone, writtenPhones } from './digits.ts';
import type { Fact } from './fact.ts';
import { writtenLandlines } from './landlines.ts';
import { CALLED, FULL_NAME, PEOPLE } from './people.ts';
import { clauseAfter, clauseBefore } from './plain.ts';
import type { Asked } from './question.ts';
import { type Whose, whoseIs } from './whose.ts';

/** The customer's own mobile numbers and landlines in a text of `plainOf`; `companies`: theirs, as they stand in it. */
export function phonesOf(plain: string, asked: Asked | null, companies: readonly Fact[]): Fact[] {
  const facts: Fact[] = [];
  let from = 0;
  let whose: ReturnType<typeof whoseIs> = null;
  for (const written of numbersIn(plain)) {
    if (isOtherNumber(plain, written)) {
      from = written.end;
      continue;
    }
    const listed = from > 0 && LIST.test(plain.slice(from, written.start));
    const said = whoseIs(plain, written.start, written.end, from);
    whose = said ?? (listed ? whose : null);
    if (listed) {
      const [former, latter] = inTurn(plain.slice(written.end, written.end + 48));
      if (former === 'other' && facts.at(-1)?.span.end === from) facts.pop();
      whose = latter ?? whose;
    }
    from = written.end;
    if (companies.some(({ span }) => CARD.test(plain.slice(span.end, Math.max(span.end, written.start)))))
      whose = 'own';
    const others =
      whose === null ? asked?.phone === 'other' : whose === 'other' && !answersUs(plain, written, asked);
    if (others) continue;
    facts.push({
      kind: written.kind,
      value: written.phone,
      span: { start: written.start, end: written.end },
      certainty: whose === 'own' || asked?.phone === 'own' ? 'stated' : 'likely',
    });
  }
  return facts;
}

function numbersIn(plain: string): (WrittenPhone & { kind: 'phone' | 'landline' })[] {
  const mobiles = writtenPhones(plain).map((one) => ({ ...one, kind: 'phone' as const }));
  const landlines = writtenLandlines(plain)
    .filter(({ start, end }) => !mobiles.some((one) => one.start < end && start < one.end))
    .map((one) => ({ ...one, kind: 'landline' as const }));
  return landlines.length === 0 ? mobiles : [...mobiles, ...landlines].sort((a, b) => a.start - b.start);
}

/** Between a company and a telephone: whoever names his company and then a person is that person. */
const CARD = new RegExp(
  `^(?!\\D*司机)[】)\\]\\s,的:/|·-]{0,3}(?:[一-鿿]{0,4}(?:部|科|处|室|采购|经理|员))?[\\s,:]?(?:联系人[是:\\s]?)?(?:${CALLED}|${FULL_NAME})[\\s,:/|]{0,2}(?:联系)?(?:电话|手机|tel)?[:\\s]{0,2}$`,
);

/** `前面是我的，后面是我老公的`, said of two numbers in a row. */
function inTurn(after: string): Whose[] {
  const found = IN_TURN.exec(after);
  return found ? found.slice(1).map((words) => (ANOTHERS.test(words) ? 'other' : 'own')) : [];
}
const IN_TURN =
  /^[^。;!?\n]{0,8}?[\s,:]*(?:前|第一|头一?)[^,。;是]{0,4}是([^,。;是]{1,10})[,。;\s]+(?:后|第二|另)[^,。;是]{0,4}是([^,。;是]{1,10})/;
const ANOTHERS = new RegExp(PEOPLE);
const LIST = /^[\s,、;/和或跟&]{1,4}$/;

/** Asked for a telephone we get `王经理 138…` or `联系人：王小示 138…` as an answer: a title or a form is no other person then. */
function answersUs(plain: string, { start }: WrittenPhone, asked: Asked | null): boolean {
  if (asked?.phone !== 'own') return false;
  const before = clauseBefore(plain, start, true);
  return (
    FORM.test(before) &&
    !/同事|老板|老婆|老公|朋友|领导|司机|仓库|财务|他|她|客户|找|打给|不是|别|联系人[老小]/.test(before)
  );
}

const FORM = /联系人|收货人|[一-鿿]{1,2}(?:经理|总|工|主任|师傅|老师|主管|厂长|会计)[\s,:]*$/;

/** Eleven digits that are no phone: something else is named before them, letters or a unit hang on to them. */
function isOtherNumber(plain: string, { start, end }: WrittenPhone): boolean {
  const before = plain.slice(Math.max(0, start - 24), start);
  const after = plain.slice(end, end + 8);
  if (/[a-z_#]$/.test(before) && !PHONE_LATIN.test(before)) return true;
  if (/[￥¥$€@=]\s?$|\w\/\s?$/.test(before) || /[.][0-9]*$/.test(before)) return true;
  if (/^(?:[a-z_]|@|\.\d)/.test(after) && !/^(?:wx|vx|tel)/.test(after)) return true;
  if (
    /^\s?(?:元|块|万|亿|吨|件|个|台|套|米|公斤|千克|kg|%|％|rmb|美元|人民币|毫米|mm|股|票|号(?:订单|单|包裹|快递))/.test(
      after,
    )
  )
    return true;
  if (AFTER_NUMBER.test(clauseAfter(plain, end).slice(0, 16))) return true;
  return namesOtherNumber(clauseBefore(plain, start));
}

const PHONE_LATIN =
  /(?:^|[^a-z])(?:tel|phone|mobile|mob|cell|call|ph|m|t|p|wx|vx|v|wechat|weixin|no|number|contact|whatsapp)[.:]?\s*$/;
const OTHER_NUMBER =
  /订单|单号|运单|快递(?!员|小哥)|包裹|物流号|卡号|银行卡|账号|帐号|账户|帐户|户头|身份证|证件|发票|税号|编号|编码|流水|交易号|合同号|型号|货号|批号|批次|料号|图号|件号|条码|条形码|序列号|机器码|校验码|验证码|取件码|提货码|密码|工号|户号|学号|会员号|卡片|qq|扣扣|企鹅号|抖音号|快手号|支付单|退款单|工单|票号|车牌|车架号|证书号|许可证|注册号|备案号|追溯码|追踪号|跟踪号|tracking|order|invoice|(?:^|[^a-z])(?:sn|s\/n|po|id|no\.?|awb)[:#.]?\s*$|(?:顺丰|圆通|中通|申通|韵达|德邦|京东物流|ems)(?=[^,]{0,6}$)|总价|金额|共计|合计|价格|余额|尾款|货款/g;
const PHONE_WORDS =
  /电话|手机|联系方式|号码是|我的号|打给|打我|发到|发给|[找问]我|联系我|加我|微信|致电|\btel\b|phone|mobile|拨打|收件人|收货人|查(?:询)?收/g;
const AFTER_NUMBER =
  /^\s?(?:是|为)?(?:我的|这个|这是)?(?:订单号?|单号|运单|快递单|物流单|卡号|账号|合同号|流水号|编号|发票号|货号|型号)/;

/** The last thing that was named before the number, in its clause, says what it is. */
function namesOtherNumber(before: string): boolean {
  return lastIndex(before, OTHER_NUMBER) > lastIndex(before, PHONE_WORDS);
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const found of text.matchAll(pattern)) last = found.index;
  return last;
}
