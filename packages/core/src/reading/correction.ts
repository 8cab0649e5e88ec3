import { companyKey } from '../company.ts';
import { writtenPhones } from './digits.ts';
import type { Fact, FactKind, Withdrawal } from './fact.ts';
import { quoteRefused } from './quote.ts';

interface Given {
  kind: FactKind;
  value: string;
}

/**
 * What a message takes back of what stands: a new value said to replace the old one, a value said to be wrong or somebody
 * else's, an order or a quote that is no longer wanted.
 */
export function retractions(plain: string, facts: readonly Fact[], given: readonly Given[]): Withdrawal[] {
  return [
    ...replaced(plain, facts, given),
    ...spelledOut(facts, given),
    ...denied(plain, facts, given),
    ...calledOff(plain, given),
  ];
}

const CORRECTS =
  /不对|错了|弄错|搞错|更正|纠正|说错|写错|打错|发错|输错|记错|少写|漏了|应该是|应为|改成|改为|改到|改[一下]|换成|换到|换了?个?号|以这个为准|用这个|刚才那个|上面那个|前面那个|之前那个|作废|换号|新号|新地址|^\s*\*|重新发|重发|正确的|更新一下|^\s*(?:不好意思|抱歉|哦不|啊不|等等)[,\s]*(?:应该)?是|不是(?!我的号)/;
const ADDS = /还有|另外|备用|第二个|也可以|也行|也是|都可以|两个|再加/;
const REPLACEABLE: ReadonlySet<FactKind> = new Set<FactKind>([
  'phone',
  'company',
  'name',
  'email',
  'address',
  'product',
]);

function replaced(plain: string, facts: readonly Fact[], given: readonly Given[]): Withdrawal[] {
  const found = CORRECTS.exec(plain);
  if (!found || ADDS.test(plain)) return [];
  return facts.flatMap(({ kind, value, span }): Withdrawal[] => {
    if (!REPLACEABLE.has(kind)) return [];
    if (kind === 'product' && !/不要|换成|改成|改要/.test(plain)) return [];
    const old = given.findLast((one) => one.kind === kind);
    return old === undefined || sameValue(old, value) ? [] : [{ ...old, span }];
  });
}

/** `洛阳涧示`, then its full name: one company, and the longer name is the better one. */
function spelledOut(facts: readonly Fact[], given: readonly Given[]): Withdrawal[] {
  return facts.flatMap(({ kind, value, span }) =>
    kind === 'company' || kind === 'name'
      ? given
          .filter((old) => old.kind === kind && isShortFor(kind, old.value, value))
          .map((old) => ({ ...old, span }))
      : [],
  );
}

/** Whether a company's name is only a part of another that is known, a name only `小叶` for `叶敏`. */
export function isShortFor(kind: FactKind, short: string, long: string): boolean {
  if (kind === 'name') return /^[小阿老].$/.test(short) && !/^[小阿老].$/.test(long);
  const [part, whole] = [companyKey(short), companyKey(long)];
  return part !== null && whole !== null && part.length < whole.length && whole.includes(part);
}

function sameValue(old: Given, value: string): boolean {
  return old.value === value || (old.kind === 'company' && companyKey(old.value) === companyKey(value));
}

const WORDS: { kind: FactKind; word: RegExp }[] = [
  { kind: 'phone', word: /号|电话|手机/ },
  { kind: 'email', word: /邮箱|邮件/ },
  { kind: 'address', word: /地址/ },
  { kind: 'company', word: /公司|抬头|名称/ },
];
const DENIES =
  /(?:刚才|上面|前面|之前|刚刚|那个|这个|发的|给的|我)[^。;!?\n]{0,10}(?:号码?|电话|手机|邮箱|地址|抬头|公司名?)[^。;!?\n]{0,8}(?:错了|不对|写错|打错|发错|不是我|作废|不用了|停用|是(?:我)?(?:同事|朋友|老板|别人|家人|老婆|老公))|(?:号码?|电话|手机|邮箱|地址|抬头|公司名?)(?:写|打|发|给|说|弄|搞)?错了|(?:那|这)(?:个)?(?:号码?|电话)?不是我的|^\s*(?:[打写发输]错了?|[错多少]了?一位)/;

/** `刚才的号码写错了`, `那个不是我的号`, and a value named again that is not theirs. */
function denied(plain: string, facts: readonly Fact[], given: readonly Given[]): Withdrawal[] {
  const again = writtenPhones(plain).filter(({ phone }) => !facts.some((fact) => fact.value === phone));
  const named = again.flatMap(({ phone, start, end }): Withdrawal[] =>
    given.some((one) => one.kind === 'phone' && one.value === phone) && DENIED_AGAIN.test(plain)
      ? [{ kind: 'phone', value: phone, span: { start, end } }]
      : [],
  );
  const found = DENIES.exec(plain);
  if (!found) return named;
  const kinds = WORDS.filter(({ word }) => word.test(found[0])).map(({ kind }) => kind);
  const kind = kinds[0] ?? given.at(-1)?.kind;
  if (kind === undefined) return named;
  const old = given.findLast(
    (one) => one.kind === kind && !facts.some((fact) => fact.kind === kind && fact.value === one.value),
  );
  return old === undefined
    ? named
    : [...named, { ...old, span: { start: found.index, end: found.index + found[0].length } }];
}

const DENIED_AGAIN = /不是|删|错|作废|停用|停机|不用了|换了|同事|朋友|老板|别人|老婆|老公/;
const CANCELS =
  /(?:订单|单子?|货)(?:先|就|帮我)?(?:取消|退|不要)了?|取消(?:订单|下单|吧|掉)|不(?:订|买|下单|要)了|先不(?:订|下单|买)/;

function calledOff(plain: string, given: readonly Given[]): Withdrawal[] {
  const quote = quoteRefused(plain);
  const order = CANCELS.exec(plain);
  return given.flatMap((one): Withdrawal[] => {
    if (one.kind === 'quote' && quote !== null) return [{ ...one, span: quote }];
    if (one.kind === 'order' && order)
      return [{ ...one, span: { start: order.index, end: order.index + order[0].length } }];
    return [];
  });
}
