import { normalisePhone } from '../phone.ts';
import { anyOf } from './clauses.ts';
import { CALLED, PEOPLE, PLACES } from './people.ts';

/** The digits of a message that is nothing but a number, its label at most; '' for any other. `plain` is a text of `plainOf`. */
export function bareNumber(plain: string): string {
  if (plain.length > LONGEST || !BARE.test(plain)) return '';
  return BARE.exec(plain)![0].replace(/\D/g, '');
}

const LONGEST = 40;
const BARE =
  /^[\s:,.。()+-]*(?:电话|手机|号码|手机号|联系方式|tel|前面|后面|前半|后半|接着|剩下|然后)?是?[\s:,.。()+-]*(?:\d[\s().-]*){3,15}(?=$|\s?(?:手抖|连起来|合起来|拼起来|分[开两三]))/;

/** The digits of the last messages that were nothing but a number, put together while they can still become one. */
export function numberSoFar(before: string | undefined, plain: string): string {
  const now = bareNumber(plain);
  const both = `${before ?? ''}${now}`;
  return now !== '' && now.length < 11 && both.length < 11 ? both : now;
}

/** A number sent in pieces, `138000` and `03541`: the whole of it, or null. */
export function joinedNumber(before: string, now: string): string | null {
  if (before.length >= 11 || now.length >= 11 || before === '' || now === '') return null;
  return normalisePhone(before + now);
}

/** Of the number in the message before: `这是我们老板电话`, `我们会计的`. */
export function saysItIsAnothers(plain: string): boolean {
  return plain.length <= LONGEST && ANOTHERS.test(plain);
}

const SOMEBODY = `(?:我|咱|他|她|公司)?们?(?:公司|厂里?|这边|家)?的?前?(?:${PEOPLE}|${PLACES}|${CALLED})`;
const ANOTHERS = anyOf([
  `^\\s*(?:不是[,\\s]?)?(?:这|那)?是${SOMEBODY}(?:的|[,。!\\s]|$)`,
  `^\\s*(?:不是[,\\s]?)?(?:这|那|上面|刚才|刚刚)(?:个|发的)?(?:号码?|电话|手机)?(?:是|为)${SOMEBODY}`,
  `^\\s*(?:不是[,\\s]?)?(?:是)?${SOMEBODY}[一-鿿]{0,3}的(?:号码?|电话|手机|微信)?[呀啊哈的.。!~\\s]*$`,
  `^\\s*(?:不是[,\\s]?)?(?:是)?${SOMEBODY}[一-鿿]{0,3}(?:号码?|电话|手机)[呀啊哈的.。!~\\s]*$`,
]);
