import type { Bilingual, Language } from '@bangqiao/core';
import { type Command, Option } from 'commander';
import {
  type AuditStep,
  auditOf,
  cancelWrite,
  listWrites,
  type NamedWrite,
  retryWrite,
} from '../desk/writes.ts';
import { HubError } from '../errors.ts';
import { inWords } from '../explain/phrases.ts';
import { stepInWords } from '../explain/writes.ts';
import { WRITE_STATES, type WriteState } from '../journal/states.ts';
import { KIND_WORDS, STATE_WORDS } from '../journal/words.ts';
import { chinaTime } from '../words/china-time.ts';
import { half } from '../words/two-languages.ts';
import { eachOne, withRefused } from './each-one.ts';
import { idsIn } from './numbers.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';
import { renderTable } from './table.ts';

/** `journal`: the writes to the ERP, one by one, and what a person may do about them. */
export function journalVerb(program: Command, context: CliContext): void {
  const text = (words: Bilingual) => words[context.lang];
  const group = program
    .command('journal')
    .description(
      text({ zh: '写入 ERP 的每一笔：查看、重试、取消', en: 'writes to the ERP: see, retry, cancel' }),
    );
  group.helpCommand(false);
  addVerb<{ state?: WriteState; customer?: string; code?: string }>(group, context, {
    usage: 'list',
    summary: { zh: '还没写完的写入', en: 'writes that are not done' },
    setUp: (command, words) =>
      command
        .addOption(
          new Option('--state <state>', words({ zh: '只看这种状态', en: 'only in this state' })).choices(
            WRITE_STATES,
          ),
        )
        .option('--code <code>', words({ zh: '只看这种原因', en: 'only those with this code' }))
        .option('--customer <who>', words({ zh: '只看这位客户的全部写入', en: 'all of one customer' })),
    work: (session, options) =>
      withDatabase(session, async (store) => {
        const writes = await listWrites(store.db, {
          ...(options.customer
            ? { customerId: (await oneCustomer(store, options.customer)).id, states: WRITE_STATES }
            : {}),
          ...(options.state ? { states: [options.state] } : {}),
          ...(options.code ? { code: options.code } : {}),
        });
        session.result({ writes: writes.map(shown) }, listText(writes, session.lang));
      }),
  });
  addVerb(group, context, {
    usage: 'show <id>',
    summary: { zh: '一笔写入的每一步', en: 'one write, step by step' },
    work: (session, _options, id = '') =>
      withDatabase(session, async (store) => {
        const [write] = await listWrites(store.db, { ids: idsIn(id, noWrite) });
        if (!write) throw noWrite(id);
        const steps = await auditOf(store.db, write.id);
        session.result({ ...shown(write), steps }, showText(write, steps, session.lang));
      }),
  });
  changeVerb(group, context, 'retry', {
    zh: '重试：待人处理的重新计划，等待的马上到期（编号用逗号分开，或 --code）',
    en: 'try again: parked ones are planned anew, waiting ones are due at once (numbers, or --code)',
  });
  changeVerb(group, context, 'cancel', {
    zh: '取消还没有发给 ERP 的写入',
    en: 'cancel writes that have not reached the ERP',
  });
}

function changeVerb(group: Command, context: CliContext, verb: 'retry' | 'cancel', summary: Bilingual): void {
  addVerb<{ code?: string }>(group, context, {
    usage: `${verb} [ids]`,
    changes: true,
    summary,
    setUp: (command, words) =>
      command.option('--code <code>', words({ zh: '这种原因的全部', en: 'all of this code' })),
    work: (session, { code }, ids) =>
      withDatabase(session, async (store) => {
        if (!ids && !code) throw noWrite('');
        const which: { ids?: number[]; code?: string } = ids
          ? { ids: idsIn(ids, noWrite) }
          : { code: code ?? '' };
        const writes = await listWrites(store.db, which);
        if (writes.length === 0) throw noWrite(ids ?? code ?? '');
        const change = verb === 'retry' ? retryWrite : cancelWrite;
        const known = writes.map(({ id }) => id);
        const { done, refused } = await eachOne(which.ids ?? known, (id) => {
          if (!known.includes(id)) throw noWrite(String(id));
          return change(store, id, thisPerson());
        });
        const said = {
          zh: `${verb === 'retry' ? '下次同步会再试' : '已取消'} ${done.length} 笔写入`,
          en: `${done.length} ${verb === 'retry' ? 'are tried again by the next sync' : 'cancelled'}`,
        };
        session.result(
          { writes: done.map(({ id, state }) => ({ id, state })), refused },
          withRefused(session.text(said), refused, session.lang),
        );
        return refused.length === 0 ? 0 : 1;
      }),
  });
}

/** Without the values under way, and those that a field is emptied of: they hold phones. */
function shown({ fields: _fields, orders: _orders, holder: _holder, ...write }: NamedWrite) {
  return write;
}

function noWrite(what: string): HubError {
  return new HubError({
    code: 'no_write',
    exitCode: 2,
    zh: `没有这样的写入${what === '' ? '' : `：${what}`}`,
    en: `No such write${what === '' ? '' : `: ${what}`}`,
    nextZh: '查看还没写完的：bangqiao journal list',
    nextEn: 'See what is not done: bangqiao journal list',
  });
}

function listText(writes: readonly NamedWrite[], lang: Language): string {
  if (writes.length === 0) return lang === 'zh' ? '没有这样的写入。' : 'No such writes.';
  const headers =
    lang === 'zh'
      ? ['编号', '客户', '方式', '状态', '原因', '下一步']
      : ['id', 'customer', 'kind', 'state', 'why', 'next step'];
  return renderTable(
    headers,
    writes.map((one) => [
      one.id,
      one.customer,
      KIND_WORDS[one.kind][lang],
      STATE_WORDS[one.state][lang],
      half(one.error_message, lang) || inWords(one.reason)[lang],
      half(one.next_step, lang),
    ]),
  );
}

function showText(write: NamedWrite, steps: readonly AuditStep[], lang: Language): string {
  return [
    listText([write], lang),
    ...steps.map(
      (step) =>
        `  ${chinaTime(step.at)}  ${STATE_WORDS[step.to_state][lang]}  ${stepInWords(step, write)[lang]}  (${step.by})`,
    ),
  ].join('\n');
}
