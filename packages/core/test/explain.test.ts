import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, type Decision, decide, explainDecision, type Language } from '../src/index.ts';
import { person } from './support/customers.ts';
import { compiled, ruleOf } from './support/rules.ts';

const rules = compiled(DEFAULT_RULES, 3);
const page = (decision: Decision, lang: Language) => explainDecision(decision, lang).split('\n');

describe('an explanation', () => {
  it('of an admission names rule, version, condition in words and as written, and the values seen', () => {
    const decision = decide(rules, person({ phone: '13800000001', has_quote_request: true }));
    expect(page(decision, 'zh')).toEqual([
      '判定：规则 medium_phone_quote（规则集第 3 版，中等质量，优先级 50）：准入（CREATE，置信度 0.75）。',
      '条件：有手机号，并且问过报价（phone != "" && has_quote_request）。',
      '看到的值：手机号 138****0001；问过报价。',
    ]);
    expect(page(decision, 'en')).toEqual([
      'Decision: rule medium_phone_quote (rule set version 3, medium quality, priority 50): admitted (CREATE, confidence 0.75).',
      'Condition: has a phone and asked for a quote (phone != "" && has_quote_request).',
      'Values seen: phone 138****0001; asked for a quote.',
    ]);
  });

  it('of a refusal says what is missing, which other ways there are, and what to ask next', () => {
    const decision = decide(
      rules,
      person({ real_name: '张三', has_quote_request: true, intent_score: 20, message_count: 9 }),
    );
    expect(page(decision, 'zh')).toEqual([
      '判定：规则 low_intent（规则集第 3 版，低质量，优先级 0）：不准入（SKIP，置信度 0）。',
      '条件：意向分 < 30（intent_score < 30.0）。',
      '看到的值：意向分 20。',
      '还差什么（最近的规则 medium_phone_quote）：还差手机号。',
      '其他途径：medium_company_license: 还差公司名 + 还差营业执照 | high_quality_score: 资料质量分 0，需要 80 | high_quality_license: 营业执照未验证 + 资料质量分 0，需要 80。',
      '下一步：方便留个手机号吗？',
    ]);
    expect(page(decision, 'en')).toEqual([
      'Decision: rule low_intent (rule set version 3, low quality, priority 0): not admitted (SKIP, confidence 0).',
      'Condition: intent score < 30 (intent_score < 30.0).',
      'Values seen: intent score 20.',
      'What is missing (nearest rule medium_phone_quote): phone is missing.',
      'Other ways: medium_company_license: company name is missing + business licence is missing | high_quality_score: quality score is 0, needs 80 | high_quality_license: business licence not verified + quality score is 0, needs 80.',
      'Next: May I have your mobile number?',
    ]);
  });

  it('of the default says that no rule matched, and shows what the rules read', () => {
    const decision = decide(rules, person({ real_name: '张三', intent_score: 40, message_count: 9 }));
    const [headline, values, missing] = page(decision, 'zh');
    expect(headline).toBe('判定：规则集第 3 版中没有规则匹配，按默认规则 default 不准入（SKIP，置信度 0）。');
    for (const part of ['意向分 40', '消息数 9', '没有手机号', '姓名 张三']) expect(values).toContain(part);
    expect(missing).toBe('还差什么（最近的规则 medium_phone_quote）：还差手机号；没问过报价。');
    const [english, , lacking] = page(decision, 'en');
    expect(english).toBe(
      'Decision: no rule of rule set version 3 matched; the rule "default" applies: not admitted (SKIP, confidence 0).',
    );
    expect(lacking).toBe(
      'What is missing (nearest rule medium_phone_quote): phone is missing; has not asked for a quote.',
    );
  });

  it('of an invalid customer says that the mark is in the way and how to take it off', () => {
    const decision = decide(rules, person({ marked_as_invalid: true, has_order: true }));
    expect(page(decision, 'zh').slice(3)).toEqual([
      '还差什么（最近的规则 low_marked_invalid）：阻挡：标记为无效。',
      '下一步：如果标记有误，请先取消“无效”标记',
    ]);
    expect(page(decision, 'en').slice(3)).toEqual([
      'What is missing (nearest rule low_marked_invalid): in the way: marked invalid.',
      'Next: If the mark is wrong, take it off first',
    ]);
  });

  it('asks for a licence where that is the next thing, and for nothing where nothing can be asked', () => {
    const licence = decide(rules, person({ company_name: '某某厂', intent_score: 30, message_count: 9 }));
    expect(page(licence, 'zh').at(-1)).toBe('下一步：方便发一下营业执照吗？');
    const stuck = compiled([ruleOf('erp_region == "广东"')]);
    expect(page(decide(stuck, person()), 'en').join()).not.toContain('Next:');
    const second = compiled([ruleOf('erp_region == "广东" && phone != ""')]);
    expect(page(decide(second, person()), 'en').at(-1)).toBe('Next: May I have your mobile number?');
  });

  it('lists the nearest rule and three others at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((rule_name) => ruleOf('has_order', { rule_name }));
    const [, , others] = page(decide(compiled(many), person()), 'en').slice(1);
    expect(others).toBe('Other ways: b: has no order | c: has no order | d: has no order.');
  });

  it('leaves out what there is nothing to say about', () => {
    const always = decide(compiled([ruleOf('true')]), person());
    expect(page(always, 'zh')).toEqual([
      '判定：规则 test_rule（规则集第 1 版，中等质量，优先级 50）：准入（CREATE，置信度 0.5）。',
      '条件：true（true）。',
    ]);
  });

  it('shows a condition that no longer compiles as it was written', () => {
    const decision = decide(rules, person({ has_order: true }));
    const old = { ...decision, condition: 'has_oder' };
    expect(page(old, 'zh')[1]).toBe('条件：has_oder（has_oder）。');
    expect(page(old, 'en')[1]).toBe('Condition: has_oder (has_oder).');
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

  it('of a score below the floor says which rule would have admitted and what the floor asks', () => {
    const asking = person({ phone: '13800000001', has_quote_request: true, data_quality_score: 15 });
    const decision = decide(rules, asking, { floor: { min_quality_score: 60 } });
    expect(page(decision, 'zh')).toEqual([
      '判定：规则 floor（规则集第 3 版，中等质量，优先级 50）：不准入（SKIP，置信度 0）。规则 medium_phone_quote 满足，但低于配置的最低分，不准入。',
      '条件：有手机号，并且问过报价（phone != "" && has_quote_request）。',
      '看到的值：手机号 138****0001；问过报价；资料质量分 15；意向分 0。',
      '还差什么（最近的规则 floor）：资料质量分 15，需要 60。',
      '下一步：请补全并核实手机号、公司全称和营业执照',
    ]);
    expect(page(decision, 'en')[0]).toBe(
      'Decision: rule floor (rule set version 3, medium quality, priority 50): not admitted (SKIP, confidence 0). Rule medium_phone_quote matched, but a score is below the configured least score: not admitted.',
    );
  });

  it('names the rules that could not be evaluated', () => {
    const broken = ['breaks', 'too'].map((rule_name) => ruleOf('int(phone) > 9', { rule_name }));
    const decision = decide(compiled(broken), person({ phone: 'x' }));
    expect(page(decision, 'zh').at(-1)).toBe('无法判断而跳过的规则：breaks, too。');
    expect(page(decision, 'en').at(-1)).toBe(
      'Rules that could not be evaluated and were passed over: breaks, too.',
    );
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
