import { readConversation, type TalkFact } from '../reading/index.ts';
import { cleanText, maskPhone, maskPhonesIn } from '../text.ts';
import { type Appointment, agreedAppointment } from './appointment.ts';
import { chinaTimeInWords } from './china-clock.ts';
import type { Conversation, SaidMessage } from './conversation.ts';
import { type FollowUpKind, followUpKind } from './kind.ts';
import { isGreeting } from './qualify.ts';

/** One conversation as a salesperson would enter it; phones are masked, because it is kept outside the customer's row. */
export interface FollowUp {
  kind: FollowUpKind;
  /** At most 50 characters. */
  summary: string;
  /** What matters, each a short phrase. */
  points: string[];
  /** What goes into the ERP's `intro`: at most 1,000 characters. */
  text: string;
  /** ISO 8601; null when nothing was agreed. */
  planAt: string | null;
  appointment: Appointment | null;
}

const SUMMARY_LENGTH = 50;
const TEXT_LENGTH = 1000;

/** `facts`: of the conversation, where they are known already. Deterministic; needs no model. */
export function followUpOf(
  { messages, startedAt, endedAt }: Conversation<SaidMessage>,
  facts: readonly TalkFact[] = readConversation(messages).facts,
): FollowUp {
  const appointment = agreedAppointment(messages);
  const points = pointsOf(facts, appointment);
  const said = tellingSentences(messages);
  const text = textOf({ points, said, messages: messages.length, startedAt, endedAt });
  return {
    kind: followUpKind(messages),
    summary: summaryOf(points, said),
    points,
    text,
    planAt: appointment?.at ?? null,
    appointment,
  };
}

function pointsOf(facts: readonly TalkFact[], appointment: Appointment | null): string[] {
  const values = (kind: TalkFact['kind']) =>
    facts.filter((fact) => fact.kind === kind).map(({ value }) => value);
  const has = (kind: TalkFact['kind']) => facts.some((fact) => fact.kind === kind);
  const listed = (label: string, list: readonly string[]) =>
    list.length > 0 ? [`${label}${list.join('、')}`] : [];
  return [
    ...listed('咨询', values('product').slice(0, 3)),
    ...(has('quote') ? ['要报价'] : []),
    ...(has('order') ? ['已下单'] : []),
    ...(has('contract') ? ['合同已签'] : []),
    ...(has('payment') ? ['已付款'] : []),
    ...(appointment ? [`约${chinaTimeInWords(Date.parse(appointment.at))}${appointment.what}`] : []),
    ...listed('公司', values('company')),
    ...listed('称呼', values('name')),
    ...listed('手机', values('phone').map(maskPhone)),
    ...listed('邮箱', values('email')),
    ...listed('地址', values('address')),
  ];
}

/** The customer's sentences that say most, in the order in which they were said. */
function tellingSentences(messages: readonly SaidMessage[]): string[] {
  const sentences = messages
    .filter((one) => one.direction === 'in' && !one.recalled)
    .flatMap(({ text }) => text.slice(0, LONGEST_READ).split(/(?<=[。！？!?；;\n])/u))
    .flatMap((sentence) => cleanText(sentence) ?? [])
    .map(maskPhonesIn)
    .filter((sentence) => !isGreeting(sentence));
  const best = sentences
    .map((sentence, order) => ({ sentence, order, weight: weightOf(sentence) }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, MOST_SENTENCES);
  return best.sort((a, b) => a.order - b.order).map(({ sentence }) => sentence);
}

const LONGEST_READ = 2000;
const MOST_SENTENCES = 6;
const TELLING =
  /报价|价格|多少|采购|购买|订|下单|合同|付款|定金|交期|发货|安装|售后|质保|维修|退|参数|规格|样品|方案|预算|需要|想要|什么时候|能不能|可以吗|问题|坏了|不行|考虑|\d/g;

function weightOf(sentence: string): number {
  const words = new Set(sentence.match(TELLING) ?? []).size;
  return words * 10 + Math.min([...sentence].length, 30) / 10;
}

/** The points that fit, then what the customer said, if there is room for a readable piece of it. */
function summaryOf(points: readonly string[], said: readonly string[]): string {
  let summary = '';
  for (const point of points) {
    const longer = summary === '' ? point : `${summary}，${point}`;
    if ([...longer].length > SUMMARY_LENGTH) break;
    summary = longer;
  }
  const sentence = said.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  if (sentence === undefined) return summary === '' ? '微信沟通' : summary;
  const room = SUMMARY_LENGTH - [...summary].length - (summary === '' ? 0 : 1);
  if (points.length > 2 || room < SHORTEST_PIECE)
    return summary === '' ? cut(sentence, SUMMARY_LENGTH) : summary;
  return summary === '' ? cut(sentence, room) : `${summary}；${cut(sentence, room)}`;
}

const SHORTEST_PIECE = 12;

/** Cut at the last mark that still fits, else with an ellipsis. */
function cut(text: string, most: number): string {
  const chars = [...text.replace(/[。；;,，]+$/u, '')];
  if (chars.length <= most) return chars.join('');
  const head = chars.slice(0, most);
  const mark = head.findLastIndex((char) => '，。；！？,;!?'.includes(char));
  return mark >= most / 2 ? head.slice(0, mark).join('') : `${head.slice(0, most - 1).join('')}…`;
}

interface Parts {
  points: readonly string[];
  said: readonly string[];
  messages: number;
  startedAt: string;
  endedAt: string;
}

function textOf({ points, said, messages, startedAt, endedAt }: Parts): string {
  const from = chinaTimeInWords(Date.parse(startedAt));
  const to = chinaTimeInWords(Date.parse(endedAt)).slice(-5);
  const head = `微信沟通 ${from}${from.endsWith(to) ? '' : `–${to}`}，共${messages}条。`;
  const lines = [
    head,
    ...(points.length > 0 ? [`要点：${points.join('；')}。`] : []),
    ...(said.length > 0 ? [`客户说：${said.map((sentence) => `“${cut(sentence, 120)}”`).join('')}`] : []),
  ];
  const chars = [...lines.join('\n')];
  return chars.length <= TEXT_LENGTH ? chars.join('') : `${chars.slice(0, TEXT_LENGTH - 1).join('')}…`;
}
