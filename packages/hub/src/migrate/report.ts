import { type Bilingual, maskPhonesIn } from '@bangqiao/core';

/** What is mended on the way, with words for the report. */
const MEND_RULES = {
  duplicate_erp_id: {
    zh: 'ERP 内部编号重复：保留资料最完整的一行，其余行失去编号但保留资料',
    en: 'the same ERP number twice: the best row keeps it, the others stay without it',
  },
  duplicate_wechat_id: {
    zh: '微信号重复：保留资料最完整的一行，其余行把它留作附加识别键',
    en: 'the same WeChat id twice: the best row keeps it, the others keep it as an extra key',
  },
  id_unusable: {
    zh: '行号缺失、无效或重复，已另给一个',
    en: 'a row without a number of its own, or with another row’s, got a free one',
  },
  word_for_nothing: {
    zh: '写成文字的空值（None、nan、NULL 等），已当作空',
    en: 'a word that stands for nothing (None, nan, NULL …) counts as empty',
  },
  bytes_unreadable: { zh: '不是文字的字节，已清空', en: 'bytes that are no text were emptied' },
  erp_id_unusable: { zh: 'ERP 内部编号无效，已清空', en: 'an ERP number that is no number was emptied' },
  wechat_id_unusable: { zh: '微信号被遮盖或无效，已清空', en: 'a masked or unusable WeChat id was emptied' },
  phone_normalised: { zh: '手机号统一为 11 位数字', en: 'phones brought to eleven digits' },
  phone_masked: { zh: '被遮盖的手机号已清空', en: 'masked phones were emptied' },
  phone_not_mobile: {
    zh: '不是大陆手机号：原样保留，不再算已验证',
    en: 'not a mainland mobile: kept as it is, no longer verified',
  },
  type_unknown: {
    zh: '客户类型没有依据（旧系统默认 1），改为未知',
    en: 'a customer type without evidence (the default 1) became unknown',
  },
  synced_without_erp_id: {
    zh: '标为已同步但没有 ERP 编号，改为待同步',
    en: 'called synced without an ERP number: now pending',
  },
  status_unknown: { zh: '同步状态无法识别，改为待同步', en: 'unknown sync status: now pending' },
  source_unknown: { zh: '数据来源无法识别，改为未知', en: 'unknown source of a value: now unknown' },
  boolean_unreadable: { zh: '是/否值无法识别，改为否', en: 'a flag that is neither yes nor no: now no' },
  number_unreadable: { zh: '数字无法识别，改为默认值', en: 'a number that is none: now the default' },
  score_out_of_range: { zh: '分数超出范围，已收回到范围内', en: 'scores brought back into their range' },
  time_unreadable: { zh: '时间无法识别，已清空', en: 'times that are none were emptied' },
  json_wrapped: { zh: '不是合法 JSON，已作为文本保留', en: 'text that is no JSON was kept as a JSON string' },
  direction_unknown: {
    zh: '同步方向“双向”记为“从 ERP 到本地”',
    en: 'logs of direction “bidirectional” count as from the ERP',
  },
  rule_not_converted: {
    zh: '规则的条件或动作没有对应，保留原文并停用',
    en: 'a rule whose condition or action has no counterpart: kept as written, inactive',
  },
  invalid_mark_first: {
    zh: '“标记为无效”的规则提到最前：被标记的客户不再因有订单而放行',
    en: 'the rule on the mark as invalid comes first: an order no longer lets such a customer in',
  },
  rule_renamed: {
    zh: '规则重名，或名称是系统保留的，已改名',
    en: 'a rule whose name another one has, or that is taken by the system: renamed',
  },
  config_unusable: { zh: '配置值无效，改用默认值', en: 'an unusable configuration value: the default stays' },
} as const;
export type MendRule = keyof typeof MEND_RULES;

/** Why something was left behind. */
const SKIP_REASONS = {
  customer_unknown: { zh: '所属客户不存在', en: 'belongs to a customer that does not exist' },
  not_a_row: { zh: '缺少必要的列值', en: 'lacks a value that every row needs' },
  config_unknown: { zh: '邦桥没有这个配置项', en: 'Bangqiao has no such setting' },
  bodies_left_out: {
    zh: '请求和响应内容可能含密码或令牌，没有复制（日志行本身已复制）',
    en: 'bodies may hold passwords or tokens: not copied (the log rows were)',
  },
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;

export interface TakeOverReport {
  customers: number;
  logs: number;
  history: number;
  apiLogs: number;
  config: number;
  /** Kept as rule set 0, converted; the default rules are in force. */
  rules: number;
  /** `examples`: up to three, phones masked. */
  mended: (Bilingual & { rule: MendRule; count: number; examples: string[] })[];
  skipped: (Bilingual & { table: string; reason: SkipReason; count: number })[];
  /** What the operator must know. */
  notes: Bilingual[];
}

const EXAMPLES = 3;

/** Counts what is mended and skipped. */
export class Tally {
  readonly #mended = new Map<MendRule, { count: number; examples: string[] }>();
  readonly #skipped = new Map<string, { table: string; reason: SkipReason; count: number }>();

  mend(rule: MendRule, example: string): void {
    const entry = this.#mended.get(rule) ?? { count: 0, examples: [] };
    this.#mended.set(rule, entry);
    entry.count++;
    if (entry.examples.length < EXAMPLES) entry.examples.push(maskPhonesIn(example).slice(0, 120));
  }

  skip(table: string, reason: SkipReason): void {
    const entry = this.#skipped.get(`${table} ${reason}`) ?? { table, reason, count: 0 };
    this.#skipped.set(`${table} ${reason}`, entry);
    entry.count++;
  }

  get mended(): TakeOverReport['mended'] {
    return [...this.#mended].map(([rule, entry]) => ({ rule, ...MEND_RULES[rule], ...entry }));
  }

  get skipped(): TakeOverReport['skipped'] {
    return [...this.#skipped.values()].map((entry) => ({ ...entry, ...SKIP_REASONS[entry.reason] }));
  }
}
