import type { Bilingual, Language } from '@bangqiao/core';
import { type Command, Option } from 'commander';
import { type AuditStep, auditOf } from '../desk/writes.ts';
import { inWords } from '../explain/phrases.ts';
import { type Answer, answerFollowUp } from '../followup/answer.ts';
import { KIND_WORDS } from '../followup/kinds.ts';
import {
  FOLLOW_UP_STANDINGS,
  type FollowUpStanding,
  type FollowUpView,
  listFollowUps,
  noFollowUp,
  oneFollowUp,
} from '../followup/read.ts';
import { STANDING_WORDS } from '../followup/words.ts';
import { chinaTime } from '../words/china-time.ts';
import { half } from '../words/two-languages.ts';
import { eachOne, withRefused } from './each-one.ts';
import { idIn, idsIn } from './numbers.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';
import { renderTable } from './table.ts';

/** `followups`: what conversations become in the ERP, and a person's word where the hub cannot know. */
export function followUpsVerb(program: Command, context: CliContext): void {
  const group = program.command('followups').description(
    {
      zh: '聊天记成的跟进：查看；存疑的由人回答“已在 ERP”或“发送”',
      en: 'follow-ups made of chats: see them, and answer for those in doubt',
    }[context.lang],
  );
  group.helpCommand(false);
  listVerb(group, context);
  addVerb(group, context, {
    usage: 'show <id>',
    summary: { zh: '一条跟进的全文和每一步', en: 'one follow-up: its text, and step by step' },
    work: (session, _options, id = '') =>
      withDatabase(session, async (store) => {
        const found = await oneFollowUp(store.db, idIn(id, noFollowUp));
        const steps = await auditOf(store.db, found.write_id);
        session.result({ ...found, steps }, showText(found, steps, session.lang));
      }),
  });
  answerVerb(group, context, 'there', {
    zh: '存疑的跟进已在 ERP 里看到（编号用逗号分开）',
    en: 'follow-ups in doubt were seen in the ERP (numbers with commas)',
  });
  answerVerb(group, context, 'send', {
    zh: '发送：ERP 里没有，或先前等人发送的；下次同步发出（编号用逗号分开，或 held）',
    en: 'send: not in the ERP, or held until now; they leave with the next sync (numbers, or: held)',
  });
  answerVerb(group, context, 'skip', {
    zh: '略过，不写入 ERP（编号用逗号分开，或 held）',
    en: 'leave out of the ERP (numbers, or: held)',
  });
}

function listVerb(group: Command, context: CliContext): void {
  addVerb<{ state?: FollowUpStanding; customer?: string; all?: boolean }>(group, context, {
    usage: 'list',
    summary: { zh: '还没写完的跟进', en: 'follow-ups that are not done' },
    setUp: (command, words) =>
      command
        .addOption(
          new Option('--state <state>', words({ zh: '只看这种状态', en: 'only in this state' })).choices(
            FOLLOW_UP_STANDINGS,
          ),
        )
        .option('--customer <who>', words({ zh: '只看这位客户的全部跟进', en: 'all of one customer' }))
        .option('--all', words({ zh: '写完的也看', en: 'those that are done too' })),
    work: (session, options) =>
      withDatabase(session, async (store) => {
        const found = await listFollowUps(store.db, {
          ...(options.customer
            ? { customerId: (await oneCustomer(store, options.customer)).id, all: true }
            : {}),
          ...(options.state ? { standing: options.state } : {}),
          ...(options.all ? { all: true } : {}),
        });
        session.result({ followUps: found }, listText(found, session.lang));
      }),
  });
}

function answerVerb(group: Command, context: CliContext, answer: Answer, summary: Bilingual): void {
  addVerb(group, context, {
    usage: `${answer} <ids>`,
    changes: true,
    summary,
    work: (session, _options, ids = '') =>
      withDatabase(session, async (store) => {
        const held = ids === 'held' && answer !== 'there';
        const which = held
          ? (await listFollowUps(store.db, { standing: 'held' })).map(({ id }) => id)
          : idsIn(ids, noFollowUp);
        const { done, refused } = await eachOne(which, (id) =>
          answerFollowUp(store, id, answer, thisPerson()),
        );
        const said = session.text(ANSWERED[answer](done.length));
        session.result(
          { followUps: done.map(({ id, standing }) => ({ id, standing })), refused },
          withRefused(said, refused, session.lang),
        );
        return refused.length === 0 ? 0 : 1;
      }),
  });
}

const ANSWERED: Readonly<Record<Answer, (count: number) => Bilingual>> = {
  there: (n) => ({ zh: `${n} 条跟进记为已在 ERP`, en: `${n} are in the ERP` }),
  send: (n) => ({ zh: `${n} 条跟进将在下次同步发出`, en: `${n} leave with the next sync` }),
  skip: (n) => ({ zh: `已略过 ${n} 条跟进`, en: `${n} are left out` }),
};

function listText(found: readonly FollowUpView[], lang: Language): string {
  if (found.length === 0) return lang === 'zh' ? '没有这样的跟进。' : 'No such follow-ups.';
  const headers =
    lang === 'zh'
      ? ['编号', '客户', '会话', '方式', '状态', '摘要', '原因']
      : ['id', 'customer', 'conversation', 'kind', 'state', 'summary', 'why'];
  return renderTable(
    headers,
    found.map((one) => [
      one.id,
      one.customer,
      chinaTime(one.started_at).slice(0, 16),
      KIND_WORDS[one.kind]?.[lang] ?? String(one.kind),
      STANDING_WORDS[one.standing][lang],
      one.summary,
      half(one.why, lang),
    ]),
  );
}

function showText(found: FollowUpView, steps: readonly AuditStep[], lang: Language): string {
  const next = half(found.next, lang);
  return [
    listText([found], lang),
    found.text,
    ...(next === '' ? [] : [`→ ${next}`]),
    ...steps.map((step) => `  ${chinaTime(step.at)}  ${inWords(step.note)[lang]}  (${step.by})`),
  ].join('\n');
}
