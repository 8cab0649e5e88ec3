import { describe, expect, it } from 'vitest';
import { readConversation, readMessage } from '../src/index.ts';

const values = (text: string, kind: string) =>
  readMessage(text)
    .filter((fact) => fact.kind === kind)
    .map((fact) => fact.value);

describe('a phone in a message', () => {
  it('is read however it is written, and its place is the evidence', () => {
    for (const written of [
      '13800000001',
      '+86 138 0000 0001',
      '138-0000-0001',
      '１３８０００００００１',
      '一三八零零零零零零零一',
      '8613800000001',
    ]) {
      const text = `我的电话是${written}，谢谢`;
      const fact = readMessage(text).find(({ kind }) => kind === 'phone');
      expect(fact?.value).toBe('13800000001');
      expect(fact?.certainty).toBe('stated');
      expect(text.slice(fact!.span.start, fact!.span.end)).toBe(written);
    }
  });

  it('is not taken from longer numbers, order numbers, prices and dates', () => {
    for (const text of [
      '订单号13800000001',
      '运单 SF13800000001',
      '卡号6222 0213 8000 0000 011',
      '身份证130825198001011234',
      '总价13800000001元',
      '2025-12-05',
    ]) {
      expect(values(text, 'phone')).toEqual([]);
    }
  });

  it('of somebody else is not the writer’s', () => {
    expect(values('我同事小李13800000002', 'phone')).toEqual([]);
    expect(values('我的13800000001，同事的13800000002', 'phone')).toEqual(['13800000001']);
  });
});

describe('a landline', () => {
  it('is read in one form, and is no phone', () => {
    for (const text of ['电话 0571-88000001', '(0571)88000001', '座机057188000001', '0571 8800 0001']) {
      expect(values(text, 'landline')).toEqual(['0571-88000001']);
      expect(values(text, 'phone')).toEqual([]);
    }
    expect(values('打 0571-88000001转802', 'landline')).toEqual(['0571-88000001-802']);
    expect(values('手机13800000003 办公室 025-88000001', 'phone')).toEqual(['13800000003']);
  });

  it('is not taken from faxes, order numbers, dates and other people’s', () => {
    for (const text of ['传真0571-88000001', '单号0571-88000001', '2025-12-05 88000001', '0571-8800']) {
      expect(values(text, 'landline')).toEqual([]);
    }
    expect(values('打我们会计的电话 0571-88000001', 'landline')).toEqual([]);
  });
});

describe('a slip of the finger in a number', () => {
  it('is passed over behind a word for telephones, and nowhere else', () => {
    const phones = (text: string) =>
      readMessage(text).flatMap(({ kind, value }) => (kind === 'phone' ? [value] : []));
    expect(phones('手机 13800006 034')).toEqual(['13800006034']);
    expect(phones('电话138。0000。6437')).toEqual(['13800006437']);
    expect(phones('要13800006 034')).toEqual([]);
  });
});

describe('whose a number is', () => {
  it('is told by who is named nearest before it or right after it', () => {
    expect(values('送货联系库房老赵 13800000003', 'phone')).toEqual([]);
    expect(values('我们张总很忙，你先跟我说，13800000003', 'phone')).toEqual(['13800000003']);
    expect(values('13800000003是家里人在用', 'phone')).toEqual([]);
    expect(values('我是厂长，13800000003，有事直接找我', 'phone')).toEqual(['13800000003']);
  });

  it('is nobody’s who asks, sends or recommends', () => {
    expect(values('朋友推荐过来的，想做一批帆布包，13800000003', 'phone')).toEqual(['13800000003']);
  });

  it('is not the customer’s when it is only spoken of', () => {
    for (const text of ['我存的是13800000003，对不上', '租户的电话13800000003', '打了13800000003没人接']) {
      expect(values(text, 'phone')).toEqual([]);
    }
  });
});

describe('a company in a message', () => {
  it('needs no ending where a place, a name and a trade stand by themselves', () => {
    expect(values('要50箱 唐山示锻钢构 13800000003', 'company')).toEqual(['唐山示锻钢构']);
    expect(values('之前一直从唐山示锻钢构拿货', 'company')).toEqual([]);
  });

  it('is another’s when the writer only has to do with it', () => {
    expect(values('我们是示重重工有限公司的供应商', 'company')).toEqual([]);
    expect(values('我们给示重建设集团有限公司做配套的', 'company')).toEqual([]);
    expect(values('给示重建设集团有限公司报个价', 'company')).toEqual(['示重建设集团有限公司']);
  });
});

describe('a conversation', () => {
  it('puts together a number sent in pieces', () => {
    const { facts } = readConversation(
      ['前面138000', '后面00003'].map((text) => ({ direction: 'in', text })),
    );
    expect(facts.map(({ kind, value }) => [kind, value])).toEqual([['phone', '13800000003']]);
  });

  it('takes a number back when the next message says whose it is', () => {
    const said = ['13800000003', '这是我们老板电话'].map((text) => ({ direction: 'in', text }) as const);
    expect(readConversation(said).facts).toEqual([]);
  });

  it('puts together a company’s name sent in pieces', () => {
    const said = ['我是', '湖州示越竹木', '有限公司的'].map((text) => ({ direction: 'in' as const, text }));
    expect(readConversation(said).facts.map(({ value }) => value)).toEqual(['湖州示越竹木有限公司']);
  });

  it('hears a question for another price right after a price, and only then', () => {
    const kinds = (ours: string, theirs: string) =>
      readConversation([
        { direction: 'out', text: ours },
        { direction: 'in', text: theirs },
      ]).facts.map(({ kind }) => kind);
    expect(kinds('单价6.5，量大优惠', '5000片呢')).toEqual(['quote']);
    expect(kinds('3毛2', '那镀锌呢')).toEqual(['quote']);
    expect(kinds('有现货', '5000片呢')).toEqual([]);
    expect(kinds('单价6.5', '那交期呢')).toEqual([]);
  });

  it('takes no further words for a company once it was named', () => {
    const { facts } = readConversation([
      { direction: 'out', text: '请问是哪家公司' },
      { direction: 'in', text: '绍兴示澜印染' },
      { direction: 'in', text: '导热油烧得快' },
    ]);
    expect(facts.map(({ value }) => value)).toEqual(['绍兴示澜印染']);
  });

  it('keeps the full name of a company that was first named in short', () => {
    const names = (texts: string[]) =>
      readConversation([
        { direction: 'out', text: '贵公司全称是？' },
        ...texts.map((text) => ({ direction: 'in', text }) as const),
      ]).facts.map(({ value }) => value);
    expect(names(['洛阳涧示', '洛阳涧示矿山机器有限公司'])).toEqual(['洛阳涧示矿山机器有限公司']);
    expect(names(['洛阳涧示矿山机器有限公司', '洛阳涧示'])).toEqual(['洛阳涧示矿山机器有限公司']);
  });

  it('takes over what our side asked and the customer confirmed, not what was denied', () => {
    const ask = { direction: 'out', text: '您的电话是13800000001吗？' } as const;
    const facts = (text: string) => readConversation([ask, { direction: 'in', text }]).facts;
    expect(facts('是的').map(({ value }) => value)).toEqual(['13800000001']);
    expect(facts('不是')).toEqual([]);
  });

  it('forgets what was recalled or corrected', () => {
    const phones = (messages: Parameters<typeof readConversation>[0]) =>
      readConversation(messages)
        .facts.filter(({ kind }) => kind === 'phone')
        .map(({ value }) => value);
    expect(phones([{ direction: 'in', text: '13800000001', recalled: true }])).toEqual([]);
    expect(
      phones([
        { direction: 'in', text: '13800000001' },
        { direction: 'in', text: '不对，是13800000002' },
      ]),
    ).toEqual(['13800000002']);
  });
});
