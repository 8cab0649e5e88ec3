import { type Bilingual, inBrief, type Language } from '@bangqiao/core';
import type { FollowUpView } from '../followup/read.ts';
import { STANDING_WORDS } from '../followup/words.ts';
import { chinaTime } from '../words/china-time.ts';
import { bothWays, listed, say } from '../words/two-languages.ts';
import type {
  ChangeView,
  ConflictView,
  DecisionView,
  Explanation,
  LogView,
  MergeView,
  Who,
} from './explanation.ts';
import type { Ambiguous } from './find.ts';
import { labelOf, sourceName, valueName } from './labels.ts';
import { writeLines } from './text-writes.ts';

/** Older changes and log lines stay in the JSON form. */
const SHOWN_CHANGES = 20;
const SHOWN_LOG = 10;
const SHOWN_FOLLOW_UPS = 5;

const NOTHING_SENT = say('没有向 ERP 发送过任何内容。', 'Nothing was ever sent to the ERP.');
const NOTHING_MISSING = say('还差什么：不差什么，已准入。', 'What is missing: nothing, it was let in.');

type Section = { title: Bilingual; lines: string[] };

/** An explanation as a page of text; times are China's. */
export function explanationText(explanation: Explanation, lang: Language): string {
  const { customer, standing, decision, earlier, writes, conflicts, merges, history, log } = explanation;
  const { follow_ups: followUps } = explanation;
  const sections: Section[] = [
    { title: say('现状', 'Where it stands'), lines: [standing[lang]] },
    {
      title: say('为什么', 'Why'),
      lines: decision === null ? noDecision(explanation, lang) : decisionLines(decision, lang),
    },
    { title: say('以前的判定', 'Earlier decisions'), lines: earlier.map((one) => earlierLine(one, lang)) },
    {
      title: say('写入 ERP', 'Writes to the ERP'),
      lines: writes.length === 0 ? [NOTHING_SENT[lang]] : writes.flatMap((write) => writeLines(write, lang)),
    },
    {
      title: say(`跟进（共 ${followUps.length} 条）`, `Follow-ups (${followUps.length})`),
      lines: shortened(followUps, SHOWN_FOLLOW_UPS, lang, (one) => followUpLine(one, lang)),
    },
    {
      title: say('等您决定的冲突', 'Conflicts to decide'),
      lines: conflicts.map((one) => conflictLine(one, lang)),
    },
    { title: say('合并过的客户', 'Merged customers'), lines: merges.map((one) => mergeLine(one, lang)) },
    {
      title: say(`资料变化（共 ${history.length} 次）`, `Changes of fields (${history.length})`),
      lines: shortened(history, SHOWN_CHANGES, lang, (change) => changeLine(change, lang)),
    },
    {
      title: say(`同步记录（共 ${log.length} 条）`, `Sync log (${log.length})`),
      lines: shortened(log, SHOWN_LOG, lang, (line) => logLine(line, lang)),
    },
  ];
  const blocks = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [title[lang], ...lines.map((line) => `  ${line}`)].join('\n'));
  const end = lang === 'zh' ? '时间均为北京时间。' : 'All times are China Standard Time.';
  return [headLines(customer, lang).join('\n'), ...blocks, end].join('\n\n');
}

/** Several customers that may be meant, one per line, and what to ask instead. */
export function ambiguousText({ ambiguous, more, ask }: Ambiguous, lang: Language): string {
  const title = more
    ? say(`至少有 ${ambiguous.length} 位客户符合：`, `At least ${ambiguous.length} customers fit:`)
    : say(`有 ${ambiguous.length} 位客户符合：`, `${ambiguous.length} customers fit:`);
  const lines = ambiguous.map(({ id, name, nickname, phone, erp_customer_code, wechat_id }) =>
    [`#${id}`, name, nickname === name ? null : nickname, phone, wechat_id, erp_customer_code]
      .filter((part) => part !== null)
      .join('  '),
  );
  return [title[lang], ...lines.map((line) => `  ${line}`), ask[lang]].join('\n');
}

export function nobodyText(query: string, lang: Language): string {
  return say(
    `没有找到“${query}”。可以用客户编号、ERP 内部编号、微信号、手机号、姓名或公司名的一部分来找。`,
    `Nobody fits "${query}". Ask by customer number, ERP record number, WeChat id, phone, or a part of a name.`,
  )[lang];
}

function headLines(who: Who, lang: Language): string[] {
  const zh = lang === 'zh';
  const { wechat, erp } = who;
  const lines = [
    `${zh ? '客户' : 'Customer'} #${who.id}  ${who.name}  · ${valueName('stage', who.stage)[lang]}`,
  ];
  const line = (label: Bilingual, ...parts: (string | null)[]) => {
    const filled = parts.filter((part) => part !== null);
    if (filled.length > 0) lines.push(`  ${label[lang]}${zh ? '：' : ': '}${filled.join(zh ? '，' : ', ')}`);
  };
  line(say('公司', 'company'), who.company_name);
  line(say('姓名', 'name'), who.real_name);
  const verified = who.phone_verified ? say('已验证', 'verified') : say('未验证', 'not verified');
  line(say('手机', 'phone'), who.phone, who.phone === null ? null : verified[lang]);
  const others = wechat.other_ids.map((id) => (zh ? `另一个微信号 ${id}` : `another id ${id}`));
  line(say('微信', 'WeChat'), wechat.nickname, wechat.id, ...others);
  if (erp) {
    const number = zh ? `客户编号 ${erp.number ?? '—'}` : `customer number ${erp.number ?? '—'}`;
    const ord = zh ? `内部编号 ${erp.ord}` : `record ${erp.ord}`;
    line(say('ERP', 'ERP'), number, ord, valueName('erp_presence', erp.presence ?? 'present')[lang]);
  }
  line(
    say('评分', 'scores'),
    zh ? `资料质量 ${who.data_quality_score}` : `quality ${who.data_quality_score}`,
    zh ? `意向 ${who.intent_score}` : `intent ${who.intent_score}`,
  );
  return lines;
}

/** When, where it stands, what it says; why, where it is not done. */
function followUpLine(one: FollowUpView, lang: Language): string {
  const why = one.why === null ? '' : `  ${bothWays(one.why)[lang]}`;
  return `${chinaTime(one.started_at)}  ${STANDING_WORDS[one.standing][lang]}  ${one.summary}${why}`;
}

function decisionLines(decision: DecisionView, lang: Language): string[] {
  const at = chinaTime(decision.decided_at);
  const missing = decision.action === 'SKIP' ? [] : [NOTHING_MISSING[lang]];
  return [lang === 'zh' ? `${at} 判定` : `decided at ${at}`, ...decision.words[lang], ...missing];
}

function noDecision({ customer, history }: Explanation, lang: Language): string[] {
  const first = history.find((change) => change.first !== null);
  if (customer.erp === null || first?.source !== 'erp') {
    return [say('还没有规则判定过这位客户。', 'No rule has decided about this customer yet.')[lang]];
  }
  const at = chinaTime(first.at);
  return [
    say(
      `没有规则判定：${at} 从 ERP 读来，本来就在 ERP。`,
      `No rule decided: it was read from the ERP at ${at}, where it already was.`,
    )[lang],
  ];
}

function earlierLine(decision: DecisionView, lang: Language): string {
  const { rule, rule_set_version: version, reason, action } = decision;
  const done = action === 'SKIP' ? say('不准入', 'not admitted') : say('准入', 'admitted');
  return lang === 'zh'
    ? `${chinaTime(decision.decided_at)}  ${rule}（规则集第 ${version} 版）${done.zh}：${reason.zh}`
    : `${chinaTime(decision.decided_at)}  ${rule} (rule set version ${version}) ${done.en}: ${reason.en}`;
}

function conflictLine(conflict: ConflictView, lang: Language): string {
  const { label, hub_value: hub, erp_value: erp } = conflict;
  return lang === 'zh'
    ? `${label.zh}：本地 ${hub ?? '空'}，ERP ${erp ?? '空'}（${chinaTime(conflict.since)} 起；决定之前两边都不改）`
    : `${label.en}: here ${hub ?? 'empty'}, the ERP ${erp ?? 'empty'} (since ${chinaTime(conflict.since)}; neither is changed before you decide)`;
}

function mergeLine(merge: MergeView, lang: Language): string {
  const what = [merge.merged_number, merge.merged_name].filter((part) => part !== null).join(' ');
  return lang === 'zh'
    ? `${chinaTime(merge.merged_at)}  #${merge.merged_id}（${what}）并入 #${merge.kept_id}，可以撤销`
    : `${chinaTime(merge.merged_at)}  #${merge.merged_id} (${what}) became one with #${merge.kept_id}; can be undone`;
}

function changeLine(change: ChangeView, lang: Language): string {
  const { label, first, source, reason, by } = change;
  const zh = lang === 'zh';
  const told = first === null ? fromTo(change, lang) : firstSight(first, lang);
  const origin = [source === null ? null : sourceName(source)[lang], reason?.[lang] ?? null, by]
    .filter((part) => part !== null)
    .join(zh ? '，' : ', ');
  return `${chinaTime(change.at)}  ${label[lang]}${zh ? '：' : ': '}${told}${zh ? `（${origin}）` : ` (${origin})`}`;
}

function fromTo({ field, from, to }: ChangeView, lang: Language): string {
  const empty = lang === 'zh' ? '空' : 'empty';
  const shown = (value: string | null) => (value === null ? empty : inBrief(valueName(field, value)[lang]));
  return `${shown(from)} → ${shown(to)}`;
}

function firstSight(first: Record<string, unknown>, lang: Language): string {
  const parts = Object.entries(first).map(([column, value]) => ({
    zh: `${labelOf(column).zh} ${inBrief(valueName(column, String(value)).zh)}`,
    en: `${labelOf(column).en} ${inBrief(valueName(column, String(value)).en)}`,
  }));
  return listed(parts, lang);
}

function logLine(line: LogView, lang: Language): string {
  const direction =
    line.direction === 'erp_to_local' ? say('从 ERP 读取', 'from the ERP') : say('写入 ERP', 'to the ERP');
  const action = (ACTIONS[line.action ?? ''] ?? say(line.action ?? '', line.action ?? ''))[lang];
  const result = (RESULTS[line.result] ?? say(line.result, line.result))[lang];
  const error = lang === 'zh' ? line.error?.message : line.error?.code;
  const told = error ?? line.reason?.[lang] ?? '';
  return [chinaTime(line.at), direction[lang], action, result, told].filter((part) => part !== '').join('  ');
}

const ACTIONS: Readonly<Record<string, Bilingual>> = {
  create: say('新建', 'create'),
  update: say('修改', 'update'),
  skip: say('不准入', 'skip'),
  delete: say('已不在 ERP', 'gone'),
};
const RESULTS: Readonly<Record<string, Bilingual>> = {
  success: say('成功', 'success'),
  failed: say('失败', 'failed'),
  partial: say('部分成功', 'partial'),
};

function shortened<T>(all: readonly T[], most: number, lang: Language, line: (one: T) => string): string[] {
  const lines = all.slice(0, most).map(line);
  const rest = all.length - lines.length;
  if (rest > 0)
    lines.push(lang === 'zh' ? `… 更早的 ${rest} 条见 --json` : `… ${rest} older ones: see --json`);
  return lines;
}
