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

describe('a conversation', () => {
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
