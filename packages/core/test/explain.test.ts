import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, decide, explainDecision } from '../src/index.ts';
import { person } from './support/customers.ts';
import { compiled, ruleOf } from './support/rules.ts';

const rules = compiled(DEFAULT_RULES, 3);

describe('an explanation', () => {
  it('names rule, version, condition in words and as written, and the values seen', () => {
    const decision = decide(rules, person({ phone: '13800000001', has_quote_request: true }));
    expect(explainDecision(decision, 'zh')).toBe(
      [
        '判定：规则 medium_phone_quote（规则集第 3 版，中等质量，优先级 50）：准入（CREATE，置信度 0.75）。',
        '条件：有手机号，并且问过报价（phone != "" && has_quote_request）。',
        '看到的值：手机号 138****0001；问过报价。',
      ].join('\n'),
    );
    const english = explainDecision(decision, 'en');
    for (const part of [
      'medium_phone_quote',
      'version 3',
      'priority 50',
      'admitted',
      'has a phone and asked for a quote',
      '138****0001',
    ]) {
      expect(english).toContain(part);
    }
  });

  it('says for a refusal what is missing and what to ask next', () => {
    const decision = decide(
      rules,
      person({ real_name: '张三', has_quote_request: true, intent_score: 20, message_count: 9 }),
    );
    const zh = explainDecision(decision, 'zh');
    for (const part of [
      'low_intent',
      '不准入',
      '意向分 20',
      '最近的规则 medium_phone_quote',
      '还差手机号',
      '下一步：方便留个手机号吗？',
    ]) {
      expect(zh).toContain(part);
    }
    expect(explainDecision(decision, 'en')).toContain('phone is missing');
  });

  it('says for the default that no rule matched, and shows what the rules read', () => {
    const zh = explainDecision(
      decide(rules, person({ real_name: '张三', intent_score: 40, message_count: 9 })),
      'zh',
    );
    for (const part of ['规则集第 3 版', 'default', '意向分 40', '消息数 9', '没有手机号', '姓名 张三']) {
      expect(zh).toContain(part);
    }
  });

  it('never shows a whole phone', () => {
    const known = {
      phone: '13800000001',
      last_message_content: '13800000001',
      intent_score: 40,
      message_count: 9,
    };
    const talking = compiled([ruleOf('last_message_content != "" && phone != ""')]);
    for (const ruleSet of [rules, talking]) {
      const decision = decide(ruleSet, person(known));
      expect(explainDecision(decision, 'zh') + explainDecision(decision, 'en')).not.toContain('13800000001');
    }
  });

  it('tells of a floor and of rules passed over', () => {
    const asking = person({ phone: '13800000001', has_quote_request: true, data_quality_score: 15 });
    const held = explainDecision(decide(rules, asking, { floor: { min_quality_score: 60 } }), 'zh');
    expect(held).toContain('低于配置的最低分');
    expect(held).toContain('资料质量分 15，需要 60');
    const broken = compiled([ruleOf('int(phone) > 99999999999', { rule_name: 'breaks' })]);
    expect(explainDecision(decide(broken, person({ phone: 'x' })), 'zh')).toContain('breaks');
  });

  it('puts alternatives and comparisons into words', () => {
    const ruleSet = compiled([
      ruleOf('!(phone == "" || intent_score < 10.0) && (real_name == "张三" || has_order)'),
    ]);
    const decision = decide(ruleSet, person({ phone: '13800000001', intent_score: 5 }));
    expect(explainDecision({ ...decision, condition: ruleSet.rules[0]!.condition.source }, 'zh')).toContain(
      '有手机号，并且意向分 ≥ 10，并且（姓名 = “张三”，或者有订单）',
    );
    expect(decision.missing.map((one) => one.zh)).toEqual(['意向分 5，需要 10', '姓名 —，需要 张三']);
  });
});
