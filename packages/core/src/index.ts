export { type Assignment, assignSeller, type Seller } from './assign.ts';
export { type Bucket, bucketOf, followLevel, valueAssessment } from './bands.ts';
export type { Bilingual, Language } from './bilingual.ts';
export { canonical, sameValue } from './canonical.ts';
export { type CompiledCondition, type ConditionError, compileCondition } from './cel.ts';
export { meantCondition } from './chinese-condition.ts';
export { companyConfidence, companyKey, isPersonsName, looksLikeCompany } from './company.ts';
export * from './conversation/index.ts';
export { type CreateContext, type CreateFields, createFields } from './create-fields.ts';
export * from './customer.ts';
export { columnsOf, fieldValuesOf, verifiedFields } from './customer-values.ts';
export { decide, type ScoreFloor } from './decide.ts';
export type { Decision, Missing } from './decision.ts';
export { normaliseEmail } from './email.ts';
export { explainDecision } from './explain.ts';
export { FACTS } from './fact-names.ts';
export { factsOf, inBrief } from './facts.ts';
export {
  checkForErp,
  contactNameMissing,
  contactNameOf,
  type FieldProblem,
  type FieldProblemCode,
} from './field-problem.ts';
export { type ErpReading, type ErpRecord, fromErp, toErp } from './fieldmap.ts';
export { FIELDS, type FieldSpec, fieldOfErpId, type OptionListName, type Policy } from './fields.ts';
export * from './identity/index.ts';
export {
  addToIntent,
  type ChatMessage,
  type Intent,
  type IntentSignal,
  intentLevel,
  intentOf,
  joinIntents,
  type RunningIntent,
  scoreIntent,
  startIntent,
} from './intent.ts';
export {
  COLUMN_KEY_KINDS,
  type ColumnKeyKind,
  type IdentityKey,
  identityKey,
  identityKeys,
  KEY_KINDS,
  type KeyKind,
} from './keys.ts';
export { merge, rebase } from './merge.ts';
export { canonicalOption, type OptionBook, optionId } from './option-book.ts';
export { normalisePhone, type PhoneProblem, phoneProblem } from './phone.ts';
export { initials } from './pinyin.ts';
export { maskPrivateNumbersIn } from './private-numbers.ts';
export {
  convertPythonConditions,
  type PythonConditionProblem,
  parsePythonConditions,
} from './python-conditions.ts';
export { type Quality, type QualityIssue, type QualityPart, scoreQuality } from './quality.ts';
export * from './reading/index.ts';
export { askedInWords, ruleInWords } from './rule-words.ts';
export {
  DEFAULT_RULES,
  DEFAULT_THRESHOLDS,
  defaultRules,
  type PartialThresholds,
  type Rule,
  type RuleAction,
  type RuleThresholds,
  type RuleType,
} from './rules.ts';
export {
  type CompiledRuleSet,
  compileRuleSet,
  DEFAULT_DECISION,
  FLOOR_DECISION,
  type RuleProblem,
} from './ruleset.ts';
export { stageOf } from './stage.ts';
export {
  cleanLines,
  cleanText,
  isMasked,
  isShortened,
  maskPhone,
  maskPhonesIn,
  toHalfWidth,
} from './text.ts';
export { normaliseCreditCode } from './uscc.ts';
export type { Base, FieldVerdict, MergeInput, MergeResult, VerdictKind } from './verdict.ts';
export { normaliseWechatId } from './wechat.ts';
