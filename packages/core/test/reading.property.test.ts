import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToIntent,
  companyKey,
  conversationsOf,
  identityKey,
  intentOf,
  KEY_KINDS,
  readConversation,
  readMessage,
  readNext,
  startIntent,
  startTalk,
} from '../src/index.ts';

/** Words that the rules look for, in any order: it is there that two rules get into each other's way. */
const words = fc.constantFrom(
  ...'我的 电话 13800000001 同事 是 不是 报价 多少钱 公司 有限公司 示远科技 ，。 ？ \n 138 0000 @ example.com 地址 浙江省 号 「 」 “ 转发： 一三八 零 合同 签了 付款 了 没 １３８ \u200b 订单号 请 要'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
);
const message = fc.record({ direction: fc.constantFrom('in' as const, 'out' as const), text });

describe('reading a message', () => {
  it('takes any text, gives the same facts twice, and each stands where its span says', () => {
    fc.assert(
      fc.property(text, (said) => {
        const facts = readMessage(said);
        expect(readMessage(said)).toEqual(facts);
        for (const { value, span } of facts) {
          expect(value).not.toBe('');
          expect(0 <= span.start && span.start < span.end && span.end <= said.length).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a message of 200,000 characters that was made to slow it down', () => {
    for (const piece of [
      '138 ',
      '我',
      '1',
      'a@',
      'a.',
      '公司',
      '有限',
      '报',
      '省市区',
      '“',
      '我同事',
      '138-0000-',
      '一三八',
      '(',
      '1月',
    ]) {
      expect(Array.isArray(readMessage(piece.repeat(200_000 / piece.length)))).toBe(true);
    }
  });
});

describe('reading a conversation', () => {
  it('message by message ends where reading it whole ends', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
        let state = startTalk();
        for (const one of messages) state = readNext(state, one).state;
        expect(readConversation(messages).state).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });

  it('takes nothing from what our side says', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const facts = readConversation(texts.map((said) => ({ direction: 'out', text: said }))).facts;
        expect(facts).toEqual([]);
      }),
    );
  });
});

describe('running intent', () => {
  it('equals the score of all messages in whatever order they come', () => {
    const said = fc.record({
      text: fc
        .array(fc.constantFrom('报价', '合同', '了解', '参数', '好', '物流', '啊'), { maxLength: 6 })
        .map((list) => list.join('')),
      fromCustomer: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (messages) => {
        const running = messages.reduce(addToIntent, startIntent());
        const backwards = messages.toReversed().reduce(addToIntent, startIntent());
        expect(intentOf(backwards)).toEqual(intentOf(running));
        const words = intentOf(running).signals.flatMap(({ word }) => word ?? []);
        for (const word of words) expect(messages.some((one) => one.text.includes(word))).toBe(true);
      }),
    );
  });
});

describe('keys', () => {
  it('of a key are the key itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEY_KINDS), text, (kind, value) => {
        const key = identityKey(kind, value);
        if (key !== null) expect(identityKey(kind, key)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it('of a company are equal in traditional and simplified characters', () => {
    expect(companyKey('深圳示業電子實業有限公司')).toBe(companyKey('深圳示业电子实业有限公司'));
  });
});

describe('conversations', () => {
  it('hold every message once, in order, with pauses under half an hour inside and none shorter between', () => {
    const minute = 60_000;
    const messages = fc.array(
      fc.record({ at: fc.nat(600).map((minutes) => new Date(minutes * minute).toISOString()) }),
    );
    fc.assert(
      fc.property(messages, (all) => {
        const cut = conversationsOf(all);
        expect(cut.flatMap((one) => one.messages)).toHaveLength(all.length);
        expect(new Set(cut.flatMap((one) => one.messages))).toEqual(new Set(all));
        const times = cut.map((one) => one.messages.map(({ at }) => Date.parse(at)));
        for (const inside of times) {
          for (const [i, at] of inside.slice(1).entries()) expect(at - inside[i]!).toBeLessThan(30 * minute);
        }
        for (const [i, next] of times.slice(1).entries()) {
          expect(next[0]! - times[i]!.at(-1)!).toBeGreaterThanOrEqual(30 * minute);
        }
      }),
    );
  });
});
