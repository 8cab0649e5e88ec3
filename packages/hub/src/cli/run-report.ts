import { type Bilingual, DEFAULT_RULES, type Language } from '@bangqiao/core';
import { CUSTOMER_KINDS, SECOND_KINDS, type WriteKind } from '../journal/states.ts';
import { KIND_WORDS, STATE_WORDS } from '../journal/words.ts';
import type { Asked } from '../plan/asked.ts';
import type { Executor } from '../store/index.ts';
import type { RunReport } from '../sync/run.ts';
import { half } from '../words/two-languages.ts';
import { stayedOutPart } from './stayed-out.ts';
import { renderTable } from './table.ts';

/** Open writes that are told. */
const OPEN_SHOWN = 6;

/** The round as a table and a few sentences: pulled, decided by rule, created, linked, skipped and why. */
export async function describeRun(db: Executor, report: RunReport, lang: Language): Promise<string> {
  const parts: string[] = [];
  if (report.pull) parts.push(pullPart(report.pull, lang));
  if (report.push) parts.push(pushPart(report.push, lang), rulesPart(report.push.byRule, lang));
  if (report.push) parts.push(await stayedOutPart(db, report.push.stayedOut, lang));
  if (report.push && report.push.parked + report.push.waiting + report.push.inDoubt > 0) {
    parts.push(await openPart(db, lang));
  }
  if (report.followUps) parts.push(followUpsPart(report.followUps, lang));
  if (report.asked) parts.push(askedPart(report.asked, lang));
  if (report.stopped) {
    const { zh, en, nextZh, nextEn } = report.stopped;
    parts.push(
      lang === 'zh' ? `推送提前停止：${zh}\n→ ${nextZh}` : `The push stopped early: ${en}\n→ ${nextEn}`,
    );
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What the run wants to do, by kind, rule and field, and what to answer. */
export function askedPart(asked: Asked, lang: Language): string {
  const zh = lang === 'zh';
  const list = (title: string, counts: Record<string, number>) => {
    const parts = Object.entries(counts).sort((a, b) => b[1] - a[1]);
    return parts.length === 0
      ? []
      : [
          `  ${title}: ${parts.map(([key, n]) => `${KIND_WORDS[key as WriteKind]?.[lang] ?? key} ${n}`).join(', ')}`,
        ];
  };
  const shown = asked.moved.slice(0, MOVED_SHOWN);
  return [
    asked.userMessage[lang],
    ...list(zh ? '方式' : 'by kind', asked.totals.byKind),
    ...list(zh ? '按规则' : 'by rule', asked.totals.byRule),
    ...list(zh ? '按字段' : 'by field', asked.totals.byField),
    ...asked.examples.map(({ kind, name }) => `    ${KIND_WORDS[kind as WriteKind]?.[lang] ?? kind} ${name}`),
    ...shown.map(({ name, ord, what }) => `    ${name}${ord === null ? '' : ` (${ord})`}  ${what[lang]}`),
    ...(asked.moved.length > shown.length ? [`    … ${asked.moved.length - shown.length}`] : []),
    ...(asked.code === 'plan_done'
      ? []
      : [
          zh
            ? `  大约 ${asked.cost.calls} 次调用，${asked.cost.minutes} 分钟`
            : `  about ${asked.cost.calls} calls, ${asked.cost.minutes} minutes`,
        ]),
    ...(asked.nextStep ? [`→ ${asked.nextStep[lang]}`] : []),
  ].join('\n');
}

const MOVED_SHOWN = 100;

function pullPart(pull: NonNullable<RunReport['pull']>, lang: Language): string {
  const words = PULL[lang];
  const table = renderTable(words.headers, [
    [pull.total, pull.created, pull.updated, pull.unchanged, pull.failed, pull.calls, seconds(pull.ms)],
  ]);
  const notes: string[] = [];
  if (!pull.complete) notes.push(words.incomplete(pull.reason ?? ''));
  // Runs of older versions did not tell them apart.
  const unreadable = pull.unreadable ?? 0;
  if (pull.withoutPhone > unreadable) notes.push(words.withoutPhone(pull.withoutPhone - unreadable));
  if (unreadable > 0) notes.push(words.unreadable(unreadable));
  const { gone, pool, hidden, unjudged } = pull.absent;
  if (gone + pool + hidden > 0) notes.push(words.absent(gone, pool, hidden));
  if (unjudged > 0) notes.push(words.unjudged(unjudged));
  return [words.title, table, ...notes].join('\n');
}

function pushPart(push: NonNullable<RunReport['push']>, lang: Language): string {
  const words = PUSH[lang];
  const table = renderTable(words.headers, [
    [
      push.considered,
      push.created,
      push.linked,
      push.updated,
      push.skipped,
      push.waiting,
      push.parked,
      push.inDoubt,
      push.failed,
      push.calls,
      seconds(push.ms),
    ],
  ]);
  return `${words.title}\n${table}`;
}

/** Nothing where no conversation waits for anything. */
function followUpsPart(result: NonNullable<RunReport['followUps']>, lang: Language): string {
  const { planned, sent, doubtful, waiting, parked, held } = result;
  if (planned + sent + doubtful + waiting + parked + held === 0) return '';
  const words = FOLLOW_UPS[lang];
  const table = renderTable(words.headers, [[planned, sent, doubtful, waiting, parked, held]]);
  const next = [...(doubtful > 0 ? [words.doubtful] : []), ...(held > 0 ? [words.held] : [])];
  return [words.title, table, ...next].join('\n');
}

function rulesPart(byRule: Record<string, number>, lang: Language): string {
  const rows = Object.entries(byRule).sort((a, b) => b[1] - a[1]);
  if (rows.length === 0) return '';
  const title = lang === 'zh' ? '判定（按规则）' : 'Decided, by rule';
  const headers = lang === 'zh' ? ['规则', '含义', '客户数'] : ['rule', 'meaning', 'customers'];
  return `${title}\n${renderTable(
    headers,
    rows.map(([rule, count]) => [rule, meaningOf(rule)[lang], count]),
  )}`;
}

function meaningOf(rule: string): Bilingual {
  const known = DEFAULT_RULES.find((one) => one.rule_name === rule);
  if (known) return known.description;
  if (rule === 'default') return { zh: '没有规则符合', en: 'no rule matched' };
  if (rule === 'floor') return { zh: '低于最低分', en: 'below the least score' };
  return { zh: '', en: '' };
}

async function openPart(db: Executor, lang: Language): Promise<string> {
  const rows = await db
    .selectFrom('write_journal')
    .innerJoin('customers_unified', 'customers_unified.id', 'write_journal.customer_id')
    .select([
      'write_journal.state as state',
      'error_message',
      'next_step',
      'company_name',
      'real_name',
      'wechat_nickname',
    ])
    .where('write_journal.kind', 'in', [...CUSTOMER_KINDS, ...SECOND_KINDS])
    .where('state', 'in', ['parked', 'waiting', 'in_doubt', 'planned'])
    .orderBy('write_journal.id', 'desc')
    .limit(OPEN_SHOWN)
    .execute();
  const title = lang === 'zh' ? '还没写完的客户' : 'Customers whose write is not done';
  const lines = rows.flatMap((row) => [
    `  ${STATE_WORDS[row.state][lang]}  ${row.company_name ?? row.real_name ?? row.wechat_nickname ?? ''}  ${half(row.error_message, lang)}`,
    ...(row.next_step ? [`    → ${half(row.next_step, lang)}`] : []),
  ]);
  return [title, ...lines].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

const PULL = {
  zh: {
    title: '从 ERP 拉取',
    headers: ['客户', '新', '有变化', '未变', '失败', '调用', '用时'],
    incomplete: (why: string) => `  这次没有完整读完，下次再核对。${why}`,
    withoutPhone: (n: number) => `  还有 ${n} 位客户的手机号没有读到；读到之前先不新建。`,
    unreadable: (n: number) =>
      `  ${n} 位客户的手机号看不到（打码、无权查看或打不开）；号码可能相同的人先不新建。`,
    absent: (gone: number, pool: number, hidden: number) =>
      `  列表里不再出现：已删除 ${gone}，回到客户池 ${pool}，无权查看 ${hidden}。`,
    unjudged: (n: number) => `  有 ${n} 位客户没有出现，数量异常，先不下结论，请检查账号权限。`,
  },
  en: {
    title: 'Pulled from the ERP',
    headers: ['customers', 'new', 'changed', 'unchanged', 'failed', 'calls', 'time'],
    incomplete: (why: string) => `  The list was not seen to its end; it is read again next time. ${why}`,
    withoutPhone: (n: number) => `  The phones of ${n} customers are not read yet: nobody is created before.`,
    unreadable: (n: number) =>
      `  The phones of ${n} customers cannot be read (masked, out of sight, or not opening): whoever fits one is not created.`,
    absent: (gone: number, pool: number, hidden: number) =>
      `  No longer in the list: ${gone} deleted, ${pool} in the pool, ${hidden} out of sight.`,
    unjudged: (n: number) =>
      `  ${n} customers did not show: too many to be true, so none is judged. Check the rights of the account.`,
  },
} as const;

const FOLLOW_UPS = {
  zh: {
    title: '聊天记为跟进',
    headers: ['新会话', '已写入', '存疑', '等待', '待人处理', '等您发送'],
    doubtful: '  → 存疑的请在 ERP 里看一下，再回答：bangqiao followups list',
    held: '  → 等您发送的：bangqiao followups list --state held',
  },
  en: {
    title: 'Conversations written as follow-ups',
    headers: ['new', 'written', 'in doubt', 'waiting', 'parked', 'held for you'],
    doubtful: '  → Look in the ERP for those in doubt, then answer: bangqiao followups list',
    held: '  → Held for you: bangqiao followups list --state held',
  },
} as const;

const PUSH = {
  zh: {
    title: '推送到 ERP',
    headers: ['考虑', '新建', '关联', '修改', '没有写', '等待', '待人处理', '存疑', '失败', '调用', '用时'],
  },
  en: {
    title: 'Pushed to the ERP',
    headers: [
      'considered',
      'created',
      'linked',
      'updated',
      'skipped',
      'waiting',
      'parked',
      'in doubt',
      'failed',
      'calls',
      'time',
    ],
  },
} as const;
