import { describe, expect, it } from 'vitest';
import {
  addToActivity,
  agreedAppointment,
  assignSeller,
  continues,
  dateIn,
  FOLLOW_UP_KINDS,
  followUpKind,
  followUpOf,
  isOver,
  notQualifying,
  type SaidMessage,
  type Seller,
  startActivity,
} from '../src/index.ts';

/** Wednesday, 25 November 2026, 10:00 in China. */
const NOW = '2026-11-25T02:00:00.000Z';
const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

/** `c …` the customer, `s …` our side, a minute apart. */
function talk(...lines: string[]): SaidMessage[] {
  return lines.map((line, i) => ({
    direction: line.startsWith('c ') ? 'in' : 'out',
    text: line.slice(2),
    at: at(i),
  }));
}

const conversation = (...lines: string[]) => {
  const messages = talk(...lines);
  return { messages, startedAt: messages[0]!.at, endedAt: messages.at(-1)!.at };
};

describe('a conversation', () => {
  it('ends with a pause of half an hour', () => {
    expect(continues(at(0), at(29))).toBe(true);
    expect(continues(at(0), at(30))).toBe(false);
    expect(isOver({ endedAt: at(0) }, Date.parse(at(29)))).toBe(false);
    expect(isOver({ endedAt: at(0) }, Date.parse(at(30)))).toBe(true);
  });

  const rules = { minMessageLength: 10, excludedKeywords: ['稍等'] };
  it.each([
    ['only_greetings', ['c 在吗', 's 您好，请问在的', 'c 好的谢谢[微笑]', 's 稍等']],
    ['too_short', ['c 发货了没']],
    ['nothing_said', ['c  ']],
    [null, ['c 请问这款阀门什么时候能发货']],
  ] as const)('qualifies or not: %s', (why, lines) => {
    expect(notQualifying(talk(...lines), rules)).toBe(why);
  });

  it('that was recalled whole says nothing', () => {
    const messages = talk('c 请问这款阀门什么时候能发货').map((one) => ({ ...one, recalled: true }));
    expect(notQualifying(messages, rules)).toBe('nothing_said');
  });

  it('has a kind by its words', () => {
    expect(followUpKind(talk('c 明天上门吧', 's 电话联系'))).toBe(FOLLOW_UP_KINDS.visit);
    expect(followUpKind(talk('c 发我邮箱', 's 打您电话'))).toBe(FOLLOW_UP_KINDS.email);
    expect(followUpKind(talk('c 打我电话'))).toBe(FOLLOW_UP_KINDS.phone);
    expect(followUpKind(talk('c 微信说吧'))).toBe(FOLLOW_UP_KINDS.other);
  });
});

describe('a date in words', () => {
  const china = (text: string) => {
    const found = dateIn(text, Date.parse(NOW));
    return found && new Date(found.at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  };

  it.each([
    ['明天下午3点', '2026-11-26 15:00'],
    ['明天3点半', '2026-11-26 15:30'],
    ['后天上午', '2026-11-27 09:00'],
    ['周五', '2026-11-27 09:00'],
    ['周一上午十点', '2026-11-30 10:00'],
    ['下周三', '2026-12-02 09:00'],
    ['下下周一', '2026-12-07 09:00'],
    ['12月5日', '2026-12-05 09:00'],
    ['十二月五号下午两点', '2026-12-05 14:00'],
    ['2027-01-08 14:30', '2027-01-08 14:30'],
    ['1月8号', '2027-01-08 09:00'],
    ['3号', '2026-12-03 09:00'],
    ['下个月20号', '2026-12-20 09:00'],
    ['今晚8点', '2026-11-25 20:00'],
    ['下午2点', '2026-11-25 14:00'],
    ['半小时后', '2026-11-25 10:30'],
    ['三天后', '2026-11-28 10:00'],
  ])('%s is %s', (words, expected) => {
    expect(china(words)).toBe(expected);
  });

  it.each(['11月20日', '本周一', '上午9点', '3.5个', '没有日期', '2月30日', '13800000001'])(
    '%s is none to come',
    (words) => {
      expect(china(words)).toBeNull();
    },
  );
});

describe('an appointment', () => {
  const agreed = (...lines: string[]) => agreedAppointment(talk(...lines));

  it('is what one side promised, or proposed and the other took', () => {
    expect(agreed('c 我明天下午3点去你们厂看样')).toMatchObject({
      at: '2026-11-26T07:00:00.000Z',
      what: '看样',
    });
    expect(agreed('s 周五上门安装可以吗', 'c 可以')).toMatchObject({ at: '2026-11-27T01:00:00.000Z' });
  });

  it('is none when refused, unanswered, called off or past', () => {
    expect(agreed('s 周五上门安装可以吗', 'c 不行，没空')).toBeNull();
    expect(agreed('s 周五上门安装可以吗')).toBeNull();
    expect(agreed('c 明天上门', 's 好的', 'c 明天来不了了，改天')).toBeNull();
    expect(agreed('c 昨天上门的师傅很好')).toBeNull();
    expect(agreed('c 12月5日之后天气冷')).toBeNull();
  });
});

describe('a follow-up', () => {
  const made = followUpOf(
    conversation(
      'c 你好，我们是苏州示远精密机械有限公司，想采购一批轴承，报个价',
      's 好的，请留个电话',
      'c 13800000001，我姓陈',
      's 明天下午3点给您回复报价可以吗',
      'c 可以的',
    ),
  );

  it('says in at most fifty characters what it was about, and the points, phones masked', () => {
    expect([...made.summary].length).toBeLessThanOrEqual(50);
    expect(made.summary).toMatch(/轴承/);
    expect(made.summary).toMatch(/报价/);
    expect(made.points).toContain('公司苏州示远精密机械有限公司');
    expect(made.points).toContain('手机138****0001');
    expect(made.text).not.toMatch(/13800000001/);
    expect(made.planAt).toBe('2026-11-26T07:00:00.000Z');
  });

  it('quotes the customer where nothing else is known, and stays within its bounds', () => {
    const long = followUpOf(
      conversation(`c ${'这批货上次送来的有几箱外包装破了，麻烦看下怎么处理。'.repeat(80)}`),
    );
    expect([...long.summary].length).toBeLessThanOrEqual(50);
    expect(long.summary).toMatch(/外包装破了/);
    expect([...long.text].length).toBeLessThanOrEqual(1000);
    expect(long.planAt).toBeNull();
  });

  it('leaves out what was recalled', () => {
    const messages = talk('c 请问阀门多少钱', 'c 我们的底线是三百块').map((one, i) => ({
      ...one,
      recalled: i === 1,
    }));
    const text = followUpOf({ messages, startedAt: at(0), endedAt: at(1) }).text;
    expect(text).toMatch(/阀门/);
    expect(text).not.toMatch(/底线/);
  });
});

describe('activity', () => {
  it('counts messages and days in China, in whatever order they come', () => {
    const times = ['2026-11-25T15:59:00.000Z', '2026-11-25T16:01:00.000Z', '2026-11-24T16:30:00.000Z'];
    const seen = times.reduce(addToActivity, startActivity());
    expect(seen).toEqual({
      messages: 3,
      days: ['2026-11-25', '2026-11-26'],
      firstAt: times[2],
      lastAt: times[1],
    });
  });
});

describe('assigning', () => {
  const seller = (id: string, load: number, rest: Partial<Seller> = {}): Seller => ({
    id,
    name: id,
    available: true,
    strongest: false,
    load,
    capacity: null,
    ...rest,
  });
  const to = (score: number, ...sellers: Seller[]) => {
    const assignment = assignSeller(score, sellers);
    return assignment.to === 'seller' ? assignment.seller.id : 'open';
  };

  it('gives the best to the strongest, the good to the least loaded, the rest to all', () => {
    const sellers = [seller('1', 9, { strongest: true }), seller('2', 3), seller('3', 5)];
    expect(to(80, ...sellers)).toBe('1');
    expect(to(79, ...sellers)).toBe('2');
    expect(to(60, ...sellers)).toBe('2');
    expect(to(59, ...sellers)).toBe('open');
  });

  it('passes over who is away or full', () => {
    expect(to(90, seller('1', 0, { strongest: true, available: false }), seller('2', 3))).toBe('2');
    expect(to(90, seller('1', 5, { capacity: 5 }))).toBe('open');
  });
});
