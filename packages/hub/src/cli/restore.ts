import { FIELDS, type SyncField } from '@bangqiao/core';
import type { Command } from 'commander';
import { checkedValue } from '../desk/checked-value.ts';
import { formerValues, restoreValue } from '../desk/restore.ts';
import { HubError } from '../errors.ts';
import { oneCustomer, thisPerson, withDatabase } from './person.ts';
import { addVerb, type CliContext } from './session.ts';
import { renderTable } from './table.ts';

/** `restore`: the values that a field had before, and one of them put back. */
export function restoreVerb(program: Command, context: CliContext): void {
  addVerb<{ from?: string }>(program, context, {
    usage: 'restore <customer> <field>',
    changes: ({ from }) => from !== undefined,
    summary: {
      zh: '查看一个字段以前的值，或恢复其中一个',
      en: 'the former values of a field, or one put back',
    },
    setUp: (command, text) =>
      command.option('--from <number>', text({ zh: '恢复第几个', en: 'which of them to put back' })),
    work: (session, { from }, who = '', field = '') =>
      withDatabase(session, async (store) => {
        if (!(field in FIELDS)) throw noSuch(field);
        const customer = await oneCustomer(store, who);
        const values = await formerValues(store.db, customer.id, field);
        if (from === undefined) {
          const zh = session.lang === 'zh';
          const headers = zh ? ['序号', '值', '时间', '由谁', '原因'] : ['no', 'value', 'at', 'by', 'why'];
          const rows = values.map((one) => [one.number, one.value, one.at, one.by, one.why]);
          const none = zh ? '没有以前的值。' : 'There are no former values.';
          session.result({ values }, rows.length === 0 ? none : renderTable(headers, rows));
          return;
        }
        const chosen = values.find(({ number }) => number === Number(from));
        if (!chosen) throw noSuch(from);
        const value = checkedValue(field as SyncField, chosen.value);
        await restoreValue(store, customer.id, field as SyncField, value, thisPerson());
        const said = {
          zh: `已恢复 ${field} = ${value}，下次同步按规则写入 ERP`,
          en: `${field} is ${value} again; the next sync sends it within its policy`,
        };
        session.result({ restored: { field, value } }, session.text(said));
      }),
  });
}

function noSuch(what: string): HubError {
  return new HubError({
    code: 'nothing_to_restore',
    exitCode: 2,
    zh: `没有可恢复的：${what}`,
    en: `Nothing to restore: ${what}`,
    nextZh: '先不带 --from 运行，看看以前的值',
    nextEn: 'Run it without --from to see the former values',
  });
}
