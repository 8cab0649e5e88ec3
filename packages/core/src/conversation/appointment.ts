import { answerOf } from '../reading/answer.ts';
import { plainOf } from '../reading/plain.ts';
import type { SaidMessage } from './conversation.ts';
import { dateIn } from './date-words.ts';

/** What was agreed for when. */
export interface Appointment {
  /** ISO 8601. */
  at: string;
  /** The words that named the date. */
  words: string;
  /** What is to happen: 上门, 打电话 … */
  what: string;
}

/** The last date that both sides agreed on, or that one side promised and nobody refused; null for none. */
export function agreedAppointment(messages: readonly SaidMessage[]): Appointment | null {
  let agreed: Appointment | null = null;
  const said = messages.filter((one) => !one.recalled);
  for (const [index, message] of said.entries()) {
    const plain = plainOf(message.text.slice(0, LONGEST));
    if (CALLED_OFF.test(plain)) agreed = null;
    const proposal = proposalIn(plain, Date.parse(message.at));
    if (proposal === null) continue;
    const reply = replyTo(said, index);
    if (reply === 'no') continue;
    if (isQuestion(plain) && reply !== 'yes') continue;
    agreed = proposal;
  }
  return agreed;
}

const LONGEST = 300;
const WHAT =
  /上门|见面|拜访|面谈|过来|过去|来厂|来公司|到厂|看厂|看样|看货|打(?:个)?电话|电话联系|联系|回复|答复|开会|演示|安装|调试|送样|送货|送到|发货|发样品?|寄样|提货|签合同|签约|付款|打款|验收|试机|考察|测量|量尺|下单|给(?:您|你|我)(?:们)?(?:回复|结果|方案|报价)|发(?:您|你|我)?(?:报价|方案)?|再聊|再说|详谈|碰(?:一下|面|头)|确认/;
const CALLED_OFF =
  /(?:明天|后天|今天|那天|周[一二三四五六日])?[^。;\n]{0,6}(?:来不了|去不了|不方便|没空|没时间|取消|改天|改期|先不(?:来|去|约))/;
const PAST = /昨天|上周|上次|已经|之前|前天|没(?:来|去|到)/;

function proposalIn(plain: string, saidAt: number): Appointment | null {
  const what = WHAT.exec(plain);
  if (!what || PAST.test(plain) || CALLED_OFF.test(plain)) return null;
  const date = dateIn(plain, saidAt);
  return date && { at: new Date(date.at).toISOString(), words: date.words, what: what[0] };
}

const isQuestion = (plain: string) => /[?]|吗|行不行|可不可以|怎么样|好不好|如何$|呢$|还是/.test(plain);

/** What the other side says next: only its first two messages answer. */
function replyTo(said: readonly SaidMessage[], index: number): 'yes' | 'no' | null {
  const side = said[index]!.direction;
  const replies = said
    .slice(index + 1, index + 5)
    .filter((one) => one.direction !== side)
    .slice(0, 2);
  for (const reply of replies) {
    const answer = answerOf(plainOf(reply.text.slice(0, 60)));
    if (answer !== null) return answer;
  }
  return null;
}
