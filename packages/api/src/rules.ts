import { z } from 'zod';
import { Time, Words } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A rule as somebody edits it; what is wrong in it is told by `rules.check`, with its place. */
const RuleDraft = z.strictObject({
  rule_name: z.string().max(200),
  rule_type: z.string().max(40),
  rule_priority: z.number(),
  rule_conditions: z.string().max(5000),
  rule_action: z.string().max(20),
  confidence: z.union([z.number(), z.string().max(20)]).optional(),
  is_active: z.boolean().optional(),
  description: z
    .union([z.string().max(1000), z.strictObject({ zh: z.string().max(1000), en: z.string().max(1000) })])
    .optional(),
});
const Draft = z.strictObject({ rules: z.array(RuleDraft).min(1).max(500) });

const Rule = z.object({
  rule_name: z.string(),
  rule_type: z.string(),
  rule_priority: z.number(),
  rule_conditions: z.string(),
  rule_action: z.string(),
  confidence: z.union([z.number(), z.string()]),
  is_active: z.boolean(),
  description: Words,
  /** The whole rule as a sentence. */
  words: Words,
  /** Its condition alone. */
  asks: Words,
  /** Customers that it decided about, and that came into the ERP by it; null for a draft. */
  match_count: z.number().nullable(),
  success_count: z.number().nullable(),
});

const Fault = z.object({
  rule: z.string().nullable(),
  line: z.number().nullable(),
  column: z.number().nullable(),
  problem: Words,
  hint: Words.nullable(),
  excerpt: z.object({ text: z.string(), at: z.number() }).nullable(),
  /** The condition as it was probably meant, correct; absent when nothing is known. */
  meant: z.string().optional(),
});
const Check = z.object({ faults: z.array(Fault), warnings: z.array(Fault) });
const Moved = z.array(z.object({ id: z.number(), name: z.string(), from: z.string(), to: z.string() }));
const Version = z.coerce.number().int().min(1).max(1_000_000_000);

export const ruleEndpoints = {
  'rules.show': endpoint({
    method: 'GET',
    path: '/api/rules',
    summary: {
      zh: '规则，逐条成句；不写版本就是启用的这一版',
      en: 'the rules in words; the version in force unless one is named',
    },
    right: 'rules.read',
    query: z.strictObject({ version: Version.optional() }),
    answer: Check.extend({ version: z.number().nullable(), rules: z.array(Rule) }),
  }),
  'rules.unruled': endpoint({
    method: 'GET',
    path: '/api/rules/unruled',
    summary: {
      zh: '没有规则适用、按默认不准入的客户有几位',
      en: 'how many customers no rule fitted, so that they stay out',
    },
    right: 'rules.read',
    query: z.strictObject({ version: Version }),
    answer: z.object({
      /** Of the rules of this version, as the rules count: each customer once. */
      default: z.number(),
      /** A rule let them in, and the least scores of the configuration kept them out. */
      floor: z.number(),
    }),
  }),
  'rules.versions': endpoint({
    method: 'GET',
    path: '/api/rules/versions',
    summary: { zh: '规则集的历次版本', en: 'the versions of the rules' },
    right: 'rules.read',
    answer: z.object({
      versions: z.array(
        z.object({
          version: z.number(),
          created_at: Time,
          created_by: z.string(),
          note: z.string().nullable(),
          is_active: z.boolean(),
          rules: z.number(),
          activated_at: Time.nullable(),
          activated_by: z.string().nullable(),
        }),
      ),
    }),
  }),
  'rules.facts': endpoint({
    method: 'GET',
    path: '/api/rules/facts',
    summary: { zh: '条件里能用的名字', en: 'the names that conditions may use' },
    right: 'rules.read',
    answer: z.object({ facts: z.array(z.object({ name: z.string(), words: Words })) }),
  }),
  'rules.check': endpoint({
    method: 'POST',
    path: '/api/rules/check',
    summary: { zh: '检查规则：错在哪里', en: 'what is wrong with rules, and where' },
    right: 'rules.read',
    body: Draft,
    answer: Check.extend({ rules: z.array(Rule) }),
  }),
  'rules.test': endpoint({
    method: 'POST',
    path: '/api/rules/test',
    summary: { zh: '试算：谁会进、谁会出；什么都不写', en: 'who would come in or stay out; writes nothing' },
    right: 'rules.edit',
    body: Draft.extend({ names: z.int().min(0).max(200).default(20) }),
    answer: Check.extend({
      against: z.number(),
      considered: z.number(),
      same: z.number(),
      linked: z.number(),
      counts: z.object({ admitted: z.number(), dropped: z.number(), otherRule: z.number() }),
      byRule: z.array(
        z.object({ rule: z.string(), action: z.string(), active: z.number(), candidate: z.number() }),
      ),
      names: z.object({ admitted: Moved, dropped: Moved, otherRule: Moved }),
      /** New and changed rules: for how many the condition holds, and which rules decided about these before it could. */
      reach: z.array(
        z.object({
          rule: z.string(),
          holds: z.number(),
          before: z.array(z.object({ rule: z.string(), count: z.number() })),
        }),
      ),
    }),
  }),
  'rules.save': endpoint({
    method: 'POST',
    path: '/api/rules/versions',
    summary: {
      zh: '存为新版本；启用之前不生效',
      en: 'keep as a new version; nothing is live before it is activated',
    },
    right: 'rules.edit',
    changes: true,
    body: Draft.extend({ note: z.string().trim().min(1).max(200) }),
    answer: z.object({ version: z.number(), is_new: z.boolean() }),
  }),
  'rules.activate': endpoint({
    method: 'POST',
    path: '/api/rules/versions/:version/activate',
    summary: { zh: '启用一个版本（也用于退回旧版）', en: 'put a version in force, also an older one' },
    right: 'rules.edit',
    changes: true,
    params: z.strictObject({ version: Version }),
    answer: z.object({
      version: z.number(),
      previous: z.number().nullable(),
      unchanged: z.boolean(),
    }),
  }),
};
